//! How large, how long, how many, which pattern.

use std::collections::BTreeMap;

use super::walk::{Direction, Field, Walk};
use crate::diff::Compatibility;
use crate::diff::rules::contract as rules;
use crate::diff::sides::Draft;
use crate::document::NodeRef;
use crate::rule::RuleMeta;

/// What a bound says: a number that values stay above, below, or divide by; or a text.
#[derive(Clone, PartialEq, Debug)]
enum Limit {
    /// Not below; `true` when not at it either.
    Least(f64, bool),
    /// Not above; `true` when not at it either.
    Most(f64, bool),
    MultipleOf(f64),
    Pattern(String),
    Unique,
}

/// What allows less than before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Turn {
    Narrower,
    Wider,
    /// Neither contains the other, as far as can be told.
    Other,
}

type Bounds<'d> = BTreeMap<&'static str, (Limit, NodeRef<'d>)>;

/// Report bounds that allow less or more than they did.
pub(super) fn compare<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    (old, new): (&[NodeRef<'d>], &[NodeRef<'d>]),
    field: &Field,
) {
    let (before, after) = (bounds(old), bounds(new));
    if before.is_empty() && after.is_empty() {
        return;
    }
    for (name, (was, node)) in &before {
        match after.get(name) {
            None => {
                let message = format!("{} has no `{name}` any more", field.title());
                report(
                    walk,
                    field,
                    (Turn::Wider, name, message),
                    (Some(*node), None),
                );
            }
            Some((is, now)) if was != is => {
                let (before, after) = (node.text(), now.text());
                let title = field.title();
                let message = format!("the `{name}` of {title} is `{after}`, and was `{before}`");
                report(
                    walk,
                    field,
                    (turn(was, is), name, message),
                    (Some(*node), Some(*now)),
                );
            }
            Some(_) => {}
        }
    }
    for (name, (_, now)) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
        let message = format!("{} has a `{name}` now: `{}`", field.title(), now.text());
        report(
            walk,
            field,
            (Turn::Narrower, name, message),
            (None, Some(*now)),
        );
    }
}

fn report<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    field: &Field,
    (turn, name, message): (Turn, &str, String),
    places: (Option<NodeRef<'d>>, Option<NodeRef<'d>>),
) {
    let (meta, compatibility): (&'static RuleMeta, _) = match (field.direction, turn) {
        (Direction::Input, Turn::Narrower) => {
            (&rules::InputBoundsNarrowed::META, Compatibility::Breaks)
        }
        (Direction::Input, Turn::Other) => (&rules::InputBoundsNarrowed::META, Compatibility::May),
        (Direction::Input, Turn::Wider) => (&rules::InputBoundsWidened::META, Compatibility::No),
        (Direction::Output, Turn::Narrower) => {
            (&rules::OutputBoundsNarrowed::META, Compatibility::No)
        }
        (Direction::Output, _) => (&rules::OutputBoundsWidened::META, Compatibility::May),
    };
    let draft = Draft::new(meta, message).compatibility(compatibility);
    walk.report(draft.argument(name), field, places);
}

fn turn(was: &Limit, is: &Limit) -> Turn {
    let by = |narrower: bool| {
        if narrower {
            Turn::Narrower
        } else {
            Turn::Wider
        }
    };
    match (was, is) {
        (Limit::Least(was, out), Limit::Least(is, open)) => by((is, open) > (was, out)),
        (Limit::Most(was, out), Limit::Most(is, open)) => by(is < was || (is <= was && open > out)),
        (Limit::MultipleOf(was), Limit::MultipleOf(is)) if is % was == 0.0 => Turn::Narrower,
        (Limit::MultipleOf(was), Limit::MultipleOf(is)) if was % is == 0.0 => Turn::Wider,
        _ => Turn::Other,
    }
}

/// The bounds of a schema and the members of its `allOf`: of two, the tighter one.
fn bounds<'d>(parts: &[NodeRef<'d>]) -> Bounds<'d> {
    let mut out = Bounds::new();
    for part in parts {
        for entry in part.entries() {
            let Some((name, limit)) = limit(*part, entry) else {
                continue;
            };
            let tighter = out
                .get(name)
                .is_none_or(|(known, _)| turn(known, &limit) == Turn::Narrower);
            if tighter {
                out.insert(name, (limit, entry));
            }
        }
    }
    out
}

fn limit<'d>(part: NodeRef<'d>, entry: NodeRef<'d>) -> Option<(&'static str, Limit)> {
    let number = || entry.text().parse::<f64>().ok();
    let excludes = |name: &str| part.get(name).and_then(NodeRef::as_bool) == Some(true);
    let least = |name| Some((name, Limit::Least(number().filter(|it| *it > 0.0)?, false)));
    let most = |name| Some((name, Limit::Most(number()?, false)));
    match entry.key() {
        "minimum" => Some((
            "minimum",
            Limit::Least(number()?, excludes("exclusiveMinimum")),
        )),
        "maximum" => Some((
            "maximum",
            Limit::Most(number()?, excludes("exclusiveMaximum")),
        )),
        // a number since 3.1
        "exclusiveMinimum" => Some(("minimum", Limit::Least(number()?, true))),
        "exclusiveMaximum" => Some(("maximum", Limit::Most(number()?, true))),
        "minLength" => least("minLength"),
        "minItems" => least("minItems"),
        "minProperties" => least("minProperties"),
        "maxLength" => most("maxLength"),
        "maxItems" => most("maxItems"),
        "maxProperties" => most("maxProperties"),
        "multipleOf" => Some(("multipleOf", Limit::MultipleOf(number()?))),
        "pattern" => Some(("pattern", Limit::Pattern(entry.as_str()?.into_owned()))),
        "uniqueItems" => (entry.as_bool()?).then_some(("uniqueItems", Limit::Unique)),
        _ => None,
    }
}
