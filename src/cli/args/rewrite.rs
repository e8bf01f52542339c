//! Arguments of `rewrite`.

use std::path::PathBuf;

use clap::Args;

use crate::error::{Error, Result};
use crate::rewrite::{AuthType, OAuthUrls, Request, Wanted};
use crate::spec::KeyPlace;

/// Arguments of `rewrite`.
#[derive(Args, Debug)]
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

/// Which scheme, and what it is.
#[derive(Args, Debug)]
pub(in crate::cli) struct SchemeArgs {
    /// The type: none, api-key, basic, oauth2, bearer
    #[arg(long, value_name = "TYPE", conflicts_with = "keep")]
    pub(in crate::cli) to: Option<AuthType>,
    /// Keep the scheme of this name
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) keep: Option<String>,
    /// The name of a new scheme
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) name: Option<String>,
    /// Send the API key in this header
    #[arg(long, value_name = "NAME", conflicts_with = "query")]
    pub(in crate::cli) header: Option<String>,
    /// Send the API key in this query parameter
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) query: Option<String>,
    /// OAuth 2: where the user signs in
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) authorization_url: Option<String>,
    /// OAuth 2: where the code is exchanged for a token
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) token_url: Option<String>,
    /// OAuth 2: where the token is renewed
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) refresh_url: Option<String>,
    /// OAuth 2: a scope, with its description if you like; may be repeated
    #[arg(long, value_name = "NAME[=TEXT]")]
    pub(in crate::cli) scope: Vec<String>,
    /// Put a value in the place of a placeholder such as {{TENANT_ID}}; may be repeated
    #[arg(long, value_name = "NAME=VALUE")]
    pub(in crate::cli) set: Vec<String>,
}

impl SchemeArgs {
    /// The request they make.
    pub(in crate::cli) fn request(&self) -> Result<Request> {
        let wanted = match (&self.keep, self.to) {
            (Some(name), _) => Some(Wanted::Keep(name.clone())),
            (None, to) => to.map(Wanted::To),
        };
        let header = self
            .header
            .as_ref()
            .map(|name| (KeyPlace::Header, name.clone()));
        let query = self
            .query
            .as_ref()
            .map(|name| (KeyPlace::Query, name.clone()));
        Ok(Request {
            wanted,
            name: self.name.clone(),
            key: header.or(query),
            urls: OAuthUrls {
                authorization: self.authorization_url.clone(),
                token: self.token_url.clone(),
                refresh: self.refresh_url.clone(),
            },
            scopes: self.scope.iter().map(|text| scope(text)).collect(),
            values: self.values()?,
        })
    }

    fn values(&self) -> Result<Vec<(String, String)>> {
        self.set.iter().map(|text| assignment(text)).collect()
    }
}

/// `NAME[=TEXT]`; a scope may hold `=` only in its description.
fn scope(text: &str) -> (String, String) {
    match text.split_once('=') {
        Some((name, description)) => (name.to_owned(), description.to_owned()),
        None => (text.to_owned(), String::new()),
    }
}

fn assignment(text: &str) -> Result<(String, String)> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => {
            let bare = name.trim_matches(['{', '}', '$', '#', '[', ']']);
            Ok((bare.to_owned(), value.to_owned()))
        }
        _ => Err(Error::usage_with_help(
            format!("`--set {text}` names no value"),
            "write --set NAME=VALUE, for example --set TENANT_ID=contoso.onmicrosoft.com",
        )),
    }
}
