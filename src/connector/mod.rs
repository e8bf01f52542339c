//! L5: the connector folder, its properties file, gateway policies, providers.

mod api_properties;
mod folder;
mod json_text;
pub mod patterns;
pub mod policies;
pub mod providers;

pub use api_properties::*;
pub use folder::Folder;
pub use json_text::json_text;
