//! What stands in the result as it stands in the source.
//!
//! | part | stays when |
//! |---|---|
//! | a value nobody looks into | nothing in it is a reference, an alias, a merge key or said twice |
//! | a schema | likewise, and Swagger 2.0 knows each of its words and reads them alike |
//!
//! It is told without making anything, once for each schema; a schema that stays costs one look.

use rustc_hash::FxHashSet;

use super::converter::Converter;
use super::library::Library;
use crate::document::{Document, Flags, Kind, NodeRef, key};

/// Deepest nesting at which a part may stay: the deepest document fits below.
const DEEPEST: u32 = 32;
/// Members that are searched one by one.
const FEW: usize = 12;
/// The types of Swagger 2.0.
const TYPES: &[&str] = &["string", "number", "integer", "boolean", "array", "object"];

/// What is known of the nodes of one document.
pub(super) struct Unchanged {
    /// Nothing in the node is a reference, an alias, a merge key or a duplicate.
    exact: Vec<bool>,
    /// What was found out about the node as a schema.
    schemas: Vec<Known>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Nothing,
    Stays,
    Changes,
}

impl Unchanged {
    /// Look at every document of a library.
    pub(super) fn of(library: &Library<'_>) -> Vec<Self> {
        let documents = (0..library.count()).map(|index| library.document(index));
        let look = |document: &Document| Self {
            exact: exact(document),
            schemas: vec![Known::Nothing; document.nodes().len()],
        };
        documents.map(look).collect()
    }
}

/// Children come after their parents: one pass from the end tells all.
fn exact(document: &Document) -> Vec<bool> {
    let nodes = document.nodes();
    let mut exact = vec![true; nodes.len()];
    for (at, node) in nodes.iter().enumerate().rev() {
        exact[at] &= node.kind != Kind::Alias;
        let merged = node.key == key::MERGE && document.has_merges();
        let spoils = node.key == key::REF || node.flags.has(Flags::DUPLICATE) || merged;
        if (spoils || !exact[at]) && at > 0 {
            exact[node.parent.index()] = false;
        }
    }
    exact
}

impl<'d> Converter<'d> {
    /// True for a value that is written as it stands; the budget pays for it.
    pub(super) fn stays(&mut self, node: NodeRef<'d>) -> bool {
        let (index, id) = self.place(node);
        self.depth() <= DEEPEST && self.unchanged[index].exact[id.index()] && self.pay(node)
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
        let (index, id) = self.place(schema);
        let known = self.unchanged[index].schemas[id.index()];
        if known != Known::Nothing {
            return known == Known::Stays;
        }
        let stays = schema.is_object()
            && self.unchanged[index].exact[id.index()]
            && schema.children().all(|entry| self.is_alike_word(entry))
            && is_complete(schema);
        let known = if stays { Known::Stays } else { Known::Changes };
        self.unchanged[index].schemas[id.index()] = known;
        stays
    }

    fn is_alike_word(&mut self, entry: NodeRef<'d>) -> bool {
        match entry.key_symbol() {
            key::TYPE => entry.as_str().is_some_and(|word| TYPES.contains(&&*word)),
            key::FORMAT => match self.limits.formats {
                None => entry.is_string(),
                Some(known) => entry.as_str().is_some_and(|word| known.contains(&&*word)),
            },
            key::TITLE | key::DESCRIPTION | key::PATTERN => entry.is_string(),
            key::DEFAULT | key::EXAMPLE => true,
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
            _ => is_alike_rare_word(entry),
        }
    }

    fn is_alike_property(&mut self, property: NodeRef<'d>) -> bool {
        let place = self.place(property);
        !self.notification_urls.contains(&place) && self.is_alike(property)
    }
}

fn is_alike_rare_word(entry: NodeRef<'_>) -> bool {
    match entry.key() {
        "uniqueItems" | "exclusiveMinimum" | "exclusiveMaximum" => entry.as_bool().is_some(),
        "multipleOf" => is_number(entry) && entry.text().parse::<f64>().is_ok_and(|n| n > 0.0),
        "maxProperties" | "minProperties" => is_count(entry),
        key => key.starts_with("x-"),
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
