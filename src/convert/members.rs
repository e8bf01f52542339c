//! An object being written, in order.

use std::borrow::Cow;

use super::draft::{Draft, Entries};
use super::index::Index;
use crate::document::NodeRef;

/// The members of an object being written.
#[derive(Clone, Debug, Default)]
pub(super) struct Members<'d> {
    entries: Entries<'d>,
    index: Index,
}

impl<'d> Members<'d> {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Room for as many members as a source object has.
    pub(super) fn like(node: NodeRef<'_>) -> Self {
        Self::from(Vec::with_capacity(node.children().count()))
    }

    /// Add a member the object does not have yet, or give it a new value at its old place.
    pub(super) fn put(&mut self, key: impl Into<Cow<'d, str>>, value: impl Into<Draft<'d>>) {
        let (key, value) = (key.into(), value.into());
        match self.place(&key) {
            Some(at) => self.entries[at].1 = value,
            None => self.entries.push((key, value)),
        }
    }

    /// Add a member made from a source member of the same key; of duplicates the last stays.
    pub(super) fn put_entry(&mut self, entry: NodeRef<'d>, value: Draft<'d>) {
        if entry.is_duplicate() {
            self.put(entry.key(), value);
        } else {
            self.entries.push((Cow::Borrowed(entry.key()), value));
        }
    }

    /// Add a member unless there is one.
    pub(super) fn put_new(&mut self, key: impl Into<Cow<'d, str>>, value: impl Into<Draft<'d>>) {
        let key = key.into();
        if self.place(&key).is_none() {
            self.entries.push((key, value.into()));
        }
    }

    /// Add a member whose key is known to be new.
    pub(super) fn push_new(&mut self, key: impl Into<Cow<'d, str>>, value: Draft<'d>) {
        self.entries.push((key.into(), value));
    }

    /// Add a member before all others.
    pub(super) fn push_first(&mut self, key: impl Into<Cow<'d, str>>, value: Draft<'d>) {
        self.index.forget();
        self.entries.insert(0, (key.into(), value));
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(k, _)| k == key)
    }

    pub(super) fn get(&self, key: &str) -> Option<&Draft<'d>> {
        self.entries.iter().find(|(k, _)| k == key).map(|(_, v)| v)
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Draft<'d>> {
        self.entries
            .iter_mut()
            .find(|(k, _)| k == key)
            .map(|(_, v)| v)
    }

    pub(super) fn text(&self, key: &str) -> Option<Cow<'_, str>> {
        self.get(key)?.as_str()
    }

    /// True when a member is this text.
    pub(super) fn is_text(&self, key: &str, text: &str) -> bool {
        self.text(key).is_some_and(|own| own == text)
    }

    /// The members of a member that is an object.
    pub(super) fn object(&self, key: &str) -> Self {
        self.get(key).cloned().map(Self::from).unwrap_or_default()
    }

    /// The items of a member that is a list.
    pub(super) fn list(&self, key: &str) -> Vec<Draft<'d>> {
        let items = self.get(key).cloned().and_then(Draft::into_items);
        items.unwrap_or_default()
    }

    /// The value of a member, which stays behind as `null` to keep its place.
    pub(super) fn take(&mut self, key: &str) -> Draft<'d> {
        self.get_mut(key)
            .map_or(Draft::Null, |value| std::mem::replace(value, Draft::Null))
    }

    pub(super) fn remove(&mut self, key: &str) -> Option<Draft<'d>> {
        let at = self.place(key)?;
        self.index.forget();
        Some(self.entries.remove(at).1)
    }

    fn place(&mut self, key: &str) -> Option<usize> {
        self.index.place(&self.entries, key, |(key, _)| key)
    }

    /// Add all members of another object that this one does not have.
    pub(super) fn append(&mut self, other: Self) {
        for (key, value) in other.entries {
            self.put_new(key, value);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(key, _)| key.as_ref())
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &Draft<'d>> {
        self.entries.iter().map(|(_, value)| value)
    }

    pub(super) fn into_value(self) -> Draft<'d> {
        Draft::Object(self.entries)
    }
}

impl<'d> From<Members<'d>> for Draft<'d> {
    fn from(members: Members<'d>) -> Self {
        members.into_value()
    }
}

impl<'d> From<Entries<'d>> for Members<'d> {
    fn from(entries: Entries<'d>) -> Self {
        Self {
            entries,
            index: Index::default(),
        }
    }
}

impl<'d> From<Draft<'d>> for Members<'d> {
    fn from(value: Draft<'d>) -> Self {
        Self::from(value.into_entries().unwrap_or_default())
    }
}
