//! The connection parameters of the file beside the document, as rules look at them.

use crate::connector::{ApiProperties, AuthType, ConnectionParameter, Credentials, OAuthSettings};
use crate::rule::Context;
use crate::rules::words;

/// Every connection parameter that is a secret by its name, whatever its type.
pub(super) fn secrets<'a>(cx: &Context<'a, '_>) -> Vec<ConnectionParameter<'a>> {
    let Some(companion) = cx.companion() else {
        return Vec::new();
    };
    let mut all = ApiProperties::new(companion).all_parameters();
    let credentials = Credentials::of(&all);
    if credentials.auth == Some(AuthType::Basic) {
        // the user's name, whatever it is called
        all.retain(|one| credentials.main.first() != Some(one));
    }
    all.retain(|one| is_secret(*one));
    all
}

/// The settings of every sign-in that the connection offers.
pub(super) fn sign_ins<'a>(cx: &Context<'a, '_>) -> Vec<OAuthSettings<'a>> {
    let Some(companion) = cx.companion() else {
        return Vec::new();
    };
    let all = ApiProperties::new(companion).all_parameters();
    all.into_iter()
        .filter_map(ConnectionParameter::oauth)
        .collect()
}

/// True when the name says that the value lets its holder in. A licence key, a public key, the id
/// of a key and the place of a token do not.
fn is_secret(parameter: ConnectionParameter<'_>) -> bool {
    let name = parameter.name();
    if parameter.is_named_user() || parameter.entry().get("allowedValues").is_some() {
        return false;
    }
    words::credential_name(name).is_some()
        || name.to_ascii_lowercase().ends_with("token")
        || is_signing_key(name)
}

fn is_signing_key(name: &str) -> bool {
    let words = words::words(name);
    let last_two = words.iter().rev().take(2).map(String::as_str);
    let last_two: Vec<&str> = last_two.collect();
    matches!(
        last_two[..],
        ["key", "signature" | "signing" | "hmac" | "encryption"]
    )
}
