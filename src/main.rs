//! The `curbcut` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    curbcut::cli::run()
}
