//! Members of one object carried to its partner.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Carried, Conflict, Orphan, Reason, Refresh, Texts};
use crate::document::{NodeId, NodeRef, Value};
use crate::edit::{Change, Position};

/// The largest value carried, in nodes: nobody writes more by hand.
const LARGEST: usize = 20_000;

/// Collects what comes back; every object of the new document is given to once.
pub(super) struct Carrier {
    pub(super) out: Refresh,
    texts: Texts,
    /// New objects that had a partner, with it.
    partners: FxHashMap<NodeId, NodeId>,
    /// Old objects that found a partner.
    placed: FxHashSet<NodeId>,
}

impl Carrier {
    pub(super) fn new(texts: Texts) -> Self {
        Self {
            out: Refresh::default(),
            texts,
            partners: FxHashMap::default(),
            placed: FxHashSet::default(),
        }
    }

    /// Carry the extensions of `old`, and those of `members` that are there, to `new`. False when
    /// `new` had a partner already.
    pub(super) fn carry(&mut self, old: NodeRef<'_>, new: NodeRef<'_>, members: &[&str]) -> bool {
        let (old, new) = (old.target(), new.target());
        if !old.is_object() || !new.is_object() {
            return false;
        }
        self.placed.insert(old.id());
        if self.partners.contains_key(&new.id()) {
            return false;
        }
        self.partners.insert(new.id(), old.id());
        self.give(old, new, |key| is_extension(key) || members.contains(&key));
        true
    }

    /// Give the new object the old members that are wanted, each after the member it followed.
    fn give(&mut self, old: NodeRef<'_>, new: NodeRef<'_>, wanted: impl Fn(&str) -> bool) {
        let present = by_key(new);
        let mut position = Position::First;
        for entry in old.children() {
            let own = present.get(entry.key()).copied();
            if wanted(entry.key()) && !entry.is_duplicate() {
                self.give_one(entry, new, own, position);
            }
            if let Some(own) = own.filter(|own| own.parent() == Some(new)) {
                position = Position::After(own.id());
            }
        }
    }

    /// A contact, a licence, a link: an object that both have is completed, not replaced.
    fn give_one(
        &mut self,
        entry: NodeRef<'_>,
        new: NodeRef<'_>,
        own: Option<NodeRef<'_>>,
        position: Position,
    ) {
        match own {
            Some(own) if !is_extension(entry.key()) && entry.is_object() && own.is_object() => {
                self.give(entry, own, |_| true);
            }
            _ => self.put(entry, new, own, position),
        }
    }

    /// True when this old object has no partner.
    pub(super) fn is_lost(&self, old: NodeRef<'_>) -> bool {
        !self.placed.contains(&old.target().id())
    }

    /// Report an old object that has no partner, when something in it was made by hand.
    pub(super) fn orphan(&mut self, old: NodeRef<'_>, why: Reason) {
        if self.placed.insert(old.target().id()) && has_hand_made(old) {
            self.out.orphaned.push(Orphan {
                from: old.pointer(),
                why,
            });
        }
    }

    /// Give the new object one old member.
    pub(super) fn member(&mut self, entry: NodeRef<'_>, new: NodeRef<'_>) {
        let key = entry.key();
        if let Some(old) = entry.parent() {
            self.give(old, new, |one| one == key);
        }
    }

    /// Insert the old member, unless the new object says the same; a different one stays or goes by
    /// what was asked for.
    fn put(
        &mut self,
        entry: NodeRef<'_>,
        new: NodeRef<'_>,
        own: Option<NodeRef<'_>>,
        position: Position,
    ) {
        let Some(value) = said(entry) else {
            return;
        };
        let key = entry.key();
        let from = entry.pointer();
        let to = new.pointer().member(key);
        let Some(own) = own else {
            self.out.changes.push(Change::InsertEntry {
                object: new.id(),
                position,
                key: key.to_owned(),
                value,
            });
            self.out.carried.push(Carried { from, to });
            return;
        };
        let present = said(own);
        if present.as_ref() == Some(&value) {
            return;
        }
        let old_stays = present.is_none() || self.texts == Texts::Old || is_extension(key);
        if old_stays {
            self.out.changes.push(Change::Replace {
                node: own.id(),
                value,
            });
        }
        self.record(
            Conflict {
                from,
                to,
                old_stays,
            },
            present.is_none(),
        );
    }

    /// Give the new operation its old id back: flows depend on it, so it is no matter of taste.
    pub(super) fn id(&mut self, id: NodeRef<'_>, new: NodeRef<'_>) {
        let texts = std::mem::replace(&mut self.texts, Texts::Old);
        let conflicts = self.out.conflicts.len();
        self.member(id, new);
        self.texts = texts;
        let renamed = self.out.conflicts.drain(conflicts..);
        let carried = renamed.map(|one| Carried {
            from: one.from,
            to: one.to,
        });
        self.out.carried.extend(carried);
    }

    fn record(&mut self, conflict: Conflict, blank: bool) {
        if blank {
            let Conflict { from, to, .. } = conflict;
            self.out.carried.push(Carried { from, to });
        } else {
            self.out.conflicts.push(conflict);
        }
    }
}

/// Extensions of OpenAPI; all of them are made by hand, exports drop them.
pub(super) fn is_extension(key: &str) -> bool {
    key.starts_with("x-") || key.starts_with("X-")
}

/// What a member says; nothing when it is null, an empty text, or larger than anything written by
/// hand.
fn said(node: NodeRef<'_>) -> Option<Value> {
    let value = Value::of(node, LARGEST).ok()?;
    match &value {
        Value::Null => None,
        Value::String(text) if text.trim().is_empty() => None,
        _ => Some(value),
    }
}

/// The members of an object by their keys, of duplicates the last.
pub(super) fn by_key(object: NodeRef<'_>) -> FxHashMap<&str, NodeRef<'_>> {
    object.entries().map(|entry| (entry.key(), entry)).collect()
}

/// True when an object or anything in it holds an extension or a text.
fn has_hand_made(node: NodeRef<'_>) -> bool {
    let document = node.document();
    let id = node.target().id();
    let end = document.node(id).next;
    (id.0..end.0).any(|at| {
        let key = document.at(NodeId(at)).key();
        is_extension(key) || matches!(key, "summary" | "description" | "title")
    })
}
