//! The words constraints are made of: those of the specification's views.

pub use crate::spec::{AuthKind, FlowKind, Version};
