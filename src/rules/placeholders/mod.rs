//! Values that someone still has to fill in, and hosts that nobody can reach.

mod companion;
mod example_host;
mod hosts;
mod localhost_url;
mod non_production_host;
mod placeholder_null_url;
mod placeholder_unresolved;
mod templates;
mod zero_guid_placeholder;

pub use example_host::ExampleHost;
pub use localhost_url::LocalhostUrl;
pub use non_production_host::NonProductionHost;
pub use placeholder_null_url::PlaceholderNullUrl;
pub use placeholder_unresolved::PlaceholderUnresolved;
pub use zero_guid_placeholder::ZeroGuidPlaceholder;
