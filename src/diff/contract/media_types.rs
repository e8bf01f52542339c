//! The media types of bodies: `consumes` and `produces` in 2.0, the keys of `content` in 3.x.

use std::collections::BTreeMap;

use super::media;
use super::walk::{Direction, Field, Walk, either};
use crate::diff::rules::contract as rules;
use crate::diff::sides::Draft;
use crate::document::{NodeRef, Symbol, key};
use crate::spec::{Operation, ParameterPlace, Spec};

/// Media types without case and spaces, each with its place.
type Types<'d> = BTreeMap<String, NodeRef<'d>>;

/// The lists of 2.0.
const LISTS: [(Symbol, Direction); 2] = [
    (key::CONSUMES, Direction::Input),
    (key::PRODUCES, Direction::Output),
];

/// Whether each document is of 3.x.
fn are_3(walk: &Walk<'_, '_, '_>) -> [bool; 2] {
    [walk.sides.old, walk.sides.new].map(|spec| spec.version().is_3())
}

/// Report media types of whole documents of 2.0 that came and went. No operation is at hand yet.
pub(super) fn document(walk: &mut Walk<'_, '_, '_>) {
    if are_3(walk) == [false, false] {
        for (symbol, direction) in LISTS {
            let (old, new) = (walk.sides.old.root(), walk.sides.new.root());
            let (before, after) = (listed(old, symbol), listed(new, symbol));
            let field = Field::new(direction, "");
            differences(
                walk,
                (&before.unwrap_or_default(), &after.unwrap_or_default()),
                &field,
            );
        }
    }
}

/// Report media types of the bodies of two operations that came and went.
pub(super) fn compare<'d>(walk: &mut Walk<'_, '_, 'd>, old: &Operation<'d>, new: &Operation<'d>) {
    match are_3(walk) {
        [false, false] => {
            for (symbol, direction) in LISTS {
                let own = (listed(old.node, symbol), listed(new.node, symbol));
                if own == (None, None) {
                    // the document's lists, which are compared once
                    continue;
                }
                let root = |spec: &Spec<'d>| listed(spec.root(), symbol).unwrap_or_default();
                let before = own.0.unwrap_or_else(|| root(walk.sides.old));
                let after = own.1.unwrap_or_else(|| root(walk.sides.new));
                differences(walk, (&before, &after), &Field::new(direction, ""));
            }
        }
        [true, true] => {
            let body = |spec: &Spec<'d>, one: &Operation<'d>| {
                spec.follow(one.node.member(key::REQUEST_BODY)?)
            };
            let was = body(walk.sides.old, old);
            let is = body(walk.sides.new, new);
            if let (Some(was), Some(is)) = (was, is) {
                contents(walk, (was, is), &Field::new(Direction::Input, ""));
            }
        }
        _ => {
            let types = [sent(walk.sides.old, old), sent(walk.sides.new, new)];
            differences(
                walk,
                (&types[0], &types[1]),
                &Field::new(Direction::Input, ""),
            );
            let types = [given(walk.sides.old, old), given(walk.sides.new, new)];
            differences(
                walk,
                (&types[0], &types[1]),
                &Field::new(Direction::Output, ""),
            );
        }
    }
}

/// The media types of what an operation of any version takes; empty when it does not say.
fn sent<'d>(spec: &Spec<'d>, operation: &Operation<'d>) -> Types<'d> {
    if spec.version().is_3() {
        let body = operation.node.member(key::REQUEST_BODY);
        return body
            .and_then(|body| spec.follow(body))
            .map(keys)
            .unwrap_or_default();
    }
    let parameters = spec.parameters(operation);
    let has = |place| parameters.iter().find(|one| one.place == Some(place));
    let mut types = effective(spec, operation, key::CONSUMES);
    if let Some(field) = has(ParameterPlace::FormData) {
        types.retain(|name, _| media::is_form_name(name));
        if types.is_empty() {
            types.insert("application/x-www-form-urlencoded".to_owned(), field.entry);
        }
        return types;
    }
    // without a body it takes none, whatever the document lists
    types.retain(|name, _| has(ParameterPlace::Body).is_some() && !media::is_form_name(name));
    types
}

