//! L6: from findings and errors to what a person or a CI system reads.
//!
//! A [`Report`] is ordered and knows no format: places are resolved to lines and columns, excerpts
//! are cut and masked, so that it keeps no source alive. [`emit()`] writes it; one module a format.

pub mod assembly;
pub mod catalogue;
mod checkstyle;
pub mod comparison;
mod concise;
pub mod conversion;
pub mod diff_text;
mod emit;
mod escape;
mod excerpt;
mod excerpt_source;
mod failure;
mod format;
mod github;
mod gitlab;
mod human;
pub mod inspection;
mod json;
mod json_text;
mod junit;
pub mod long_lines;
mod markdown;
mod model;
mod resolve;
pub mod rewriting;
mod rule_facts;
mod sarif;
mod summary;
mod table;
mod wire;
mod wrap;

pub use emit::{RenderOptions, Sheet, emit, error, sheet};
pub use escape::shown;
pub use excerpt::{DEFAULT_WIDTH, Excerpt};
pub use format::Format;
pub use model::{Failure, RENDERED};
pub use model::{
    FileReport, FixReport, Location, Replacement, Report, Reported, Run, SuppressionReport,
};
pub use resolve::{Detail, LowerFix, LoweredFix, lower_fixes};
pub use rule_facts::RuleFacts;
pub use summary::{Summary, Tally};
pub use wire::SCHEMA_VERSION;
