//! The steps of a plan, one file per part of the document.

mod container;
mod operation_security;
mod parameters;
mod root_security;
mod shape;
mod values;

pub(super) use container::container;
pub(super) use operation_security::{members as operation_members, operation_security};
pub(super) use parameters::parameters;
pub(super) use root_security::root_security;
pub(super) use values::values;
