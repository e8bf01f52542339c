//! How the document holds together.

mod circles;
mod code_spans;
mod failures;
mod invalid_document;
mod invalid_schema;
mod ref_remote;
mod ref_unresolved;
mod reference_loop;
mod required_property_loop;
mod script_traces;
mod unsafe_markdown;

pub use invalid_document::InvalidDocument;
pub use invalid_schema::InvalidSchema;
pub use ref_remote::RefRemote;
pub use ref_unresolved::RefUnresolved;
pub use reference_loop::ReferenceLoop;
pub use required_property_loop::RequiredPropertyLoop;
pub use unsafe_markdown::UnsafeMarkdown;
