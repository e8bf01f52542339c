//! A value being written. What stands in the source as it should is named, not copied.

use std::borrow::Cow;

use super::names::Name;
use super::reference::definition_named;
use crate::document::{Kind, NodeRef, Value, key};

/// Where a node stands that a value is compared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Text {
    /// In the source: what a reference there leads to is a definition in the result.
    Source,
    /// In the result.
    Result,
}

/// A member of an object being written.
pub(super) type Entry<'d> = (Cow<'d, str>, Draft<'d>);

/// The members of an object being written.
pub(super) type Entries<'d> = Vec<Entry<'d>>;

/// The members of the result that hold shared parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shelf {
    Definitions,
    Parameters,
    Responses,
}

impl Shelf {
    pub(super) const ALL: [Self; 3] = [Self::Definitions, Self::Parameters, Self::Responses];

    /// The member of the root that is it.
    pub(super) fn key(self) -> &'static str {
        self.prefix().trim_matches(['#', '/'])
    }

    /// What a reference to a part on it begins with.
    pub(super) const fn prefix(self) -> &'static str {
        match self {
            Self::Definitions => "#/definitions/",
            Self::Parameters => "#/parameters/",
            Self::Responses => "#/responses/",
        }
    }

    /// The reference to a part on it.
    pub(super) fn reference(self, name: &str) -> String {
        [self.prefix(), name].concat()
    }
}

/// A value being written.
#[derive(Clone, Debug)]
pub(super) enum Draft<'d> {
    /// A value as it stands in the source: a scalar, or a collection without aliases, merge keys
    /// and duplicates. References in it are to definitions. The node is no alias.
    Source(NodeRef<'d>),
    Null,
    Bool(bool),
    /// A number, as JSON text.
    Number(String),
    String(Cow<'d, str>),
    Array(Vec<Self>),
    /// Members in order, keys unique.
    Object(Entries<'d>),
    /// An object that is nothing but the reference to a shared part of this name.
    Reference(Shelf, Name<'d>),
}

impl<'d> Draft<'d> {
    /// An object from its members.
    pub(super) fn object<K: Into<Cow<'d, str>>>(
        members: impl IntoIterator<Item = (K, Self)>,
    ) -> Self {
        Self::Object(members.into_iter().map(|(k, v)| (k.into(), v)).collect())
    }

    /// An array from its items.
    pub(super) fn array(items: impl IntoIterator<Item = Self>) -> Self {
        Self::Array(items.into_iter().collect())
    }

    /// The text, when it is a string.
    pub(super) fn as_str(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::String(text) => Some(Cow::Borrowed(text)),
            Self::Source(node) => node.as_str(),
            _ => None,
        }
    }

    /// The boolean, when it is one.
    pub(super) fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(flag) => Some(*flag),
            Self::Source(node) => node.as_bool(),
            _ => None,
        }
    }

    /// True for an object with this member.
    pub(super) fn has(&self, key: &str) -> bool {
        match self {
            Self::Source(node) => node.get(key).is_some(),
            Self::Object(members) => members.iter().any(|(k, _)| k == key),
            Self::Reference(..) => key == "$ref",
            _ => false,
        }
    }

    /// The text of the reference, for an object that is nothing else.
    pub(super) fn reference(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Reference(kind, name) => Some(Cow::Owned(kind.reference(name.text()))),
            Self::Object(members) => match &members[..] {
                [(key, text)] if key == "$ref" => text.as_str(),
                _ => None,
            },
            _ => None,
        }
    }

    /// The keys of an object.
    pub(super) fn keys(&self) -> Vec<&str> {
        match self {
            Self::Source(node) => node.children().map(NodeRef::key).collect(),
            Self::Object(members) => members.iter().map(|(key, _)| key.as_ref()).collect(),
            Self::Reference(..) => vec!["$ref"],
            _ => Vec::new(),
        }
    }

    /// The texts in a list.
    pub(super) fn texts(&self) -> Vec<Cow<'_, str>> {
        match self {
            Self::Source(node) => node.items().filter_map(NodeRef::as_str).collect(),
            Self::Array(items) => items.iter().filter_map(Self::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// The member with this key of an object that is not the source's.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The items of an array.
    pub(super) fn into_items(self) -> Option<Vec<Self>> {
        match self {
            Self::Array(items) => Some(items),
            Self::Source(node) if node.is_array() => Some(node.items().map(Self::Source).collect()),
            _ => None,
        }
    }

    /// The members of an object.
    pub(super) fn into_entries(self) -> Option<Entries<'d>> {
        match self {
            Self::Object(members) => Some(members),
            Self::Source(node) if node.is_object() => {
                let entry = |entry: NodeRef<'d>| (Cow::Borrowed(entry.key()), Self::member(entry));
                Some(node.children().map(entry).collect())
            }
            Self::Reference(..) => {
                let text = self.reference().map(Cow::into_owned);
                Some(vec![("$ref".into(), Self::from(text.unwrap_or_default()))])
            }
            _ => None,
        }
    }

    /// A member of an object that is the source's.
    fn member(entry: NodeRef<'d>) -> Self {
        match definition_named(entry) {
            Some(name) => Self::from(Shelf::Definitions.reference(name)),
            None => Self::Source(entry),
        }
    }

    /// The plain value.
    pub(super) fn value(&self) -> Value {
        match self {
            Self::Source(node) => value_of(*node),
            Self::Null => Value::Null,
            Self::Bool(flag) => Value::Bool(*flag),
            Self::Number(text) => Value::Number(text.clone()),
            Self::String(text) => Value::String(text.clone().into_owned()),
            Self::Array(items) => Value::array(items.iter().map(Self::value)),
            Self::Object(members) => {
                let members = members.iter();
                Value::object(members.map(|(key, member)| (key.as_ref(), member.value())))
            }
            Self::Reference(..) => {
                let text = self.reference().map(Cow::into_owned);
                Value::object([("$ref", Value::String(text.unwrap_or_default()))])
            }
        }
    }
}

