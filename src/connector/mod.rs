//! L5: the connector folder, its properties file, gateway policies, providers.

mod api_properties;
pub mod assemble;
mod folder;
pub mod patterns;
pub mod policies;
pub mod providers;
pub mod refresh;

pub use api_properties::*;
pub use folder::Folder;
