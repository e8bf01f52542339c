//! Arguments of the commands that take few.

use std::path::PathBuf;

use clap::Args;

/// Arguments of `inspect`.
#[derive(Args, Debug)]
#[command(after_help = super::examples::INSPECT)]
pub(in crate::cli) struct InspectArgs {
    /// The document, a connector's folder, or `-` for standard input
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
}

/// Arguments of `explain`.
#[derive(Args, Debug)]
#[command(after_help = super::examples::EXPLAIN)]
pub(in crate::cli) struct ExplainArgs {
    /// The rule's id
    #[arg(value_name = "RULE")]
    pub(in crate::cli) rule: String,
}

/// Arguments of `providers`.
#[derive(Args, Debug)]
#[command(after_help = super::examples::PROVIDERS)]
pub(in crate::cli) struct ProvidersArgs {
    /// The provider to show; all when absent
    #[arg(value_name = "NAME")]
    pub(in crate::cli) name: Option<String>,
}

/// Arguments of `targets`.
#[derive(Args, Debug)]
#[command(after_help = super::examples::TARGETS)]
pub(in crate::cli) struct TargetsArgs {
    /// The target to show; all when absent
    #[arg(value_name = "NAME")]
    pub(in crate::cli) name: Option<String>,
}

/// Arguments of `completions`.
#[derive(Args, Debug)]
#[command(after_help = super::examples::COMPLETIONS)]
pub(in crate::cli) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub(in crate::cli) shell: clap_complete::Shell,
}
