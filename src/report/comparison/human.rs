//! For a person at a terminal: the table of protection, the differences, the text.

use std::io::{self, Write};

use super::model::{Compared, ComparisonReport, Judged, grouped};
use crate::diff::SecurityChange;
use crate::finding::Severity;
use crate::report::RenderOptions;
use crate::report::diff_text::paint;
use crate::report::long_lines::readable;
use crate::report::shown;
use crate::report::table::Table;
use crate::report::wrap::wrap;

/// Write the comparison; the text diffs when `with_text`.
pub fn human(
    report: &ComparisonReport,
    with_text: bool,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (at, pair) in report.pairs.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        if report.pairs.len() > 1 {
            let names = format!("{} → {}", shown(&pair.old), shown(&pair.new));
            writeln!(out, "{}", paint(&names, "1", options))?;
        }
        one(pair, with_text, options, out)?;
    }
    Ok(())
}

fn one(
    pair: &Compared,
    with_text: bool,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    if pair.is_equal() {
        return writeln!(out, "The documents are equal.");
    }
    protection(&pair.security, options, out)?;
    writeln!(out)?;
    let sentence = capital(&pair.sentence());
    writeln!(out, "{}", paint(&sentence, "1", options))?;
    if !pair.complete {
        writeln!(
            out,
            "The schemas are too entangled: they were not compared to the end."
        )?;
    }
    for (heading, differences) in grouped(pair) {
        writeln!(out, "\n{}", paint(&shown(&heading), "1", options))?;
        for difference in differences {
            write(&difference, options, out)?;
        }
    }
    if with_text {
        texts(pair, options, out)?;
    }
    Ok(())
}

fn protection(
    rows: &[SecurityChange],
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    if rows.is_empty() {
        return writeln!(out, "The security of no operation changed.");
    }
    let mut table = Table::new(&["operation", "before", "after", ""]);
    for row in rows {
        let or = |text: &Option<String>, other: &str| text.clone().unwrap_or_else(|| other.into());
        table.row(vec![
            row.operation.clone(),
            or(&row.before, "(not there)"),
            or(&row.after, "(gone)"),
            remark(row).into(),
        ]);
    }
    let title = "Operations whose security changed:";
    writeln!(out, "{}", paint(title, "1", options))?;
    table.write(options.width, out)
}

/// What to look at in a row.
pub(super) fn remark(row: &SecurityChange) -> &'static str {
    match (&row.before, &row.after, row.was_public, row.is_public) {
        (None, Some(_), _, true) => "new and public",
        (Some(_), Some(_), false, true) => "now public",
        (Some(_), Some(_), true, false) => "no longer public",
        _ => "",
    }
}

/// A severity in a column, in its colour.
pub(super) fn level(severity: Severity, options: &RenderOptions) -> String {
    let style = match severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
        Severity::Info | Severity::Hint => "36",
    };
    paint(&format!("{:<7}", severity.name()), style, options)
}

fn write(difference: &Judged<'_>, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    let level = level(difference.severity(), options);
    let rule = difference.reported.rule;
    writeln!(out, "  {level} {rule}")?;
    let width = options.width.saturating_sub(10).max(30);
    let lines = [
        shown(&difference.reported.message).into_owned(),
        format!("{} · {}", shown(&difference.places()), difference.axes()),
    ];
    for line in lines.iter().flat_map(|line| wrap(line, width)) {
        writeln!(out, "          {line}")?;
    }
    Ok(())
}

fn texts(pair: &Compared, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    for text in pair.texts.iter().filter(|text| !text.is_empty()) {
        writeln!(out)?;
        if let Some(lines) = text.left_out {
            writeln!(out, "{}", left_out(lines))?;
        }
        if !text.exact {
            writeln!(
                out,
                "The texts differ so much that the diff below gave up on detail: it is right, and \
                 not the shortest."
            )?;
        }
        readable(&text.unified, options, out)?;
    }
    Ok(())
}

/// What is said in place of lines that have nothing in common.
pub(super) fn left_out([old, new]: [usize; 2]) -> String {
    format!(
        "{old} lines of the old text and {new} of the new one have nothing in common, and are left \
         out: --format text writes them."
    )
}

pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().collect::<String>());
    first.unwrap_or_default() + chars.as_str()
}
