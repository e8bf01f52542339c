//! What clap cannot see: arguments that fit no scheme, or would be passed over in silence.

use super::{OAuthArgs, SchemeArgs};
use crate::error::{Error, Result};
use crate::rewrite::{AuthType, names_in};

pub(super) fn check(args: &SchemeArgs) -> Result<()> {
    words(args)?;
    belongs(args)
}

/// Which characters a name may have.
type Fits<'f> = &'f dyn Fn(char) -> bool;

/// Names that can be sent: a header's is a token (RFC 9110, 5.6.2).
fn words(args: &SchemeArgs) -> Result<()> {
    let token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    let plain = |c: char| !c.is_whitespace() && !c.is_control();
    let any = |c: char| !c.is_control();
    let named: [(_, _, Fits<'_>); 4] = [
        ("--header", args.header.as_ref(), &token),
        ("--query", args.query.as_ref(), &plain),
        ("--name", args.name.as_ref(), &any),
        ("--keep", args.keep.as_ref(), &any),
    ];
    for (argument, name, fits) in named {
        let Some(name) = name else { continue };
        let empty = name.is_empty() && argument != "--keep";
        if empty || !name.chars().all(fits) {
            return Err(Error::usage_with_help(
                format!("`{argument} {}` is no name that can be used", shown(name)),
                "a header's name has letters, digits and `-`; no other has control characters",
            ));
        }
    }
    Ok(())
}

/// Addresses that are addresses.
pub(super) fn urls(args: &OAuthArgs) -> Result<()> {
    let named = [
        ("--authorization-url", &args.authorization_url),
        ("--token-url", &args.token_url),
        ("--refresh-url", &args.refresh_url),
    ];
    for (argument, url) in named {
        if let Some(url) = url.as_deref().filter(|url| !is_url(url)) {
            return Err(Error::usage_with_help(
                format!("`{argument} {}` is no URL", shown(url)),
                "write it out: https://login.example.com/oauth2/v2.0/token",
            ));
        }
    }
    Ok(())
}

fn is_url(text: &str) -> bool {
    let plain = !text.contains(|c: char| c.is_whitespace() || c.is_control());
    let absolute = text.split_once("://").is_some_and(|(scheme, rest)| {
        !rest.is_empty() && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
    });
    plain && (absolute || !names_in(text).is_empty())
}

/// Particulars of a type that was not asked for would have no effect.
fn belongs(args: &SchemeArgs) -> Result<()> {
    let key = args.header.is_some() || args.query.is_some();
    if key && args.to != Some(AuthType::ApiKey) {
        return Err(Error::usage_with_help(
            "`--header` and `--query` say how an API key is sent, and none was asked for",
            "say `--to api-key` with it",
        ));
    }
    let sign_in = args.oauth.authorization_url.is_some() || args.oauth.token_url.is_some();
    if (sign_in || !args.oauth.scope.is_empty()) && args.to != Some(AuthType::OAuth2) {
        return Err(Error::usage_with_help(
            "URLs and scopes belong to OAuth 2, and that was not asked for",
            "say `--to oauth2` with them",
        ));
    }
    Ok(())
}

/// A value that holds a placeholder of its own would never come to an end.
pub(super) fn values(values: &[(String, String)]) -> Result<()> {
    let again = |value: &str| {
        let names = names_in(value);
        names
            .into_iter()
            .find(|name| values.iter().any(|(set, _)| set == name))
    };
    for (name, value) in values {
        if let Some(again) = again(value) {
            return Err(Error::usage_with_help(
                format!("the value of `--set {name}` holds the placeholder `{again}` itself"),
                "give the value that shall stand in the document",
            ));
        }
    }
    Ok(())
}

fn shown(text: &str) -> String {
    crate::text::visible::one_line(text).into_owned()
}
