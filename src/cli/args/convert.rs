//! Arguments of `convert`.

use std::path::PathBuf;

use clap::Args;

use super::OAuthArgs;
use super::scheme::assignment;
use crate::convert::{ConvertTarget, OAuthUrls, Options};
use crate::document::Format;
use crate::error::{Error, Result};

/// Arguments of `convert`.
#[derive(Args, Debug)]
#[command(after_help = super::examples::CONVERT)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(in crate::cli) struct ConvertArgs {
    /// The document, or `-` for standard input
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
    /// Write the result to this file instead of standard output; `.yaml` gives YAML
    #[arg(long, short, value_name = "PATH")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Write YAML
    #[arg(long)]
    pub(in crate::cli) yaml: bool,
    /// Write nothing and leave with 1 when anything is lost
    #[arg(long)]
    pub(in crate::cli) strict: bool,
    /// How to report what is lost
    #[arg(long, value_name = "FORMAT", value_parser = ["human", "json", "jsonl"])]
    pub(in crate::cli) report: Option<String>,
    /// Take this media type first where only one can be kept; may be repeated
    #[arg(long, value_name = "TYPE")]
    pub(in crate::cli) prefer_media_type: Vec<String>,
    /// A value for a server variable or placeholder; may be repeated
    #[arg(long, value_name = "NAME=VALUE")]
    pub(in crate::cli) set: Vec<String>,
    /// Write `allOf` as one schema; the default where the target cannot read it
    #[arg(long)]
    pub(in crate::cli) flatten_all_of: bool,
    /// Leave out components nothing refers to
    #[arg(long)]
    pub(in crate::cli) prune: bool,
    #[command(
        flatten,
        next_help_heading = "OAuth 2 for bearer and OpenID Connect schemes"
    )]
    pub(in crate::cli) oauth: OAuthArgs,
}

impl ConvertArgs {
    /// The options they make, for a target.
    pub(in crate::cli) fn options(&self, target: ConvertTarget) -> Result<Options> {
        let usual = Options::for_target(target);
        let mut variables = usual.variables;
        for text in &self.set {
            let (name, value) = assignment("--set", text)?;
            variables.insert(name, value);
        }
        Ok(Options {
            prefer_media_type: self.prefer_media_type.clone(),
            variables,
            flatten_all_of: usual.flatten_all_of || self.flatten_all_of,
            prune: self.prune,
            oauth: self.oauth()?,
            ..usual
        })
    }

    /// Where bearer tokens come from, when that was said.
    fn oauth(&self) -> Result<Option<OAuthUrls>> {
        let (urls, scopes) = (self.oauth.urls()?, self.oauth.scopes()?);
        match (urls.authorization, urls.token) {
            (Some(authorization_url), Some(token_url)) => Ok(Some(OAuthUrls {
                authorization_url,
                token_url,
                refresh_url: urls.refresh,
                scopes,
            })),
            (None, None) if urls.refresh.is_none() && scopes.is_empty() => Ok(None),
            _ => Err(Error::usage_with_help(
                "OAuth 2 needs both addresses: where users sign in and where tokens come from",
                "say `--authorization-url URL --token-url URL`, or `--provider NAME`",
            )),
        }
    }

    /// The syntax to write.
    pub(in crate::cli) fn syntax(&self) -> Format {
        let name = self.output.as_ref().map(|path| path.to_string_lossy());
        let named = name.and_then(|name| Format::of_name(&name));
        if self.yaml {
            Format::Yaml
        } else {
            named.unwrap_or(Format::Json)
        }
    }
}
