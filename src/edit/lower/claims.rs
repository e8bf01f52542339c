//! Which changes can be made together, and whether the document has room for them.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::error::{LowerError, Place};
use super::group::{members, rank};
use super::reach;
use crate::document::{Document, Kind, NodeId, ProblemKind};
use crate::edit::{Change, Position};

/// A subtree that goes or becomes something else.
#[derive(Clone, Copy)]
pub(super) struct Claim {
    /// The node.
    pub(super) node: NodeId,
    /// The index after its subtree.
    pub(super) end: NodeId,
    /// Its key stays.
    keeps_key: bool,
}

impl Claim {
    pub(super) const fn holds(&self, id: NodeId) -> bool {
        self.node.0 <= id.0 && id.0 < self.end.0
    }
}

/// Refuse changes that name the wrong kind of node, meet each other, reach other places through an
/// alias, or leave an object with a key twice.
pub(super) fn check(document: &Document, changes: &[Change]) -> Result<(), LowerError> {
    for change in changes {
        fits(document, change)?;
    }
    let claims = claims(document, changes)?;
    points(document, changes, &claims)?;
    reach::check(document, changes, &claims)?;
    unique_keys(document, changes)
}

/// The claim that holds a node.
pub(super) fn claim_of(claims: &[Claim], id: NodeId) -> Option<&Claim> {
    let after = claims.partition_point(|claim| claim.node <= id);
    claims[..after].last().filter(|claim| claim.holds(id))
}

fn refuse(document: &Document, id: NodeId, reason: &'static str, help: &'static str) -> LowerError {
    LowerError::Unsupported {
        at: Box::new(Place::of(document, id)),
        reason,
        help,
    }
}

const AGAIN: &str = "name a node of this document";

/// The node is a container of this kind, or can become one, and has this position.
fn takes(
    document: &Document,
    id: NodeId,
    kind: Kind,
    position: Position,
) -> Result<(), LowerError> {
    let node = document.node(id);
    let empty = node.kind == Kind::Null && node.span().is_empty();
    if node.kind != Kind::Alias && node.kind != kind && !empty {
        let reason = match kind {
            Kind::Object => "it is not an object",
            _ => "it is not an array",
        };
        return Err(refuse(document, id, reason, AGAIN));
    }
    if rank(position, &[]).is_none() && rank(position, &members(document, id)).is_none() {
        let reason = "the position names no member of it";
        return Err(refuse(document, id, reason, AGAIN));
    }
    Ok(())
}

/// The node is of the kind the change needs.
fn fits(document: &Document, change: &Change) -> Result<(), LowerError> {
    let again = AGAIN;
    let node = |id: NodeId| document.node(id);
    match change {
        Change::RemoveEntry { entry } | Change::RenameKey { entry, .. } => {
            if !node(*entry).has_key() {
                return Err(refuse(
                    document,
                    *entry,
                    "it is not a member of an object",
                    again,
                ));
            }
        }
        Change::RemoveItem { item } => {
            if node(*item).has_key() || node(*item).parent == NodeId::NONE {
                return Err(refuse(
                    document,
                    *item,
                    "it is not an item of an array",
                    again,
                ));
            }
        }
        Change::InsertEntry {
            object, position, ..
        } => return takes(document, *object, Kind::Object, *position),
        Change::InsertItem {
            array, position, ..
        } => return takes(document, *array, Kind::Array, *position),
        Change::Replace { .. } => {}
    }
    Ok(())
}

fn overlap(document: &Document, at: NodeId, other: NodeId) -> LowerError {
    LowerError::Overlap {
        at: Box::new(Place::of(document, at)),
        other: Box::new(Place::of(document, other)),
    }
}

