//! Arguments of `check`.

use std::path::PathBuf;

use clap::Args;

/// Arguments of `check`.
#[derive(Args, Debug)]
#[command(after_help = super::examples::CHECK)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(in crate::cli) struct CheckArgs {
    /// Documents, connector folders, folders to search, or `-` for standard input
    #[arg(value_name = "PATH", default_value = ".")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    /// Read the paths from a file, one a line; `-` for standard input
    #[arg(long, value_name = "LIST", conflicts_with = "paths")]
    pub(in crate::cli) files_from: Option<PathBuf>,
    /// The paths of `--files-from` end in a NUL byte, as `git ls-files -z` writes them
    #[arg(long, short = '0', requires = "files_from")]
    pub(in crate::cli) null: bool,
    /// Run only these rules, by id or by family such as `oauth`
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(in crate::cli) select: Vec<String>,
    /// Do not run these rules, by id or by family
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(in crate::cli) ignore: Vec<String>,
    /// Judge as any API or as a connector [default: by the target]
    #[arg(long, value_name = "PROFILE", value_parser = ["auto", "api", "connector"])]
    pub(in crate::cli) profile: Option<String>,
    /// Fail from this severity on: hint, info, warning, error, never [default: warning]
    #[arg(long, value_name = "LEVEL")]
    pub(in crate::cli) fail_on: Option<String>,
    /// Write a report to a file as well; may be repeated
    #[arg(long, value_name = "FORMAT=FILE")]
    pub(in crate::cli) output: Vec<String>,
    /// Mend what can be mended safely
    #[arg(long)]
    pub(in crate::cli) fix: bool,
    /// Mend also where the meaning may change for someone
    #[arg(long)]
    pub(in crate::cli) unsafe_fixes: bool,
    /// Show what `--fix` would change, and change nothing
    #[arg(long)]
    pub(in crate::cli) diff: bool,
    /// Write the findings of this run as the baseline
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) write_baseline: Option<PathBuf>,
    /// Set aside the findings of a baseline
    #[arg(long, value_name = "FILE", conflicts_with = "write_baseline")]
    pub(in crate::cli) baseline: Option<PathBuf>,
    /// Show each setting and where it came from, and check nothing
    #[arg(long)]
    pub(in crate::cli) print_settings: bool,
    /// Refuse JSON that is not strict
    #[arg(long)]
    pub(in crate::cli) strict: bool,
}
