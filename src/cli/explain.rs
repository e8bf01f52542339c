//! `oneauth explain` and `oneauth rules`

use super::args::{ExplainArgs, Global};
use super::terminal::Terminal;
use crate::error::{Error, Result};
use crate::outcome::Outcome;
use crate::report::catalogue;
use crate::rules;
use crate::text::suggest;

pub(super) fn explain(args: &ExplainArgs, terminal: &Terminal) -> Result<Outcome> {
    let Some(rule) = rules::find(&args.rule) else {
        let ids = rules::metas().map(|meta| meta.id);
        return Err(Error::Usage {
            message: format!("there is no rule `{}`", args.rule),
            help: suggest::help(&args.rule, ids),
        });
    };
    terminal.out(|out, _| catalogue::page(rule.meta(), out))?;
    Ok(Outcome::Clean)
}

pub(super) fn list(global: &Global, terminal: &Terminal) -> Result<Outcome> {
    let format = global.format_of(&["human", "json", "markdown"])?;
    terminal.out(|out, options| match format {
        "json" => catalogue::json(out),
        "markdown" => catalogue::markdown(out),
        _ => catalogue::human(options, out),
    })?;
    Ok(Outcome::Clean)
}
