//! The OAuth 2.0 settings of `apiProperties.json`, as rules look at them.

use crate::connector::{ApiProperties, ConnectionParameter, OAuthSettings};
use crate::document::NodeRef;
use crate::rule::{AddressKind, Context};

/// The settings of every sign-in that the connection beside the document offers.
pub(super) fn all<'a>(cx: &Context<'a, '_>) -> Vec<OAuthSettings<'a>> {
    let Some(companion) = cx.companion() else {
        return Vec::new();
    };
    let parameters = ApiProperties::new(companion).all_parameters();
    parameters
        .into_iter()
        .filter_map(ConnectionParameter::oauth)
        .collect()
}

/// The URLs of sign-in settings that are texts.
pub(super) fn urls<'a>(
    settings: &OAuthSettings<'a>,
) -> impl Iterator<Item = NodeRef<'a>> + use<'a> {
    [
        settings.authorization_url(),
        settings.token_url(),
        settings.refresh_url(),
    ]
    .into_iter()
    .flatten()
    .filter(|url| url.is_string())
}

/// What a URL is called: `customParameters` name it, its own key is `value`.
pub(super) fn url_name(url: NodeRef<'_>) -> &str {
    match url.key() {
        "value" => url.parent().map_or("value", NodeRef::key),
        key => key,
    }
}

/// True for the addresses that somebody signs in at.
pub(super) const fn is_address(kind: AddressKind) -> bool {
    matches!(kind, AddressKind::OAuth | AddressKind::OpenIdConnect)
}
