//! Ways of securing calls that a document shows, as rows.

use serde::Serialize;

use super::model::place;
use crate::connector::patterns::{Mapping, Recognized, mappings, recognize};
use crate::document::Pointer;
use crate::spec::Spec;
use crate::target::Profile;

/// A way of securing calls.
#[derive(Debug, Serialize)]
pub struct PatternRow {
    /// Its name.
    pub name: &'static str,
    /// What shows it, in the document's order.
    pub clues: Vec<ClueRow>,
    /// What can be done of it, best first; never empty.
    pub mappings: Vec<MappingRow>,
}

/// A place that shows a pattern.
#[derive(Debug, Serialize)]
pub struct ClueRow {
    /// The node.
    pub pointer: String,
    /// Where it stands.
    pub line: u32,
    /// Where it stands.
    pub column: u32,
}

/// What can be done of a pattern.
#[derive(Debug, Serialize)]
pub struct MappingRow {
    /// `direct`, `gateway`, `parameter-set`, `enable-on-behalf-of-login` or `no`.
    pub by: &'static str,
    /// What that means, in words.
    pub what: &'static str,
}

/// The patterns of a document, and what can be done of each on a platform.
pub(super) fn rows(spec: &Spec<'_>, target: &Profile) -> Vec<PatternRow> {
    let shown = recognize(spec);
    shown.iter().map(|one| row(spec, target, one)).collect()
}

fn row(spec: &Spec<'_>, target: &Profile, shown: &Recognized) -> PatternRow {
    let mapping = |one: Mapping| MappingRow {
        by: one.name(),
        what: one.explain(),
    };
    PatternRow {
        name: shown.pattern.name(),
        clues: shown
            .clues
            .iter()
            .filter_map(|clue| clue_row(spec, clue))
            .collect(),
        mappings: mappings(shown, target).into_iter().map(mapping).collect(),
    }
}

fn clue_row(spec: &Spec<'_>, clue: &Pointer) -> Option<ClueRow> {
    let at = place(spec.document().find(clue)?);
    Some(ClueRow {
        pointer: clue.to_string(),
        line: at.line,
        column: at.column,
    })
}
