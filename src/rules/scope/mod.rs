//! What a token may do.

mod pattern;
mod scope_delimiter_suspect;
mod scope_dot_default;
mod scope_undefined;

pub use scope_delimiter_suspect::ScopeDelimiterSuspect;
pub use scope_dot_default::ScopeDotDefault;
pub use scope_undefined::ScopeUndefined;
