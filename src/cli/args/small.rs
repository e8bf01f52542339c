//! Arguments of the commands that take few.

use std::path::PathBuf;

use clap::Args;

/// Arguments of `inspect`.
#[derive(Args, Debug)]
pub(in crate::cli) struct InspectArgs {
    /// The document, a connector's folder, or `-` for standard input
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
}

/// Arguments of `diff`.
#[derive(Args, Debug)]
pub(in crate::cli) struct DiffArgs {
    /// The document as it was, or `-`
    #[arg(value_name = "OLD")]
    pub(in crate::cli) old: PathBuf,
    /// The document as it is, or `-`
    #[arg(value_name = "NEW")]
    pub(in crate::cli) new: PathBuf,
    /// Lines of context in the text diff
    #[arg(long, short = 'U', value_name = "N", default_value_t = 3)]
    pub(in crate::cli) context: usize,
    /// Leave with 1 when the documents differ, as git does
    #[arg(long)]
    pub(in crate::cli) exit_code: bool,
}

/// Arguments of `explain`.
#[derive(Args, Debug)]
pub(in crate::cli) struct ExplainArgs {
    /// The rule's id
    #[arg(value_name = "RULE")]
    pub(in crate::cli) rule: String,
}

/// Arguments of `providers`.
#[derive(Args, Debug)]
pub(in crate::cli) struct ProvidersArgs {
    /// The provider to show; all when absent
    #[arg(value_name = "NAME")]
    pub(in crate::cli) name: Option<String>,
}

/// Arguments of `targets`.
#[derive(Args, Debug)]
pub(in crate::cli) struct TargetsArgs {
    /// The target to show; all when absent
    #[arg(value_name = "NAME")]
    pub(in crate::cli) name: Option<String>,
}

/// Arguments of `completions`.
#[derive(Args, Debug)]
pub(in crate::cli) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub(in crate::cli) shell: clap_complete::Shell,
}
