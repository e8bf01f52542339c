//! Whose eyes a document is judged with: by the target, or by what the document shows.

use super::SeverityProfile;
use crate::document::{Document, key};
use crate::spec::Spec;
use crate::target::{self, Profile};

/// The platform and the profile a document is judged with.
#[derive(Clone, Copy, Debug)]
pub struct Judgement {
    /// The platform whose constraints count.
    pub target: &'static Profile,
    /// The severities that count.
    pub profile: SeverityProfile,
}

impl Judgement {
    /// Judge by the target. The target `openapi` sets no limits; but a document that shows that it
    /// is on its way to a connector (its properties lie beside it, it has the connector's
    /// metadata, or a gateway exported it) is judged as the connector it will be.
    pub fn of(target: &'static Profile, spec: &Spec<'_>, companion: Option<&Document>) -> Self {
        let connector = target::default();
        let profile = Self::profile_of(target);
        if profile == SeverityProfile::Connector {
            return Self { target, profile };
        }
        if companion.is_some() || is_connector(spec) || is_gateway_export(spec) {
            let profile = SeverityProfile::Connector;
            return Self {
                target: connector,
                profile,
            };
        }
        Self { target, profile }
    }

    /// The profile a target speaks for: a platform looks at schemes, an API at requirements.
    pub fn profile_of(target: &Profile) -> SeverityProfile {
        if target.is_unlimited() {
            SeverityProfile::Api
        } else {
            SeverityProfile::Connector
        }
    }
}

fn is_connector(spec: &Spec<'_>) -> bool {
    let name = spec.document().source().name();
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    spec.root().get("x-ms-connector-metadata").is_some() || file.starts_with("apiDefinition.")
}

/// Marks of an export from Azure API Management or the Functions extension that feeds it.
fn is_gateway_export(spec: &Spec<'_>) -> bool {
    const KEYS: [&str; 3] = [
        "Ocp-Apim-Subscription-Key",
        "subscription-key",
        "x-functions-key",
    ];
    let marked = spec.schemes().iter().any(|scheme| {
        let key = scheme.key().map(|(_, name)| name);
        let named = matches!(scheme.name, "apiKeyHeader" | "apiKeyQuery");
        named || key.is_some_and(|key| KEYS.iter().any(|one| key.eq_ignore_ascii_case(one)))
    });
    marked
        || hosts(spec)
            .any(|host| host.contains(".azure-api.net") || host.contains("localhost:7071"))
}

fn hosts<'d>(spec: &Spec<'d>) -> impl Iterator<Item = String> + use<'d> {
    let root = spec.root();
    let servers = root
        .member(key::SERVERS)
        .into_iter()
        .flat_map(crate::document::NodeRef::items);
    let urls = servers.filter_map(|server| server.member(key::URL));
    let all = root.member(key::HOST).into_iter().chain(urls);
    all.map(|node| node.text().to_ascii_lowercase())
}
