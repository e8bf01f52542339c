//! Which schemes the requirements of a document name.

use crate::rule::Context;
use crate::spec::{Protection, Role, SchemeUse, Spec};

/// Show every place where a requirement of the document, or of an operation in `paths`, names a
/// scheme. Those of callbacks are left out: they say what the API itself sends.
pub(super) fn each<'d>(cx: &Context<'_, 'd>, mut see: impl FnMut(&SchemeUse<'d>)) {
    let root = cx.spec().requirements().into_iter();
    let own = cx
        .operations()
        .iter()
        .filter_map(|facts| match &facts.protection {
            Protection::Own(own) => Some(own),
            _ => None,
        });
    for requirements in root.chain(own) {
        requirements.uses().for_each(&mut see);
    }
}

/// Show every place where a requirement of an operation that no path leads to names a scheme: those
/// of callbacks, and of shared path items that nothing uses.
pub(super) fn each_other<'d>(spec: &Spec<'d>, mut see: impl FnMut(&SchemeUse<'d>)) {
    for operation in spec.other_operations() {
        if let Protection::Own(own) = spec.protection(&operation) {
            own.uses().for_each(&mut see);
        }
    }
}

/// True when path items, and so the requirements of their operations, stand in other files.
pub(super) fn elsewhere(spec: &Spec<'_>) -> bool {
    let document = spec.document();
    let written = spec.references().written().iter();
    let mut items = written
        .filter_map(|id| document.at(*id).parent())
        .filter(|item| spec.role(item.id()) == Role::PathItem);
    items.any(|item| spec.follow(item).is_none())
}
