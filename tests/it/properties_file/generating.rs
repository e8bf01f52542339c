//! Generated parameters, in the shapes that published connectors have.

use oneauth::connector::assemble::{Wishes, assemble};
use oneauth::connector::{
    ApiProperties, Auth, AuthType, Choice, Credentials, Entra, IdentityProvider, NewProperties,
    RedirectMode, SignIn, Templates, Urls, compare,
};
use oneauth::document::{Document, Value};
use oneauth::spec::{AuthKind, Spec};

use super::corpus::{connectors, read};
use crate::support::repository_text;

fn generic() -> SignIn {
    SignIn {
        provider: IdentityProvider::Generic(Urls {
            authorization: "https://login.parcels.example/authorize".into(),
            token: "https://login.parcels.example/token".into(),
            refresh: None,
        }),
        client_id: None,
        scopes: vec!["parcels.read".into()],
        redirect: RedirectMode::GlobalPerConnector,
    }
}

fn entra(on_behalf_of: bool) -> SignIn {
    SignIn {
        provider: IdentityProvider::Entra(Entra {
            login_uri: Entra::LOGIN_URI.into(),
            tenant_id: "common".into(),
            resource: "api://parcels".into(),
            on_behalf_of,
        }),
        client_id: Some("7f1c1b3e-0000-4000-8000-5a5a5a5a5a5a".into()),
        scopes: Vec::new(),
        redirect: RedirectMode::Global,
    }
}

fn templates() -> SignIn {
    let IdentityProvider::Generic(urls) = generic().provider else {
        unreachable!("it is generic")
    };
    SignIn {
        provider: IdentityProvider::Templates(Templates {
            urls,
            more: vec![("scopeListDelimiter".into(), ",".into())],
        }),
        ..generic()
    }
}

pub(super) fn all() -> Vec<(&'static str, Auth)> {
    let named = SignIn {
        provider: IdentityProvider::Named {
            name: "DocuSign".into(),
            custom: vec![("LoginUri".into(), "https://account.docusign.com".into())],
        },
        ..generic()
    };
    vec![
        ("none", Auth::None),
        ("api-key", Auth::ApiKey("API Key".into())),
        ("basic", Auth::Basic),
        ("oauth2", Auth::OAuth2(generic())),
        ("oauth2generic", Auth::OAuth2(templates())),
        ("entra", Auth::OAuth2(entra(false))),
        ("entra-on-behalf-of", Auth::OAuth2(entra(true))),
        ("named", Auth::OAuth2(named)),
    ]
}

pub(super) fn multi() -> NewProperties {
    let choice = |name: &str, title: &str, auth| Choice {
        name: name.into(),
        title: title.into(),
        auth,
    };
    NewProperties {
        choices: vec![
            choice("key", "With a key", Auth::ApiKey("API Key".into())),
            choice("user", "With your account", Auth::OAuth2(entra(false))),
            choice(
                "application",
                "As an application",
                Auth::ServicePrincipal(entra(false)),
            ),
        ],
        publisher: Some("Parcel Works".into()),
        stack_owner: Some("Parcel Works".into()),
        ..NewProperties::new(Auth::ApiKey("API Key".into()))
    }
}

#[test]
fn files_are_as_they_should_be() {
    for (name, auth) in all() {
        let path = format!("fixtures/connectors/properties/{name}.json");
        repository_text::expect(&path, &NewProperties::new(auth).text());
    }
    let path = "fixtures/connectors/properties/multi-auth.json";
    repository_text::expect(path, &multi().text());
}

#[test]
fn what_is_generated_reads_back() {
    for (name, auth) in all() {
        let document = Document::of_text(
            "apiProperties.json",
            NewProperties::new(auth.clone()).text(),
        )
        .unwrap();
        assert!(document.problems().is_empty(), "{name}");
        let parameters = ApiProperties::new(&document).parameters();
        assert_eq!(
            Credentials::of(&parameters).auth,
            auth.auth_type(),
            "{name}"
        );
    }
    let document = Document::of_text("apiProperties.json", multi().text()).unwrap();
    let agreement = compare(
        &[AuthKind::ApiKeyHeader],
        ApiProperties::new(&document),
        false,
    );
    assert_eq!(agreement.asked, [AuthType::ApiKey, AuthType::OAuth2]);
}

#[test]
fn no_file_holds_a_secret() {
    for text in all()
        .into_iter()
        .map(|(_, auth)| NewProperties::new(auth).text())
        .chain([multi().text()])
    {
        let document = Document::of_text("apiProperties.json", text).unwrap();
        for parameter in ApiProperties::new(&document).all_parameters() {
            if let Some(settings) = parameter.oauth() {
                assert!(settings.client_secret().is_none());
            }
            assert!(parameter.entry().get("defaultValue").is_none());
        }
    }
}