/// The claimed subtrees in document order; refused when two meet.
fn claims(document: &Document, changes: &[Change]) -> Result<Vec<Claim>, LowerError> {
    let mut claims: Vec<Claim> = changes
        .iter()
        .filter_map(|change| match change {
            Change::RemoveEntry { entry: id } | Change::RemoveItem { item: id } => {
                Some((*id, false))
            }
            Change::Replace { node, .. } => Some((*node, true)),
            _ => None,
        })
        .map(|(node, keeps_key)| Claim {
            node,
            end: document.node(node).next,
            keeps_key,
        })
        .collect();
    claims.sort_by_key(|claim| claim.node);
    for pair in claims.windows(2) {
        if pair[0].holds(pair[1].node) {
            return Err(overlap(document, pair[1].node, pair[0].node));
        }
    }
    Ok(claims)
}

/// Inserts and renames stay out of what is claimed; no key is renamed twice.
fn points(document: &Document, changes: &[Change], claims: &[Claim]) -> Result<(), LowerError> {
    let mut renamed = Vec::new();
    for change in changes {
        let (id, rename) = match change {
            Change::InsertEntry { object: id, .. } | Change::InsertItem { array: id, .. } => {
                (*id, false)
            }
            Change::RenameKey { entry, .. } => (*entry, true),
            _ => continue,
        };
        if let Some(claim) = claim_of(claims, id)
            && !(rename && claim.node == id && claim.keeps_key)
        {
            return Err(overlap(document, id, claim.node));
        }
        if rename {
            renamed.push(id);
        }
    }
    renamed.sort_unstable();
    match renamed.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(overlap(document, pair[0], pair[1])),
        None => Ok(()),
    }
}

/// What happens to the keys of one object.
#[derive(Default)]
struct Keys<'c> {
    gone: Vec<NodeId>,
    renamed: Vec<(NodeId, &'c str)>,
    new: Vec<&'c str>,
    replaced: Vec<NodeId>,
}

/// Every key a change names is there once when all is done.
fn unique_keys(document: &Document, changes: &[Change]) -> Result<(), LowerError> {
    let duplicates = document
        .problems()
        .iter()
        .any(|problem| problem.kind == ProblemKind::DuplicateKey);
    let mut objects: BTreeMap<NodeId, Keys<'_>> = BTreeMap::new();
    let parent = |id: NodeId| document.node(id).parent;
    for change in changes {
        match change {
            Change::RemoveEntry { entry } => {
                objects.entry(parent(*entry)).or_default().gone.push(*entry);
            }
            Change::InsertEntry { object, key, .. } => {
                objects.entry(*object).or_default().new.push(key);
            }
            Change::RenameKey { entry, key } => {
                let keys = objects.entry(parent(*entry)).or_default();
                keys.renamed.push((*entry, key));
            }
            Change::Replace { node, .. } if duplicates && document.node(*node).has_key() => {
                let keys = objects.entry(parent(*node)).or_default();
                keys.replaced.push(*node);
            }
            _ => {}
        }
    }
    objects
        .iter()
        .filter(|(_, keys)| duplicates || !keys.new.is_empty() || !keys.renamed.is_empty())
        .try_for_each(|(object, keys)| keys.check(document, *object))
}

impl Keys<'_> {
    fn check(&self, document: &Document, object: NodeId) -> Result<(), LowerError> {
        let mut counts: FxHashMap<&str, (usize, NodeId)> = FxHashMap::default();
        let renamed: FxHashMap<NodeId, &str> = self.renamed.iter().copied().collect();
        let gone: BTreeSet<NodeId> = self.gone.iter().copied().collect();
        for member in members(document, object) {
            if gone.contains(&member) {
                continue;
            }
            let key = renamed.get(&member).copied();
            let key = key.unwrap_or_else(|| document.at(member).key());
            let count = counts.entry(key).or_insert((0, member));
            count.0 += 1;
        }
        for key in &self.new {
            counts.entry(key).or_insert((0, object)).0 += 1;
        }
        let kept = self.gone.iter().chain(&self.replaced);
        let touched = kept
            .map(|id| document.at(*id).key())
            .chain(self.renamed.iter().map(|(_, key)| *key))
            .chain(self.new.iter().copied());
        for key in touched {
            if let Some((2.., at)) = counts.get(key) {
                let reason = "its object would hold this key twice";
                let help = "remove or rename one of the two, then run again";
                return Err(refuse(document, *at, reason, help));
            }
        }
        Ok(())
    }
}
