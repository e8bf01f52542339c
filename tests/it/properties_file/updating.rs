//! An existing file changes where it must, and nowhere else.

use oneauth::connector::{Auth, IdentityProvider, Reach, RedirectMode, SignIn, Urls, update};
use oneauth::document::{Document, Value};
use oneauth::edit::{apply, lower};

use super::corpus::{connectors, read};
use crate::support::changes::applied;

const FILE: &str = r##"{
  "properties": {
    "iconBrandColor": "#0B6A0B",
    "connectionParameters": {
      "depot": { "type": "string" },
      "token": { "type": "oauthSetting", "oAuthSettings": {
        "identityProvider": "oauth2", "clientId": "parcel-app", "scopes": ["parcels.read"],
        "redirectMode": "Global", "x-own": 1,
        "customParameters": {
          "authorizationUrl": { "value": "https://login.parcels.example/authorize" },
          "tokenUrl": { "value": "https://login.parcels.example/token" },
          "refreshUrl": { "value": "https://login.parcels.example/token" } } } },
      "token:TenantId": { "type": "string" }
    },
    "policyTemplateInstances": [
      { "templateId": "setheader", "parameters": {
          "x-ms-apimTemplateParameter.value": "@connectionParameters('token')" } } ],
    "capabilities": ["actions"],
    "unknown": { "kept": true }
  }
}"##;

fn document() -> Document {
    Document::of_text("apiProperties.json", FILE).unwrap()
}

fn sign_in(token: &str) -> Auth {
    Auth::OAuth2(SignIn {
        provider: IdentityProvider::Generic(Urls {
            authorization: "https://login.parcels.example/authorize".into(),
            token: token.into(),
            refresh: None,
        }),
        client_id: None,
        scopes: vec!["parcels.read".into()],
        redirect: RedirectMode::GlobalPerConnector,
    })
}

fn keys(value: &Value) -> Vec<&str> {
    let Value::Object(members) = value else {
        panic!("an object");
    };
    members.iter().map(|(key, _)| key.as_str()).collect()
}

#[test]
fn another_type_takes_the_place_of_the_old() {
    let document = document();
    let plan = update(&document, &Auth::Basic, Reach::Type);
    assert_eq!(plan.removed, ["token", "token:TenantId"]);
    assert_eq!(plan.added, ["username", "password"]);
    let dangling: Vec<_> = plan.dangling.iter().map(ToString::to_string).collect();
    assert_eq!(dangling, ["/properties/policyTemplateInstances/0"]);
    let after = applied(&document, &plan.changes);
    let properties = after.get("properties").unwrap();
    let parameters = properties.get("connectionParameters").unwrap();
    assert_eq!(keys(parameters), ["depot", "username", "password"]);
    let before = document.value().unwrap();
    for kept in [
        "iconBrandColor",
        "policyTemplateInstances",
        "capabilities",
        "unknown",
    ] {
        let old = before.get("properties").unwrap().get(kept);
        assert_eq!(properties.get(kept), old, "{kept}");
    }
}

#[test]
fn nothing_is_asked_for() {
    let document = document();
    let after = applied(
        &document,
        &update(&document, &Auth::None, Reach::Type).changes,
    );
    let parameters = after.get("properties").unwrap().get("connectionParameters");
    assert_eq!(keys(parameters.unwrap()), ["depot"]);
}

#[test]
fn the_right_type_stays() {
    let document = document();
    let other = sign_in("https://other.example/token");
    assert_eq!(
        update(&document, &other, Reach::Type),
        oneauth::connector::Update::default()
    );
    let same = sign_in("https://login.parcels.example/token");
    assert!(update(&document, &same, Reach::Settings).changes.is_empty());
}

#[test]
fn settings_follow_when_asked() {
    let document = document();
    let plan = update(
        &document,
        &sign_in("https://new.example/token"),
        Reach::Settings,
    );
    assert_eq!(plan.changes.len(), 1, "only the URLs differ");
    let after = applied(&document, &plan.changes);
    let token = after
        .get("properties")
        .unwrap()
        .get("connectionParameters")
        .unwrap();
    let settings = token.get("token").unwrap().get("oAuthSettings").unwrap();
    assert_eq!(settings.get("clientId"), Some(&Value::from("parcel-app")));
    assert_eq!(settings.get("redirectMode"), Some(&Value::from("Global")));
    let custom = settings.get("customParameters").unwrap();
    let refresh = custom.get("refreshUrl").unwrap().get("value");
    assert_eq!(refresh, Some(&Value::from("https://new.example/token")));
}

#[test]
fn odd_files_are_filled() {
    for (text, kept) in [
        ("{}", 1),
        (r#"{"properties": {}}"#, 1),
        (
            r#"{"properties": {"connectionParameters": null, "capabilities": []}}"#,
            2,
        ),
        (r#"{"properties": {"connectionParameters": {}}}"#, 1),
        (r#"{"properties": []}"#, 1),
    ] {
        let document = Document::of_text("apiProperties.json", text).unwrap();
        let key = Auth::ApiKey("API Key".into());
        let after = applied(&document, &update(&document, &key, Reach::Type).changes);
        let properties = after.get("properties").unwrap();
        assert_eq!(keys(properties).len(), kept, "{text}");
        let parameters = properties.get("connectionParameters").unwrap();
        assert_eq!(keys(parameters), ["api_key"], "{text}");
    }
}

#[test]
fn several_types_on_purpose_are_left_alone() {
    let text = r#"{"properties": {"connectionParameters": {}, "connectionParameterSets":
        {"values": [{"name": "a", "parameters": {}}]}}}"#;
    let document = Document::of_text("apiProperties.json", text).unwrap();
    assert!(
        update(&document, &Auth::Basic, Reach::Type)
            .changes
            .is_empty()
    );
}

/// A published file after an update asks for the new type, keeps everything else, and a second
/// update finds nothing to do.
#[test]
fn published_files_update_and_converge() {
    let wanted = [
        Auth::None,
        Auth::ApiKey("API Key".into()),
        Auth::Basic,
        sign_in("https://login.parcels.example/token"),
    ];
    for (folder, _) in connectors() {
        let Some(document) = folder.properties.as_deref().and_then(read) else {
            continue;
        };
        if !document.problems().is_empty() {
            continue; // a key twice: the value before is not the text
        }
        for auth in &wanted {
            check_update(&document, auth);
        }
    }
}

fn check_update(document: &Document, auth: &Auth) {
    let name = document.source().name();
    let before = document.value().unwrap();
    let changes = update(document, auth, Reach::Type).changes;
    let after = applied(document, &changes);
    let edits = lower(document, &changes).unwrap_or_else(|e| panic!("{name}: {e:?}"));
    let text = apply(document.text(), &edits);
    let read = Document::of_text(name, text).unwrap();
    assert_eq!(
        read.value().unwrap(),
        after,
        "{name}: the bytes say otherwise"
    );
    let strip = |value: &Value| {
        let Value::Object(mut members) = value.get("properties").unwrap().clone() else {
            panic!("{name}: properties is an object");
        };
        members.retain(|(key, _)| key != "connectionParameters");
        members
    };
    assert_eq!(strip(&before), strip(&after), "{name}");
    let again = Document::of_text(
        name,
        oneauth::edit::to_json(&after, &oneauth::edit::JsonStyle::default()),
    )
    .unwrap();
    assert_eq!(
        update(&again, auth, Reach::Type).changes,
        [],
        "{name}: {auth:?} does not converge"
    );
}
