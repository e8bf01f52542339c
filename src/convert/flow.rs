//! The OAuth Flows and OAuth Flow Objects.
//!
//! | source | decision |
//! |---|---|
//! | one flow | the definition, under the scheme's name |
//! | several flows | the first keeps the name, the others are called `NAME_flow`; reported |
//! | … for a target that takes one | the access code, else the first; the others reported |
//! | … and that one is not the access code, which alone it runs | kept, reported |
//! | `clientCredentials`, `authorizationCode` | `application`, `accessCode` |
//! | relative addresses | see `url` |
//! | `deviceAuthorization` (3.2) | left out, reported |
//! | `refreshUrl` | `x-refreshUrl`, reported |
//! | a flow without an address it needs | left out, reported |

use super::converter::Converter;
use super::draft::Draft;
use super::loss::LossKind;
use super::members::Members;
use crate::document::NodeRef;

/// 3.x name, Swagger 2.0 name, addresses it needs.
const FLOWS: &[(&str, &str, &[&str])] = &[
    (
        "authorizationCode",
        "accessCode",
        &["authorizationUrl", "tokenUrl"],
    ),
    ("implicit", "implicit", &["authorizationUrl"]),
    ("password", "password", &["tokenUrl"]),
    ("clientCredentials", "application", &["tokenUrl"]),
];

impl<'d> Converter<'d> {
    /// The definitions a scheme's flows become, with the Swagger 2.0 name of each flow.
    pub(super) fn flows(
        &mut self,
        scheme: NodeRef<'d>,
        name: &str,
    ) -> Vec<(&'static str, Members<'d>)> {
        let flows = scheme.get("flows");
        let mut entries: Vec<_> = flows.into_iter().flat_map(NodeRef::entries).collect();
        for extension in entries.extract_if(.., |entry| entry.key().starts_with("x-")) {
            self.lose_member(extension);
        }
        if self.limits.one_flow && entries.len() > 1 {
            let code = entries.iter().position(|e| e.key() == "authorizationCode");
            let kept = entries.swap_remove(code.unwrap_or(0));
            for lost in entries {
                let what = format!("the flow `{}`: the target takes one", lost.key());
                self.lose(
                    LossKind::FlowDropped,
                    lost,
                    what,
                    format!("`{}`", kept.key()),
                );
            }
            entries = vec![kept];
        }
        if self.limits.one_flow
            && let [only] = entries[..]
            && only.key() != "authorizationCode"
        {
            let what = format!("the target cannot run the flow `{}`", only.key());
            self.lose(
                LossKind::FlowUnsupported,
                only,
                what,
                "kept: there is no other",
            );
        }
        let mut out = Vec::new();
        for entry in entries {
            let Some((flow, members)) = self.flow(scheme, entry) else {
                continue;
            };
            if !out.is_empty() {
                let what = format!("the scheme `{name}` has several flows");
                let instead = format!("a definition of its own: `{name}_{flow}`");
                self.lose(LossKind::FlowSplit, entry, what, instead);
            }
            out.push((flow, members));
        }
        if out.is_empty() {
            let what = format!("the scheme `{name}` has no flow that can be expressed");
            self.lose(LossKind::SchemeDropped, scheme, what, "left out");
        }
        out
    }

    fn flow(
        &mut self,
        scheme: NodeRef<'d>,
        entry: NodeRef<'d>,
    ) -> Option<(&'static str, Members<'d>)> {
        let Some((_, flow, needs)) = FLOWS.iter().find(|(name, ..)| *name == entry.key()) else {
            let what = format!("the flow `{}` has no counterpart", entry.key());
            self.lose(LossKind::FlowDropped, entry, what, "left out");
            return None;
        };
        let mut out = Members::new();
        out.put("type", "oauth2");
        out.put("flow", *flow);
        for key in *needs {
            let Some(url) = entry.get(key).filter(|url| url.is_string()) else {
                let what = format!("the flow `{}` without `{key}`", entry.key());
                self.lose(LossKind::FlowDropped, entry, what, "left out");
                return None;
            };
            let url = self.absolute_url(url);
            out.put(*key, url);
        }
        if let Some(scopes) = entry.get("scopes") {
            self.lose_unless_object(scopes);
        }
        let mut scopes = Members::new();
        for scope in entry.get("scopes").into_iter().flat_map(NodeRef::entries) {
            let text = if scope.is_null() {
                String::new()
            } else {
                scope.text().into_owned()
            };
            scopes.put_entry(scope, Draft::from(text));
        }
        out.put("scopes", scopes);
        for member in entry.entries() {
            match member.key() {
                "refreshUrl" => {
                    let what = "`refreshUrl` has no counterpart";
                    self.lose(
                        LossKind::ExtensionCarried,
                        member,
                        what,
                        "kept as `x-refreshUrl`",
                    );
                    out.put("x-refreshUrl", member.text().into_owned());
                }
                "scopes" => {}
                key if needs.contains(&key) => {}
                _ => self.extension_or_loss(member, &mut out),
            }
        }
        self.scheme_words(scheme, "", &mut out);
        Some((flow, out))
    }
}

impl<'d> Converter<'d> {
    /// The scopes of a scheme that had no list of them: the usual ones, then what requirements ask.
    pub(super) fn with_asked_scopes(
        &self,
        scheme: &str,
        usual: Vec<(String, String)>,
    ) -> Draft<'d> {
        let root = self.root();
        let paths = root.get("paths").into_iter().flat_map(NodeRef::entries);
        let operations = paths.flat_map(NodeRef::entries);
        let mut scopes = Members::new();
        for (name, words) in usual {
            scopes.put(name, words);
        }
        for place in std::iter::once(root).chain(operations) {
            let alternatives = place.get("security").into_iter().flat_map(NodeRef::items);
            let asked = alternatives.filter_map(|alternative| alternative.get(scheme));
            for scope in asked
                .flat_map(NodeRef::items)
                .filter(|scope| scope.is_string())
            {
                scopes.put_new(scope.text(), "");
            }
        }
        scopes.into_value()
    }
}

/// The addresses of a known provider: authorization and token.
pub(super) fn known_provider(discovery: &str) -> Option<[String; 2]> {
    let issuer = discovery
        .trim_end_matches("/.well-known/openid-configuration")
        .trim_end_matches('/');
    let rest = issuer.strip_prefix("https://")?;
    let host = rest.split('/').next()?;
    let pair = |from: &str, authorization: &str, token: &str| {
        Some([format!("{from}{authorization}"), format!("{from}{token}")])
    };
    if host == "accounts.google.com" {
        let token = "https://oauth2.googleapis.com/token".to_owned();
        return Some([format!("{issuer}/o/oauth2/v2/auth"), token]);
    }
    if host == "login.microsoftonline.com" {
        let from = issuer.trim_end_matches("/v2.0");
        return pair(from, "/oauth2/v2.0/authorize", "/oauth2/v2.0/token");
    }
    if host.ends_with(".auth0.com") {
        return pair(issuer, "/authorize", "/oauth/token");
    }
    if host.ends_with(".okta.com") || host.ends_with(".oktapreview.com") {
        let from = if rest.contains("/oauth2") {
            issuer.to_owned()
        } else {
            format!("{issuer}/oauth2")
        };
        return pair(&from, "/v1/authorize", "/v1/token");
    }
    if rest.contains("/realms/") {
        let from = "/protocol/openid-connect";
        return pair(issuer, &format!("{from}/auth"), &format!("{from}/token"));
    }
    None
}
