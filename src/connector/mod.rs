//! L5: the connector folder, its properties file, gateway policies, providers.

mod api_properties;
pub mod assemble;
mod build;
mod folder;
mod mapping;
pub mod patterns;
pub mod policies;
pub mod providers;
pub mod refresh;

pub use api_properties::*;
pub use build::{Build, BuildSettings, BuiltFile, FileText, build};
pub use folder::Folder;
pub use mapping::mapped;
