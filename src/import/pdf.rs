//! The words of a PDF.
//!
//! In: the path of a PDF. Out: its words as plain text with the lines of the page, by `pdftotext` of poppler, where that is installed. Refused:
//! a file that the program cannot read, one without words, such as a scanned page, and one that takes it too long. What a heading, a table, a
//! note or a picture is, most PDFs do not say, so none of that is read.

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::files;
use crate::limits;

/// The program.
pub const PROGRAM: &str = "pdftotext";

/// How it is asked: the lines stand as on the page, and the text is in UTF-8.
const OPTIONS: [&str; 3] = ["-layout", "-enc", "UTF-8"];

/// How long it may take.
const LONGEST: Duration = Duration::from_secs(120);

/// How often it is looked whether it is done.
const PAUSE: Duration = Duration::from_millis(10);

/// What a PDF begins with.
const BEGINS: &[u8] = b"%PDF-";

/// Why there are no words.
#[derive(Debug, thiserror::Error)]
pub enum NoWords {
    /// The program is not there.
    #[error(
        "{0} cannot be read: the program “pdftotext” is not installed. It comes with poppler (poppler-utils, or “brew install poppler”)"
    )]
    NoProgram(String),
    /// The program could not read it.
    #[error("{path} cannot be read: {why}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the program says.
        why: String,
    },
    /// It holds pictures of pages.
    #[error(
        "{0} holds no words: its pages are likely pictures. Have the words recognised, and import that text"
    )]
    Scanned(String),
}

/// Whether a file is a PDF, by how it begins.
pub fn is_pdf(path: &Path) -> bool {
    let mut begin = Vec::new();
    let read = files::open(path).and_then(|file| file.file.take(BEGINS.len() as u64).read_to_end(&mut begin));
    read.is_ok() && begin == BEGINS
}

/// The words of a PDF.
///
/// # Errors
/// When there are none, or they cannot be had.
pub fn words(path: &Path) -> Result<String, NoWords> {
    words_by(PROGRAM, path)
}

fn words_by(program: &str, path: &Path) -> Result<String, NoWords> {
    let shown = path.display().to_string();
    let unreadable = |why: String| NoWords::Unreadable { path: shown.clone(), why };
    // A name that begins with a hyphen would be an option.
    let whole: PathBuf = path.canonicalize().map_err(|error| unreadable(error.to_string()))?;
    let mut command = Command::new(program);
    command.args(OPTIONS).arg(whole).arg("-").stdin(Stdio::null());
    let mut child = match command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(NoWords::NoProgram(shown)),
        Err(error) => return Err(unreadable(error.to_string())),
    };
    let out = child.stdout.take().map(|out| read_beside(out, limits::TEXT));
    let told = child.stderr.take().map(|told| read_beside(told, limits::TEXT));
    let success = ended(&mut child).map_err(unreadable)?;
    let text = |reader: Option<thread::JoinHandle<Vec<u8>>>| {
        let bytes = reader.and_then(|reader| reader.join().ok()).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let (words, told) = (text(out), text(told));
    if words.len() as u64 > limits::TEXT {
        return Err(unreadable(format!("its words are more than {}", limits::size(limits::TEXT))));
    }
    if !success {
        let why = told.lines().find(|line| !line.trim().is_empty()).unwrap_or("pdftotext gives no reason");
        return Err(unreadable(why.trim().to_owned()));
    }
    match words.trim().is_empty() {
        true => Err(NoWords::Scanned(shown)),
        false => Ok(words),
    }
}

/// Reads what a program writes while it runs: one byte more than is taken, so that too much is known to be.
fn read_beside(out: impl Read + Send + 'static, most: u64) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read until then counts.
        _ = out.take(most + 1).read_to_end(&mut bytes);
        bytes
    })
}

/// Waits for the end, and says whether it was a good one.
fn ended(child: &mut Child) -> Result<bool, String> {
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status.success()),
            Ok(None) if begun.elapsed() < LONGEST => thread::sleep(PAUSE),
            Ok(None) => {
                _ = child.kill();
                _ = child.wait();
                return Err(format!("pdftotext took longer than {} seconds", LONGEST.as_secs()));
            }
            Err(error) => return Err(error.to_string()),
        }
    }
}
