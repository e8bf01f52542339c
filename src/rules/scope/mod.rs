//! What a token may do.

mod asked;
mod pattern;
mod scope_delimiter_suspect;
mod scope_dot_default;
mod scope_undefined;
mod scope_unused;

pub use scope_delimiter_suspect::ScopeDelimiterSuspect;
pub use scope_dot_default::ScopeDotDefault;
pub use scope_undefined::ScopeUndefined;
pub use scope_unused::ScopeUnused;
