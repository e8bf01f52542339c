//! Which scheme, and what it is: for `rewrite` and `connector`.

use clap::Args;

use super::{OAuthArgs, scheme_check};
use crate::error::{Error, Result};
use crate::rewrite::{AuthType, Request, Wanted};
use crate::spec::KeyPlace;

/// Which scheme, and what it is.
#[derive(Args, Clone, Debug, Default)]
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
    #[command(flatten)]
    pub(in crate::cli) oauth: OAuthArgs,
    /// Put a value in the place of a placeholder such as {{TENANT_ID}}; may be repeated
    #[arg(long, value_name = "NAME=VALUE")]
    #[allow(clippy::doc_markdown, reason = "the terminal shows it as it stands")]
    pub(in crate::cli) set: Vec<String>,
}

impl SchemeArgs {
    /// The request they make.
    pub(in crate::cli) fn request(&self) -> Result<Request> {
        scheme_check::check(self)?;
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
            urls: self.oauth.urls()?,
            scopes: self.oauth.scopes()?,
            values: self.values()?,
        })
    }

    fn values(&self) -> Result<Vec<(String, String)>> {
        let values = self.set.iter().map(|text| assignment("--set", text));
        let values: Vec<(String, String)> = values.collect::<Result<_>>()?;
        scheme_check::values(&values)?;
        Ok(values)
    }
}

/// `NAME=VALUE`, the marks of a placeholder taken off the name.
pub(super) fn assignment(argument: &str, text: &str) -> Result<(String, String)> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => {
            let bare = name.trim_matches(['{', '}', '$', '#', '[', ']']);
            Ok((bare.to_owned(), value.to_owned()))
        }
        _ => Err(Error::usage_with_help(
            format!("`{argument} {text}` names no value"),
            format!(
                "write {argument} NAME=VALUE, for example {argument} TENANT_ID=contoso.onmicrosoft.com"
            ),
        )),
    }
}
