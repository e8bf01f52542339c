//! `oneauth targets`

use super::args::{Global, TargetsArgs};
use super::terminal::Terminal;
use crate::error::{Error, Result};
use crate::outcome::Outcome;
use crate::target;
use crate::text::suggest;

pub(super) fn run(args: &TargetsArgs, global: &Global, terminal: &Terminal) -> Result<Outcome> {
    global.format_of(&["human"])?;
    let Some(name) = &args.name else {
        terminal.out(|out, _| {
            for profile in target::all() {
                writeln!(out, "{:<30} {}", profile.id, profile.title)?;
            }
            writeln!(
                out,
                "\n`oneauth targets NAME` tells what is known of one, and from where."
            )
        })?;
        return Ok(Outcome::Clean);
    };
    let Some(profile) = target::find(name) else {
        let ids = target::all().iter().map(|profile| profile.id);
        return Err(Error::Usage {
            message: format!("there is no target `{name}`"),
            help: suggest::help(name, ids).or_else(|| Some("`oneauth targets` lists them".into())),
        });
    };
    terminal.out(|out, _| out.write_all(target::page(&[profile]).as_bytes()))?;
    Ok(Outcome::Clean)
}
