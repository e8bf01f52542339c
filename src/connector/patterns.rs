//! Ways of securing calls that a document shows, and what a platform can do of them.
//!
//! Grants without a person (RFC 6749 section 4.4, RFC 7523), a call on a person's behalf, user name
//! and password where nothing better is known, and systems behind the last API that speak another
//! protocol.

use super::policies::Back;
use crate::document::{NodeRef, Pointer, key};
use crate::spec::{AuthKind, Flow, FlowKind, SecurityScheme, Spec};
use crate::target::{Connectors, Profile};

/// A way of securing calls.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Pattern {
    /// An application signs in as itself.
    ClientCredentials,
    /// An application shows a signed assertion (RFC 7523).
    JwtBearer,
    /// A service calls another for the person who called it.
    OnBehalfOf,
    /// User name and password beside something better.
    BasicFallback,
    /// The system behind the API is reached by another protocol.
    NativeProtocol,
}

impl Pattern {
    /// The words for it in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ClientCredentials => "client credentials",
            Self::JwtBearer => "JWT bearer exchange",
            Self::OnBehalfOf => "on behalf of",
            Self::BasicFallback => "basic as the fallback",
            Self::NativeProtocol => "native protocol behind the last API",
        }
    }
}

/// A pattern that a document shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recognized {
    /// The pattern.
    pub pattern: Pattern,
    /// What shows it, in document order.
    pub clues: Vec<Pointer>,
    /// The token server is Microsoft Entra ID.
    pub is_entra: bool,
}

/// What can be done of a pattern on a platform.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Mapping {
    /// The platform does it as the document says.
    Direct,
    /// A policy of the gateway does it.
    Gateway(Back),
    /// A parameter set with the application's id and secret: `connectionParameterSets`.
    ParameterSet,
    /// `enableOnbehalfOfLogin` in the settings of the sign-in.
    EnableOnBehalfOfLogin,
    /// It cannot be done; why, and what to do.
    No(&'static str),
}

impl Mapping {
    /// Its name in reports that programs read.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Gateway(_) => "gateway",
            Self::ParameterSet => "parameter-set",
            Self::EnableOnBehalfOfLogin => "enable-on-behalf-of-login",
            Self::No(_) => "no",
        }
    }

    /// What it means, for a report.
    pub const fn explain(&self) -> &'static str {
        match self {
            Self::Direct => "the platform does it as the document says",
            Self::Gateway(Back::StoredOAuth) => "the gateway gets and keeps the token",
            Self::Gateway(Back::OnBehalfOf) => "the gateway exchanges the caller's token",
            Self::Gateway(_) => "the gateway shows the back end its credential",
            Self::ParameterSet => {
                "a parameter set asks each connection for an application's id and secret"
            }
            Self::EnableOnBehalfOfLogin => {
                "`enableOnbehalfOfLogin` lets the connection be exchanged for the caller's token"
            }
            Self::No(why) => why,
        }
    }
}

/// The patterns a document shows, each once.
pub fn recognize(spec: &Spec<'_>) -> Vec<Recognized> {
    let mut found = Vec::new();
    for scheme in spec.schemes() {
        by_kind(&mut found, spec, scheme);
        by_text(&mut found, scheme);
    }
    if let Some(text) = spec
        .root()
        .member(key::INFO)
        .and_then(|info| info.member(key::DESCRIPTION))
    {
        let says = text.text().to_lowercase();
        if has_word(&says, PROTOCOLS) {
            add(&mut found, Pattern::NativeProtocol, text, false);
        }
    }
    found.sort_by_key(|one| one.pattern);
    found
}

/// What a platform can do of a pattern, best first; never empty.
pub fn mappings(one: &Recognized, target: &Profile) -> Vec<Mapping> {
    let constraints = &target.constraints;
    match one.pattern {
        Pattern::ClientCredentials if constraints.takes_flow(FlowKind::ClientCredentials) => {
            vec![Mapping::Direct]
        }
        Pattern::ClientCredentials if one.is_entra && has_parameter_sets(target) => {
            vec![Mapping::Gateway(Back::StoredOAuth), Mapping::ParameterSet]
        }
        Pattern::ClientCredentials => vec![Mapping::Gateway(Back::StoredOAuth)],
        Pattern::JwtBearer => vec![Mapping::No(
            "nothing on the way signs an assertion: let a service behind the gateway do the \
             exchange, or use client credentials if the token server has them",
        )],
        Pattern::OnBehalfOf if one.is_entra && has_parameter_sets(target) => vec![
            Mapping::EnableOnBehalfOfLogin,
            Mapping::Gateway(Back::OnBehalfOf),
        ],
        Pattern::OnBehalfOf if one.is_entra => vec![Mapping::Gateway(Back::OnBehalfOf)],
        Pattern::OnBehalfOf => vec![Mapping::No(
            "only Microsoft Entra ID exchanges a token this way: pass the caller's token on, or \
             let the gateway sign in as itself",
        )],
        Pattern::BasicFallback if constraints.takes_kind(AuthKind::Basic) => {
            vec![Mapping::Direct, Mapping::Gateway(Back::Basic)]
        }
        Pattern::BasicFallback => vec![Mapping::Gateway(Back::Basic)],
        Pattern::NativeProtocol => vec![Mapping::No(
            "the chain of trust ends at the last API: it signs in to the system behind it by that \
             system's own means, and the connector knows nothing of it",
        )],
    }
}

