//! Two versions of one large document, and two that have nothing in common.

use std::hint::black_box;
use std::sync::Arc;

use oneauth::diff::{compare, text_diff_in_short};
use oneauth::document::{Document, Format};
use oneauth::report::comparison::{Compared, PairSources};
use oneauth::rule::SeverityProfile;
use oneauth::spec::Spec;
use oneauth::text::{SourceFile, aside};

use crate::contest::{Table, fastest};
use crate::inputs::{Inputs, made_json};
use crate::reading::read;

/// What is compared, and how often the time to read both it may take.
const GOAL: f64 = 3.0;

/// Add the rows about `diff`.
pub(crate) fn rows(inputs: &Inputs, table: &mut Table) {
    let renamed = inputs
        .json
        .replace("\"operationId\": \"", "\"operationId\": \"x");
    let cases = [
        ("an edited version", edited(&inputs.json)),
        ("every operation renamed", renamed),
        ("nothing in common", made_json(13_000)),
    ];
    for (what, other) in cases {
        row(what, [&inputs.json, &other], table);
    }
    let lines: Vec<String> = [&inputs.json, &edited(&inputs.json)]
        .map(|text| text.lines().map(str::trim_start).collect())
        .into();
    row("both in one line", [&lines[0], &lines[1]], table);
}

fn row(what: &str, texts: [&String; 2], table: &mut Table) {
    let source = |text: &String| Arc::new(SourceFile::new("input.json", text.as_str()));
    let sources = texts.map(source);
    let both = || sources.each_ref().map(|source| read(source, Format::Json));
    let mut reading = || drop(black_box(both()));
    let mut comparing = || diff(&both());
    let [reading, comparing] = fastest(15, [&mut reading, &mut comparing]);
    let what = format!("read both, diff ({what}) : read both");
    table.ratio(&what, [comparing, reading], GOAL);
}

/// All of `diff` but the output.
fn diff(documents: &[Document; 2]) {
    let [old, new] = documents;
    let bytes = old.text().len() + new.text().len();
    let spec = |one| move || Spec::new(one).expect("the input is a description");
    let specs = aside(bytes, spec(old), spec(new));
    let sources = PairSources {
        old,
        new,
        beside: (None, None),
    };
    let (texts, comparison) = aside(
        bytes,
        || sources.texts(|old, new| text_diff_in_short(old, new, 3)),
        || compare(&specs.0, &specs.1, (None, None), SeverityProfile::Api),
    );
    drop(black_box(Compared::new(sources, comparison, texts)));
}

/// The text with one line in five hundred changed in meaning.
fn edited(text: &str) -> String {
    let mut parts = text.split("\"type\": \"string\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (at, part) in parts.enumerate() {
        out.push_str(if at % 100 == 0 {
            "\"type\": \"integer\""
        } else {
            "\"type\": \"string\""
        });
        out.push_str(part);
    }
    out
}
