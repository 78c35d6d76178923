//! `curbcut man`: the manual pages of the program, made of what `--help` says.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, CommandFactory as _};

use super::{CLEAN, Cli};
use crate::count::counted;

/// Write the manual pages of the program and of each command into a folder, for “man curbcut”.
///
/// For one user: curbcut man ~/.local/share/man/man1
#[derive(Debug, Args)]
pub struct Options {
    /// The folder, which is made if it is not there.
    folder: PathBuf,
}

pub fn run(options: &Options) -> Result<u8> {
    let folder = &options.folder;
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    clap_mangen::generate_to(Cli::command(), folder)
        .with_context(|| format!("cannot write into {}", folder.display()))?;
    let is_page = |name: &str| name.starts_with("curbcut") && name.ends_with(".1");
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let pages = files.filter(|file| file.file_name().to_str().is_some_and(is_page)).count();
    super::output::say!("{} in {}.", counted(pages, "manual page"), folder.display());
    Ok(CLEAN)
}
