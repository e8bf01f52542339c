//! Policies of Azure API Management.
//!
//! Elements and attributes are those of Microsoft's policy reference
//! (<https://learn.microsoft.com/azure/api-management/api-management-policies>).

mod document;
mod forward;
mod record;
mod refuse;
mod token;

pub use document::{document, fragments, named_values};
