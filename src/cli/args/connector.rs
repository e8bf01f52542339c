//! Arguments of `connector`.

use std::path::PathBuf;

use clap::Args;

use super::SchemeArgs;

/// Names that `--gateway` takes.
pub(in crate::cli) const GATEWAYS: [&str; 3] = ["apim", "apigee", "none"];

/// Arguments of `connector`.
#[derive(Args, Debug)]
#[command(after_help = super::examples::CONNECTOR)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(in crate::cli) struct ConnectorArgs {
    /// The exported document, or `-` for standard input
    #[arg(value_name = "EXPORT", required_unless_present = "from")]
    pub(in crate::cli) export: Option<PathBuf>,
    /// The folder to make; one that is there is brought up to date
    #[arg(long, short, value_name = "DIR", required_unless_present = "from")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Build every connector that a configuration lists
    #[arg(long, value_name = "CONFIG", conflicts_with_all = ["export", "output"])]
    pub(in crate::cli) from: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) scheme: SchemeArgs,
    /// The gateway to write policies for
    #[arg(long, value_name = "NAME", value_parser = GATEWAYS, default_value = "apim")]
    pub(in crate::cli) gateway: String,
    /// The application's client id; a placeholder when absent. The secret is never asked for
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) client_id: Option<String>,
    /// Offer every type the document has as a parameter set
    #[arg(long)]
    pub(in crate::cli) multi_auth: bool,
    /// Show what would be written, and write nothing
    #[arg(long)]
    pub(in crate::cli) diff: bool,
    /// Replace policy files that differ from what is generated, and the definition of another API
    #[arg(long)]
    pub(in crate::cli) overwrite: bool,
    /// Accept that operations become public
    #[arg(long)]
    pub(in crate::cli) accept_public: bool,
}
