//! Which scheme, and what it is: for `rewrite` and `connector`.

use clap::Args;

use super::scheme_check;
use crate::connector::providers::{self, Resolved};
use crate::error::{Error, Result};
use crate::rewrite::{AuthType, OAuthUrls, Request, Wanted};
use crate::spec::KeyPlace;
use crate::text::suggest;

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
    /// OAuth 2: URLs and scopes of a known provider; `oneauth providers` lists them
    #[arg(long, value_name = "NAME", conflicts_with_all = ["authorization_url", "token_url"])]
    pub(in crate::cli) provider: Option<String>,
    /// OAuth 2: the tenant of the provider
    #[arg(long, value_name = "ID", requires = "provider")]
    pub(in crate::cli) tenant_id: Option<String>,
    /// OAuth 2: a value the provider needs; may be repeated
    #[arg(long, value_name = "NAME=VALUE", requires = "provider")]
    pub(in crate::cli) provider_value: Vec<String>,
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
            urls: self.urls()?,
            scopes: self.scopes()?,
            values: self.values()?,
        })
    }

    fn urls(&self) -> Result<OAuthUrls> {
        let preset = self.preset()?.map(|found| found.urls);
        let (authorization, token, refresh) = match preset {
            Some(urls) => (Some(urls.authorization), Some(urls.token), urls.refresh),
            None => (None, None, None),
        };
        Ok(OAuthUrls {
            authorization: self.authorization_url.clone().or(authorization),
            token: self.token_url.clone().or(token),
            refresh: self.refresh_url.clone().or(refresh),
        })
    }

    fn scopes(&self) -> Result<Vec<(String, String)>> {
        let needed = self.preset()?.map(|found| found.scopes).unwrap_or_default();
        let needed = needed.into_iter().map(|name| (name, String::new()));
        let mut all: Vec<(String, String)> = needed.collect();
        for one in self.scope.iter().map(|text| scope(text)) {
            all.retain(|(name, _)| *name != one.0);
            all.push(one);
        }
        Ok(all)
    }

    /// The provider with its blanks filled in.
    pub(in crate::cli) fn preset(&self) -> Result<Option<Resolved>> {
        let Some(name) = &self.provider else {
            return Ok(None);
        };
        let Some(provider) = providers::find(name) else {
            let known = providers::all().map(|one| one.id);
            return Err(Error::Usage {
                message: format!("there is no provider `{name}`"),
                help: suggest::help(name, known).or(Some("`oneauth providers` lists them".into())),
            });
        };
        let mut values: Vec<(String, String)> = Vec::new();
        values.extend(
            self.tenant_id
                .iter()
                .map(|id| ("tenant_id".to_owned(), id.clone())),
        );
        for text in &self.provider_value {
            values.push(assignment("--provider-value", text)?);
        }
        provider
            .resolve(&values)
            .map(Some)
            .map_err(|unfit| Error::usage(unfit.to_string()))
    }

    fn values(&self) -> Result<Vec<(String, String)>> {
        let values = self.set.iter().map(|text| assignment("--set", text));
        let values: Vec<(String, String)> = values.collect::<Result<_>>()?;
        scheme_check::values(&values)?;
        Ok(values)
    }
}

/// `NAME[=TEXT]`; a scope may hold `=` only in its description.
fn scope(text: &str) -> (String, String) {
    match text.split_once('=') {
        Some((name, description)) => (name.to_owned(), description.to_owned()),
        None => (text.to_owned(), String::new()),
    }
}

fn assignment(argument: &str, text: &str) -> Result<(String, String)> {
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
