//! L5: the connector folder, its properties file, gateway policies, providers.

mod api_properties;
mod folder;

pub use api_properties::*;
pub use folder::Folder;
