//! What can be said on the command line.

mod check;
mod connector;
mod convert;
mod diff;
mod examples;
mod global;
mod oauth;
mod rewrite;
mod scheme;
mod scheme_check;
mod small;

pub(super) use check::CheckArgs;
pub(super) use connector::{ConnectorArgs, GATEWAYS};
pub(super) use convert::ConvertArgs;
pub(super) use diff::{DiffArgs, FailOn};
pub(super) use global::{Color, Global};
pub(super) use oauth::OAuthArgs;
pub(super) use rewrite::RewriteArgs;
pub(super) use scheme::SchemeArgs;
pub(super) use small::{CompletionsArgs, ExplainArgs, InspectArgs, ProvidersArgs, TargetsArgs};

use clap::{Parser, Subcommand};

const EXAMPLES: &str = "\
Examples:
  oneauth check .                                       lint every API document below this folder
  oneauth inspect export.json                           what the platform would silently take
  oneauth rewrite export.json --to basic                show the plan and the diff
  oneauth rewrite export.json --keep apiKeyHeader --write
  oneauth convert api.yaml -o apiDefinition.swagger.json   OpenAPI 3.x to Swagger 2.0
  oneauth connector export.json -o Parcels --to basic      the whole connector, checked
  oneauth diff old.json new.yaml                        what changed, and who can now get in

Exit codes: 0 clean · 1 findings, or a change would be made · 2 bad input or usage · 70 a bug";

/// Make an OpenAPI document use exactly one authentication type.
///
/// Reads Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2, in JSON and YAML. Nothing is written unless you
/// say so, and what is written was read again and verified first.
#[derive(Parser, Debug)]
#[command(name = "oneauth", version, after_help = EXAMPLES, max_term_width = 100)]
pub(in crate::cli) struct Cli {
    #[command(flatten)]
    pub(in crate::cli) global: Global,
    #[command(subcommand)]
    pub(in crate::cli) command: Command,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub(in crate::cli) enum Command {
    /// Lint documents against the target
    Check(CheckArgs),
    /// Make a document use exactly one security scheme
    Rewrite(Box<RewriteArgs>),
    /// Convert OpenAPI 3.x to Swagger 2.0, and say what could not be carried over
    Convert(Box<ConvertArgs>),
    /// Make a whole connector: definition, properties, gateway policies
    Connector(Box<ConnectorArgs>),
    /// Show the schemes, who requires what, and what the platform would take
    Inspect(InspectArgs),
    /// Show what changed between two documents, and whose protection with it
    Diff(DiffArgs),
    /// Explain a rule
    Explain(ExplainArgs),
    /// List the rules
    Rules,
    /// List the OAuth 2 providers there are presets for, or show one
    Providers(ProvidersArgs),
    /// List the targets, or show what is known of one
    Targets(TargetsArgs),
    /// Write completions for a shell
    Completions(CompletionsArgs),
    /// Write the man page
    Man,
}
