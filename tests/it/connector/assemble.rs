//! What a connector needs beside its document, for the scenarios of API Management.

use std::path::Path;

use oneauth::connector::assemble::{Assembly, Gateway, Wishes, assemble, next_commands};
use oneauth::connector::policies::{Back, Front, TokenCheck};
use oneauth::connector::{Auth, IdentityProvider, providers};
use oneauth::document::Document;
use oneauth::spec::Spec;

const PAIR: &str = r#"
    "apiKeyHeader": {"type": "apiKey", "name": "Ocp-Apim-Subscription-Key", "in": "header"},
    "apiKeyQuery": {"type": "apiKey", "name": "subscription-key", "in": "query"}"#;
const HEADER: &str =
    r#""apiKeyHeader": {"type": "apiKey", "name": "Ocp-Apim-Subscription-Key", "in": "header"}"#;
const BASIC: &str = r#""basicAuth": {"type": "basic"}"#;
const OAUTH: &str = r#""oauth2AuthCode Auth": {"type": "oauth2", "flow": "accessCode",
    "scopes": {"https://graph.microsoft.com/.default": ""},
    "authorizationUrl": "https://login.microsoftonline.com/{{TENANT_ID}}/oauth2/v2.0/authorize",
    "tokenUrl": "https://login.microsoftonline.com/{{TENANT_ID}}/oauth2/v2.0/token"}"#;

fn document(schemes: &str) -> Document {
    let text = format!(
        r#"{{"swagger": "2.0", "info": {{"title": "Parcel Tracking", "version": "1"}}, "paths": {{}},
            "host": "apim-parcels.azure-api.net", "securityDefinitions": {{{schemes}}}}}"#
    );
    Document::of_text("export.json", text).unwrap()
}

fn made(export: &str, connector: &str, wishes: Wishes) -> Assembly {
    let (export, connector) = (document(export), document(connector));
    let (export, connector) = (Spec::new(&export).unwrap(), Spec::new(&connector).unwrap());
    assemble(&export, &connector, wishes).unwrap()
}

fn with_gateway(gateway: Gateway) -> Wishes {
    Wishes {
        gateway: Some(gateway),
        ..Wishes::default()
    }
}

fn plan(export: &str, connector: &str) -> Option<(Front, Back)> {
    let made = made(export, connector, with_gateway(Gateway::ApiManagement));
    made.plan.map(|plan| (plan.front, plan.back))
}

fn key() -> Front {
    Front::ApiKey {
        header: "Ocp-Apim-Subscription-Key".into(),
        query: Some("subscription-key".into()),
    }
}

#[test]
fn the_gateway_does_what_the_connector_no_longer_does() {
    let both = |one: &str, two: &str| format!("{one}, {two}");
    assert_eq!(plan(PAIR, HEADER), None, "the key alone needs no policy");
    assert_eq!(plan(PAIR, BASIC), Some((Front::Basic, Back::Forward)));
    let entra = Front::OAuth2(TokenCheck::Entra);
    assert_eq!(
        plan(&both(PAIR, OAUTH), OAUTH),
        Some((entra.clone(), Back::Forward))
    );
    assert_eq!(plan(&both(PAIR, BASIC), HEADER), Some((key(), Back::Basic)));
    assert_eq!(
        plan(&both(PAIR, OAUTH), HEADER),
        Some((key(), Back::StoredOAuth))
    );
    assert_eq!(
        plan(&both(BASIC, OAUTH), BASIC),
        Some((Front::Basic, Back::StoredOAuth))
    );
    assert_eq!(plan(&both(BASIC, OAUTH), OAUTH), Some((entra, Back::Basic)));
}

#[test]
fn files_and_what_is_left() {
    let export = format!("{PAIR}, {BASIC}");
    let made = made(&export, HEADER, with_gateway(Gateway::ApiManagement));
    assert_eq!(made.auth, Auth::ApiKey("API Key".into()));
    let paths: Vec<_> = made
        .policies
        .iter()
        .map(|file| file.path.as_str())
        .collect();
    assert_eq!(paths, ["policies/api.xml"]);
    let left: Vec<_> = made.left.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(
        left,
        [
            "store `parcel-tracking-backend-password` as a secret, best kept in a key vault: the \
             password of the back end",
            "store `parcel-tracking-backend-username` as a secret, best kept in a key vault: the \
             user name of the back end",
        ]
    );
}

#[test]
fn without_a_key_the_api_is_public() {
    let made = made(PAIR, BASIC, with_gateway(Gateway::ApiManagement));
    assert_eq!(made.left.len(), 1);
    assert!(made.left[0].what.contains("public"));
    assert!(made.left[0].what.contains("the back end must check"));
}

#[test]
fn a_sign_in_leaves_id_secret_and_redirect() {
    let export = format!("{PAIR}, {OAUTH}");
    let made = made(&export, OAUTH, Wishes::default());
    let places: Vec<_> = made.left.iter().map(|one| one.place.as_str()).collect();
    assert_eq!(
        places,
        [
            "apiProperties.json#/properties/connectionParameters/token/oAuthSettings/clientId",
            "the upload command",
            "the application at the provider",
        ]
    );
    assert!(made.policies.is_empty(), "no gateway was named");
    let commands = next_commands(
        Path::new("a parcel/d.json"),
        Path::new("p.json"),
        &made.auth,
    );
    assert_eq!(
        commands[0],
        "pac connector create --api-definition-file 'a parcel/d.json' --api-properties-file p.json"
    );
    assert!(commands[1].ends_with("--secret CLIENT_SECRET"));
}

#[test]
fn a_provider_takes_the_place_of_the_plain_urls() {
    let provider = providers::find("graph").unwrap().resolve(&[]).unwrap();
    let wishes = Wishes {
        provider: Some(provider),
        client_id: Some("parcel-app".into()),
        ..Wishes::default()
    };
    let made = made(OAUTH, OAUTH, wishes);
    let Auth::OAuth2(sign_in) = &made.auth else {
        panic!("a sign-in");
    };
    assert!(matches!(sign_in.provider, IdentityProvider::Entra(_)));
    assert_eq!(sign_in.scopes, ["https://graph.microsoft.com/.default"]);
    assert_eq!(sign_in.client_id.as_deref(), Some("parcel-app"));
    assert_eq!(made.left.len(), 2, "the id is known");
}

#[test]
fn apigee_gets_one_file_per_policy() {
    let export = format!("{PAIR}, {BASIC}");
    let made = made(&export, HEADER, with_gateway(Gateway::Apigee));
    let paths: Vec<_> = made
        .policies
        .iter()
        .map(|file| file.path.as_str())
        .collect();
    assert_eq!(paths[0], "policies/proxy-endpoint.xml");
    assert!(paths.contains(&"policies/VA-Key.xml") && paths.contains(&"policies/BA-Backend.xml"));
}
