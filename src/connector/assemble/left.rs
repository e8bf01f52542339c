//! What nobody but the user can do.

use std::path::Path;

use super::Wishes;
use crate::connector::policies::{Back, Front, GatewayPlan, NamedValue};
use crate::connector::{Auth, CLIENT_ID_PLACEHOLDER, Folder, RedirectMode, SignIn};
use crate::text::shell;

/// Something left to the user.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Left {
    /// What to do.
    pub what: String,
    /// Where: a file with a pointer, or a place in a portal.
    pub place: String,
}

impl Left {
    fn new(what: impl Into<String>, place: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            place: place.into(),
        }
    }
}

/// Everything left, in the order it is done.
pub(super) fn left(
    auth: &Auth,
    wishes: &Wishes,
    plan: Option<&GatewayPlan>,
    values: &[NamedValue],
) -> Vec<Left> {
    let mut out = Vec::new();
    if let Auth::OAuth2(sign_in) = auth {
        out.extend(of_sign_in(sign_in));
    }
    let missing = wishes
        .provider
        .iter()
        .flat_map(|provider| &provider.missing);
    for field in missing {
        let place = format!("{{{{{}}}}} in both files", field.name.to_ascii_uppercase());
        out.push(Left::new(format!("fill in {}", field.says), place));
    }
    out.extend(plan.and_then(of_plan));
    for value in values {
        let store = if value.is_secret {
            "as a secret, best kept in a key vault"
        } else {
            "as a value"
        };
        out.push(Left::new(
            format!("store `{}` {store}: {}", value.name, value.says),
            "named values of the gateway",
        ));
    }
    out
}

fn of_sign_in(sign_in: &SignIn) -> Vec<Left> {
    let settings = "/properties/connectionParameters/token/oAuthSettings";
    let place = |member: &str| format!("{}#{settings}/{member}", Folder::PROPERTIES);
    let mut out = Vec::new();
    if sign_in.client_id.is_none() {
        let what = format!("put the application's id in the place of {CLIENT_ID_PLACEHOLDER}");
        out.push(Left::new(what, place("clientId")));
    }
    out.push(Left::new(
        "give the client secret when the connector is uploaded; no file holds it",
        "the upload command",
    ));
    let redirect = match sign_in.redirect {
        RedirectMode::GlobalPerConnector => {
            "register the redirect URL that the platform shows after the upload"
        }
        _ => "register the redirect URL",
    };
    out.push(Left::new(redirect, "the application at the provider"));
    out
}

/// Without the gateway's key, only the check of the new credential keeps the API closed.
fn of_plan(plan: &GatewayPlan) -> Option<Left> {
    if plan.back != Back::Forward {
        return None;
    }
    let who = match plan.front {
        Front::Basic => "the back end must check user name and password",
        Front::OAuth2(_) => "put the policy in force that checks the token",
        Front::ApiKey { .. } => return None,
    };
    Some(Left::new(
        format!("the API is public once its subscription key is off: {who}"),
        "the API's settings at the gateway",
    ))
}

/// The commands that upload a connector, of both tools.
pub fn next_commands(definition: &Path, properties: &Path, auth: &Auth) -> Vec<String> {
    let word = |path: &Path| shell::word(&path.display().to_string());
    let (definition, properties) = (word(definition), word(properties));
    let secret = match auth {
        Auth::OAuth2(_) | Auth::ServicePrincipal(_) => " --secret CLIENT_SECRET",
        _ => "",
    };
    vec![
        format!(
            "pac connector create --api-definition-file {definition} \
             --api-properties-file {properties}"
        ),
        format!("paconn create --api-def {definition} --api-prop {properties}{secret}"),
    ]
}
