//! What the service sends of itself: bodies of webhooks and callbacks, and what a trigger of a
//! connector is told (`x-ms-notification-content`). For a client all of it is output.

use super::media;
use super::walk::{Direction, Field, Walk};
use crate::diff::rules::contract as rules;
use crate::diff::sides::Draft;
use crate::document::{NodeRef, key};
use crate::spec::{Operation, Spec};

type Operations<'o, 'd> = (&'o Operation<'d>, &'o Operation<'d>);

/// Compare what two webhooks, or two operations of callbacks, send.
pub(super) fn sent<'d>(walk: &mut Walk<'_, '_, 'd>, (old, new): Operations<'_, 'd>) {
    let body = |spec: &Spec<'d>, one: &Operation<'d>| {
        media::schema(spec.follow(one.node.member(key::REQUEST_BODY)?)?)
    };
    let bodies = (body(walk.sides.old, old), body(walk.sides.new, new));
    payload(walk, bodies, (old.node, new.node));
}

/// Compare what triggers are told.
pub(super) fn told<'d>(walk: &mut Walk<'_, '_, 'd>, (old, new): Operations<'_, 'd>) {
    let own = (content(old), content(new));
    if own.0.is_none() && own.1.is_none() {
        return;
    }
    walk.operation = new.title();
    let schema = |spec: &Spec<'d>, content: Option<NodeRef<'d>>, one: &Operation<'d>| match content
    {
        Some(content) => media::schema(spec.follow(content)?),
        // of another version the content may be a callback's
        None => only_callback(spec, one),
    };
    let bodies = (
        schema(walk.sides.old, own.0, old),
        schema(walk.sides.new, own.1, new),
    );
    payload(walk, bodies, (old.node, new.node));
}

/// Beside the operation, or in it.
fn content<'d>(operation: &Operation<'d>) -> Option<NodeRef<'d>> {
    let places = [operation.path_item, operation.node];
    let mut all = places
        .into_iter()
        .filter_map(|one| one.get("x-ms-notification-content"));
    all.next()
}

/// What the only callback of an operation sends.
fn only_callback<'d>(spec: &Spec<'d>, operation: &Operation<'d>) -> Option<NodeRef<'d>> {
    let only = |node: NodeRef<'d>| {
        let mut entries = spec.follow(node)?.entries();
        let first = entries.next()?;
        entries.next().is_none().then_some(first)
    };
    let callback = only(operation.node.get("callbacks")?)?;
    let called = only(only(callback)?)?;
    media::schema(spec.follow(called.member(key::REQUEST_BODY)?)?)
}

fn payload<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    (was, is): (Option<NodeRef<'d>>, Option<NodeRef<'d>>),
    (old, new): (NodeRef<'d>, NodeRef<'d>),
) {
    let whole = Field::new(Direction::Output, "");
    let named = Field::new(Direction::Output, "notification");
    match (was, is) {
        (Some(was), Some(is)) => walk.schemas(was, is, &whole),
        (Some(was), None) => {
            let message = "the body of the notification has been deleted";
            let draft = Draft::new(&rules::OutputRemoved::META, message).breaks();
            walk.report(draft, &named, (Some(was), Some(new)));
        }
        (None, Some(is)) => {
            let message = "a body has been added to the notification";
            let draft = Draft::new(&rules::OutputAdded::META, message);
            walk.report(draft, &named, (Some(old), Some(is)));
        }
        (None, None) => {}
    }
}

/// True for an operation of a callback.
pub(super) fn is_callback(operation: &Operation<'_>) -> bool {
    let callback = operation.path_item.parent();
    let list = callback.and_then(NodeRef::parent);
    list.is_some_and(|list| list.key() == "callbacks")
}
