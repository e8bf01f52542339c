//! Schemas, followed from where both documents use them.

use super::carry::{Carrier, by_key};
use super::{Reason, Refresh};
use crate::document::NodeRef;
use crate::spec::{References, Spec};

/// What people write on a schema; extensions come anyway.
const TEXTS: &[&str] = &["title", "description"];
/// Members whose members are schemas.
const MAPS: &[&str] = &["properties", "patternProperties"];
/// Members that are a schema.
const SINGLE: &[&str] = &["items", "additionalProperties", "not"];
/// Members whose items are schemas.
const LISTS: &[&str] = &["allOf", "anyOf", "oneOf"];

/// Both documents, and what has been carried so far.
pub(super) struct Walk<'a, 'o, 'n> {
    pub(super) old: &'a Spec<'o>,
    pub(super) new: &'a Spec<'n>,
    pub(super) carrier: Carrier,
}

impl<'o, 'n> Walk<'_, 'o, 'n> {
    /// Carry a schema and all in it. Work is a list, not recursion: schemas refer to themselves.
    pub(super) fn schema(&mut self, old: NodeRef<'o>, new: NodeRef<'n>) {
        let mut open = vec![(old, new)];
        while let Some((old, new)) = open.pop() {
            let referred = References::reference(old).is_some();
            if referred && References::reference(new).is_some() {
                // members beside `$ref` belong to the place, not to the schema
                self.carrier.carry(old, new, TEXTS);
            }
            let (Some(old), Some(new)) = (self.old.follow(old), self.new.follow(new)) else {
                continue;
            };
            if self.carrier.carry(old, new, TEXTS) {
                self.parts(old, new, &mut open);
            }
        }
    }

    fn parts(
        &mut self,
        old: NodeRef<'o>,
        new: NodeRef<'n>,
        open: &mut Vec<(NodeRef<'o>, NodeRef<'n>)>,
    ) {
        for map in MAPS {
            let Some(olds) = old.get(map) else { continue };
            let news = new.get(map).map(by_key).unwrap_or_default();
            for property in olds.entries() {
                match news.get(property.key()) {
                    Some(partner) => open.push((property, *partner)),
                    None => self.carrier.orphan(property, Reason::Schema),
                }
            }
        }
        for single in SINGLE {
            if let (Some(old), Some(new)) = (old.get(single), new.get(single)) {
                open.push((old, new));
            }
        }
        for list in LISTS {
            if let (Some(old), Some(new)) = (old.get(list), new.get(list)) {
                // items have no names: only lists of one length are the same list
                if old.items().count() == new.items().count() {
                    open.extend(old.items().zip(new.items()));
                }
            }
        }
    }

    pub(super) fn finish(self) -> Refresh {
        self.carrier.out
    }
}
