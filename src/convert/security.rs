//! The Security Scheme Object.
//!
//! | source | decision |
//! |---|---|
//! | `apiKey` in a header or the query | kept |
//! | `apiKey` in a cookie | `apiKey` in the header `Cookie`; its description says what to type; reported |
//! | `http` `basic` | `basic` |
//! | `http` `bearer` | `apiKey` in `Authorization`; its description says to type `Bearer`; `oauth2` when the addresses are given; reported |
//! | any other `http` scheme | `apiKey` in `Authorization`, likewise |
//! | `oauth2` | one definition a flow, see `flow` |
//! | `openIdConnect` of a known provider | `oauth2` `accessCode`, reported; of another one as `bearer` |
//! | `mutualTLS` | left out; requirements that need it are reported as errors |
//! | scopes asked of a scheme that became `oauth2` | among its scopes, without words |

use std::sync::Arc;

use super::draft::Draft;
use rustc_hash::{FxHashMap, FxHashSet};

use super::converter::Converter;
use super::loss::LossKind;
use super::members::Members;
use super::plain::Keep;
use crate::document::NodeRef;

const BEARER_FORMAT: &[(&str, Keep)] = &[("bearerFormat", Keep::As("x-bearerFormat"))];

/// What the source's schemes became.
#[derive(Clone, Debug, Default)]
pub(super) struct Schemes<'d> {
    pub(super) definitions: Members<'d>,
    pub(super) by_name: FxHashMap<String, Arc<[Definition]>>,
    /// One of them has the addresses that were given.
    pub(super) use_given_urls: bool,
}

/// One definition a scheme became.
#[derive(Clone, Debug)]
pub(super) struct Definition {
    pub(super) name: String,
    /// The scopes it knows, when it is `oauth2`.
    pub(super) scopes: Option<FxHashSet<String>>,
}

impl<'d> Converter<'d> {
    /// Convert every scheme, before any requirement is read.
    pub(super) fn security_schemes(&mut self, schemes: NodeRef<'d>) {
        let mut names = super::names::Names::default();
        for entry in schemes.entries() {
            names.reserve(entry.key());
        }
        for entry in schemes.entries() {
            let Some(scheme) = self.resolved(entry) else {
                continue;
            };
            let written = self.scheme(entry.key(), scheme);
            let mut definitions = Vec::new();
            for (at, (suffix, members)) in written.into_iter().enumerate() {
                let name = match at {
                    0 => entry.key().to_owned(),
                    _ => names
                        .reserve(format!("{}_{suffix}", entry.key()))
                        .into_owned(),
                };
                let scopes = match members.get("scopes") {
                    Some(Draft::Object(scopes)) => {
                        Some(scopes.iter().map(|(scope, _)| scope.to_string()).collect())
                    }
                    _ => None,
                };
                Arc::make_mut(&mut self.schemes)
                    .definitions
                    .put(name.clone(), members.into_value());
                definitions.push(Definition { name, scopes });
            }
            Arc::make_mut(&mut self.schemes)
                .by_name
                .insert(entry.key().to_owned(), definitions.into());
        }
    }

    fn scheme(&mut self, name: &str, node: NodeRef<'d>) -> Vec<(&'static str, Members<'d>)> {
        let text = |key: &str| node.get(key).map(|n| n.text().into_owned());
        let kind = text("type").unwrap_or_default();
        match kind.as_str() {
            "apiKey" => self.api_key(node).into_iter().map(|m| ("", m)).collect(),
            "http" => {
                let scheme = text("scheme").unwrap_or_default().to_ascii_lowercase();
                vec![("", self.http(name, node, &scheme))]
            }
            "oauth2" => self.flows(node, name),
            "openIdConnect" => vec![("", self.open_id(name, node))],
            _ => {
                let what = format!("the security scheme `{name}` of type `{kind}`");
                self.lose(LossKind::SchemeDropped, node, what, "left out");
                Vec::new()
            }
        }
    }

