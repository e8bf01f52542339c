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
        for entry in old.children() {
            let wanted = is_extension(entry.key()) || members.contains(&entry.key());
            if wanted && !entry.is_duplicate() {
                self.member_or_parts(entry, new);
            }
        }
        true
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

    /// A contact, a licence, a link: an object that both have is completed, not replaced.
    fn member_or_parts(&mut self, entry: NodeRef<'_>, new: NodeRef<'_>) {
        match new.get(entry.key()) {
            Some(present)
                if !is_extension(entry.key()) && entry.is_object() && present.is_object() =>
            {
                for part in entry.children().filter(|part| !part.is_duplicate()) {
                    self.member(part, present);
                }
            }
            _ => self.member(entry, new),
        }
    }

    /// Give the new object the old member, unless it says the same; a different one stays or goes
    /// by what was asked for.
    pub(super) fn member(&mut self, entry: NodeRef<'_>, new: NodeRef<'_>) {
        let Ok(value) = Value::of(entry, LARGEST) else {
            return;
        };
        if is_blank(&value) {
            return;
        }
        let key = entry.key();
        let from = entry.pointer();
        let to = new.pointer().member(key);
        match new.get(key) {
            None => {
                self.out.changes.push(Change::InsertEntry {
                    object: new.id(),
                    position: position(entry, new),
                    key: key.to_owned(),
                    value,
                });
                self.out.carried.push(Carried { from, to });
            }
            Some(present) => {
                let says = Value::of(present, LARGEST);
                if says.as_ref() == Ok(&value) {
                    return;
                }
                let blank = says.as_ref().is_ok_and(is_blank);
                let old_stays = blank || self.texts == Texts::Old || is_extension(key);
                if old_stays {
                    self.out.changes.push(Change::Replace {
                        node: present.id(),
                        value,
                    });
                }
                self.record(
                    Conflict {
                        from,
                        to,
                        old_stays,
                    },
                    blank,
                );
            }
        }
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

/// A text or list with nothing in it says nothing.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// After the nearest member before it that the new object has too; first when there is none.
fn position(entry: NodeRef<'_>, new: NodeRef<'_>) -> Position {
    let mut position = Position::First;
    let siblings = entry.parent().into_iter().flat_map(NodeRef::children);
    for sibling in siblings.take_while(|sibling| sibling.id() != entry.id()) {
        let own = new.children().find(|child| child.key() == sibling.key());
        if let Some(child) = own {
            position = Position::After(child.id());
        }
    }
    position
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
