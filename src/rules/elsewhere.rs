//! What a document leaves to other files.

use crate::document::key;
use crate::spec::{References, Spec};

/// True when the schemes may stand in another file: their container, or what holds it, is a
/// reference.
pub fn schemes(spec: &Spec<'_>) -> bool {
    let components = spec.root().member(key::COMPONENTS);
    [components, spec.scheme_container()]
        .into_iter()
        .flatten()
        .any(|node| References::reference(node).is_some())
}
