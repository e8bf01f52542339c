//! Arguments of `diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  oneauth diff old.json new.yaml                        who gets in now, what breaks, the text
  oneauth diff released/ work/                          two connector folders, both files of each
  oneauth diff --git HEAD                               what changed since the last commit
  oneauth diff --git main..HEAD --format markdown       for a comment on a pull request
  oneauth diff old.json new.json --fail-on breaking     exit 1 when clients break";

/// Arguments of `diff`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct DiffArgs {
    /// OLD and NEW: files, connector folders, or `-`; with --git the files to compare
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    /// Compare with a revision: REV (against the working tree), or REV1..REV2
    #[arg(long, value_name = "REV")]
    pub(in crate::cli) git: Option<String>,
    /// Leave with 1 when such a difference is found
    #[arg(long, value_name = "WHAT", value_enum)]
    pub(in crate::cli) fail_on: Option<FailOn>,
    /// Leave with 1 when the documents differ at all, as git does
    #[arg(long)]
    pub(in crate::cli) exit_code: bool,
    /// Report everything that is not about security as an error: what a rewrite must not touch
    #[arg(long)]
    pub(in crate::cli) only_security: bool,
    /// Lines of context in the text diff
    #[arg(long, short = 'U', value_name = "N", default_value_t = 3)]
    pub(in crate::cli) context: usize,
    /// Leave the text diff out
    #[arg(long)]
    pub(in crate::cli) no_text: bool,
}

/// What makes a comparison fail.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(in crate::cli) enum FailOn {
    /// Clients or connections that exist break
    Breaking,
    /// Security is weaker
    Security,
    /// Anything that changes the meaning
    Any,
}
