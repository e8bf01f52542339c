//! An object being written, in order.

use crate::document::{NodeRef, Value};

/// The members of an object being written.
#[derive(Clone, Debug, Default)]
pub(super) struct Members(Vec<(String, Value)>);

impl Members {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Room for as many members as a source object has.
    pub(super) fn like(node: NodeRef<'_>) -> Self {
        Self(Vec::with_capacity(node.children().count()))
    }

    /// Add a member the object does not have yet, or give it a new value at its old place.
    pub(super) fn put(&mut self, key: &str, value: impl Into<Value>) {
        let value = value.into();
        match self.0.iter_mut().find(|(k, _)| k == key) {
            Some(slot) => slot.1 = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    /// Add a member made from a source member of the same key; of duplicates the last stays.
    pub(super) fn put_entry(&mut self, entry: NodeRef<'_>, value: Value) {
        if entry.is_duplicate() {
            self.put(entry.key(), value);
        } else {
            self.0.push((entry.key().to_owned(), value));
        }
    }

    /// Add a member unless there is one.
    pub(super) fn put_new(&mut self, key: &str, value: impl Into<Value>) {
        if !self.has(key) {
            self.0.push((key.to_owned(), value.into()));
        }
    }

    /// Add a member whose key is known to be new.
    pub(super) fn push_new(&mut self, key: String, value: Value) {
        self.0.push((key, value));
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.0.iter().any(|(k, _)| k == key)
    }

    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| v)
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        self.0.iter_mut().find(|(k, _)| k == key).map(|(_, v)| v)
    }

    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_str()
    }

    /// The value of a member, which stays behind as `null` to keep its place.
    pub(super) fn take(&mut self, key: &str) -> Value {
        self.get_mut(key)
            .map_or(Value::Null, |value| std::mem::replace(value, Value::Null))
    }

    pub(super) fn remove(&mut self, key: &str) -> Option<Value> {
        let at = self.0.iter().position(|(k, _)| k == key)?;
        Some(self.0.remove(at).1)
    }

    /// Add all members of another object that this one does not have.
    pub(super) fn append(&mut self, other: Self) {
        for (key, value) in other.0 {
            self.put_new(&key, value);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &Value> {
        self.0.iter().map(|(_, value)| value)
    }

    pub(super) fn into_value(self) -> Value {
        Value::Object(self.0)
    }
}

impl From<Members> for Value {
    fn from(members: Members) -> Self {
        members.into_value()
    }
}

impl From<Value> for Members {
    fn from(value: Value) -> Self {
        match value {
            Value::Object(members) => Self(members),
            _ => Self::default(),
        }
    }
}
