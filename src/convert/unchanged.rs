//! What stands in the result as it stands in the source.
//!
//! | part | stays when |
//! |---|---|
//! | a value nobody looks into | nothing in it is a reference, an alias, a merge key or said twice |
//! | a schema | likewise, and Swagger 2.0 knows each of its words and reads them alike |
//! | a reference in a schema | it leads to a component that keeps its name: a definition |
//!
//! It is told without making anything, once for each schema; a schema that stays costs one look.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::converter::{Converter, Place};
use super::library::Library;
use super::reference::definition_named;
use crate::document::{Document, Flags, Kind, NodeId, NodeRef, key};

/// Deepest nesting at which a part may stay: the deepest document fits below.
const DEEPEST: u32 = 32;
/// Members that are searched one by one.
const FEW: usize = 12;
/// The types of Swagger 2.0.
const TYPES: &[&str] = &["string", "number", "integer", "boolean", "array", "object"];

/// What is known of the nodes of each document.
pub(super) struct Unchanged {
    /// What is in the node: nothing but values, or [`REFERENCES`], or [`OTHERS`].
    inside: Arc<[Vec<u8>]>,
    schemas: Schemas,
}

/// What was found out about nodes as schemas: [`STAYS`], [`CHANGES`], or nothing yet.
#[derive(Default)]
struct Schemas {
    /// The first of those that are looked at as a rule: all in one document.
    first: Option<Place>,
    known: Vec<u8>,
    /// What is known of others.
    others: FxHashMap<Place, u8>,
}

impl Schemas {
    fn of(first: Place, count: usize) -> Self {
        Self {
            first: Some(first),
            known: vec![0; count],
            others: FxHashMap::default(),
        }
    }

    fn slot(&mut self, place: Place) -> &mut u8 {
        let first = self.first.filter(|first| first.0 == place.0);
        let at = first.and_then(|first| place.1.index().checked_sub(first.1.index()));
        match at.and_then(|at| self.known.get_mut(at)) {
            Some(slot) => slot,
            None => self.others.entry(place).or_default(),
        }
    }
}

/// References.
const REFERENCES: u8 = 1;
/// An alias, a merge key or a duplicate.
const OTHERS: u8 = 2;

const STAYS: u8 = 1;
const CHANGES: u8 = 2;

impl Unchanged {
    /// Look at every document of a library.
    pub(super) fn of(library: &Library<'_>) -> Self {
        let documents = (0..library.count()).map(|index| library.document(index));
        let count = library.document(0).nodes().len();
        Self {
            inside: documents.map(inside).collect(),
            schemas: Schemas::of((0, NodeId::ROOT), count),
        }
    }

    /// The same for a part of the conversion, which finds out about schemas itself: of so many nodes
    /// as a rule.
    pub(super) fn part(&self, first: Place, count: usize) -> Self {
        Self {
            inside: Arc::clone(&self.inside),
            schemas: Schemas::of(first, count),
        }
    }
}

/// Children come after their parents: one pass from the end tells all.
fn inside(document: &Document) -> Vec<u8> {
    let nodes = document.nodes();
    let mut inside = vec![0; nodes.len()];
    for (at, node) in nodes.iter().enumerate().rev() {
        if node.kind == Kind::Alias {
            inside[at] |= OTHERS;
        }
        let merged = node.key == key::MERGE && document.has_merges();
        let other = node.flags.has(Flags::DUPLICATE) || merged;
        let own = (u8::from(node.key == key::REF) * REFERENCES) | (u8::from(other) * OTHERS);
        if at > 0 && inside[at] | own != 0 {
            inside[node.parent.index()] |= inside[at] | own;
        }
    }
    inside
}

impl<'d> Converter<'d> {
    /// True for a value that is written as it stands; the budget pays for it.
    pub(super) fn stays(&mut self, node: NodeRef<'d>) -> bool {
        self.depth() <= DEEPEST && self.inside(node) == 0 && self.pay(node)
    }

    fn inside(&self, node: NodeRef<'d>) -> u8 {
        let (index, id) = self.place(node);
        self.unchanged.inside[index][id.index()]
    }

    /// True for a schema that is written as it stands; the budget pays for it.
    pub(super) fn schema_stays(&mut self, node: NodeRef<'d>) -> bool {
        self.depth() <= DEEPEST && self.is_alike(node.target()) && self.pay(node)
    }

    /// True for a list of texts, each once, that is written as it stands.
    pub(super) fn stays_as_texts(&mut self, list: NodeRef<'d>) -> bool {
        are_texts_once(list) && self.stays(list)
    }

    fn pay(&mut self, node: NodeRef<'d>) -> bool {
        let target = node.target();
        let nodes = target.node().next.0 - target.id().0;
        self.spend(node, nodes as usize)
    }

    /// True for a schema that means the same in Swagger 2.0.
    fn is_alike(&mut self, schema: NodeRef<'d>) -> bool {
        let place = self.place(schema);
        let known = *self.unchanged.schemas.slot(place);
        if known != 0 {
            return known == STAYS;
        }
        let stays =
            schema.is_object() && self.inside(schema) & OTHERS == 0 && self.are_alike_words(schema);
        let known = if stays { STAYS } else { CHANGES };
        *self.unchanged.schemas.slot(place) = known;
        stays
    }

