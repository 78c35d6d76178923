//! Runs the built program as a user does: in a folder, with nothing to read, and its answer without colours.

use std::path::Path;
use std::process::{Command, Stdio};

/// Where the built program is.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_curbcut");

/// What a program said and how it ended.
#[derive(Debug)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// What it wrote to standard output.
    pub out: String,
    /// What it wrote to standard error.
    pub err: String,
}

impl Ran {
    /// Runs a command to its end.
    #[track_caller]
    pub fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self {
            code: output.status.code().expect("an exit code, no signal"),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }

    /// The exit code, standard output and standard error.
    pub fn parts(self) -> (i32, String, String) {
        (self.code, self.out, self.err)
    }
}

/// A record of one editor who read a version.
pub const fn reading(file: &str) -> [&str; 10] {
    ["review", file, "--role", "editor", "--readers", "1", "--consent", "none", "--date", "2026-01-04"]
}

/// A command that runs in a folder.
pub fn command(program: &str, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder).env("NO_COLOR", "1").stdin(Stdio::null());
    command
}

/// Runs `curbcut` in a folder.
#[track_caller]
pub fn curbcut(folder: &Path, arguments: &[&str]) -> Ran {
    Ran::of(&mut command(PROGRAM, folder, arguments))
}
