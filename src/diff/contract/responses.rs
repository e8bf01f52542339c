//! What an operation gives.

use std::collections::BTreeMap;

use super::media;
use super::walk::{Direction, Field, Walk};
use crate::diff::rules::contract as rules;
use crate::diff::sides::Draft;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::spec::{Operation, Spec};

/// The responses of an operation: where each is listed, and the object that describes it.
type Responses<'d> = BTreeMap<String, (NodeRef<'d>, NodeRef<'d>)>;

/// Compare what two operations give.
pub(super) fn compare<'d>(walk: &mut Walk<'_, '_, 'd>, old: &Operation<'d>, new: &Operation<'d>) {
    let before = responses(walk.sides.old, old);
    let after = responses(walk.sides.new, new);
    for (status, (entry, was)) in &before {
        match after.get(status) {
            None => gone(walk, status, *entry),
            Some((place, is)) => bodies(walk, status, (*was, *is), (*entry, *place)),
        }
    }
    for (status, (entry, _)) in after.iter().filter(|(s, _)| !before.contains_key(*s)) {
        let message = format!("the response `{status}` is described now");
        let draft = Draft::new(&rules::ResponseAdded::META, message);
        walk.report(draft, &field(status), (None, Some(*entry)));
    }
}

fn field(status: &str) -> Field {
    Field::new(Direction::Output, status)
}

fn responses<'d>(spec: &Spec<'d>, operation: &Operation<'d>) -> Responses<'d> {
    let entries = operation.node.member(key::RESPONSES).into_iter();
    let entries = entries.flat_map(NodeRef::entries);
    let named = entries.filter(|entry| !entry.key().starts_with("x-"));
    named
        .filter_map(|entry| {
            Some((
                entry.key().to_ascii_uppercase(),
                (entry, spec.follow(entry)?),
            ))
        })
        .collect()
}

fn gone<'d>(walk: &mut Walk<'_, '_, 'd>, status: &str, entry: NodeRef<'d>) {
    let message = format!("the response `{status}` is no longer described");
    let draft = Draft::new(&rules::ResponseRemoved::META, message);
    let draft = if status.starts_with('2') {
        draft.may_break()
    } else {
        draft.severity(Severity::Info)
    };
    walk.report(draft, &field(status), (Some(entry), None));
}

fn bodies<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    status: &str,
    (was, is): (NodeRef<'d>, NodeRef<'d>),
    (old, new): (NodeRef<'d>, NodeRef<'d>),
) {
    let whole = Field::new(Direction::Output, "");
    match (media::schema(was), media::schema(is)) {
        (Some(before), Some(after)) => walk.schemas(before, after, &whole),
        (Some(before), None) => {
            let message = format!("the body of the response `{status}` has been deleted");
            let draft = Draft::new(&rules::OutputRemoved::META, message).breaks();
            walk.report(draft, &field(status), (Some(before), Some(new)));
        }
        (None, Some(after)) => {
            let message = format!("a body has been added to the response `{status}`");
            let draft = Draft::new(&rules::OutputAdded::META, message);
            walk.report(draft, &field(status), (Some(old), Some(after)));
        }
        (None, None) => {}
    }
}