    fn are_alike_words(&mut self, schema: NodeRef<'d>) -> bool {
        let mut words = schema.children();
        let reference = words
            .clone()
            .next()
            .filter(|first| first.key_symbol() == key::REF);
        match reference {
            Some(reference) => words.nth(1).is_none() && self.is_alike_reference(reference),
            None => words.all(|entry| self.is_alike_word(entry)) && is_complete(schema),
        }
    }

    /// True for a reference to a component that becomes the definition of the same name.
    fn is_alike_reference(&mut self, reference: NodeRef<'d>) -> bool {
        let Some(name) = definition_named(reference) else {
            return false;
        };
        let target = self.locate(reference, &reference.text());
        target.is_some_and(|target| {
            let kept = self.definitions.get(self.place(target));
            let ends = self.limits.reference_chains || target.member(key::REF).is_none();
            ends && kept.is_some_and(|kept| kept == name)
        })
    }

    fn is_alike_word(&mut self, entry: NodeRef<'d>) -> bool {
        match entry.key_symbol() {
            key::TYPE => entry.as_str().is_some_and(|word| TYPES.contains(&&*word)),
            key::FORMAT => match self.limits.formats {
                None => entry.is_string(),
                Some(known) => entry.as_str().is_some_and(|word| known.contains(&&*word)),
            },
            key::TITLE | key::DESCRIPTION | key::PATTERN => entry.is_string(),
            key::DEFAULT | key::EXAMPLE => self.inside(entry) == 0,
            key::ENUM | key::REQUIRED => are_texts_once(entry),
            key::MINIMUM | key::MAXIMUM => is_number(entry),
            key::MAX_LENGTH | key::MIN_LENGTH | key::MAX_ITEMS | key::MIN_ITEMS => is_count(entry),
            key::READ_ONLY => entry.as_bool().is_some(),
            key::PROPERTIES => {
                entry.is_object()
                    && entry
                        .children()
                        .all(|property| self.is_alike_property(property))
            }
            key::ADDITIONAL_PROPERTIES => entry.as_bool().is_some() || self.is_alike(entry),
            key::ITEMS => self.is_alike(entry),
            key::ALL_OF => {
                !self.options.flatten_all_of
                    && entry.is_array()
                    && !entry.is_empty()
                    && entry.children().all(|part| self.is_alike(part))
            }
            _ => self.is_alike_rare_word(entry),
        }
    }

    fn is_alike_rare_word(&self, entry: NodeRef<'d>) -> bool {
        match entry.key() {
            "uniqueItems" | "exclusiveMinimum" | "exclusiveMaximum" => entry.as_bool().is_some(),
            "multipleOf" => is_number(entry) && entry.text().parse::<f64>().is_ok_and(|n| n > 0.0),
            "maxProperties" | "minProperties" => is_count(entry),
            key => key.starts_with("x-") && self.inside(entry) == 0,
        }
    }

    fn is_alike_property(&mut self, property: NodeRef<'d>) -> bool {
        let place = self.place(property);
        let named = property.key_symbol() == key::REF;
        !named && !self.notification_urls.contains(&place) && self.is_alike(property)
    }
}

/// True when nothing has to be added: a list has `items`, what is required is declared.
fn is_complete(schema: NodeRef<'_>) -> bool {
    let Some(kind) = schema.member(key::TYPE) else {
        return true;
    };
    if kind.is_str("array") {
        return schema.member(key::ITEMS).is_some();
    }
    let required = schema.member(key::REQUIRED);
    let Some(required) = required.filter(|_| kind.is_str("object")) else {
        return true;
    };
    let properties = schema.member(key::PROPERTIES);
    properties.is_some_and(|properties| declares(properties, required))
}

/// True when every name of a list is a member. Lists follow the members' order as a rule: the
/// search goes on where the last name was found, and starts over a few times at most.
fn declares(properties: NodeRef<'_>, names: NodeRef<'_>) -> bool {
    let mut ahead = properties.children();
    for (at, name) in names.children().enumerate() {
        let text = name.text();
        if ahead.any(|property| property.key() == text) {
            continue;
        }
        if at > FEW {
            let all: FxHashSet<_> = properties.children().map(NodeRef::key).collect();
            return names.children().all(|name| all.contains(&*name.text()));
        }
        ahead = properties.children();
        if !ahead.any(|property| property.key() == text) {
            return false;
        }
    }
    true
}

/// True for a list of texts, each once.
fn are_texts_once(list: NodeRef<'_>) -> bool {
    if !list.is_array() || list.is_empty() || !list.children().all(NodeRef::is_string) {
        return false;
    }
    let texts = list.children().map(NodeRef::text);
    if list.children().nth(FEW).is_some() {
        let mut seen = FxHashSet::default();
        return texts.into_iter().all(|text| seen.insert(text));
    }
    let repeats = |(at, text)| texts.clone().take(at).any(|earlier| earlier == text);
    !texts.clone().enumerate().any(repeats)
}

fn is_number(node: NodeRef<'_>) -> bool {
    matches!(node.kind(), Kind::Integer | Kind::Float)
}

fn is_count(node: NodeRef<'_>) -> bool {
    node.kind() == Kind::Integer && !node.text().starts_with('-')
}
