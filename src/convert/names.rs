//! Names of shared parts: legal, unique, and the source's own wherever possible.
//!
//! | source name | decision |
//! |---|---|
//! | letters, digits, `.`, `-`, `_` | kept |
//! | anything else in it | each such character becomes `_`; reported; references follow |
//! | taken already | `_2`, `_3`, … is added |

use rustc_hash::{FxHashMap, FxHashSet};

use super::converter::Place;

/// The names of one kind of shared part.
#[derive(Debug, Default)]
pub(super) struct Names {
    by_place: FxHashMap<Place, String>,
    taken: FxHashSet<String>,
    /// How often a wish was refused already, so that many equal wishes cost no search.
    refused: FxHashMap<String, usize>,
}

impl Names {
    /// The name of a part, when it has one.
    pub(super) fn get(&self, place: Place) -> Option<&str> {
        self.by_place.get(&place).map(String::as_str)
    }

    /// Name a part after a wish; the name given is legal and not taken.
    pub(super) fn give(&mut self, place: Place, wish: &str) -> String {
        let name = self.reserve(wish);
        self.by_place.insert(place, name.clone());
        name
    }

    /// A name that belongs to no place.
    pub(super) fn reserve(&mut self, wish: &str) -> String {
        let legal = legal(wish);
        if self.taken.insert(legal.clone()) {
            return legal;
        }
        let count = self.refused.entry(legal.clone()).or_insert(1);
        loop {
            *count += 1;
            let name = format!("{legal}_{count}");
            if self.taken.insert(name.clone()) {
                return name;
            }
        }
    }
}

/// A name made of letters, digits, `.`, `-` and `_` only.
pub(super) fn legal(wish: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let name: String = wish
        .chars()
        .map(|c| if fits(c) { c } else { '_' })
        .collect();
    if name.is_empty() { "_".into() } else { name }
}

/// Words of a pointer that only say what kind of place it is.
const STRUCTURE: &[&str] = &[
    "",
    "components",
    "schemas",
    "properties",
    "items",
    "schema",
    "content",
    "paths",
    "responses",
    "requestBody",
    "parameters",
    "allOf",
    "anyOf",
    "oneOf",
    "$defs",
    "definitions",
    "additionalProperties",
    "application/json",
];

/// A name for a schema that stands at a pointer: its last telling words.
pub(super) fn name_of_place<'a>(
    segments: impl Iterator<Item = std::borrow::Cow<'a, str>>,
) -> String {
    let telling: Vec<String> = segments
        .filter(|word| !STRUCTURE.contains(&word.as_ref()))
        .map(|word| word.trim_matches('/').replace(['/', '{', '}'], "_"))
        .collect();
    let from = telling.len().saturating_sub(3);
    telling[from..].join("_")
}
