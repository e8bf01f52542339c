//! Every published connector against itself.

use std::time::Instant;

use oneauth::document::Document;
use oneauth::edit::to_yaml;
use oneauth::spec::detect;

use super::support::{compared, shown};
use crate::support::corpus;

/// The documents of the connectors that can be read, with their names.
pub(super) fn connectors() -> Vec<(String, Document)> {
    let Some(folder) = corpus::part("corpus") else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for path in corpus::files_named(&folder, &[".json"]) {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let name = path.display().to_string();
        if let Ok(document) = Document::of_text(&name, text)
            && detect(&document).is_ok()
        {
            out.push((name, document));
        }
    }
    out
}

#[test]
fn a_connector_and_its_twin_mean_the_same() {
    let start = Instant::now();
    let all = connectors();
    let mut twins = 0;
    for (name, document) in &all {
        let found = compared(document, document);
        assert!(found.is_empty(), "{name}:\n{}", shown(&found));
        let Ok(value) = document.value() else {
            continue;
        };
        let twin = Document::of_text("twin.yaml", to_yaml(&value));
        let twin = twin.unwrap_or_else(|e| panic!("{name}: {e}"));
        let found = compared(document, &twin);
        assert!(found.is_empty(), "{name} and its twin:\n{}", shown(&found));
        twins += 1;
    }
    eprintln!(
        "{} connectors, {twins} twins, {:?}",
        all.len(),
        start.elapsed()
    );
}
