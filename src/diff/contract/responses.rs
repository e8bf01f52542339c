//! What an operation gives.

use std::collections::BTreeMap;

use super::walk::{Direction, Field, Walk};
use super::{media, media_types};
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
            Some((place, is)) => {
                bodies(walk, status, (*was, *is), (*entry, *place));
                headers(walk, (*was, *is));
                media_types::contents(walk, (*was, *is), &field(status));
            }
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

/// The headers of a response, in lower case: names of headers have no case.
fn headers<'d>(walk: &mut Walk<'_, '_, 'd>, (was, is): (NodeRef<'d>, NodeRef<'d>)) {
    let all = |node: NodeRef<'d>| -> BTreeMap<String, NodeRef<'d>> {
        let entries = node.member(key::HEADERS).into_iter();
        let entries = entries.flat_map(NodeRef::entries);
        entries
            .map(|entry| (entry.key().to_ascii_lowercase(), entry))
            .collect()
    };
    let (before, after) = (all(was), all(is));
    let field = |name: &str| Field::new(Direction::Output, format!("header {name}"));
    for (name, was) in &before {
        let Some(is) = after.get(name) else {
            let message = format!("the response header `{name}` is no longer described");
            let draft = Draft::new(&rules::ResponseHeaderRemoved::META, message).may_break();
            walk.report(draft, &field(name), (Some(*was), None));
            continue;
        };
        let described = (walk.sides.old.follow(*was), walk.sides.new.follow(*is));
        if let (Some(was), Some(is)) = described {
            let schema = |node| media::schema(node).unwrap_or(node);
            walk.schemas(schema(was), schema(is), &field(name));
        }
    }
    for (name, is) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
        let message = format!("the response header `{name}` is described now");
        let draft = Draft::new(&rules::ResponseHeaderAdded::META, message);
        walk.report(draft, &field(name), (None, Some(*is)));
    }
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
