//! The floor: reads every Markdown file of a folder, parses it and writes its HTML, and nothing else.
//!
//! No publisher can be faster and do more. `scripts/bench` measures it beside the publishers.

use std::path::{Path, PathBuf};
use std::{env, fs, io, process};

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;

fn main() -> io::Result<()> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [from, to] = arguments.as_slice() else {
        eprintln!("usage: floor FOLDER OUT");
        process::exit(2);
    };
    let mut files = Vec::new();
    list(from, &mut files)?;
    files.par_iter().try_for_each(|file| publish(file, from, to))
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            list(&entry.path(), files)?;
        } else if entry.path().extension().is_some_and(|ending| ending == "md") {
            files.push(entry.path());
        }
    }
    Ok(())
}

fn publish(file: &Path, from: &Path, to: &Path) -> io::Result<()> {
    let text = fs::read_to_string(file)?;
    let body = text
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"))
        .map_or(&*text, |(_, body)| body);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut page = String::with_capacity(text.len() * 2);
    html::push_html(&mut page, Parser::new_ext(body, options));
    let out = to.join(file.strip_prefix(from).unwrap_or(file)).with_extension("html");
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(out, page)
}
