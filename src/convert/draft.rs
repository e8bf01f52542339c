//! A value being written. What stands in the source as it should is named, not copied.

use std::borrow::Cow;

use crate::document::{Kind, NodeRef, Value};

/// The members of an object being written.
pub(super) type Entries<'d> = Vec<(Cow<'d, str>, Draft<'d>)>;

/// A value being written.
#[derive(Clone, Debug)]
pub(super) enum Draft<'d> {
    /// A value as it stands in the source: a scalar, or a collection without aliases, merge keys
    /// and duplicates. The node is no alias.
    Source(NodeRef<'d>),
    Null,
    Bool(bool),
    /// A number, as JSON text.
    Number(String),
    String(Cow<'d, str>),
    Array(Vec<Self>),
    /// Members in order, keys unique.
    Object(Entries<'d>),
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
            _ => false,
        }
    }

    /// The keys of an object.
    pub(super) fn keys(&self) -> Vec<&str> {
        match self {
            Self::Source(node) => node.children().map(NodeRef::key).collect(),
            Self::Object(members) => members.iter().map(|(key, _)| key.as_ref()).collect(),
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
                let entries = node.children();
                let entry = |entry: NodeRef<'d>| (Cow::Borrowed(entry.key()), Self::Source(entry));
                Some(entries.map(entry).collect())
            }
            _ => None,
        }
    }

    /// The plain value.
    pub(super) fn value(&self) -> Value {
        match self {
            Self::Source(node) => Value::of(*node, usize::MAX).unwrap_or(Value::Null),
            Self::Null => Value::Null,
            Self::Bool(flag) => Value::Bool(*flag),
            Self::Number(text) => Value::Number(text.clone()),
            Self::String(text) => Value::String(text.clone().into_owned()),
            Self::Array(items) => Value::array(items.iter().map(Self::value)),
            Self::Object(members) => {
                let members = members.iter();
                Value::object(members.map(|(key, member)| (key.as_ref(), member.value())))
            }
        }
    }
}

/// Two are equal when they are written alike.
impl PartialEq for Draft<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Source(node), other) | (other, Self::Source(node)) => other.is_of(*node),
            (Self::Null, Self::Null) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::String(a), Self::String(b)) => a == b,
            (Self::Array(a), Self::Array(b)) => a == b,
            (Self::Object(a), Self::Object(b)) => a == b,
            _ => false,
        }
    }
}

impl Draft<'_> {
    /// True when this is the plain value of a node that has no aliases, merge keys or duplicates
    /// in it; nothing is made to tell.
    pub(super) fn is_of(&self, node: NodeRef<'_>) -> bool {
        match (self, node.kind()) {
            (Self::Source(own), _) => super::same::same(*own, node),
            (Self::Null, Kind::Null | Kind::Alias)
            | (Self::Bool(true), Kind::True)
            | (Self::Bool(false), Kind::False) => true,
            (Self::String(text), Kind::String) => *text == node.text(),
            (Self::Number(text), Kind::Integer | Kind::Float) => {
                Value::of(node, 1) == Ok(Value::Number(text.clone()))
            }
            (Self::Array(own), Kind::Array) => {
                let mut items = node.children();
                let is_next = |value: &Self| items.next().is_some_and(|item| value.is_of(item));
                own.iter().all(is_next) && items.next().is_none()
            }
            (Self::Object(own), Kind::Object) => {
                let mut entries = node.children();
                let is_next = |(key, value): &(Cow<'_, str>, Self)| {
                    let entry = entries.next();
                    entry.is_some_and(|entry| entry.key() == key && value.is_of(entry))
                };
                own.iter().all(is_next) && entries.next().is_none()
            }
            _ => false,
        }
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
