//! Lists of allowed values.

use super::facts;
use super::walk::{Direction, Field, Walk, either};
use crate::diff::rules::contract as rules;
use crate::diff::sides::Draft;
use crate::document::NodeRef;

/// Report lists that came and went, and values that came and went.
pub(super) fn compare<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    (old, new): (&[NodeRef<'d>], &[NodeRef<'d>]),
    field: &Field,
) {
    let is_input = field.direction == Direction::Input;
    let title = field.title();
    let list = |parts: &[NodeRef<'d>]| {
        facts::member(parts, "enum").or_else(|| facts::member(parts, "const"))
    };
    let places = (list(old), list(new));
    let (before, after) = match (facts::values(old), facts::values(new)) {
        (None, None) => return,
        (Some(before), Some(after)) => (before, after),
        (None, Some(_)) => {
            let message = format!("a list of enum values has been added to {title}");
            let meta = either(
                field.direction,
                &rules::InputEnumAdded::META,
                &rules::OutputEnumAdded::META,
            );
            let draft = Draft::new(meta, message);
            let draft = if is_input { draft.breaks() } else { draft };
            return walk.report(draft, field, (None, places.1));
        }
        (Some(_), None) => {
            let message = format!("the list of enum values has been removed from {title}");
            let meta = either(
                field.direction,
                &rules::InputEnumRemoved::META,
                &rules::OutputEnumRemoved::META,
            );
            let draft = Draft::new(meta, message);
            let draft = if is_input { draft } else { draft.may_break() };
            return walk.report(draft, field, (places.0, None));
        }
    };
    for (value, place) in before
        .iter()
        .filter(|(value, _)| !after.contains_key(*value))
    {
        let message = format!("the enum value `{value}` has been removed from {title}");
        let meta = either(
            field.direction,
            &rules::InputEnumValueRemoved::META,
            &rules::OutputEnumValueRemoved::META,
        );
        let draft = Draft::new(meta, message).argument(value.clone());
        let draft = if is_input { draft.breaks() } else { draft };
        walk.report(draft, field, (Some(*place), None));
    }
    for (value, place) in after
        .iter()
        .filter(|(value, _)| !before.contains_key(*value))
    {
        let message = format!("the enum value `{value}` has been added to {title}");
        let meta = either(
            field.direction,
            &rules::InputEnumValueAdded::META,
            &rules::OutputEnumValueAdded::META,
        );
        let draft = Draft::new(meta, message).argument(value.clone());
        let draft = if is_input { draft } else { draft.may_break() };
        walk.report(draft, field, (None, Some(*place)));
    }
}
