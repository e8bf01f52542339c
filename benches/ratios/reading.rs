//! Reading: JSON against a `serde_json` value, YAML against the events of a general parser.

use std::hint::black_box;
use std::sync::Arc;

use oneauth::document::{Document, Format, ReadOptions, YamlReader};
use oneauth::text::SourceFile;

use crate::contest::{Table, fastest};
use crate::inputs::Inputs;
use crate::plain::Plain;

/// Add the rows about reading.
pub(crate) fn rows(inputs: &Inputs, table: &mut Table) {
    json(&inputs.json, table);
    let fast = "read block YAML : parser events";
    yaml(&inputs.block_yaml, YamlReader::Either, fast, 0.35, table);
    let general = "read YAML by the general reader : parser events";
    yaml(&inputs.block_yaml, YamlReader::General, general, 1.4, table);
    let worst = "read YAML that is declined at its end : parser events";
    yaml(&inputs.other_yaml, YamlReader::Either, worst, 1.75, table);
}

/// Read a text as a document of this syntax.
pub(crate) fn read(source: &Arc<SourceFile>, format: Format) -> Document {
    let options = ReadOptions {
        format: Some(format),
        ..ReadOptions::default()
    };
    Document::parse(Arc::clone(source), options).expect("the input is well formed")
}

fn json(text: &str, table: &mut Table) {
    let source = Arc::new(SourceFile::new("input.json", text));
    let mut ours = || drop(black_box(read(&source, Format::Json)));
    let mut theirs = || drop(black_box(Plain::read(text)));
    let times = fastest(11, [&mut ours, &mut theirs]);
    table.ratio("read JSON : serde_json value", times, 0.6);
}

fn yaml(text: &str, reader: YamlReader, what: &str, goal: f64, table: &mut Table) {
    let source = Arc::new(SourceFile::new("input.yaml", text));
    let options = ReadOptions {
        yaml_reader: reader,
        ..ReadOptions::default()
    };
    let mut ours = || {
        let document = Document::parse(Arc::clone(&source), options);
        drop(black_box(document.expect("the input is YAML")));
    };
    let mut theirs = || {
        let settings = granit_parser::options! { emit_comments: false };
        let events = granit_parser::Parser::new_from_str_with_options(text, settings);
        black_box(events.flatten().count());
    };
    let times = fastest(7, [&mut ours, &mut theirs]);
    table.ratio(what, times, goal);
}