    fn api_key(&mut self, node: NodeRef<'d>) -> Option<Members<'d>> {
        let [name, place] = ["name", "in"].map(|key| {
            let entry = node.get(key)?;
            if !entry.is_string() {
                self.lose_invalid(entry);
            }
            Some(entry.text().into_owned())
        });
        let (Some(name), Some(place)) = (name, place) else {
            let what = "an `apiKey` scheme without `name` and `in`";
            self.lose(LossKind::SchemeDropped, node, what, "left out");
            return None;
        };
        let mut out = Members::new();
        out.put("type", "apiKey");
        if place == "cookie" {
            let what = format!("a key in the cookie `{name}`");
            let instead = "`apiKey` in the header `Cookie`";
            self.lose(LossKind::SchemeChanged, node, what, instead);
            out.put("name", "Cookie");
            out.put("in", "header");
            self.scheme_words(
                node,
                &format!("Type `{name}=` followed by your key."),
                &mut out,
            );
        } else {
            out.put("name", name);
            if !matches!(place.as_str(), "query" | "header") {
                let what = format!("a key cannot be sent in `{place}`");
                self.lose(LossKind::InvalidMember, node, what, "`header`");
            }
            out.put("in", if place == "query" { "query" } else { "header" });
            self.scheme_words(node, "", &mut out);
        }
        Some(out)
    }

    fn http(&mut self, name: &str, node: NodeRef<'d>, scheme: &str) -> Members<'d> {
        if scheme == "basic" {
            let mut out = Members::new();
            out.put("type", "basic");
            self.scheme_words(node, "", &mut out);
            return out;
        }
        let word = match scheme {
            "bearer" => "Bearer".to_owned(),
            "digest" => "Digest".to_owned(),
            other => other.to_owned(),
        };
        self.token((name, node), &word, &format!("`http` `{scheme}`"))
    }

    /// A credential in `Authorization`, typed by hand unless the addresses of a provider are given.
    fn token(&mut self, (name, node): (&str, NodeRef<'d>), word: &str, what: &str) -> Members<'d> {
        if word == "Bearer"
            && let Some(urls) = &self.options.oauth
        {
            let scopes = self.with_asked_scopes(name, urls.scopes.clone());
            let (at, token) = (urls.authorization_url.clone(), urls.token_url.clone());
            self.lose(
                LossKind::SchemeChanged,
                node,
                what.to_owned(),
                "`oauth2` `accessCode`",
            );
            Arc::make_mut(&mut self.schemes).use_given_urls = true;
            let mut out = self.access_code(node, at, token, scopes);
            if let Some(refresh) = &urls.refresh_url {
                out.put("x-refreshUrl", refresh.as_str());
            }
            return out;
        }
        let instead = format!("`apiKey` in `Authorization`: users type `{word}` themselves");
        self.lose(LossKind::SchemeChanged, node, what.to_owned(), instead);
        let mut out = Members::new();
        out.put("type", "apiKey");
        out.put("name", "Authorization");
        out.put("in", "header");
        let advice = format!("Type `{word}`, a space, then your token.");
        self.scheme_words(node, &advice, &mut out);
        out
    }

    pub(super) fn access_code(
        &mut self,
        node: NodeRef<'d>,
        authorization_url: String,
        token_url: String,
        scopes: Draft<'d>,
    ) -> Members<'d> {
        let mut out = Members::new();
        out.put("type", "oauth2");
        out.put("flow", "accessCode");
        out.put("authorizationUrl", authorization_url);
        out.put("tokenUrl", token_url);
        out.put("scopes", scopes);
        self.scheme_words(node, "", &mut out);
        out
    }

    fn open_id(&mut self, name: &str, node: NodeRef<'d>) -> Members<'d> {
        let url = node.get("openIdConnectUrl").map(|n| n.text().into_owned());
        let url = url.unwrap_or_default();
        if self.options.oauth.is_none()
            && let Some([authorization, token]) = super::flow::known_provider(&url)
        {
            let what = "`openIdConnect`";
            self.lose(
                LossKind::SchemeChanged,
                node,
                what,
                "`oauth2` `accessCode` of the provider",
            );
            let usual = vec![("openid".to_owned(), "sign in".to_owned())];
            let scopes = self.with_asked_scopes(name, usual);
            return self.access_code(node, authorization, token, scopes);
        }
        self.token((name, node), "Bearer", "`openIdConnect`")
    }

    /// Description and extensions of a scheme; members the type has no place for are reported.
    pub(super) fn scheme_words(&mut self, node: NodeRef<'d>, advice: &str, out: &mut Members<'d>) {
        let written = node.get("description");
        if let Some(odd) = written.filter(|text| !text.is_string()) {
            self.lose_invalid(odd);
        }
        let written = written.and_then(NodeRef::as_str);
        let text = match (advice, written) {
            ("", None) => None,
            ("", Some(text)) => Some(text.into_owned()),
            (advice, None) => Some(advice.to_owned()),
            (advice, Some(text)) => Some(format!("{advice} {text}")),
        };
        if let Some(text) = text {
            out.put("description", text);
        }
        for entry in node.entries() {
            match entry.key() {
                "type" | "description" | "name" | "in" | "scheme" | "flows"
                | "openIdConnectUrl" => {}
                "deprecated" => self.deprecated(entry, out),
                "bearerFormat" => self.plain_member(entry, BEARER_FORMAT, out),
                key if key.starts_with("x-") => {
                    let value = self.copy(entry);
                    out.put(key, value);
                }
                _ => self.lose_member(entry),
            }
        }
    }
}
