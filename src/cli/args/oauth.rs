//! OAuth 2: a known provider, or URLs and scopes; for `rewrite`, `connector` and `convert`.

use clap::Args;

use super::scheme::assignment;
use super::scheme_check;
use crate::connector::providers::{self, Resolved};
use crate::error::{Error, Result};
use crate::rewrite::OAuthUrls;
use crate::text::suggest;

/// Where users sign in, and for what.
#[derive(Args, Clone, Debug, Default)]
pub(in crate::cli) struct OAuthArgs {
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
}

impl OAuthArgs {
    /// The addresses: the preset's, or those that were said.
    pub(in crate::cli) fn urls(&self) -> Result<OAuthUrls> {
        scheme_check::urls(self)?;
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

    /// The scopes: those every sign-in with the provider needs, then those that were said.
    pub(in crate::cli) fn scopes(&self) -> Result<Vec<(String, String)>> {
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
}

/// `NAME[=TEXT]`; a scope may hold `=` only in its description.
fn scope(text: &str) -> (String, String) {
    match text.split_once('=') {
        Some((name, description)) => (name.to_owned(), description.to_owned()),
        None => (text.to_owned(), String::new()),
    }
}
