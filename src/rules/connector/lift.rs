//! What operations ask for, said once for the document.

use crate::document::{NodeRef, Value, key};
use crate::edit::{Change, Position};
use crate::finding::{File, Fix, Safety};
use crate::rule::Context;
use crate::spec::{Requirements, Spec};

/// What an operation says about itself; `null` says nothing.
pub(super) fn own(operation: NodeRef<'_>) -> Option<NodeRef<'_>> {
    operation.member(key::SECURITY).filter(|own| !own.is_null())
}

/// True when both let in the same callers, in whatever order they say so.
pub(super) fn same(one: &Requirements<'_>, other: &Requirements<'_>) -> bool {
    sorted(one) == sorted(other)
}

fn sorted(requirements: &Requirements<'_>) -> Vec<Vec<(String, Vec<String>)>> {
    let mut all: Vec<Vec<(String, Vec<String>)>> = Vec::new();
    for alternative in requirements.alternatives.iter() {
        let mut uses: Vec<(String, Vec<String>)> = Vec::new();
        for used in &alternative.schemes {
            let scopes = used.scopes.iter().map(|scope| scope.text().into_owned());
            let mut scopes: Vec<String> = scopes.collect();
            scopes.sort();
            uses.push((used.name.to_owned(), scopes));
        }
        uses.sort();
        all.push(uses);
    }
    all.sort();
    all
}

/// Most nodes of a requirement that the fix writes anew.
const BUDGET: usize = 1024;

/// Say once for the document what every operation says; `None` unless they agree and the document
/// says nothing.
pub(super) fn lift(cx: &Context<'_, '_>) -> Option<Fix> {
    let spec = cx.spec();
    let said = spec
        .requirements()
        .is_some_and(|root| !root.node.is_empty());
    let first = own(cx.operations().first()?.operation.node).filter(|_| !said)?;
    let wanted = spec.requirements_at(first);
    if wanted.allows_anonymous() {
        return None;
    }
    let mut changes = vec![at_root(spec, Value::of(first, BUDGET).ok()?)];
    for facts in cx.operations() {
        let security = own(facts.operation.node)?;
        if !same(&wanted, &spec.requirements_at(security)) {
            return None;
        }
        let entry = security.id();
        changes.push(Change::RemoveEntry { entry });
    }
    Some(Fix {
        title: "say it once for the document".to_owned(),
        safety: Safety::Unsafe,
        file: File::Document,
        changes,
    })
}

fn at_root(spec: &Spec<'_>, value: Value) -> Change {
    if let Some(empty) = spec.root().member(key::SECURITY) {
        let node = empty.id();
        return Change::Replace { node, value };
    }
    let schemes = spec.root().member(key::SECURITY_DEFINITIONS);
    Change::InsertEntry {
        object: spec.root().id(),
        position: schemes.map_or(Position::Last, |node| Position::After(node.id())),
        key: "security".to_owned(),
        value,
    }
}
