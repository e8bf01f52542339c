//! The checks that Microsoft's connectors go through on import.

use crate::document::{NodeRef, key};
use crate::rule::Context;
use crate::target::Connectors;

/// True when the document is meant for a platform that runs such connectors.
pub(super) fn is_asked(cx: &Context<'_, '_>) -> bool {
    cx.target().constraints.connectors >= Connectors::Runs
}

/// True for what `x-ms-visibility` hides from the maker.
pub(super) fn is_internal(node: NodeRef<'_>) -> bool {
    let visibility = node.member(key::X_MS_VISIBILITY);
    visibility.is_some_and(|visibility| visibility.is_str("internal"))
}

/// True when a member is `true`, in quotes too: the platform takes both.
pub(super) fn says_true(node: NodeRef<'_>, member: &str) -> bool {
    node.get(member).is_some_and(|value| value.text() == "true")
}
