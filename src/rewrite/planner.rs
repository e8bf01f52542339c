//! From a request to a plan.

use super::choice::{Pick, choose};
use super::placeholder::{Placeholder, fill, placeholders};
use super::plan::{Decision, Plan, Step};
use super::request::Request;
use super::steps;
use super::warnings::warnings;
use crate::document::{NodeId, NodeRef, ProblemKind};
use crate::edit::Change;
use crate::spec::{AuthKind, Requirements, SecurityScheme, Spec};
use crate::target::{Profile, SecurityLevel};

/// Decide what should change so that a document does what the request says, for a target.
pub fn plan(spec: &Spec<'_>, target: &'static Profile, request: &Request) -> Decision {
    if let Some(refusal) = duplicate(spec) {
        return refusal;
    }
    let (pick, choice) = match choose(spec, target, request) {
        Ok(chosen) => chosen,
        Err(decision) => return *decision,
    };
    let level = target.constraints.security;
    let lift = level != SecurityLevel::Operations;
    let scopes = scopes(spec, &pick, request, lift);
    let name = choice.scheme.as_deref();
    let mut all: Vec<Step> = steps::container(spec, &pick);
    all.extend(steps::root_security(spec, name, &scopes, level));
    all.extend(steps::operation_security(spec, name, level));
    if name.is_some() {
        all.extend(steps::parameters(spec));
    }
    let places = places(spec, &pick, name, lift);
    let gone = gone(&all);
    let stays = |node: NodeRef<'_>| !is_inside(node, &gone);
    all.extend(steps::values(spec, &places, &request.values, stays));
    let unresolved = unresolved(spec, &places, &all, &request.values);
    Decision::Plan(Plan {
        warnings: warnings(spec, target, &pick, request),
        choice,
        steps: all,
        unresolved,
    })
}

/// An object inside security that has a key twice: nobody can say which one counts.
fn duplicate(spec: &Spec<'_>) -> Option<Decision> {
    let document = spec.document();
    let mut problems = document.problems().iter();
    if !problems.any(|problem| problem.kind == ProblemKind::DuplicateKey) {
        return None;
    }
    let security = [
        "securityDefinitions",
        "securitySchemes",
        "security",
        "components",
    ];
    let ids = (0..document.nodes().len() as u32).map(NodeId);
    let nodes = ids
        .map(|id| document.at(id))
        .filter(|node| node.is_duplicate());
    let twice = nodes.into_iter().find(|node| {
        let inside = |one: NodeRef<'_>| security.contains(&one.key());
        std::iter::successors(Some(*node), |one| one.parent()).any(inside)
    })?;
    Some(Decision::Impossible {
        reason: format!(
            "`{}` stands twice in its object, and readers differ in which they take",
            twice.key()
        ),
        place: twice.key_span().map(|span| (twice.pointer(), span)),
        help: "remove one of the two by hand, then run this again".into(),
    })
}

/// The scopes the root requirement must ask for: those asked for anywhere, when operations cannot
/// ask for their own; those of a scheme made anew.
fn scopes(spec: &Spec<'_>, pick: &Pick<'_, '_>, request: &Request, lift: bool) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut add = |scope: String| {
        if !out.contains(&scope) {
            out.push(scope);
        }
    };
    match pick {
        Pick::Create(..) | Pick::Remake(..) => {
            request
                .scopes
                .iter()
                .for_each(|(scope, _)| add(scope.clone()));
        }
        Pick::Keep(scheme) if scheme.auth_kind() == Some(AuthKind::OAuth2) => {
            let root = spec.requirements().cloned().into_iter();
            let own = steps_members(spec).filter(|_| lift);
            for requirements in root.chain(own) {
                for used in requirements.uses().filter(|used| used.name == scheme.name) {
                    used.scopes
                        .iter()
                        .for_each(|scope| add(filled(&scope.text(), request)));
                }
            }
            // what the root asks for stands there as written: it is filled in where it stands
            let written = written_scopes(spec, scheme);
            out.retain(|scope| !written.iter().any(|own| filled(own, request) == *scope));
        }
        Pick::Nothing | Pick::Keep(_) => {}
    }
    out
}

fn steps_members<'a, 'd>(
    spec: &'a Spec<'d>,
) -> impl Iterator<Item = Requirements<'d>> + use<'a, 'd> {
    steps::operation_members(spec).map(|member| spec.requirements_at(member))
}

/// Scopes of the first root requirement that names the scheme, as written.
fn written_scopes(spec: &Spec<'_>, scheme: &SecurityScheme<'_>) -> Vec<String> {
    let uses = spec.requirements().into_iter().flat_map(Requirements::uses);
    let mut uses = uses.filter(|used| used.name == scheme.name);
    let first = uses.next();
    let scopes = first.into_iter().flat_map(|used| &used.scopes);
    scopes.map(|scope| scope.text().into_owned()).collect()
}

fn filled(text: &str, request: &Request) -> String {
    fill(text, &request.values).map_or_else(|| text.to_owned(), |filled| filled.text)
}

/// Where placeholders are filled in and looked for: addresses, the kept scheme, what is required.
fn places<'d>(
    spec: &Spec<'d>,
    pick: &Pick<'_, 'd>,
    name: Option<&str>,
    lift: bool,
) -> Vec<NodeRef<'d>> {
    let root = spec.root();
    let mut out: Vec<NodeRef<'d>> = ["host", "basePath", "servers"]
        .iter()
        .filter_map(|member| root.get(member))
        .collect();
    if let Pick::Keep(scheme) = pick {
        out.push(scheme.node);
    }
    let root = spec.requirements().into_iter().flat_map(Requirements::uses);
    // trimming keeps the first requirement that names the scheme
    out.extend(
        root.filter(|used| Some(used.name) == name)
            .map(|used| used.entry)
            .take(1),
    );
    if !lift {
        for requirements in steps_members(spec).filter(|own| !own.node.is_alias()) {
            let uses = requirements.uses();
            let kept = uses.filter(|used| Some(used.name) == name).take(1);
            out.extend(kept.map(|used| used.entry));
        }
    }
    out.retain(|node| !node.is_alias());
    out
}

/// The nodes that the steps remove or write anew.
fn gone(steps: &[Step]) -> Vec<NodeId> {
    let changes = steps.iter().flat_map(|step| &step.changes);
    changes
        .filter_map(|change| match change {
            Change::RemoveEntry { entry } => Some(*entry),
            Change::RemoveItem { item } => Some(*item),
            Change::Replace { node, .. } => Some(*node),
            _ => None,
        })
        .collect()
}

fn is_inside(node: NodeRef<'_>, tops: &[NodeId]) -> bool {
    !tops.is_empty()
        && std::iter::successors(Some(node), |one| one.parent()).any(|one| tops.contains(&one.id()))
}

fn unresolved(
    spec: &Spec<'_>,
    places: &[NodeRef<'_>],
    steps: &[Step],
    values: &[(String, String)],
) -> Vec<Placeholder> {
    let all = places.iter().flat_map(|place| placeholders(spec, *place));
    let known = |one: &Placeholder| values.iter().any(|(name, _)| *name == one.name);
    let gone = gone(steps);
    all.filter(|one| !known(one))
        .filter(|one| {
            let node = spec.document().find(&one.pointer);
            node.is_none_or(|node| !is_inside(node, &gone))
        })
        .collect()
}
