//! Scopes that a scheme defines.

use std::collections::BTreeMap;

use crate::diff::rules::access as rules;
use crate::diff::sides::{Draft, Sides};
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::spec::{SecurityScheme, Spec};

type Scopes<'d> = BTreeMap<&'d str, NodeRef<'d>>;

/// Report scopes that were added, removed or described anew, whatever flow defines them.
pub(super) fn report<'d>(
    sides: &mut Sides<'_, 'd>,
    old: &SecurityScheme<'d>,
    new: &SecurityScheme<'d>,
) {
    let (before, after) = (defined(old), defined(new));
    for (scope, entry) in &before {
        match after.get(scope) {
            None => removed(sides, scope, *entry, old.name),
            Some(now) if now.text() != entry.text() => {
                let message = format!("the scope `{scope}` of `{}` is described anew", new.name);
                let draft = Draft::new(&rules::DefinedScopeChanged::META, message);
                sides.report(draft.old(Some(*entry)).new_at(Some(*now)));
            }
            Some(_) => {}
        }
    }
    for (scope, entry) in after
        .iter()
        .filter(|(scope, _)| !before.contains_key(*scope))
    {
        let message = format!("`{}` defines the scope `{scope}` now", new.name);
        let draft = Draft::new(&rules::DefinedScopeChanged::META, message);
        sides.report(draft.new_at(Some(*entry)));
    }
}

fn defined<'d>(scheme: &SecurityScheme<'d>) -> Scopes<'d> {
    let flows = scheme.flows().iter();
    let entries = flows.flat_map(|flow| flow.scope_entries().collect::<Vec<_>>());
    entries.map(|entry| (entry.key(), entry)).collect()
}

fn removed(sides: &mut Sides<'_, '_>, scope: &str, entry: NodeRef<'_>, scheme: &str) {
    let message = format!("`{scheme}` no longer defines the scope `{scope}`");
    let draft = Draft::new(&rules::DefinedScopeChanged::META, message).old(Some(entry));
    sides.report(
        if is_required(sides.new, scope) || is_required(sides.old, scope) {
            draft.severity(Severity::Warning).may_break()
        } else {
            draft
        },
    );
}

fn is_required(spec: &Spec<'_>, scope: &str) -> bool {
    let asks = |requirements: &crate::spec::Requirements<'_>| {
        let mut scopes = requirements.uses().flat_map(|used| &used.scopes);
        scopes.any(|one| one.is_str(scope))
    };
    spec.requirements().is_some_and(asks)
        || spec.operations().iter().any(|operation| {
            let own = operation.security();
            own.is_some_and(|own| asks(&spec.requirements_at(own)))
        })
}
