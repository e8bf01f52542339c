//! Lists of allowed values.

use std::collections::BTreeMap;

use super::facts;
use super::walk::{Direction, Field, Walk, either};
use crate::diff::rules::contract as rules;
use crate::diff::sides::Draft;
use crate::document::NodeRef;
use crate::rule::RuleMeta;

/// Report lists that came and went, and values that came and went.
pub(super) fn compare<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    (old, new): (&[NodeRef<'d>], &[NodeRef<'d>]),
    field: &Field,
) {
    let list = |parts: &[NodeRef<'d>]| {
        facts::member(parts, "enum").or_else(|| facts::member(parts, "const"))
    };
    match (facts::values(old), facts::values(new)) {
        (None, None) => {}
        (Some(before), Some(after)) => values(walk, &before, &after, field),
        (None, Some(_)) => list_added(walk, field, list(new)),
        (Some(_), None) => list_removed(walk, field, list(old)),
    }
}

/// A draft that breaks clients when it is about what they send.
fn draft(field: &Field, is_breaking: Breaking, meta: &'static RuleMeta, message: String) -> Draft {
    let draft = Draft::new(meta, message);
    match (field.direction, is_breaking) {
        (Direction::Input, Breaking::Narrower) => draft.breaks(),
        (Direction::Output, Breaking::Wider) => draft.may_break(),
        _ => draft,
    }
}

/// Whether fewer values are allowed now, or more.
#[derive(Clone, Copy)]
enum Breaking {
    Narrower,
    Wider,
}

fn list_added<'d>(walk: &mut Walk<'_, '_, 'd>, field: &Field, list: Option<NodeRef<'d>>) {
    let message = format!("a list of enum values has been added to {}", field.title());
    let meta = either(
        field.direction,
        &rules::InputEnumAdded::META,
        &rules::OutputEnumAdded::META,
    );
    let draft = draft(field, Breaking::Narrower, meta, message);
    walk.report(draft, field, (None, list));
}

fn list_removed<'d>(walk: &mut Walk<'_, '_, 'd>, field: &Field, list: Option<NodeRef<'d>>) {
    let message = format!(
        "the list of enum values has been removed from {}",
        field.title()
    );
    let meta = either(
        field.direction,
        &rules::InputEnumRemoved::META,
        &rules::OutputEnumRemoved::META,
    );
    let draft = draft(field, Breaking::Wider, meta, message);
    walk.report(draft, field, (list, None));
}

type Values<'d> = BTreeMap<String, NodeRef<'d>>;

fn values<'d>(walk: &mut Walk<'_, '_, 'd>, before: &Values<'d>, after: &Values<'d>, field: &Field) {
    let title = field.title();
    for (value, place) in before.iter().filter(|(one, _)| !after.contains_key(*one)) {
        let message = format!("the enum value `{value}` has been removed from {title}");
        let meta = either(
            field.direction,
            &rules::InputEnumValueRemoved::META,
            &rules::OutputEnumValueRemoved::META,
        );
        let draft = draft(field, Breaking::Narrower, meta, message).argument(value.clone());
        walk.report(draft, field, (Some(*place), None));
    }
    for (value, place) in after.iter().filter(|(one, _)| !before.contains_key(*one)) {
        let message = format!("the enum value `{value}` has been added to {title}");
        let meta = either(
            field.direction,
            &rules::InputEnumValueAdded::META,
            &rules::OutputEnumValueAdded::META,
        );
        let draft = draft(field, Breaking::Wider, meta, message).argument(value.clone());
        walk.report(draft, field, (None, Some(*place)));
    }
}
