//! Names of shared parts: legal, unique, and the source's own wherever possible.
//!
//! | source name | decision |
//! |---|---|
//! | letters, digits, `.`, `-`, `_` | kept |
//! | anything else in it | each such character becomes `_`; reported; references follow |
//! | taken already | `_2`, `_3`, … is added |
//! | wished for in a part of the conversion | given when the part is put to those before it |

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use super::converter::Place;

/// The name of a shared part.
#[derive(Clone, Debug)]
pub(super) enum Name<'d> {
    Given(Cow<'d, str>),
    /// It is given once it is known what the parts of the conversion before this one named.
    Promised(Arc<Promise>),
}

impl<'d> Name<'d> {
    /// Its text.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Given(text) => text,
            Self::Promised(promise) => promise.text(),
        }
    }

    /// Its text, to keep.
    pub(super) fn into_text(self) -> Cow<'d, str> {
        match self {
            Self::Given(text) => text,
            Self::Promised(promise) => promise.text().to_owned().into(),
        }
    }
}

impl PartialEq for Name<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            // one promise for each place, and no text is needed to tell
            (Self::Promised(a), Self::Promised(b)) if Arc::ptr_eq(a, b) => true,
            _ => self.text() == other.text(),
        }
    }
}

/// A name that is given later.
#[derive(Debug)]
pub(super) struct Promise {
    /// What the name is made of.
    pub(super) wish: String,
    /// The name it would get if nothing were named but what the part knows.
    pub(super) meanwhile: String,
    /// Somebody wanted its text before it was given, and got that of `meanwhile`.
    told: AtomicBool,
    given: OnceLock<String>,
}

impl Promise {
    pub(super) fn new(wish: String, meanwhile: String) -> Self {
        Self {
            wish,
            meanwhile,
            told: AtomicBool::new(false),
            given: OnceLock::new(),
        }
    }

    fn text(&self) -> &str {
        self.given.get().unwrap_or_else(|| {
            self.told.store(true, Ordering::Relaxed);
            &self.meanwhile
        })
    }

    /// True when something was made of the name that it has meanwhile.
    pub(super) fn was_told(&self) -> bool {
        self.told.load(Ordering::Relaxed)
    }

    /// Keep it: from here on this is the name.
    pub(super) fn keep(&self, name: String) {
        self.given.get_or_init(|| name);
    }
}

/// The names of one kind of shared part.
#[derive(Clone, Debug, Default)]
pub(super) struct Names<'d> {
    /// What was named before; these come on top.
    before: Option<Arc<Self>>,
    by_place: FxHashMap<Place, Cow<'d, str>>,
    taken: FxHashSet<Cow<'d, str>>,
    /// How often a wish was refused already, so that many equal wishes cost no search.
    refused: FxHashMap<String, usize>,
}

impl<'d> Names<'d> {
    /// The name of a part, when it has one.
    pub(super) fn get(&self, place: Place) -> Option<&Cow<'d, str>> {
        let known = self.by_place.get(&place);
        known.or_else(|| self.before.as_ref()?.get(place))
    }

    /// Name a part after a wish; the name given is legal and not taken.
    pub(super) fn give(&mut self, place: Place, wish: impl Into<Cow<'d, str>>) -> Cow<'d, str> {
        let name = self.reserve(wish);
        self.by_place.insert(place, name.clone());
        name
    }

    /// A name that belongs to no place.
    pub(super) fn reserve(&mut self, wish: impl Into<Cow<'d, str>>) -> Cow<'d, str> {
        let legal = legal(wish.into());
        if !self.is_taken(&legal) {
            self.taken.insert(legal.clone());
            return legal;
        }
        let mut count = self.refusals(&legal);
        loop {
            count += 1;
            let name = Cow::Owned(format!("{legal}_{count}"));
            if !self.is_taken(&name) {
                self.refused.insert(legal.into_owned(), count);
                self.taken.insert(name.clone());
                return name;
            }
        }
    }

    /// True for a name that some part has.
    pub(super) fn is_taken(&self, name: &str) -> bool {
        let before = || self.before.as_ref().is_some_and(|b| b.is_taken(name));
        self.taken.contains(name) || before()
    }

    fn refusals(&self, wish: &str) -> usize {
        let before = || self.before.as_ref().map_or(1, |b| b.refusals(wish));
        self.refused.get(wish).copied().unwrap_or_else(before)
    }

    /// Share what is named so far: from here on names come on top of it.
    pub(super) fn part(&mut self) {
        let before = std::mem::take(self);
        self.before = Some(Arc::new(before));
    }

    /// Names on top of those that are shared.
    pub(super) fn after(&self) -> Self {
        Self {
            before: self.before.clone(),
            ..Self::default()
        }
    }
}

/// A name made of letters, digits, `.`, `-` and `_` only.
pub(super) fn legal(wish: Cow<'_, str>) -> Cow<'_, str> {
    if is_legal(&wish) {
        return wish;
    }
    let chars = wish.chars().map(|c| if fits(c) { c } else { '_' });
    let name: String = chars.collect();
    if name.is_empty() {
        "_".into()
    } else {
        name.into()
    }
}

/// True for a name that is kept.
pub(super) fn is_legal(name: &str) -> bool {
    !name.is_empty() && name.chars().all(fits)
}

fn fits(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
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
