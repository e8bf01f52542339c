//! From an export to a whole connector: Swagger 2.0, one scheme, what people added by hand, safe
//! fixes, properties that agree, the policies of the gateway.

mod definition;
mod run;
mod settings;

pub use run::{Build, BuiltFile, FileText, build};
pub use settings::BuildSettings;