fn value_of(node: NodeRef<'_>) -> Value {
    match node.kind() {
        Kind::Array => Value::array(node.children().map(value_of)),
        Kind::Object => {
            let members = node.children();
            Value::object(members.map(|entry| (entry.key(), Draft::member(entry).value())))
        }
        _ => Value::of(node, 1).unwrap_or(Value::Null),
    }
}

/// Two are equal when they are written alike.
impl PartialEq for Draft<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Source(node), other) | (other, Self::Source(node)) => {
                other.is_like(*node, Text::Source)
            }
            (Self::Null, Self::Null) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::String(a), Self::String(b)) => a == b,
            (Self::Array(a), Self::Array(b)) => a == b,
            (Self::Object(a), Self::Object(b)) => a == b,
            (Self::Reference(a, own), Self::Reference(b, name)) => a == b && own == name,
            (Self::Reference(..), _) | (_, Self::Reference(..)) => {
                self.reference().is_some() && self.reference() == other.reference()
            }
            _ => false,
        }
    }
}

impl Draft<'_> {
    /// True when this is the value of a node of the result; nothing is made to tell.
    pub(super) fn is_of(&self, node: NodeRef<'_>) -> bool {
        self.is_like(node, Text::Result)
    }

    /// True when this is the value of a node that has no aliases, merge keys or duplicates in it.
    fn is_like(&self, node: NodeRef<'_>, text: Text) -> bool {
        match (self, node.kind()) {
            (Self::Source(own), _) => super::same::same(*own, node, text),
            (Self::Null, Kind::Null | Kind::Alias)
            | (Self::Bool(true), Kind::True)
            | (Self::Bool(false), Kind::False) => true,
            (Self::String(text), Kind::String) => *text == node.text(),
            (Self::Number(text), Kind::Integer | Kind::Float) => {
                Value::of(node, 1) == Ok(Value::Number(text.clone()))
            }
            (Self::Array(own), Kind::Array) => {
                let mut items = node.children();
                let mut is_next =
                    |value: &Self| items.next().is_some_and(|item| value.is_like(item, text));
                own.iter().all(&mut is_next) && items.next().is_none()
            }
            (Self::Object(own), Kind::Object) => are_like(own, node, text),
            (Self::Reference(kind, name), Kind::Object) => {
                let mut entries = node.children();
                let only = entries
                    .next()
                    .filter(|entry| entry.key_symbol() == key::REF);
                let is_it = only.is_some_and(|only| refers(only, (*kind, name.text()), text));
                is_it && entries.next().is_none()
            }
            _ => false,
        }
    }
}

/// True when members are those of an object of the result, in order.
pub(super) fn are_of(own: &[Entry<'_>], object: NodeRef<'_>) -> bool {
    are_like(own, object, Text::Result)
}

fn are_like(own: &[Entry<'_>], object: NodeRef<'_>, text: Text) -> bool {
    let mut entries = object.children();
    let is_next = |(key, value): &Entry<'_>| {
        entries.next().is_some_and(|entry| {
            let member = match text {
                Text::Source => Draft::member(entry),
                Text::Result => Draft::Source(entry),
            };
            match member {
                Draft::Source(_) => entry.key() == key && value.is_like(entry, text),
                member => entry.key() == key && *value == member,
            }
        })
    };
    own.iter().all(is_next) && entries.next().is_none()
}

/// True when a `$ref` leads to a part of this name.
fn refers(reference: NodeRef<'_>, (kind, name): (Shelf, &str), text: Text) -> bool {
    let own = reference.as_str();
    match text {
        Text::Source => kind == Shelf::Definitions && definition_named(reference) == Some(name),
        Text::Result => own.is_some_and(|own| own.strip_prefix(kind.prefix()) == Some(name)),
    }
}

impl<'d> From<&'d str> for Draft<'d> {
    fn from(text: &'d str) -> Self {
        Self::String(Cow::Borrowed(text))
    }
}

impl<'d> From<Cow<'d, str>> for Draft<'d> {
    fn from(text: Cow<'d, str>) -> Self {
        Self::String(text)
    }
}

impl From<String> for Draft<'_> {
    fn from(text: String) -> Self {
        Self::String(Cow::Owned(text))
    }
}

impl From<bool> for Draft<'_> {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}
