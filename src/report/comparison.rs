//! `oneauth diff`: whose protection changed, then the text.

use std::io::{self, Write};

use super::RenderOptions;
use super::diff_text::{colored, paint};
use super::table::Table;
use crate::diff::{SecurityChange, TextDiff};

/// Write a comparison for a person.
pub fn human(
    changes: &[SecurityChange],
    text: &TextDiff,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    if text.unified.is_empty() {
        return writeln!(out, "The documents are equal.");
    }
    let mut table = Table::new(&["operation", "before", "after", ""]);
    for change in changes {
        table.row(vec![
            change.operation.clone(),
            change
                .before
                .clone()
                .unwrap_or_else(|| "(not there)".into()),
            change.after.clone().unwrap_or_else(|| "(gone)".into()),
            remark(change).into(),
        ]);
    }
    if table.is_empty() {
        writeln!(out, "The security of no operation changed.")?;
    } else {
        writeln!(
            out,
            "{}",
            paint("Operations whose security changed:", "1", options)
        )?;
        table.write(options.width, out)?;
    }
    writeln!(out)?;
    if !text.exact {
        writeln!(
            out,
            "The texts differ so much that the diff below is not the shortest one."
        )?;
    }
    colored(&text.unified, options, out)
}

fn remark(change: &SecurityChange) -> &'static str {
    match (change.was_public, change.is_public) {
        (false, true) if change.after.is_some() => "now public",
        (true, false) if change.before.is_some() => "no longer public",
        _ => "",
    }
}
