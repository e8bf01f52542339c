//! What the file beside the document says about hosts and URLs.

use crate::connector::ApiProperties;
use crate::document::{Document, NodeRef, key};
use crate::rule::{AddressKind, Context};

/// True when a policy or the connection decides where calls of this kind of address go, so that
/// what the document says is a stand-in.
pub(super) fn overrides(cx: &Context<'_, '_>, kind: AddressKind) -> bool {
    let Some(companion) = cx.companion() else {
        return false;
    };
    match kind {
        AddressKind::Host | AddressKind::BasePath | AddressKind::Server => {
            let policies = ApiProperties::new(companion).policies();
            policies
                .iter()
                .any(|policy| policy.template() == "dynamichosturl")
        }
        AddressKind::OAuth | AddressKind::OpenIdConnect => {
            urls(companion).iter().any(|url| url.text().contains('{'))
        }
    }
}

/// True when calls go through an on-premises data gateway, which reaches private hosts.
pub(super) fn uses_gateway(cx: &Context<'_, '_>) -> bool {
    cx.companion().is_some_and(|companion| {
        let properties = ApiProperties::new(companion);
        let capable = properties
            .capabilities()
            .iter()
            .any(|one| one.text().eq_ignore_ascii_case("gateway"));
        let settings = properties.all_parameters();
        let asks = |node: NodeRef<'_>| node.is_str("gatewaySetting");
        capable
            || settings
                .iter()
                .any(|one| one.entry().member(key::TYPE).is_some_and(asks))
    })
}

/// The URLs of a properties file that sign-ins go to and come back to.
pub(super) fn urls(companion: &Document) -> Vec<NodeRef<'_>> {
    let mut out = Vec::new();
    for parameter in ApiProperties::new(companion).all_parameters() {
        let Some(settings) = parameter.oauth() else {
            continue;
        };
        out.extend(settings.node().get("redirectUrl"));
        let custom = settings.node().get("customParameters").into_iter();
        for member in custom.flat_map(NodeRef::entries) {
            let name = member.key().to_ascii_lowercase();
            // the resource is an identifier, withheld in published files like the client's id
            let is_url = name.contains("url") || name.starts_with("loginuri");
            let is_url = is_url && !name.contains("query");
            out.extend(member.get("value").filter(|_| is_url));
        }
    }
    out.retain(|url| url.is_string());
    out
}
