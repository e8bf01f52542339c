//! Arguments of `convert`.

use std::path::PathBuf;

use clap::Args;

use crate::convert::{ConvertTarget, OAuthUrls, Options};
use crate::document::Format;
use crate::error::{Error, Result};

/// Arguments of `convert`.
#[derive(Args, Debug)]
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
    /// Make bearer schemes OAuth 2: where the user signs in
    #[arg(long, value_name = "URL", requires = "token_url")]
    pub(in crate::cli) authorization_url: Option<String>,
    /// Make bearer schemes OAuth 2: where the code is exchanged for a token
    #[arg(long, value_name = "URL", requires = "authorization_url")]
    pub(in crate::cli) token_url: Option<String>,
    /// OAuth 2: a scope, with its description if you like; may be repeated
    #[arg(long, value_name = "NAME[=TEXT]", requires = "token_url")]
    pub(in crate::cli) scope: Vec<String>,
}

impl ConvertArgs {
    /// The options they make, for a target.
    pub(in crate::cli) fn options(&self, target: ConvertTarget) -> Result<Options> {
        let usual = Options::for_target(target);
        let urls = self.authorization_url.clone().zip(self.token_url.clone());
        let mut variables = usual.variables;
        for text in &self.set {
            let Some((name, value)) = text.split_once('=').filter(|(name, _)| !name.is_empty())
            else {
                return Err(Error::usage_with_help(
                    format!("`--set {text}` names no value"),
                    "write --set NAME=VALUE, for example --set region=westeurope",
                ));
            };
            let bare = name.trim_matches(['{', '}', '$', '#', '[', ']']);
            variables.insert(bare.to_owned(), value.to_owned());
        }
        Ok(Options {
            prefer_media_type: self.prefer_media_type.clone(),
            variables,
            flatten_all_of: usual.flatten_all_of || self.flatten_all_of,
            prune: self.prune,
            oauth: urls.map(|(authorization_url, token_url)| OAuthUrls {
                authorization_url,
                token_url,
                scopes: self.scope.iter().map(|text| scope(text)).collect(),
            }),
            ..usual
        })
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

fn scope(text: &str) -> (String, String) {
    let (name, words) = text.split_once('=').unwrap_or((text, ""));
    (name.to_owned(), words.to_owned())
}
