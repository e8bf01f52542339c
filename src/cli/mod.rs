//! L7: the command line. One file per command.

mod args;
mod beside;
mod check;
mod completions;
mod connector;
mod convert;
mod diff;
mod effect;
mod explain;
mod input;
mod inspect;
mod masking;
mod one_file;
mod providers;
mod rewrite;
mod targets;
mod terminal;

use std::ffi::OsString;

use clap::{CommandFactory as _, Parser as _};

use crate::error::Result;
use crate::outcome::Outcome;
use args::{Cli, Command};
use terminal::Terminal;

/// Run one command line; the first argument is the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let terminal = Terminal::new(&cli.global);
    match dispatch(&cli, &terminal) {
        Ok(outcome) => outcome,
        Err(error) => {
            let outcome = error.outcome();
            terminal.error(&error);
            outcome
        }
    }
}

/// Help and version are no mistakes.
fn usage(error: &clap::Error) -> Outcome {
    // a closed pipe is nobody's fault
    let _ = error.print();
    if error.use_stderr() {
        Outcome::Failure
    } else {
        Outcome::Clean
    }
}

fn dispatch(cli: &Cli, terminal: &Terminal) -> Result<Outcome> {
    match &cli.command {
        Command::Check(args) => check::run(args, &cli.global, terminal),
        Command::Rewrite(args) => rewrite::run(args, &cli.global, terminal),
        Command::Convert(args) => convert::run(args, &cli.global, terminal),
        Command::Connector(args) => connector::run(args, &cli.global, terminal),
        Command::Inspect(args) => inspect::run(args, &cli.global, terminal),
        Command::Diff(args) => diff::run(args, &cli.global, terminal),
        Command::Explain(args) => explain::explain(args, terminal),
        Command::Rules => explain::list(&cli.global, terminal),
        Command::Providers(args) => providers::run(args, terminal),
        Command::Targets(args) => targets::run(args, &cli.global, terminal),
        Command::Completions(args) => completions::run(args, terminal),
        Command::Man => completions::man(terminal),
    }
}

/// The command as clap knows it, for completions and the man page.
pub fn command() -> clap::Command {
    Cli::command()
}
