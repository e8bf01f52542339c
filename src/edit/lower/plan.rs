//! All changes of a document at once.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::block::BlockSite;
use super::claims;
use super::error::LowerError;
use super::flow::FlowSite;
use super::gap::{Piece, tokens};
use super::group::{Group, New, members};
use super::layout::{Edits, Layout};
use crate::document::{Document, Format, Kind, NodeId, Value};
use crate::edit::{Change, TextEdit};

/// The edits that make `changes` in the text of `document`: sorted, not overlapping.
///
/// What is inserted imitates its neighbours; a member that goes takes the comments that belong to
/// it: comment lines directly above it with its indentation, and comments on its lines. The error
/// names the place where a change cannot be made, and the way out.
pub fn lower(document: &Document, changes: &[Change]) -> Result<Vec<TextEdit>, LowerError> {
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    claims::check(document, changes)?;
    let layout = Layout::of(document);
    let mut out = Edits::default();
    let mut groups: BTreeMap<Reverse<NodeId>, Group<'_>> = BTreeMap::new();
    for change in changes {
        match change {
            Change::Replace { node, value } => layout.replace(*node, value, &mut out)?,
            Change::RenameKey { entry, key } => layout.rename(*entry, key, &mut out)?,
            Change::RemoveEntry { entry: id } | Change::RemoveItem { item: id } => {
                let parent = document.node(*id).parent;
                groups.entry(Reverse(parent)).or_default().gone.push(*id);
            }
            Change::InsertEntry {
                object,
                position,
                key,
                value,
            } => {
                let key = Some(key.as_str());
                let new = (*position, New { key, value });
                groups.entry(Reverse(*object)).or_default().new.push(new);
            }
            Change::InsertItem {
                array,
                position,
                value,
            } => {
                let new = (*position, New { key: None, value });
                groups.entry(Reverse(*array)).or_default().new.push(new);
            }
        }
    }
    // inner containers first: where an inner and an outer insert meet, the inner one is above
    for (Reverse(container), group) in &groups {
        layout.container(*container, group, &mut out)?;
    }
    layout.sorted(out)
}

impl Layout<'_> {
    fn container(
        &self,
        container: NodeId,
        group: &Group<'_>,
        out: &mut Edits,
    ) -> Result<(), LowerError> {
        let members = members(self.document, container);
        if members.is_empty() && self.becomes_block(container) {
            let mut fill = Vec::new();
            for gap in group.gaps(&members) {
                fill.extend(gap.new);
            }
            return self.replace(container, &collection(&fill), out);
        }
        if self.is_block(container) {
            let site = BlockSite::new(self, container, &members)?;
            for gap in group.gaps(&members) {
                site.gap(&gap, out)?;
            }
        } else {
            let site = FlowSite::new(self, container, &members)?;
            for gap in group.gaps(&members) {
                site.gap(&gap, out)?;
            }
        }
        Ok(())
    }

    /// An empty YAML value or pair of brackets that gets block members.
    fn becomes_block(&self, container: NodeId) -> bool {
        if self.is_json() {
            return false;
        }
        let node = self.node(container);
        if node.kind == Kind::Null {
            return true;
        }
        let inside = tokens(
            self.text,
            node.start as usize + 1,
            node.end as usize - 1,
            Format::Yaml,
        );
        let comment = inside.iter().any(|token| token.piece == Piece::Comment);
        !comment && (node.parent == NodeId::NONE || !self.in_flow(container))
    }

    /// In order of place; edits at one place stay in the order they were made.
    fn sorted(&self, out: Edits) -> Result<Vec<TextEdit>, LowerError> {
        let mut edits = out.0;
        edits.sort_by_key(|edit| edit.span);
        self.ending(&mut edits);
        let meet = |pair: &[TextEdit]| pair[1].span.start < pair[0].span.end;
        if edits.windows(2).any(meet) {
            let reason = "two of the changes touch the same lines";
            let help = "make them one after the other";
            return Err(self.unsupported(NodeId::ROOT, reason, help));
        }
        Ok(edits)
    }
}

fn collection(new: &[New<'_>]) -> Value {
    if new.iter().all(|new| new.key.is_some()) {
        let key = |new: &New<'_>| new.key.unwrap_or_default().to_owned();
        Value::object(new.iter().map(|new| (key(new), new.value.clone())))
    } else {
        Value::array(new.iter().map(|new| new.value.clone()))
    }
}
