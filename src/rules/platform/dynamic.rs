//! Calls that dynamic extensions make, with what they call.

use crate::document::{NodeRef, key};
use crate::rule::{Context, OperationFacts};
use crate::spec::{Operation, Parameter, ParameterPlace, Spec};

/// The operation that a call names.
pub(super) fn target<'a, 'd>(
    cx: &Context<'a, 'd>,
    call: NodeRef<'_>,
) -> Option<&'a OperationFacts<'d>> {
    let id = call.member(key::OPERATION_ID)?.text();
    let at = *cx.operation_ids().get(id.as_ref())?;
    Some(&cx.operations()[at])
}

/// What a call passes, by the names it passes it under.
pub(super) fn passed(call: NodeRef<'_>) -> impl Iterator<Item = NodeRef<'_>> {
    let parameters = call.member(key::PARAMETERS);
    parameters.into_iter().flat_map(NodeRef::entries)
}

/// The schema of the answer that an operation gives when it succeeds.
pub(super) fn answer<'d>(spec: &Spec<'d>, operation: &Operation<'d>) -> Option<NodeRef<'d>> {
    let responses = operation.node.member(key::RESPONSES)?;
    let response = ["200", "201"].iter().find_map(|code| responses.get(code))?;
    let response = spec.references().follow(response)?;
    spec.references().follow(response.member(key::SCHEMA)?)
}

/// The schema of an operation's body.
pub(super) fn body<'d>(spec: &Spec<'d>, parameters: &[Parameter<'d>]) -> Option<NodeRef<'d>> {
    let mut all = parameters.iter();
    let body = all.find(|one| one.place == Some(ParameterPlace::Body))?;
    spec.references().follow(body.node.member(key::SCHEMA)?)
}

/// What a path of members leads to.
pub(super) enum Led<'d> {
    /// To this schema.
    To(NodeRef<'d>),
    /// To a member that is not there.
    Nowhere,
    /// Nobody can say: the schema is open, made of parts, or known at run time only.
    Unknown,
}

/// Follow a path such as `value/items` through the members of a schema.
pub(super) fn walk<'d>(spec: &Spec<'d>, schema: NodeRef<'d>, path: &str) -> Led<'d> {
    let mut at = schema;
    for step in path.split('/').filter(|step| !step.is_empty()) {
        let known = [key::ALL_OF, key::ADDITIONAL_PROPERTIES];
        let dynamic = ["x-ms-dynamic-schema", "x-ms-dynamic-properties"];
        let open = known.iter().any(|member| at.member(*member).is_some())
            || dynamic.iter().any(|member| at.get(member).is_some());
        let Some(members) = at.member(key::PROPERTIES).filter(|all| !all.is_empty()) else {
            return if open || !is_scalar(at) {
                Led::Unknown
            } else {
                Led::Nowhere
            };
        };
        match members
            .get(step)
            .and_then(|next| spec.references().follow(next))
        {
            Some(next) => at = next,
            None if open || members.get(step).is_some() => return Led::Unknown,
            None => return Led::Nowhere,
        }
    }
    Led::To(at)
}

fn is_scalar(schema: NodeRef<'_>) -> bool {
    schema.member(key::TYPE).is_some_and(|kind| {
        let kind = kind.text();
        matches!(kind.as_ref(), "string" | "integer" | "number" | "boolean")
    })
}
