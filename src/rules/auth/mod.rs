//! Who is let in, and by what.

mod security_requirement_undefined_scheme;

pub use security_requirement_undefined_scheme::SecurityRequirementUndefinedScheme;
