//! Policies of Apigee: one file each, and the flow that runs them in order.
//!
//! Elements are those of Google's policy reference
//! (<https://cloud.google.com/apigee/docs/api-platform/reference/policies/reference-overview-policy>).

mod bundle;
mod forward;
mod refuse;
mod token;

pub use bundle::{Policy, Step, bundle, flow, named_values};
