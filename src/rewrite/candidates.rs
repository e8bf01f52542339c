//! What a person can choose from, and the arguments that choose it.

use super::plan::{Candidate, Decision};
use crate::spec::{Operation, SecurityScheme, Spec};
use crate::target::{Profile, default};
use crate::text::shell;

/// The decision that only a person can make, with what there is to choose from.
pub(super) fn ambiguous(
    spec: &Spec<'_>,
    target: &'static Profile,
    question: &str,
    schemes: &[SecurityScheme<'_>],
) -> Box<Decision> {
    let first = spec
        .schemes()
        .first()
        .filter(|_| target.constraints.takes_first);
    Box::new(Decision::Ambiguous {
        question: question.to_owned(),
        candidates: schemes
            .iter()
            .map(|scheme| candidate(spec, target, scheme))
            .collect(),
        platform_would_take: first.map(|scheme| scheme.name.to_owned()),
    })
}

fn candidate(spec: &Spec<'_>, target: &'static Profile, scheme: &SecurityScheme<'_>) -> Candidate {
    let uses = |operation: &&Operation<'_>| {
        let protection = spec.protection(operation);
        let requirements = protection.requirements();
        requirements.is_some_and(|all| all.uses().any(|one| one.name == scheme.name))
    };
    let glue = if scheme.name.starts_with('-') {
        '='
    } else {
        ' '
    };
    let mut choose = format!("--keep{glue}{}", shell::word(scheme.name));
    if target.id != default().id {
        choose.push_str(" --target ");
        choose.push_str(target.id);
    }
    Candidate {
        name: scheme.name.to_owned(),
        what: scheme.describe(spec.version()),
        operations: spec.operations().iter().filter(uses).count(),
        choose,
    }
}
