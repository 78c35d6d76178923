//! What commands print: results to standard output, messages to standard error.
//!
//! In: words. Out: they are written, hidden characters of them visibly, or dropped when nobody reads them any more:
//! “curbcut build | true” builds all the same and ends as it would otherwise. Whatever else keeps a result from being written, such as a full disk, is reported at the end.

use std::fmt;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::sync::OnceLock;

use crate::hidden::visible;

/// Why a result could not be written; the first reason.
static NOT_WRITTEN: OnceLock<io::Error> = OnceLock::new();

/// Prints a line of the result.
macro_rules! say {
    ($($words:tt)*) => { $crate::cli::output::words(format_args!("{}\n", format_args!($($words)*))) };
}

/// Prints a piece of the result that has its own line ends.
macro_rules! say_as_is {
    ($($words:tt)*) => { $crate::cli::output::words(format_args!($($words)*)) };
}

/// Prints a line for the person who runs the command.
macro_rules! notice {
    ($($words:tt)*) => { $crate::cli::output::message(format_args!($($words)*)) };
}

pub(super) use {notice, say, say_as_is};

/// Writes a part of the result.
pub fn result(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
    let mut out = BufWriter::new(io::stdout().lock());
    if let Err(error) = write(&mut out).and_then(|()| out.flush()) {
        // What is left of it must not be tried once more when the buffer goes.
        let _ = out.into_parts();
        note(error);
    }
}

/// Writes words of the result, with hidden characters written out.
pub fn words(words: fmt::Arguments<'_>) {
    result(|out| out.write_all(visible(&words.to_string()).as_bytes()));
}

/// Writes messages; without a reader nobody can be warned that they were not read.
pub fn messages(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
    let _ = write(&mut io::stderr().lock());
}

/// Writes a line of message.
pub fn message(words: fmt::Arguments<'_>) {
    messages(|out| writeln!(out, "{}", visible(&words.to_string())));
}

fn note(error: io::Error) {
    if error.kind() != ErrorKind::BrokenPipe {
        let _ = NOT_WRITTEN.set(error);
    }
}

/// Ends the output. Returns why a part of the result could not be written.
pub fn finish() -> Option<&'static io::Error> {
    if let Err(error) = io::stdout().flush() {
        note(error);
    }
    NOT_WRITTEN.get()
}
