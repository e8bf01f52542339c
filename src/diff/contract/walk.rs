//! Two schemas side by side.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::same::Same;
use super::{absence, bounds, enums, facts, properties, unions};
use crate::diff::rules::contract as rules;
use crate::diff::sides::{Draft, Sides};
use crate::document::{NodeId, NodeRef};
use crate::finding::Severity;
use crate::rule::RuleMeta;

/// Deepest nesting of schemas followed.
const MAX_DEPTH: usize = 128;

/// Who writes a value.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Direction {
    /// The client: a parameter, a body.
    Input,
    /// The service: a response.
    Output,
}

impl Direction {
    /// The words for a field in messages.
    pub(super) const fn noun(self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Output => "output field",
        }
    }
}

/// The comparison of schemas, each pair once.
pub(super) struct Walk<'w, 's, 'd> {
    pub(super) sides: &'w mut Sides<'s, 'd>,
    /// The operation at hand; empty before the first.
    pub(super) operation: String,
    /// What needs no comparison.
    pub(super) same: Same,
    seen: FxHashSet<(NodeId, NodeId, Direction)>,
    /// Pairs that may still be compared.
    budget: usize,
}

/// A field: what it is called, how deep it is, who writes it.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) direction: Direction,
    /// `address.street`, `[].weight`, `status`; empty for a whole body.
    pub(super) path: String,
    pub(super) depth: usize,
}

impl Field {
    pub(super) fn new(direction: Direction, path: impl Into<String>) -> Self {
        Self {
            direction,
            path: path.into(),
            depth: 0,
        }
    }

    pub(super) fn below(&self, step: &str) -> Self {
        let dot = if self.path.is_empty() || step.starts_with(['[', '{']) {
            ""
        } else {
            "."
        };
        Self {
            direction: self.direction,
            path: format!("{}{dot}{step}", self.path),
            depth: self.depth + 1,
        }
    }

    /// Its name in messages.
    pub(super) fn title(&self) -> String {
        if self.path.is_empty() {
            "the body".into()
        } else {
            format!("the {} `{}`", self.direction.noun(), self.path)
        }
    }
}

impl<'w, 's, 'd> Walk<'w, 's, 'd> {
    pub(super) fn new(sides: &'w mut Sides<'s, 'd>, same: Same) -> Self {
        let nodes = |spec: &crate::spec::Spec<'_>| spec.document().nodes().len();
        let budget = 10_000 + 2 * (nodes(sides.old) + nodes(sides.new));
        Self {
            sides,
            operation: String::new(),
            same,
            seen: FxHashSet::default(),
            budget,
        }
    }

    /// False when the budget ran out.
    pub(super) fn complete(&self) -> bool {
        self.budget > 0
    }

    /// Compare two schemas, and what they are made of.
    pub(super) fn schemas(&mut self, old: NodeRef<'d>, new: NodeRef<'d>, field: &Field) {
        let followed = (self.sides.old.follow(old), self.sides.new.follow(new));
        if let (Some(was), Some(is)) = followed
            && self.same.holds(was, is)
        {
            return;
        }
        let ([old_parts, new_parts], several) =
            facts::parts_of_both([(self.sides.old, old), (self.sides.new, new)]);
        let (Some(first), Some(other)) = (old_parts.first(), new_parts.first()) else {
            return;
        };
        let pair = (first.id(), other.id(), field.direction);
        if field.depth > MAX_DEPTH || self.budget == 0 || !self.seen.insert(pair) {
            return;
        }
        self.budget -= 1;
        let parts = (old_parts.as_slice(), new_parts.as_slice());
        if !self.types(parts, field) {
            return;
        }
        enums::compare(self, parts, field);
        bounds::compare(self, parts, field);
        absence::compare(self, parts, field);
        properties::compare(self, parts, field);
        for (name, step) in [("items", "[]"), ("additionalProperties", "{}")] {
            let was = facts::member(parts.0, name).filter(|node| node.is_object());
            let is = facts::member(parts.1, name).filter(|node| node.is_object());
            if let (Some(was), Some(is)) = (was, is) {
                self.schemas(was, is, &field.below(step));
            }
        }
        unions::compare(self, parts, several, field);
    }

    /// Report another type or format. False when the types have nothing in common to go on with.
    fn types(&mut self, (old, new): (&[NodeRef<'d>], &[NodeRef<'d>]), field: &Field) -> bool {
        let (was, is) = (facts::types(old), facts::types(new));
        let words = |types: &Types| {
            let all: Vec<&str> = types.iter().map(String::as_str).collect();
            if all.is_empty() {
                "any type".to_owned()
            } else {
                format!("`{}`", all.join("` or `"))
            }
        };
        let places = |name| (facts::member(old, name), facts::member(new, name));
        let whole = (old.first().copied(), new.first().copied());
        if was != is {
            let message = format!(
                "the type has been changed for {}: {} now, and {} before",
                field.title(),
                words(&is),
                words(&was)
            );
            let (before, after) = places("type");
            let places = (before.or(whole.0), after.or(whole.1));
            self.report(retyped((&was, &is), field, message), field, places);
            return false;
        }
        let (was, is) = (facts::format(old), facts::format(new));
        if was != is {
            let word = |one: Option<String>| one.map_or("none".into(), |one| format!("`{one}`"));
            let message = format!(
                "the type format has been changed for {}: {} now, and {} before",
                field.title(),
                word(is),
                word(was)
            );
            let meta = match field.direction {
                Direction::Input => &rules::InputFormatChanged::META,
                Direction::Output => &rules::OutputFormatChanged::META,
            };
            let (before, after) = places("format");
            let after = after.or_else(|| before.is_none().then_some(whole.1).flatten());
            self.report(
                Draft::new(meta, message).may_break(),
                field,
                (before, after),
            );
        }
        true
    }

    /// Report a difference of a field of the operation at hand, or of the document.
    pub(super) fn report(
        &mut self,
        draft: Draft,
        field: &Field,
        (old, new): (Option<NodeRef<'d>>, Option<NodeRef<'d>>),
    ) {
        let draft = draft.argument(field.path.clone());
        let draft = if self.operation.is_empty() {
            draft
        } else {
            draft.within(&self.operation)
        };
        self.sides.report(draft.old(old).new_at(new));
    }
}

/// A draft for types that are others now.
fn retyped((was, is): (&Types, &Types), field: &Field, message: String) -> Draft {
    let draft = Draft::new(type_changed(field.direction), message);
    match field.direction {
        // what clients send is still taken
        Direction::Input if allows(is, was) => draft.severity(Severity::Info),
        // clients get less than they were ready for; Microsoft's check names it all the same
        Direction::Output if allows(was, is) => draft.severity(Severity::Warning),
        _ => draft.breaks(),
    }
}

type Types = BTreeSet<String>;

/// True when every value of the types `few` is one of the types `many`; no type is any.
fn allows(many: &Types, few: &Types) -> bool {
    let has = |word: &String| many.contains(word) || word == "integer" && many.contains("number");
    many.is_empty() || !few.is_empty() && few.iter().all(has)
}

/// The rule for another type.
pub(super) const fn type_changed(direction: Direction) -> &'static RuleMeta {
    either(
        direction,
        &rules::InputTypeChanged::META,
        &rules::OutputTypeChanged::META,
    )
}

/// The rule for a change of an input, or of an output.
pub(super) const fn either(
    direction: Direction,
    input: &'static RuleMeta,
    output: &'static RuleMeta,
) -> &'static RuleMeta {
    match direction {
        Direction::Input => input,
        Direction::Output => output,
    }
}
