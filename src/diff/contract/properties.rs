//! The members of objects.

use std::collections::BTreeMap;

use super::facts::{self, Object};
use super::operation::is_internal;
use super::walk::{Direction, Field, Walk};
use crate::diff::rules::contract as rules;
use crate::diff::sides::Draft;
use crate::document::{NodeRef, key};
use crate::spec::Spec;

/// Report members that came, went, became required or optional; compare those that stayed.
pub(super) fn compare<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    (old, new): (&[NodeRef<'d>], &[NodeRef<'d>]),
    field: &Field,
) {
    let (mut before, mut after) = (facts::object_of(old), facts::object_of(new));
    hide(walk.sides.old, &mut before, field.direction);
    let hidden = hide(walk.sides.new, &mut after, field.direction);
    for (name, was) in &before.properties {
        let below = field.below(name);
        match after.properties.get(name) {
            None => gone(walk, &below, (*was, hidden.get(name).copied())),
            Some(is) => {
                let required = |object: &Object<'d>| object.required.contains(*name);
                let required = (required(&before), required(&after));
                presence(walk, &below, (*was, *is), required);
                if field.direction == Direction::Input {
                    visibility(walk, &below, *was, *is);
                }
                walk.schemas(*was, *is, &below);
            }
        }
    }
    for (name, is) in &after.properties {
        if !before.properties.contains_key(name) {
            let required = after.required.contains(*name);
            added(walk, &field.below(name), *is, required);
        }
    }
}

/// Take out what the other side writes: whether it is required is nothing to this one.
fn hide<'d>(
    spec: &Spec<'d>,
    object: &mut Object<'d>,
    direction: Direction,
) -> BTreeMap<&'d str, NodeRef<'d>> {
    let other = match direction {
        Direction::Input => key::READ_ONLY,
        Direction::Output => key::WRITE_ONLY,
    };
    let says = |node: NodeRef<'d>| node.member(other).and_then(NodeRef::as_bool) == Some(true);
    let is_other = |node: NodeRef<'d>| says(node) || spec.follow(node).is_some_and(says);
    let mut hidden = BTreeMap::new();
    object.properties.retain(|name, property| {
        let hides = is_other(*property);
        if hides {
            hidden.insert(*name, *property);
        }
        !hides
    });
    hidden
}

/// Report a field that is there no more, or that only the other side writes now.
fn gone<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    field: &Field,
    (was, hidden): (NodeRef<'d>, Option<NodeRef<'d>>),
) {
    let title = field.title();
    let message = match (hidden, field.direction) {
        (None, _) => format!("{title} has been deleted"),
        (Some(_), Direction::Input) => format!("{title} is read-only now: it is not to be sent"),
        (Some(_), Direction::Output) => format!("{title} is write-only now: it is not sent back"),
    };
    let draft = match field.direction {
        Direction::Input => Draft::new(&rules::InputRemoved::META, message),
        Direction::Output => Draft::new(&rules::OutputRemoved::META, message),
    };
    let draft = if hidden.is_some() {
        draft.may_break()
    } else {
        draft.breaks()
    };
    walk.report(draft, field, (Some(was), hidden));
}

/// Report a field that was not there.
pub(super) fn added<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    field: &Field,
    is: NodeRef<'d>,
    required: bool,
) {
    let title = field.title();
    let draft = match (field.direction, required) {
        (Direction::Output, _) => {
            Draft::new(&rules::OutputAdded::META, format!("{title} has been added"))
        }
        (Direction::Input, false) => {
            Draft::new(&rules::InputAdded::META, format!("{title} has been added"))
        }
        (Direction::Input, true) => {
            let message =
                format!("{title} has been added and is required: existing flows will not send it");
            Draft::new(&rules::RequiredInputAdded::META, message).breaks()
        }
    };
    walk.report(draft, field, (None, Some(is)));
}

/// Report a field that became required, or optional.
pub(super) fn presence<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    field: &Field,
    (old, new): (NodeRef<'d>, NodeRef<'d>),
    (was, is): (bool, bool),
) {
    let title = field.title();
    let draft = match (field.direction, was, is) {
        (Direction::Input, false, true) => {
            let message = format!("{title} became required");
            Draft::new(&rules::InputBecameRequired::META, message).breaks()
        }
        (Direction::Input, true, false) => {
            let message = format!("{title} became optional");
            Draft::new(&rules::InputBecameOptional::META, message)
        }
        (Direction::Output, false, true) => {
            let message = format!("{title} is always there now");
            Draft::new(&rules::OutputBecameRequired::META, message)
        }
        (Direction::Output, true, false) => {
            let message = format!("{title} may be missing now: existing flows may rely on it");
            Draft::new(&rules::OutputBecameOptional::META, message).may_break()
        }
        _ => return,
    };
    walk.report(draft, field, (Some(old), Some(new)));
}

/// Report an input that the designer hides, or no longer hides.
pub(super) fn visibility<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    field: &Field,
    old: NodeRef<'d>,
    new: NodeRef<'d>,
) {
    let title = field.title();
    let draft = match (is_internal(old), is_internal(new)) {
        (false, true) => {
            let message = format!("{title} has been hidden from the designer");
            Draft::new(&rules::InputHidden::META, message).may_break()
        }
        (true, false) => {
            let message = format!("{title} was internal and is shown now");
            Draft::new(&rules::InputShown::META, message)
        }
        _ => return,
    };
    walk.report(draft, field, (Some(old), Some(new)));
}
