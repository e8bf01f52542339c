//! `oneauth completions` and `oneauth man`

use super::args::CompletionsArgs;
use super::terminal::Terminal;
use crate::error::Result;
use crate::outcome::Outcome;

pub(super) fn run(args: &CompletionsArgs, terminal: &Terminal) -> Result<Outcome> {
    terminal.out(|out, _| {
        clap_complete::generate(args.shell, &mut super::command(), "oneauth", &mut &mut *out);
        Ok(())
    })?;
    Ok(Outcome::Clean)
}

pub(super) fn man(terminal: &Terminal) -> Result<Outcome> {
    terminal.out(|out, _| clap_mangen::Man::new(super::command()).render(&mut &mut *out))?;
    Ok(Outcome::Clean)
}
