//! `oneauth convert`: what could not be carried over.

use std::io::{self, Write};

use serde::Serialize;

use super::comparison::{self, WireEffect};
use super::{RenderOptions, json_text, shown};
use crate::convert::Loss;
use crate::diff::Effect;
use crate::finding::Severity;

/// The version of the JSON form.
const SCHEMA_VERSION: u32 = 1;

/// A conversion, as a report shows it.
#[derive(Clone, Copy)]
pub struct Converted<'a> {
    /// The file as the user named it.
    pub file: &'a str,
    /// The target's id.
    pub target: &'static str,
    /// What was lost, in source order.
    pub losses: &'a [Loss],
    /// What it means for who gets in.
    pub effect: &'a Effect,
    /// What became of it: `written`, `printed`, `refused`.
    pub result: &'static str,
}

impl Converted<'_> {
    fn count(&self, severity: Severity) -> usize {
        let of = self.losses.iter().filter(|loss| loss.severity == severity);
        of.count()
    }
}

/// Write the losses for a person: one line each, then how many there are, then whose protection
/// changed with it, if anybody's did.
pub fn human(
    converted: &Converted<'_>,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    for loss in converted.losses {
        let place = loss.source.place(loss.span.start);
        let (on, off) = if options.color {
            (colour(loss.severity), "\x1b[0m")
        } else {
            ("", "")
        };
        writeln!(
            out,
            "{}:{}:{}: {on}{}[{}]{off} {}; {}",
            shown(loss.source.name()),
            place.line,
            place.column,
            loss.severity,
            loss.kind,
            shown(&loss.what),
            shown(&loss.instead),
        )?;
    }
    let counts: Vec<String> = Severity::ALL
        .into_iter()
        .rev()
        .map(|severity| (severity, converted.count(severity)))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| format!("{count} {severity}"))
        .collect();
    match counts[..] {
        [] => writeln!(out, "Nothing was lost.")?,
        _ => writeln!(out, "Not carried over: {}.", counts.join(", "))?,
    }
    if converted.effect.security.is_empty() {
        return Ok(());
    }
    comparison::effect("Effect on who gets in", converted.effect, options, out)
}

const fn colour(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "\x1b[31m",
        Severity::Warning => "\x1b[33m",
        Severity::Info => "\x1b[36m",
        Severity::Hint => "\x1b[2m",
    }
}

#[derive(Serialize)]
struct Wire<'a> {
    schema_version: u32,
    file: &'a str,
    target: &'static str,
    result: &'static str,
    losses: Vec<WireLoss<'a>>,
    effect: WireEffect<'a>,
}

#[derive(Serialize)]
struct WireLoss<'a> {
    kind: &'static str,
    severity: &'static str,
    file: &'a str,
    line: u32,
    column: u32,
    pointer: &'a str,
    what: &'a str,
    instead: &'a str,
}

fn wire(loss: &Loss) -> WireLoss<'_> {
    let place = loss.source.place(loss.span.start);
    WireLoss {
        kind: loss.kind.id(),
        severity: loss.severity.name(),
        file: loss.source.name(),
        line: place.line,
        column: place.column,
        pointer: loss.pointer.as_str(),
        what: &loss.what,
        instead: &loss.instead,
    }
}

/// Write the losses as one JSON object.
pub fn json(converted: &Converted<'_>, out: &mut dyn Write) -> io::Result<()> {
    let object = Wire {
        schema_version: SCHEMA_VERSION,
        file: converted.file,
        target: converted.target,
        result: converted.result,
        losses: converted.losses.iter().map(wire).collect(),
        effect: WireEffect::of(converted.effect),
    };
    json_text::pretty(&object, out)
}

/// Write the losses as JSON, one object a line.
pub fn jsonl(converted: &Converted<'_>, out: &mut dyn Write) -> io::Result<()> {
    for loss in converted.losses {
        json_text::line(&wire(loss), out)?;
    }
    Ok(())
}
