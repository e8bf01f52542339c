//! Changes that would show at another place too, through a YAML alias.

use super::claims::{Claim, claim_of};
use super::error::{LowerError, Place};
use crate::document::{Document, Format, Kind, NodeId};
use crate::edit::Change;

/// An anchored node and one alias of it that stays.
type Live = (NodeId, NodeId);

/// Refuse a change in, or of, a node that an alias elsewhere repeats.
pub(super) fn check(
    document: &Document,
    changes: &[Change],
    claims: &[Claim],
) -> Result<(), LowerError> {
    if document.format() == Format::Json {
        return Ok(());
    }
    let live = live_aliases(document, claims);
    for change in changes {
        let found = match change {
            Change::RemoveEntry { entry: id }
            | Change::RemoveItem { item: id }
            | Change::Replace { node: id, .. } => inside(&live, document, *id)
                .or_else(|| around(&live, document, document.node(*id).parent)),
            Change::InsertEntry { object: id, .. } | Change::InsertItem { array: id, .. } => {
                of_alias(document, *id).or_else(|| around(&live, document, *id))
            }
            Change::RenameKey { entry, .. } => {
                around(&live, document, document.node(*entry).parent)
            }
        };
        if let Some((anchored, alias)) = found {
            return Err(LowerError::Aliased {
                at: Box::new(Place::of(document, anchored)),
                alias: Box::new(Place::of(document, alias)),
            });
        }
    }
    Ok(())
}

/// The anchored nodes with an alias that stays, in document order.
fn live_aliases(document: &Document, claims: &[Claim]) -> Vec<Live> {
    let nodes = document.nodes().iter().enumerate();
    let aliases = nodes.filter(|(_, node)| node.kind == Kind::Alias);
    let mut live: Vec<Live> = aliases
        .map(|(order, _)| NodeId(order as u32))
        .filter(|alias| claim_of(claims, *alias).is_none())
        .map(|alias| (document.at(alias).target().id(), alias))
        .filter(|(anchored, alias)| anchored != alias)
        .collect();
    live.sort_unstable();
    live.dedup_by_key(|(anchored, _)| *anchored);
    live
}

/// An anchored node in the subtree of `id`.
fn inside(live: &[Live], document: &Document, id: NodeId) -> Option<Live> {
    let first = live.partition_point(|(anchored, _)| *anchored < id);
    let found = live.get(first)?;
    (found.0 < document.node(id).next).then_some(*found)
}

/// An anchored node that is `id` or holds it.
fn around(live: &[Live], document: &Document, mut id: NodeId) -> Option<Live> {
    if live.is_empty() {
        return None;
    }
    while id != NodeId::NONE {
        if let Ok(found) = live.binary_search_by_key(&id, |(anchored, _)| *anchored) {
            return Some(live[found]);
        }
        id = document.node(id).parent;
    }
    None
}

/// The node itself, when it is an alias.
fn of_alias(document: &Document, id: NodeId) -> Option<Live> {
    let node = document.at(id);
    node.is_alias().then(|| (node.target().id(), id))
}
