//! Which input of the one operation is which of the other.

use super::facts;
use super::input::{self, Input};
use super::properties;
use super::walk::{Direction, Field, Walk};
use super::written;
use crate::diff::matched::matched;
use crate::diff::rules::contract as rules;
use crate::diff::sides::Draft;
use crate::spec::{Operation, Spec};

/// Compare what two operations take.
pub(super) fn compare<'d>(walk: &mut Walk<'_, '_, 'd>, old: &Operation<'d>, new: &Operation<'d>) {
    let mut before = input::of(walk.sides.old, old);
    let mut after = input::of(walk.sides.new, new);
    let key = |one: &Input<'d>| Some(one.key());
    for (was, is) in matched((&mut before, &mut after), key, key) {
        changed(walk, &was, &is);
    }
    let name = |one: &Input<'d>| (!one.name.is_empty()).then(|| one.name.clone());
    for (was, is) in matched((&mut before, &mut after), name, name) {
        let message = format!(
            "the location has been changed for the parameter `{}`: {} now, and {} before; existing \
             flows go on sending it in the old one",
            is.name, is.place, was.place
        );
        let draft = Draft::new(&rules::InputLocationChanged::META, message).breaks();
        both(walk, draft, &was, &is);
        changed(walk, &was, &is);
    }
    for (was, is) in renamed(walk, &mut before, &mut after) {
        let message = format!("the input `{}` is called `{}` now", was.name, is.name);
        let draft = Draft::new(&rules::InputRenamed::META, message).breaks();
        both(walk, draft, &was, &is);
        changed(walk, &was, &is);
    }
    for was in before {
        let message = format!("the input {} has been deleted", was.title());
        let draft = Draft::new(&rules::InputRemoved::META, message).breaks();
        walk.report(draft, &field(&was), (Some(was.entry), None));
    }
    for is in after {
        properties::added(walk, &field(&is), is.entry, is.required);
    }
}

fn field(input: &Input<'_>) -> Field {
    Field::new(Direction::Input, input.name.clone())
}

fn both<'d>(walk: &mut Walk<'_, '_, 'd>, draft: Draft, was: &Input<'d>, is: &Input<'d>) {
    walk.report(draft, &field(is), (Some(was.entry), Some(is.entry)));
}

fn changed<'d>(walk: &mut Walk<'_, '_, 'd>, was: &Input<'d>, is: &Input<'d>) {
    let field = field(is);
    let entries = (was.entry, is.entry);
    properties::presence(walk, &field, entries, (was.required, is.required));
    properties::visibility(walk, &field, was.node, is.node);
    written::compare(walk, was, is);
    if let (Some(old), Some(new)) = (was.schema, is.schema) {
        walk.schemas(old, new, &field);
    }
}

/// Inputs that went and came in one place, alone there, alike but for the name.
fn renamed<'d>(
    walk: &Walk<'_, '_, 'd>,
    before: &mut Vec<Input<'d>>,
    after: &mut Vec<Input<'d>>,
) -> Vec<(Input<'d>, Input<'d>)> {
    let count =
        |list: &[Input<'d>], place: &str| list.iter().filter(|one| one.place == place).count();
    let alone: Vec<&'static str> = ["query", "header", "path", "form", "cookie"]
        .into_iter()
        .filter(|place| count(before, place) == 1 && count(after, place) == 1)
        .collect();
    let alike = |spec: &Spec<'d>, one: &Input<'d>| {
        let parts = facts::parts(spec, one.schema.filter(|_| alone.contains(&one.place))?);
        let types = (facts::types(&parts), facts::format(&parts));
        Some((one.place, one.required, types))
    };
    let (old, new) = (walk.sides.old, walk.sides.new);
    matched((before, after), |was| alike(old, was), |is| alike(new, is))
}