#[test]
fn one_redirect_url_per_connector_is_the_usual() {
    let spec_text = r#"{"swagger": "2.0", "info": {"title": "Parcel Tracking API", "version": "1"},
        "paths": {}, "securityDefinitions": {"oauth2AuthCode Auth": {"type": "oauth2",
        "flow": "accessCode", "authorizationUrl": "https://login.parcels.example/authorize",
        "tokenUrl": "https://login.parcels.example/token", "scopes": {"parcels.read": ""}},
        "key": {"type": "apiKey", "in": "query", "name": "code"}, "basicAuth": {"type": "basic"},
        "daemon": {"type": "oauth2", "flow": "application", "tokenUrl": "https://x.example",
        "scopes": {}}}}"#;
    let document = Document::of_text("apiDefinition.swagger.json", spec_text).unwrap();
    let spec = Spec::new(&document).unwrap();
    let auth = |name| Auth::for_scheme(spec.scheme(name).unwrap());
    assert_eq!(auth("oauth2AuthCode Auth"), Some(Auth::OAuth2(generic())));
    assert_eq!(auth("key"), Some(Auth::ApiKey("API Key".into())));
    assert_eq!(auth("basicAuth"), Some(Auth::Basic));
    assert_eq!(auth("daemon"), None, "no sign-in without a code flow");
}

/// A value without its texts, members sorted: what is left is structure.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members
                .iter()
                .map(|(key, member)| {
                    let text = matches!(key.as_str(), "displayName" | "description" | "tooltip");
                    let member = if text { Value::Null } else { shape(member) };
                    (key.clone(), member)
                })
                .collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(members)
        }
        Value::Array(items) => Value::array(items.iter().map(shape)),
        scalar => scalar.clone(),
    }
}

/// How many parameters of this name in published connectors have the shape we generate.
fn shared_shape(name: &str, auth: &Auth) -> Option<(usize, usize)> {
    let ours = oneauth::connector::parameters(auth);
    let ours = shape(&ours.iter().find(|(key, _)| key == name)?.1);
    let (mut same, mut all) = (0, 0);
    for (folder, _) in connectors() {
        let Some(document) = folder.properties.as_deref().and_then(read) else {
            continue;
        };
        if let Some(parameter) = ApiProperties::new(&document).parameter(name) {
            all += 1;
            let theirs = Value::of(parameter.entry(), 10_000).unwrap();
            same += usize::from(shape(&theirs) == ours);
        }
    }
    eprintln!("{name}: {same} of {all} published parameters have the generated shape");
    (all > 0).then_some((same, all))
}

#[test]
fn the_shapes_are_those_of_published_connectors() {
    for (name, auth, percent) in [
        ("api_key", Auth::ApiKey("API Key".into()), 92),
        ("username", Auth::Basic, 60),
        ("password", Auth::Basic, 70),
        ("token:TenantId", Auth::OAuth2(entra(false)), 90),
    ] {
        if let Some((same, all)) = shared_shape(name, &auth) {
            assert!(same * 100 >= all * percent, "{name}: {same} of {all}");
        }
    }
}

/// Whole files: what is generated for the document of a published connector that asks for one key
/// in the usual shape equals what it has, texts and order aside.
#[test]
fn published_connectors_with_the_usual_key_are_made_again() {
    let (mut usual, mut alone, mut differ) = (0, 0, Vec::new());
    let parameter = oneauth::connector::parameters(&Auth::ApiKey("API Key".into()));
    let key = shape(&parameter[0].1);
    for (folder, _) in connectors() {
        let files = (folder.definition.as_deref(), folder.properties.as_deref());
        let (Some(definition), Some(properties)) = files else {
            continue;
        };
        let (Some(definition), Some(properties)) = (read(definition), read(properties)) else {
            continue;
        };
        let Ok(spec) = Spec::new(&definition) else {
            continue;
        };
        let file = ApiProperties::new(&properties);
        let value = |node| shape(&Value::of(node, 10_000).unwrap());
        let theirs = file.parameter("api_key").map(|one| value(one.entry()));
        let [scheme] = spec.schemes() else { continue };
        let is_key = matches!(
            scheme.auth_kind(),
            Some(AuthKind::ApiKeyHeader | AuthKind::ApiKeyQuery)
        );
        if theirs != Some(key.clone()) || !is_key {
            continue;
        }
        usual += 1;
        let made = assemble(&spec, &spec, Wishes::default()).unwrap();
        let made = made.properties.value();
        let ours = made
            .get("properties")
            .and_then(|one| one.get("connectionParameters"));
        let ours = shape(ours.unwrap());
        let is_same = if file.parameters().len() == 1 {
            alone += 1;
            ours == value(file.parameters_node().unwrap())
        } else {
            ours.get("api_key") == Some(&key)
        };
        if !is_same {
            differ.push(folder.root);
        }
    }
    eprintln!("{usual} connectors with the usual key, {alone} with nothing beside it, {differ:?}");
    assert_eq!(differ, Vec::<std::path::PathBuf>::new());
}
