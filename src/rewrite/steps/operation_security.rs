//! Requirements on operations: lifted where the target reads only the root's, trimmed to the
//! chosen scheme elsewhere.

use super::shape::{require, step};
use crate::document::{NodeId, NodeRef};
use crate::edit::Change;
use crate::rewrite::Step;
use crate::spec::{Requirements, Role, Spec};
use crate::target::SecurityLevel;

/// Steps on every operation's `security`, those of callbacks and shared path items too. A member
/// that opts out (`[]`, `[{}]`) stays, removing it would change who gets in; only a target that
/// refuses security gets none at all.
pub(in crate::rewrite) fn operation_security(
    spec: &Spec<'_>,
    scheme: Option<&str>,
    level: SecurityLevel,
) -> Vec<Step> {
    members(spec)
        .filter_map(|member| one(spec, member, scheme, level))
        .collect()
}

/// Every `security` member of an operation, where it stands in the source; an alias is an alias.
pub(in crate::rewrite) fn members<'a, 'd>(
    spec: &'a Spec<'d>,
) -> impl Iterator<Item = NodeRef<'d>> + use<'a, 'd> {
    let document = spec.document();
    let ids = (0..document.nodes().len() as u32).map(NodeId);
    ids.filter(|id| spec.role(*id) == Role::Requirements)
        .map(|id| document.at(id))
        .filter(|node| node.parent() != Some(document.root()))
        .filter(|node| node.key() == "security")
}

/// True when a `security` member lets everyone in and names no scheme.
pub(in crate::rewrite) fn opts_out(requirements: &Requirements<'_>) -> bool {
    requirements.uses().next().is_none()
}

fn one(
    spec: &Spec<'_>,
    member: NodeRef<'_>,
    scheme: Option<&str>,
    level: SecurityLevel,
) -> Option<Step> {
    let requirements = spec.requirements_at(member);
    let stays = member.is_null() || opts_out(&requirements);
    if stays && level != SecurityLevel::Refused {
        return None;
    }
    let operation = title_of(member);
    let Some(name) = scheme.filter(|_| level == SecurityLevel::Operations) else {
        let entry = member.id();
        let title = format!("{operation}: what the document requires holds");
        return Some(step(title, member, vec![Change::RemoveEntry { entry }]));
    };
    let changes = require(&requirements, name, &[]);
    let title = format!("{operation}: require `{name}`");
    (!changes.is_empty()).then(|| step(title, member, changes))
}

/// `GET /pets` from the `security` member of its operation.
fn title_of(member: NodeRef<'_>) -> String {
    let operation = member.parent();
    let method = operation.map_or("", NodeRef::key).to_ascii_uppercase();
    let path = operation.and_then(NodeRef::parent).map_or("", NodeRef::key);
    format!("{method} {path}")
}
