//! What a plan says of the ways of securing calls that its document shows.

use super::patterns::{Mapping, Recognized, mappings, recognize};
use crate::rewrite::Warning;
use crate::spec::Spec;
use crate::target::Profile;

/// A warning for each pattern of a document that the platform does not simply carry out: what does
/// it instead, or that nothing does.
pub fn mapped(spec: &Spec<'_>, target: &Profile) -> Vec<Warning> {
    let shown = recognize(spec);
    shown
        .iter()
        .filter_map(|one| warning(one, target))
        .collect()
}

fn warning(shown: &Recognized, target: &Profile) -> Option<Warning> {
    let ways = mappings(shown, target);
    if ways == [Mapping::Direct] {
        return None;
    }
    let words: Vec<&str> = ways.iter().map(Mapping::explain).collect();
    let place = shown.clues.first().map(|clue| format!(" ({clue})"));
    Some(Warning {
        id: "pattern-mapped",
        message: format!(
            "{}{}: {}",
            shown.pattern.name(),
            place.unwrap_or_default(),
            words.join("; or ")
        ),
        operations: Vec::new(),
    })
}
