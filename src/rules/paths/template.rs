//! Path templates: their variables, and where their parameters stand.

use crate::document::{NodeRef, key};
use crate::spec::{Method, Operation, Spec};

/// The members of `paths` that are paths.
pub(super) fn paths<'d>(spec: &Spec<'d>) -> impl Iterator<Item = NodeRef<'d>> + use<'d> {
    let paths = spec.root().member(key::PATHS).into_iter();
    paths
        .flat_map(NodeRef::entries)
        .filter(|path| !path.key().starts_with("x-"))
}

/// The names in braces, in order; what is no pair of braces is passed over.
pub(super) fn variables(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|part| {
        let name = part.split_once('}')?.0;
        (!name.is_empty()).then_some(name)
    })
}

/// A template with its variables' names taken out: equal shapes match the same calls.
pub(super) fn shape(template: &str) -> String {
    let mut shape = String::with_capacity(template.len());
    for (at, part) in template.split('{').enumerate() {
        match part.split_once('}') {
            Some((_, rest)) if at > 0 => {
                shape.push_str("{}");
                shape.push_str(rest);
            }
            _ => shape.push_str(part),
        }
    }
    shape
}

/// True when every parameter listed for an operation can be looked at: none is a reference that
/// leads elsewhere.
pub(super) fn is_complete<'d>(spec: &Spec<'d>, operation: &Operation<'d>) -> bool {
    [operation.node, operation.path_item]
        .into_iter()
        .filter_map(|list| list.member(key::PARAMETERS))
        .flat_map(NodeRef::items)
        .all(|entry| spec.follow(entry).is_some())
}

/// True when a listed parameter stands in the path item, for all its operations.
pub(super) fn is_shared(operation: &Operation<'_>, entry: NodeRef<'_>) -> bool {
    let list = entry.parent();
    let owner = list.and_then(NodeRef::parent);
    owner.is_some_and(|owner| owner.id() != operation.node.id())
}

/// True for the first operation of its path item: what all of them share is told with it.
pub(super) fn is_first(operation: &Operation<'_>) -> bool {
    let mut members = operation.path_item.entries();
    let first = members.find(|member| Method::of_key(member.key_symbol()).is_some());
    first.is_none_or(|first| first.id() == operation.node.id())
}
