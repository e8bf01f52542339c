//! The OAuth 2.0 settings of `apiProperties.json`, as rules look at them.

use crate::connector::{ApiProperties, ConnectionParameter, OAuthSettings};
use crate::document::NodeRef;
use crate::rule::Context;

/// The sign-in settings of the file beside the document.
pub(super) fn settings<'a>(cx: &Context<'a, '_>) -> Vec<OAuthSettings<'a>> {
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
