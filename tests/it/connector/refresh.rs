//! What people added to a connector comes back when a newer export takes its place.

mod cases;
mod round_trip;
mod strip;

use oneauth::connector::refresh::{Refresh, Texts, refresh};
use oneauth::document::Document;
use oneauth::edit::{apply, lower};
use oneauth::spec::Spec;

fn document(name: &str, text: impl Into<String>) -> Document {
    Document::of_text(name, text).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The new document after the refresh, and what was done.
fn refreshed(old: &Document, new: &Document, texts: Texts) -> (Document, Refresh) {
    let done = refresh(&Spec::new(old).unwrap(), &Spec::new(new).unwrap(), texts);
    let edits =
        lower(new, &done.changes).unwrap_or_else(|e| panic!("{}: {e:?}", old.source().name()));
    let text = apply(new.text(), &edits);
    (document("refreshed.json", text), done)
}
