//! The Security Scheme and Security Requirement Objects.
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
//! | a requirement naming a scheme of several flows | one alternative a flow |
//! | scopes asked of a scheme that became `oauth2` | among its scopes, without words |
//! | scopes of a scheme that is not `oauth2` | left out, reported |
//! | a requirement naming an unknown scheme | kept, reported |
//! | no alternative of an operation can be expressed | what the document requires, reported with both |
//! | `{}` among alternatives | kept |

use super::draft::Draft;
use rustc_hash::FxHashMap;

use super::converter::Converter;
use super::loss::LossKind;
use super::members::Members;
use super::plain::Keep;
use crate::document::NodeRef;

const BEARER_FORMAT: &[(&str, Keep)] = &[("bearerFormat", Keep::As("x-bearerFormat"))];

/// Most alternatives one requirement is written as.
const MAX_ALTERNATIVES: usize = 32;

/// What the source's schemes became.
#[derive(Debug, Default)]
pub(super) struct Schemes<'d> {
    pub(super) definitions: Members<'d>,
    by_name: FxHashMap<String, Vec<Definition>>,
    /// One of them has the addresses that were given.
    pub(super) use_given_urls: bool,
}

/// One definition a scheme became.
#[derive(Clone, Debug)]
pub(super) struct Definition {
    pub(super) name: String,
    /// The scopes it knows, when it is `oauth2`.
    pub(super) scopes: Option<Vec<String>>,
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
                    _ => names.reserve(&format!("{}_{suffix}", entry.key())),
                };
                let scopes = match members.get("scopes") {
                    Some(Draft::Object(scopes)) => {
                        Some(scopes.iter().map(|(scope, _)| scope.to_string()).collect())
                    }
                    _ => None,
                };
                self.schemes
                    .definitions
                    .put(name.clone(), members.into_value());
                definitions.push(Definition { name, scopes });
            }
            self.schemes
                .by_name
                .insert(entry.key().to_owned(), definitions);
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
        let name = node.get("name").map(|n| n.text().into_owned());
        let place = node.get("in").map(|n| n.text().into_owned());
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
            self.lose(LossKind::SchemeChanged, node, what, "`oauth2` `accessCode`");
            self.schemes.use_given_urls = true;
            let mut out = self.access_code(node, at, token, scopes);
            if let Some(refresh) = &urls.refresh_url {
                out.put("x-refreshUrl", refresh.as_str());
            }
            return out;
        }
        let instead = format!("`apiKey` in `Authorization`: users type `{word}` themselves");
        self.lose(LossKind::SchemeChanged, node, what, instead);
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
        let written = node.get("description").and_then(NodeRef::as_str);
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

    /// Write a `security` member.
    pub(super) fn security_member(&mut self, entry: NodeRef<'d>, out: &mut Members<'d>) {
        if !entry.is_array() {
            return self.lose_invalid(entry);
        }
        let kept = self.alternatives(entry);
        if kept.is_empty() && !entry.is_empty() {
            let asked = entry.items();
            let asked: Vec<_> = asked
                .map(|one| names_of(one.entries().map(NodeRef::key)))
                .collect();
            let what = format!(
                "no alternative can be expressed of: {}",
                asked.join(", or ")
            );
            let instead = self.required_without(entry);
            self.lose(LossKind::RequirementWeakened, entry, what, instead);
            return;
        }
        out.put_entry(entry, Draft::Array(kept));
    }

    /// The alternatives of a requirement that can be expressed, each once.
    fn alternatives(&mut self, list: NodeRef<'d>) -> Vec<Draft<'d>> {
        let mut kept: Vec<Draft<'d>> = Vec::new();
        for alternative in list.items() {
            for value in self.alternative(alternative) {
                if !kept.contains(&value) {
                    kept.push(value);
                }
            }
        }
        kept
    }

    /// What is required where a `security` member is left out: of an operation what the document
    /// requires.
    fn required_without(&mut self, member: NodeRef<'d>) -> String {
        let root = self.root();
        let own = root.get("security").filter(|list| *list != member);
        let kept = own.map(|list| self.alternatives(list)).unwrap_or_default();
        let open = |one: &Draft<'d>| one.keys().is_empty();
        if kept.is_empty() || kept.iter().any(open) {
            return "nothing is required here: anyone may call".into();
        }
        let names: Vec<_> = kept
            .iter()
            .map(|one| names_of(one.keys().into_iter()))
            .collect();
        format!(
            "what the document requires is required here: {}",
            names.join(", or ")
        )
    }

    /// One alternative; several when a scheme of it has several flows, none when it cannot be said.
    fn alternative(&mut self, node: NodeRef<'d>) -> Vec<Draft<'d>> {
        if !node.is_object() {
            let what = "an alternative is an object of schemes";
            self.lose(LossKind::InvalidMember, node, what, "read as `{}`");
        }
        let mut out = vec![Members::new()];
        for entry in node.entries() {
            let name = scheme_name(entry.key());
            let Some(definitions) = self.schemes.by_name.get(name).cloned() else {
                let what = format!("no security scheme is called `{name}`");
                self.lose(LossKind::InvalidMember, entry, what, "kept as it is");
                let scopes = self.texts(entry);
                for alternative in &mut out {
                    alternative.put(name, scopes.clone());
                }
                continue;
            };
            if definitions.is_empty() {
                let what = format!("the scheme `{name}` cannot be expressed");
                if node.entries().count() == 1 {
                    let instead = "the alternative is left out";
                    self.lose(LossKind::SchemeDropped, entry, what, instead);
                    return Vec::new();
                }
                let instead = "the other schemes remain";
                self.lose(LossKind::RequirementWeakened, entry, what, instead);
                continue;
            }
            out = self.with_definitions(&out, &definitions, entry);
        }
        if !node.is_empty() {
            out.retain(|alternative| !alternative.is_empty());
        }
        out.into_iter().map(Members::into_value).collect()
    }

    fn with_definitions(
        &mut self,
        alternatives: &[Members<'d>],
        definitions: &[Definition],
        entry: NodeRef<'d>,
    ) -> Vec<Members<'d>> {
        let mut out = Vec::new();
        for known in alternatives {
            for definition in definitions {
                let mut alternative = known.clone();
                let scopes = self.scopes(entry, definition, definitions.len() > 1);
                alternative.put(definition.name.clone(), scopes);
                out.push(alternative);
            }
        }
        out.truncate(MAX_ALTERNATIVES);
        out
    }

    fn scopes(&mut self, entry: NodeRef<'d>, definition: &Definition, split: bool) -> Draft<'d> {
        if !entry.is_array() {
            let what = "scopes are a list";
            self.lose(LossKind::InvalidMember, entry, what, "read as no scopes");
        }
        let Draft::Array(mut scopes) = self.texts(entry) else {
            return Draft::Array(Vec::new());
        };
        match &definition.scopes {
            None if !scopes.is_empty() => {
                let what = format!("scopes of `{}`, which is not `oauth2`", entry.key());
                self.lose(LossKind::ScopesDropped, entry, what, "left out");
                scopes.clear();
            }
            Some(known) if split => scopes.retain(|scope| {
                scope
                    .as_str()
                    .is_some_and(|scope| known.iter().any(|k| *k == scope))
            }),
            _ => {}
        }
        Draft::Array(scopes)
    }
}

/// The schemes of one alternative, in words.
fn names_of<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    let names: Vec<_> = keys.map(|key| format!("`{}`", scheme_name(key))).collect();
    if names.is_empty() {
        "nothing".into()
    } else {
        names.join(" and ")
    }
}

/// The name a requirement uses; 3.2 allows a reference.
fn scheme_name(key: &str) -> &str {
    key.strip_prefix("#/components/securitySchemes/")
        .unwrap_or(key)
}
