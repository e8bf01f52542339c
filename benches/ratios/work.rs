//! Work on a document that is read: validation, the rules, a rewrite.

use std::hint::black_box;
use std::sync::Arc;

use oneauth::document::{Document, Format};
use oneauth::schema::validate;
use oneauth::spec::{Spec, Version};
use oneauth::text::SourceFile;

use crate::contest::{Table, fastest};
use crate::inputs::Inputs;
use crate::plain::Plain;
use crate::reading::read;

/// Add the rows about work inside one process.
pub(crate) fn rows(inputs: &Inputs, table: &mut Table) {
    let source = Arc::new(SourceFile::new("input.json", inputs.json.as_str()));
    let document = read(&source, Format::Json);
    let version = Spec::new(&document).map_or(Version::OpenApi30, |spec| spec.version());
    let mut value = || drop(black_box(Plain::read(&inputs.json)));
    let mut reading = || drop(black_box(read(&source, Format::Json)));
    let mut viewing = || _ = black_box(Spec::new(&document).is_ok());
    let mut validating = || drop(black_box(validate(&document, version)));
    let [read, view, validation, value] =
        fastest(7, [&mut reading, &mut viewing, &mut validating, &mut value]);
    table.ratio("read, view : serde_json value", [read + view, value], 0.8);
    table.ratio(
        "read, validate : serde_json value",
        [read + validation, value],
        1.0,
    );
    table.sizes(
        "memory of the tree : input",
        [tree_bytes(&document), inputs.json.len() as u64],
        1.2,
    );
}

fn tree_bytes(document: &Document) -> u64 {
    document.tree_bytes() as u64
}
