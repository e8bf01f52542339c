//! The whole policy document, or one fragment per phase.

use super::{forward, record, refuse, token};
use crate::connector::policies::{Element, GatewayPlan, NamedValue, Phase};

/// The policy document of the API: what is inherited, then the plan in its order.
pub fn document(plan: &GatewayPlan) -> String {
    let audit = || record::trace(plan);
    let base = || Element::new("base");
    let recorded = plan.audit;
    let mut inbound = Element::new("inbound").child(base());
    for (phase, elements) in inbound_phases(plan) {
        inbound = inbound.comment(says(phase)).children(elements);
    }
    let closing = |name| {
        let section = Element::new(name).child(base());
        if recorded {
            section.comment(says(Phase::Audit)).child(audit())
        } else {
            section
        }
    };
    Element::new("policies")
        .child(inbound)
        .child(Element::new("backend").child(base()))
        .child(closing("outbound"))
        .child(closing("on-error"))
        .to_text()
}

/// One policy fragment per phase, to be included where it is wanted.
pub fn fragments(plan: &GatewayPlan) -> Vec<(Phase, String)> {
    let mut all = inbound_phases(plan);
    if plan.audit {
        all.push((Phase::Audit, vec![record::trace(plan)]));
    }
    all.into_iter()
        .map(|(phase, elements)| {
            let fragment = Element::new("fragment").comment(says(phase));
            (phase, fragment.children(elements).to_text())
        })
        .collect()
}

/// The named values that the policies refer to, sorted. Secrets belong in a key vault.
pub fn named_values(plan: &GatewayPlan) -> Vec<NamedValue> {
    let mut all = forward::named_values(plan);
    all.extend(token::named_values(plan));
    all.extend(refuse::named_values(plan));
    all.sort();
    all.dedup();
    all
}

fn inbound_phases(plan: &GatewayPlan) -> Vec<(Phase, Vec<Element>)> {
    let mut phases = plan.phases();
    phases.retain(|phase| *phase != Phase::Audit);
    phases
        .into_iter()
        .map(|phase| {
            let elements = match phase {
                Phase::Cors => vec![refuse::cors()],
                Phase::Addresses => vec![refuse::addresses(&plan.addresses)],
                Phase::Throttle => refuse::throttle(plan).into_iter().collect(),
                Phase::Verify => refuse::verify(plan).into_iter().collect(),
                Phase::Strip => refuse::strip(&plan.front),
                Phase::Validate => token::validate(plan),
                Phase::Forward => forward::forward(plan),
                Phase::Audit => Vec::new(),
            };
            (phase, elements)
        })
        .collect()
}

const fn says(phase: Phase) -> &'static str {
    match phase {
        Phase::Cors => "the test page of a connector calls from a browser",
        Phase::Addresses => "only these addresses may call",
        Phase::Throttle => "no more calls than this",
        Phase::Verify => "the credential that the connector carries",
        Phase::Strip => "the back end never sees it",
        Phase::Validate => "the token that the connector carries",
        Phase::Forward => "the credential of the back end",
        Phase::Audit => "who called what, and how it ended; no credential, no query",
    }
}
