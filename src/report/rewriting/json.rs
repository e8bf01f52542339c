//! A rewrite as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::Rewriting;
use crate::report::comparison::WireEffect;
use crate::report::json_text;

/// The version of this form.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Wire<'a> {
    schema_version: u32,
    file: &'a str,
    target: &'static str,
    result: &'static str,
    scheme: Option<&'a str>,
    what: &'a str,
    created: bool,
    because: &'a str,
    steps: Vec<WireStep<'a>>,
    effect: WireEffect<'a>,
    unresolved: Vec<WirePlaceholder<'a>>,
    warnings: Vec<WireWarning<'a>>,
    properties: Option<&'a str>,
    diff: &'a str,
}

#[derive(Serialize)]
struct WireStep<'a> {
    title: &'a str,
    pointer: &'a str,
}

#[derive(Serialize)]
struct WirePlaceholder<'a> {
    name: &'a str,
    pointer: &'a str,
}

#[derive(Serialize)]
struct WireWarning<'a> {
    id: &'static str,
    message: &'a str,
    operations: &'a [String],
}

/// Write a rewrite as one JSON object.
pub fn json(rewriting: &Rewriting<'_>, out: &mut dyn Write) -> io::Result<()> {
    let plan = rewriting.plan;
    let steps = plan.steps.iter().map(|step| WireStep {
        title: &step.title,
        pointer: step.pointer.as_str(),
    });
    let unresolved = plan.unresolved.iter().map(|one| WirePlaceholder {
        name: &one.name,
        pointer: one.pointer.as_str(),
    });
    let warnings = plan.warnings.iter().map(|one| WireWarning {
        id: one.id,
        message: &one.message,
        operations: &one.operations,
    });
    let wire = Wire {
        schema_version: SCHEMA_VERSION,
        file: rewriting.file,
        target: rewriting.target,
        result: rewriting.result,
        scheme: plan.choice.scheme.as_deref(),
        what: &plan.choice.what,
        created: plan.choice.created,
        because: &plan.choice.because,
        steps: steps.collect(),
        effect: WireEffect::of(rewriting.effect),
        unresolved: unresolved.collect(),
        warnings: warnings.collect(),
        properties: rewriting.beside,
        diff: rewriting.diff,
    };
    json_text::pretty(&wire, out)
}
