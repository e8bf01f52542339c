//! Which input of the one operation is which of the other.

use super::facts;
use super::input::{self, Input};
use super::properties;
use super::walk::{Direction, Field, Walk};
use super::written;
use crate::diff::rules::contract as rules;
use crate::diff::sides::Draft;
use crate::spec::Operation;

/// Compare what two operations take.
pub(super) fn compare<'d>(walk: &mut Walk<'_, '_, 'd>, old: &Operation<'d>, new: &Operation<'d>) {
    let mut before = input::of(walk.sides.old, old);
    let mut after = input::of(walk.sides.new, new);
    for (was, is) in matched(&mut before, &mut after, |was, is| was.key() == is.key()) {
        changed(walk, &was, &is);
    }
    let moved = |was: &Input<'d>, is: &Input<'d>| !was.name.is_empty() && was.name == is.name;
    for (was, is) in matched(&mut before, &mut after, moved) {
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

/// Take out of both lists what belongs together.
fn matched<'d>(
    before: &mut Vec<Input<'d>>,
    after: &mut Vec<Input<'d>>,
    same: impl Fn(&Input<'d>, &Input<'d>) -> bool,
) -> Vec<(Input<'d>, Input<'d>)> {
    let mut out = Vec::new();
    before.retain(|was| match after.iter().position(|is| same(was, is)) {
        Some(at) => {
            out.push((was.clone(), after.remove(at)));
            false
        }
        None => true,
    });
    out
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
    matched(before, after, |was, is| {
        was.place == is.place
            && alone.contains(&was.place)
            && was.required == is.required
            && is_alike(walk, was, is)
    })
}

fn is_alike<'d>(walk: &Walk<'_, '_, 'd>, was: &Input<'d>, is: &Input<'d>) -> bool {
    let (Some(old), Some(new)) = (was.schema, is.schema) else {
        return false;
    };
    let old = facts::parts(walk.sides.old, old);
    let new = facts::parts(walk.sides.new, new);
    facts::types(&old) == facts::types(&new) && facts::format(&old) == facts::format(&new)
}
