//! Arguments of `rewrite`.

use std::path::PathBuf;

use clap::Args;

use super::SchemeArgs;

/// Arguments of `rewrite`.
#[derive(Args, Debug)]
#[command(after_help = super::examples::REWRITE)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(in crate::cli) struct RewriteArgs {
    /// The document, a connector's folder, or `-` for standard input
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) scheme: SchemeArgs,
    /// Change the file itself
    #[arg(long, conflicts_with_all = ["output", "check"])]
    pub(in crate::cli) write: bool,
    /// Write the result to this file; `-` for standard output
    #[arg(long, short, value_name = "PATH", conflicts_with = "check")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Leave with 1 when something would change, and change nothing
    #[arg(long)]
    pub(in crate::cli) check: bool,
    /// Accept that operations become public
    #[arg(long)]
    pub(in crate::cli) accept_public: bool,
    /// How thoroughly to verify: `full` asks independent readers too
    #[arg(long, value_name = "HOW", value_parser = ["usual", "full"], default_value = "usual")]
    pub(in crate::cli) verify: String,
    /// Lines of context in the diff
    #[arg(long, short = 'U', value_name = "N", default_value_t = 3)]
    pub(in crate::cli) context: usize,
}
