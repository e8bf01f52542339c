//! `oneauth diff`: who gets in, what breaks, then the text.

mod effect;
mod html;
mod html_page;
mod human;
mod json;
mod markdown;
mod model;
mod text;

pub use effect::{WireEffect, effect};
pub use html::html;
pub use human::human;
pub use json::json;
pub use markdown::markdown;
pub use model::{Compared, ComparisonReport, Judged, PairSources};
pub use text::text;
