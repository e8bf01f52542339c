//! How the document holds together.

mod invalid_document;
mod ref_remote;

pub use invalid_document::InvalidDocument;
pub use ref_remote::RefRemote;