/// The media types of what an operation of any version gives, those of all responses together, for
/// 2.0 has one list for all; empty when it does not say.
fn given<'d>(spec: &Spec<'d>, operation: &Operation<'d>) -> Types<'d> {
    let responses = operation.node.member(key::RESPONSES).into_iter();
    let responses = responses.flat_map(NodeRef::entries);
    let mut responses = responses.filter_map(|response| spec.follow(response));
    if spec.version().is_3() {
        return responses.flat_map(keys).collect();
    }
    if responses.any(|response| response.member(key::SCHEMA).is_some()) {
        effective(spec, operation, key::PRODUCES)
    } else {
        Types::new()
    }
}

/// A list of 2.0 as it holds for an operation: its own, else the document's.
fn effective<'d>(spec: &Spec<'d>, operation: &Operation<'d>, symbol: Symbol) -> Types<'d> {
    let root = || listed(spec.root(), symbol);
    listed(operation.node, symbol)
        .or_else(root)
        .unwrap_or_default()
}

/// The media types of a response, or body, of 3.x.
fn keys(node: NodeRef<'_>) -> Types<'_> {
    let entries = node.member(key::CONTENT).into_iter();
    let entries = entries.flat_map(NodeRef::entries);
    entries.map(|entry| (plain(entry.key()), entry)).collect()
}

/// Report media types of two responses, or bodies, of 3.x.
pub(super) fn contents<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    (old, new): (NodeRef<'d>, NodeRef<'d>),
    field: &Field,
) {
    differences(walk, (&keys(old), &keys(new)), field);
}

/// The media types that a document or an operation of 2.0 lists.
fn listed(node: NodeRef<'_>, symbol: Symbol) -> Option<Types<'_>> {
    let items = node.member(symbol)?.items();
    Some(items.map(|item| (plain(&item.text()), item)).collect())
}

fn plain(media_type: &str) -> String {
    let words = media_type.split_whitespace();
    words.collect::<String>().to_ascii_lowercase()
}

fn differences<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    (before, after): (&Types<'d>, &Types<'d>),
    field: &Field,
) {
    if before.is_empty() || after.is_empty() {
        return;
    }
    let verb = match field.direction {
        Direction::Input => "takes",
        Direction::Output => "gives",
    };
    let response = match (field.path.is_empty(), walk.operation.is_empty()) {
        (true, true) => "the document".to_owned(),
        (true, false) => "the operation".to_owned(),
        _ => format!("the response `{}`", field.path),
    };
    for (name, place) in before.iter().filter(|(name, _)| !covers(after, name)) {
        let message = format!("{response} no longer {verb} `{name}`");
        let meta = either(
            field.direction,
            &rules::InputMediaTypeRemoved::META,
            &rules::OutputMediaTypeRemoved::META,
        );
        let draft = Draft::new(meta, message).breaks().argument(name.clone());
        walk.report(draft, field, (Some(*place), None));
    }
    for (name, place) in after.iter().filter(|(name, _)| !covers(before, name)) {
        let message = format!("{response} also {verb} `{name}`");
        let meta = either(
            field.direction,
            &rules::InputMediaTypeAdded::META,
            &rules::OutputMediaTypeAdded::META,
        );
        let draft = Draft::new(meta, message).argument(name.clone());
        walk.report(draft, field, (None, Some(*place)));
    }
}

/// True when a list holds a media type, or a range it is in.
fn covers(types: &Types<'_>, name: &str) -> bool {
    let range = name.split_once('/').map(|(main, _)| format!("{main}/*"));
    types.contains_key(name)
        || types.contains_key("*/*")
        || range.is_some_and(|range| types.contains_key(&range))
}
