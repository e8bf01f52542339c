//! The `oneauth` binary: parse the command line, run it, hand the outcome to the system.

use std::process::ExitCode;

fn main() -> ExitCode {
    oneauth::cli::run(std::env::args_os()).into()
}
