//! Where the policies of a connector say that calls go.

use crate::connector::PolicyTemplate;
use crate::document::NodeRef;

/// Where a policy says a call goes.
pub(super) fn urls(policy: PolicyTemplate<'_>) -> impl Iterator<Item = NodeRef<'_>> {
    let member = match policy.template().as_str() {
        "dynamichosturl" => Some("urlTemplate"),
        "routerequesttoendpoint" => Some("newPath"),
        _ => None,
    };
    let value = member.and_then(|name| policy.parameter(name));
    value.filter(|value| value.is_string()).into_iter()
}

/// The connection parameter a template starts with.
pub(super) fn leading_parameter(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("@connectionParameters(")?.trim_start();
    let rest = rest.strip_prefix(['\'', '"'])?;
    rest.split(['\'', '"']).next()
}
