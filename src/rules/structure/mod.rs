//! How the document holds together.

mod invalid_document;
mod ref_remote;
mod ref_unresolved;

pub use invalid_document::InvalidDocument;
pub use ref_remote::RefRemote;
pub use ref_unresolved::RefUnresolved;
