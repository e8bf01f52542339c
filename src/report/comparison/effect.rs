//! What a command makes of a document: the view that all commands share.

use std::io::{self, Write};

use serde::Serialize;

use super::human::{level, remark};
use super::json::{Row, row};
use crate::diff::{Consequence, Effect, SecurityChange};
use crate::report::diff_text::paint;
use crate::report::wrap::wrap;
use crate::report::{RenderOptions, shown};

/// How many operations a change of protection names.
const NAMED: usize = 4;
/// How many changes of protection are shown.
const CHANGES: usize = 12;
/// How many consequences of one rule are shown.
const OF_A_RULE: usize = 3;

/// Write an effect under a title: the headline, whose protection changed, what follows.
pub fn effect(
    title: &str,
    effect: &Effect,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let headline = format!("{title}: {}", effect.headline());
    writeln!(out, "{}", paint(&headline, "1", options))?;
    protection(&effect.security, options, out)?;
    consequences(&effect.consequences, options, out)
}

/// Operations with the same change stand together.
fn protection(
    rows: &[SecurityChange],
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut changes: Vec<Vec<&SecurityChange>> = Vec::new();
    for row in rows {
        let same = |one: &&mut Vec<&SecurityChange>| {
            let first = one[0];
            (&first.before, &first.after) == (&row.before, &row.after)
        };
        match changes.iter_mut().find(same) {
            Some(change) => change.push(row),
            None => changes.push(vec![row]),
        }
    }
    for change in changes.iter().take(CHANGES) {
        let first = change[0];
        let remark = match remark(first) {
            "" => String::new(),
            remark => format!(" ({remark})"),
        };
        line(&format!("{}{remark}", names(change)), ("", 2), options, out)?;
        let words = |text: &Option<String>, none: &str| text.clone().unwrap_or_else(|| none.into());
        let before = format!("- {}", words(&first.before, "(not there)"));
        let after = format!("+ {}", words(&first.after, "(gone)"));
        line(&before, ("31", 4), options, out)?;
        line(&after, ("32", 4), options, out)?;
    }
    more(changes.len(), CHANGES, "changes of protection", out)
}

fn names(change: &[&SecurityChange]) -> String {
    let titles = change.iter().map(|row| row.operation.as_str());
    let named: Vec<&str> = titles.take(NAMED).collect();
    match change.len() - named.len() {
        0 => named.join(", "),
        more => format!("{} and {more} more operations", named.join(", ")),
    }
}

fn consequences(
    all: &[Consequence],
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut rules: Vec<&'static str> = Vec::new();
    for one in all {
        if !rules.contains(&one.rule) {
            rules.push(one.rule);
        }
    }
    for rule in rules {
        let of_it: Vec<&Consequence> = all.iter().filter(|one| one.rule == rule).collect();
        writeln!(out, "  {} {rule}", level(of_it[0].severity, options))?;
        for one in of_it.iter().take(OF_A_RULE) {
            line(&one.message, ("", 10), options, out)?;
        }
        more(of_it.len(), OF_A_RULE, "of these", out)?;
    }
    Ok(())
}

/// A text of a document, wrapped and indented.
fn line(
    text: &str,
    (style, indent): (&str, usize),
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let room = options.width.saturating_sub(indent + 2).max(30);
    for (at, line) in wrap(&shown(text), room).iter().enumerate() {
        let hanging = if at > 0 && !style.is_empty() { 2 } else { 0 };
        let indent = indent + hanging;
        writeln!(out, "{:indent$}{}", "", paint(line, style, options))?;
    }
    Ok(())
}

fn more(count: usize, shown: usize, what: &str, out: &mut dyn Write) -> io::Result<()> {
    match count.saturating_sub(shown) {
        0 => Ok(()),
        more => writeln!(out, "          … and {more} more {what}"),
    }
}

/// An effect in JSON.
#[derive(Serialize)]
pub struct WireEffect<'r> {
    headline: String,
    security: Vec<Row<'r>>,
    differences: Vec<One<'r>>,
}

#[derive(Serialize)]
struct One<'r> {
    rule: &'r str,
    severity: &'static str,
    compatibility: &'static str,
    posture: &'static str,
    message: &'r str,
    operations: &'r [String],
}

impl<'r> WireEffect<'r> {
    /// The wire form of an effect.
    pub fn of(effect: &'r Effect) -> Self {
        let all = effect.consequences.iter().map(|one| One {
            rule: one.rule,
            severity: one.severity.name(),
            compatibility: one.compatibility.name(),
            posture: one.posture.name(),
            message: &one.message,
            operations: &one.operations,
        });
        Self {
            headline: effect.headline(),
            security: effect.security.iter().map(row).collect(),
            differences: all.collect(),
        }
    }
}
