//! The members that a schema and those it is joined with define.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use crate::document::{NodeId, NodeRef, key};
use crate::spec::Spec;

/// How many schemas are looked at for one: references can make any number of ways.
const MOST: usize = 200;

/// The members that a schema defines: itself, by what it joins, and by what it is part of.
#[derive(Default)]
pub(super) struct Known<'d> {
    pub(super) names: BTreeSet<&'d str>,
    /// Members may be defined where this does not look.
    pub(super) open: bool,
    /// Something defines members at all; a list of names alone is for whatever joins it.
    pub(super) any: bool,
}

impl<'d> Known<'d> {
    pub(super) fn of(schema: NodeRef<'d>, spec: &Spec<'d>) -> Self {
        let mut known = Self::default();
        let mut seen = FxHashSet::default();
        // what a part of a schema requires, the whole may define; alternatives beside it do not
        let mut whole = schema;
        known.take(schema, true, spec, &mut seen);
        while let Some(above) = joined_by(whole) {
            known.take(above, false, spec, &mut seen);
            whole = above;
        }
        known
    }

    fn take(
        &mut self,
        from: NodeRef<'d>,
        alternatives: bool,
        spec: &Spec<'d>,
        seen: &mut FxHashSet<NodeId>,
    ) {
        let mut to_see = vec![from];
        while let Some(schema) = to_see.pop() {
            if seen.len() > MOST {
                self.open = true;
                return;
            }
            if !seen.insert(schema.id()) {
                continue;
            }
            self.take_own(schema);
            let mut joins = vec![key::ALL_OF];
            if alternatives || schema.id() != from.id() {
                joins.extend([key::ONE_OF, key::ANY_OF]);
            }
            let lists = joins.iter().filter_map(|join| schema.member(*join));
            to_see.extend(lists.flat_map(NodeRef::items));
            if let Some(reference) = schema.member(key::REF) {
                match spec.references().resolve(reference) {
                    Some(target) => to_see.push(target),
                    None => self.open = true,
                }
            }
        }
    }

    fn take_own(&mut self, schema: NodeRef<'d>) {
        let free = schema.member(key::ADDITIONAL_PROPERTIES);
        let free = free.is_some_and(|free| free.as_bool() != Some(false));
        let elsewhere = ["if", "dependentSchemas", "$dynamicRef", "$recursiveRef"];
        self.open |= free
            || schema.member(key::PATTERN_PROPERTIES).is_some()
            || elsewhere.iter().any(|one| schema.get(one).is_some());
        if let Some(properties) = schema.member(key::PROPERTIES) {
            self.any = true;
            self.names.extend(properties.entries().map(NodeRef::key));
        }
    }
}

/// The schema that a schema is a part of: by `allOf` and its like, by `if`, `then`, `else`, `not`.
fn joined_by(schema: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let parent = schema.parent()?;
    if parent.is_array() {
        let joins = [key::ALL_OF, key::ONE_OF, key::ANY_OF];
        return joins
            .contains(&parent.key_symbol())
            .then(|| parent.parent())?;
    }
    match schema.key() {
        // a property may have that name
        "if" | "then" | "else" | "not" if parent.key_symbol() != key::PROPERTIES => Some(parent),
        _ if parent.key() == "dependentSchemas" => parent.parent(),
        _ => None,
    }
}
