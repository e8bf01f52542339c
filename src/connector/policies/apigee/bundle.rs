//! The policies of a plan and the flow that runs them.

use super::{forward, refuse, token};
use crate::connector::policies::{Element, GatewayPlan, NamedValue, Phase};

/// A policy: its name, which is its file's, and what it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Policy {
    /// Its name: `SA-Throttle`.
    pub name: &'static str,
    /// Its text.
    pub text: String,
}

/// A step of the flow: a policy, run always or on a condition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// When it acts.
    pub phase: Phase,
    /// The policy.
    pub policy: Element,
    /// Its name.
    pub name: &'static str,
    /// The condition it runs on.
    pub condition: Option<&'static str>,
}

impl Step {
    pub(super) fn new(phase: Phase, name: &'static str, policy: Element) -> Self {
        Self {
            phase,
            policy: policy.with("name", name),
            name,
            condition: None,
        }
    }

    pub(super) fn when(self, condition: &'static str) -> Self {
        Self {
            condition: Some(condition),
            ..self
        }
    }
}

/// Every policy of the plan, in the order it runs.
pub fn bundle(plan: &GatewayPlan) -> Vec<Policy> {
    steps(plan)
        .iter()
        .map(|step| Policy {
            name: step.name,
            text: step.policy.to_text(),
        })
        .collect()
}

/// The `PreFlow` of the proxy endpoint that runs them; a step ends the call when it fails. The
/// record of the call is taken after the answer was sent.
pub fn flow(plan: &GatewayPlan) -> String {
    let (after, before): (Vec<_>, Vec<_>) = steps(plan)
        .into_iter()
        .partition(|step| step.phase == Phase::Audit);
    let run = |steps: Vec<Step>| {
        steps.into_iter().map(|step| {
            let element = Element::new("Step").leaf("Name", step.name);
            match step.condition {
                Some(condition) => element.leaf("Condition", condition),
                None => element,
            }
        })
    };
    let mut endpoint = Element::new("ProxyEndpoint").with("name", "default").child(
        Element::new("PreFlow")
            .child(Element::new("Request").children(run(before)))
            .child(Element::new("Response")),
    );
    if !after.is_empty() {
        endpoint = endpoint.child(
            Element::new("PostClientFlow").child(Element::new("Response").children(run(after))),
        );
    }
    endpoint.to_text()
}

/// The entries of the encrypted key value map that the policies read, sorted.
pub fn named_values(plan: &GatewayPlan) -> Vec<NamedValue> {
    let mut all = forward::named_values(plan);
    all.extend(token::named_values(plan));
    all.sort();
    all.dedup();
    all
}

fn steps(plan: &GatewayPlan) -> Vec<Step> {
    let mut steps = Vec::new();
    if !named_values(plan).is_empty() {
        steps.push(forward::credentials(plan));
    }
    for phase in plan.phases() {
        steps.extend(match phase {
            Phase::Cors => vec![refuse::cors()],
            Phase::Addresses => vec![refuse::addresses(&plan.addresses)],
            Phase::Throttle => refuse::throttle(plan).into_iter().collect(),
            Phase::Verify => refuse::verify(plan),
            Phase::Strip => vec![refuse::strip(&plan.front)],
            Phase::Validate => token::validate(plan),
            Phase::Forward => forward::forward(plan),
            Phase::Audit => vec![refuse::audit(plan)],
        });
    }
    // the credentials are read when the first policy that needs them is next
    steps.sort_by_key(|step| step.phase);
    steps
}
