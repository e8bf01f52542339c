//! An operation as a whole: gone, new, moved, renamed, hidden, a trigger.

use crate::diff::Posture;
use crate::diff::operations::template;
use crate::diff::rules::contract as rules;
use crate::diff::sides::{Draft, Sides};
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::spec::Operation;

pub(super) fn gone(sides: &mut Sides<'_, '_>, operation: &Operation<'_>) {
    let title = operation.title();
    let message = format!(
        "the operation `{title}`{} has been deleted: this breaks existing flows",
        called(operation)
    );
    let was_public = sides.old.is_public(operation);
    let posture = if was_public {
        Posture::Stronger
    } else {
        Posture::Neutral
    };
    let draft = Draft::new(&rules::OperationRemoved::META, message).breaks();
    let draft = draft.posture(posture).argument(title.clone());
    sides.report(draft.operations(vec![title]).old(Some(operation.node)));
}

fn called(operation: &Operation<'_>) -> String {
    let id = operation.operation_id();
    id.map(|id| format!(" (`{}`)", id.text()))
        .unwrap_or_default()
}

pub(super) fn added(sides: &mut Sides<'_, '_>, operation: &Operation<'_>) {
    let title = operation.title();
    let message = format!("the operation `{title}`{} was added", called(operation));
    let draft = Draft::new(&rules::OperationAdded::META, message).argument(title.clone());
    sides.report(draft.operations(vec![title]).new_at(Some(operation.node)));
}

pub(super) fn changed(sides: &mut Sides<'_, '_>, old: &Operation<'_>, new: &Operation<'_>) {
    let (was, is) = (old.title(), new.title());
    let draft = |meta, message: String| {
        Draft::new(meta, message)
            .operations(vec![is.clone()])
            .argument(is.clone())
    };
    if was != is && (template(&was) != template(&is) || is_reordered(old.path, new.path)) {
        let message =
            format!("the path template has been changed for the operation `{is}`: it was `{was}`");
        let draft = draft(&rules::OperationMoved::META, message).breaks();
        sides.report(draft.old(Some(old.node)).new_at(Some(new.node)));
    }
    let (before, after) = (text(old, "operationId"), text(new, "operationId"));
    if before != after {
        let name = |id: &Option<String>| id.clone().map_or("none".into(), |id| format!("`{id}`"));
        let message = format!(
            "the `operationId` of `{is}` is {}, and was {}",
            name(&after),
            name(&before)
        );
        let meta = &rules::OperationIdRenamed::META;
        let draft = if before.is_some() {
            draft(meta, message + ": existing flows do not find it").breaks()
        } else {
            draft(meta, message).severity(Severity::Info)
        };
        let (old, new) = (old.operation_id(), new.operation_id());
        sides.report(draft.old(old).new_at(new));
    }
    visibility(sides, old, new);
    deprecation(sides, old, new);
    if text(old, "x-ms-trigger") != text(new, "x-ms-trigger") {
        let message = format!("the trigger kind of `{is}` has been changed");
        let draft = draft(&rules::TriggerChanged::META, message).breaks();
        let (old, new) = (old.node.get("x-ms-trigger"), new.node.get("x-ms-trigger"));
        sides.report(draft.old(old).new_at(new));
    }
}

/// True when the same names stand in braces, in another order.
fn is_reordered(old: &str, new: &str) -> bool {
    let names = |path: &'_ str| -> Vec<String> {
        let parts = path.split('{').skip(1);
        parts
            .filter_map(|part| Some(part.split_once('}')?.0.to_owned()))
            .collect()
    };
    let (mut was, mut is) = (names(old), names(new));
    let differs = was != is;
    was.sort();
    is.sort();
    differs && was == is
}

fn visibility(sides: &mut Sides<'_, '_>, old: &Operation<'_>, new: &Operation<'_>) {
    let title = new.title();
    let (meta, message) = match (is_internal(old.node), is_internal(new.node)) {
        (false, true) => (
            &rules::OperationHidden::META,
            format!(
                "the operation `{title}` has been hidden: this breaks the designer for existing \
                 flows"
            ),
        ),
        (true, false) => (
            &rules::OperationShown::META,
            format!("the operation `{title}` was internal and is offered now"),
        ),
        _ => return,
    };
    let draft = Draft::new(meta, message).argument(title.clone());
    let draft = draft.operations(vec![title]);
    let draft = if is_internal(new.node) {
        draft.may_break()
    } else {
        draft
    };
    let place = |one: &Operation<'_>| one.node.member(key::X_MS_VISIBILITY).is_some();
    let old_at = place(old).then(|| old.node.member(key::X_MS_VISIBILITY));
    let new_at = place(new).then(|| new.node.member(key::X_MS_VISIBILITY));
    sides.report(draft.old(old_at.flatten()).new_at(new_at.flatten()));
}

fn deprecation(sides: &mut Sides<'_, '_>, old: &Operation<'_>, new: &Operation<'_>) {
    let said = |one: &Operation<'_>| one.node.member(key::DEPRECATED).and_then(NodeRef::as_bool);
    let title = new.title();
    let (meta, message) = match (said(old) == Some(true), said(new) == Some(true)) {
        (false, true) => (
            &rules::OperationDeprecated::META,
            format!("the operation `{title}` is deprecated now"),
        ),
        (true, false) => (
            &rules::OperationRestored::META,
            format!("the operation `{title}` is no longer deprecated"),
        ),
        _ => return,
    };
    let draft = Draft::new(meta, message).argument(title.clone());
    let (was, is) = (
        old.node.member(key::DEPRECATED),
        new.node.member(key::DEPRECATED),
    );
    let draft = draft.operations(vec![title]).old(was.or(Some(old.node)));
    sides.report(draft.new_at(is.or(Some(new.node))));
}

/// True when the designer hides it.
pub(super) fn is_internal(node: NodeRef<'_>) -> bool {
    let word = node.member(key::X_MS_VISIBILITY);
    word.is_some_and(|word| word.is_str("internal"))
}

fn text(operation: &Operation<'_>, member: &str) -> Option<String> {
    let node = operation.node.get(member)?;
    Some(node.text().into_owned())
}
