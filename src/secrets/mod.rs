//! L4: secret values in a document: known token formats, credentials in URLs, `Authorization`
//! values. The source is passed over for long runs of token characters, those are
//! searched for the literals of all forms, and only what holds one is decoded and tried.
//!
//! A value is never copied out of the source: a [`Hit`] holds its place and its masked form.

mod addresses;
mod base64;
mod block;
mod broken;
mod candidates;
mod day;
mod entropy;
mod guard;
mod hit;
mod locate;
mod opaque;
mod pattern;
mod patterns;
pub mod placeholder;
mod prefilter;
mod runs;
mod samples;
mod scan;
mod site;
mod stretch;
mod token;

pub use broken::scan_near;
pub use day::Day;
pub use entropy::bits_per_character;
pub use hit::{Hit, Life, Secrets};
pub use opaque::{is_constant_credential, is_opaque};
pub use pattern::{Edge, Guard, Pattern, PatternKind};
pub use patterns::PATTERNS;
pub use scan::{scan, scan_on};
pub use site::{Site, string_at};