/// What becomes of a pattern on a platform, in words.
pub fn explain(one: &Recognized, target: &Profile) -> String {
    let ways: Vec<_> = mappings(one, target).iter().map(Mapping::explain).collect();
    ways.join("; or ")
}

/// Properties files are a matter of the platforms that connectors are made for.
fn has_parameter_sets(target: &Profile) -> bool {
    target.constraints.connectors >= Connectors::Keeps
}

fn by_kind<'d>(found: &mut Vec<Recognized>, spec: &Spec<'d>, scheme: &SecurityScheme<'d>) {
    for flow in scheme.flows() {
        if flow.kind == Some(FlowKind::ClientCredentials) {
            let entra = is_entra(scheme);
            add(found, Pattern::ClientCredentials, flow.named_by, entra);
        }
        for scope in flow
            .scope_entries()
            .filter(|scope| is_delegated(scope.key()))
        {
            if is_entra(scheme) {
                add(found, Pattern::OnBehalfOf, scope, true);
            }
        }
    }
    match scheme.auth_kind() {
        Some(AuthKind::Basic) if has_better(spec) => {
            add(found, Pattern::BasicFallback, scheme.node, false);
        }
        Some(AuthKind::HttpOther | AuthKind::MutualTls) => {
            add(found, Pattern::NativeProtocol, scheme.node, false);
        }
        _ => {}
    }
}

/// Scopes that let an API call others for its caller.
fn is_delegated(scope: &str) -> bool {
    let last = scope.rsplit('/').next().unwrap_or(scope);
    matches!(last, "user_impersonation" | "access_as_user")
}

fn has_better(spec: &Spec<'_>) -> bool {
    let better = |kind| {
        matches!(
            kind,
            AuthKind::OAuth2 | AuthKind::OpenIdConnect | AuthKind::Bearer
        )
    };
    spec.schemes()
        .iter()
        .filter_map(SecurityScheme::auth_kind)
        .any(better)
}

const GRANTS: &[&str] = &["client_credentials", "client credentials"];
const ASSERTIONS: &[&str] = &[
    "grant-type:jwt-bearer",
    "grant-type%3ajwt-bearer",
    "jwt bearer",
    "jwt-bearer",
    "rfc 7523",
    "rfc7523",
    "private_key_jwt",
    "jwt assertion",
];
const DELEGATIONS: &[&str] = &[
    "on-behalf-of",
    "on behalf of flow",
    "on_behalf_of",
    "requested_token_use",
];
const PROTOCOLS: &[&str] = &[
    "ntlm",
    "kerberos",
    "ldap",
    "jdbc",
    "odbc",
    "as/400",
    "as400",
    "sap rfc",
    "idoc",
    "mainframe",
    "cics",
];

/// What the texts of a scheme and its URLs say.
fn by_text(found: &mut Vec<Recognized>, scheme: &SecurityScheme<'_>) {
    let mut texts: Vec<_> = scheme.node.member(key::DESCRIPTION).into_iter().collect();
    for flow in scheme.flows() {
        texts.extend(flow.urls());
    }
    let entra = is_entra(scheme);
    for text in texts {
        let says = text.text().to_lowercase();
        for (words, pattern) in [
            (GRANTS, Pattern::ClientCredentials),
            (ASSERTIONS, Pattern::JwtBearer),
            (DELEGATIONS, Pattern::OnBehalfOf),
            (PROTOCOLS, Pattern::NativeProtocol),
        ] {
            if has_word(&says, words) {
                add(found, pattern, text, entra);
            }
        }
    }
}

/// True when one of these stands in the text as words of its own.
fn has_word(text: &str, words: &[&str]) -> bool {
    let mut there = words.iter().filter(|word| text.contains(**word));
    there.any(|word| {
        text.match_indices(word).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + word.len()..].chars().next();
            let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            ends(before) && ends(after)
        })
    })
}

/// True when some URL of the scheme is Microsoft Entra ID's.
fn is_entra(scheme: &SecurityScheme<'_>) -> bool {
    let mut urls = scheme.flows().iter().flat_map(Flow::urls);
    urls.any(|url| is_entra_url(&url.text()))
}

/// True for the sign-in hosts of Microsoft Entra ID and its national clouds.
fn is_entra_url(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.to_ascii_lowercase();
    [
        "login.microsoftonline.com",
        "login.windows.net",
        "login.microsoftonline.us",
        "login.partner.microsoftonline.cn",
        "login.chinacloudapi.cn",
    ]
    .contains(&host.as_str())
}

fn add(found: &mut Vec<Recognized>, pattern: Pattern, clue: NodeRef<'_>, is_entra: bool) {
    let clue = clue.pointer();
    match found.iter_mut().find(|one| one.pattern == pattern) {
        Some(one) => {
            if !one.clues.contains(&clue) {
                one.clues.push(clue);
            }
            one.is_entra |= is_entra;
        }
        None => found.push(Recognized {
            pattern,
            clues: vec![clue],
            is_entra,
        }),
    }
}
