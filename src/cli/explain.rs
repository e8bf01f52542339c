//! `oneauth explain` and `oneauth rules`

use super::args::{ExplainArgs, Global};
use super::terminal::Terminal;
use crate::diff;
use crate::error::{Error, Result};
use crate::outcome::Outcome;
use crate::report::catalogue;
use crate::rules;
use crate::text::suggest;

pub(super) fn explain(args: &ExplainArgs, terminal: &Terminal) -> Result<Outcome> {
    let of_document = rules::find(&args.rule).map(crate::rule::Rule::meta);
    let Some(meta) = of_document.or_else(|| diff::rules::find(&args.rule)) else {
        let of_diff = diff::rules::ALL.iter().map(|meta| meta.id);
        let ids = rules::metas().map(|meta| meta.id).chain(of_diff);
        return Err(Error::Usage {
            message: format!("there is no rule `{}`", args.rule),
            help: suggest::help(&args.rule, ids)
                .or_else(|| Some("`oneauth rules` lists them".into())),
        });
    };
    terminal.out(|out, _| catalogue::page(meta, out))?;
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
