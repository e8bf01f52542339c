//! What is not there: `null`, a value left out, members that no schema names.

use super::walk::{Direction, Field, Walk};
use crate::diff::rules::contract as rules;
use crate::diff::sides::Draft;
use crate::diff::unrelated::is_same;
use crate::document::{NodeRef, key};

/// Report `null`, defaults and members besides, where they are treated otherwise.
pub(super) fn compare<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    parts: (&[NodeRef<'d>], &[NodeRef<'d>]),
    field: &Field,
) {
    null(walk, parts, field);
    if field.direction == Direction::Input {
        default(walk, parts, field);
        closed(walk, parts, field);
    }
}

fn null<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    (old, new): (&[NodeRef<'d>], &[NodeRef<'d>]),
    field: &Field,
) {
    let (was, is) = (nullable(old), nullable(new));
    let title = field.title();
    let draft = match (field.direction, was.is_some(), is.is_some()) {
        (Direction::Input, true, false) => {
            let message = format!("{title} can no longer be `null`");
            Draft::new(&rules::InputNullRefused::META, message).breaks()
        }
        (Direction::Input, false, true) => {
            let message = format!("{title} can be `null` now");
            Draft::new(&rules::InputNullAccepted::META, message)
        }
        (Direction::Output, true, false) => {
            let message = format!("{title} is never `null` now");
            Draft::new(&rules::OutputNullGone::META, message)
        }
        (Direction::Output, false, true) => {
            let message = format!("{title} can be `null` now: existing flows do not expect that");
            Draft::new(&rules::OutputBecameNullable::META, message).may_break()
        }
        _ => return,
    };
    let whole = new.first().copied();
    walk.report(draft, field, (was, is.or(whole)));
}

/// The member that allows `null`, as each version writes it.
fn nullable<'d>(parts: &[NodeRef<'d>]) -> Option<NodeRef<'d>> {
    parts.iter().find_map(|part| {
        let said = part
            .member(key::NULLABLE)
            .or_else(|| part.member(key::X_NULLABLE));
        let said = said.filter(|it| it.as_bool() == Some(true));
        let types = || {
            let types = part.member(key::TYPE)?;
            types
                .items()
                .any(|word| word.is_str("null"))
                .then_some(types)
        };
        let union = |name| {
            let list = part.get(name)?;
            list.items().any(super::facts::is_null).then_some(list)
        };
        let union = || union("oneOf").or_else(|| union("anyOf"));
        said.or_else(types).or_else(union)
    })
}

fn default<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    (old, new): (&[NodeRef<'d>], &[NodeRef<'d>]),
    field: &Field,
) {
    let of = |parts: &[NodeRef<'d>]| parts.iter().find_map(|part| part.member(key::DEFAULT));
    let (was, is) = (of(old), of(new));
    let title = field.title();
    let shown = |node: NodeRef<'d>| {
        let text: String = node.text().chars().take(60).collect();
        format!("`{}`", text.replace('`', "'"))
    };
    let message = match (was, is) {
        (Some(was), Some(is)) if !is_same(was, is) => format!(
            "the default of {title} is {}, and was {}: calls that leave it out mean something else",
            shown(is),
            shown(was)
        ),
        (Some(was), None) => format!("{title} has no default any more; it was {}", shown(was)),
        (None, Some(is)) => format!("{title} has a default now: {}", shown(is)),
        _ => return,
    };
    let draft = Draft::new(&rules::InputDefaultChanged::META, message);
    let draft = if was.is_some() {
        draft.may_break()
    } else {
        draft.severity(crate::finding::Severity::Info)
    };
    walk.report(draft, field, (was, is));
}

/// Report objects that refuse members their schema does not name, or no longer do.
fn closed<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    (old, new): (&[NodeRef<'d>], &[NodeRef<'d>]),
    field: &Field,
) {
    let (was, is) = (refusal(old), refusal(new));
    let title = field.title();
    let draft = match (was.is_some(), is.is_some()) {
        (false, true) => {
            let message = format!("{title} refuses members that its schema does not name");
            Draft::new(&rules::InputClosed::META, message).may_break()
        }
        (true, false) => {
            let message =
                format!("{title} no longer refuses members that its schema does not name");
            Draft::new(&rules::InputOpened::META, message)
        }
        _ => return,
    };
    walk.report(draft, field, (was, is));
}

fn refusal<'d>(parts: &[NodeRef<'d>]) -> Option<NodeRef<'d>> {
    let mut all = parts
        .iter()
        .filter_map(|part| part.member(key::ADDITIONAL_PROPERTIES));
    all.find(|one| one.as_bool() == Some(false))
}
