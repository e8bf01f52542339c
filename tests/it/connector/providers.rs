//! Providers: one table, each entry complete and with evidence.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use oneauth::connector::providers::{self, Platform, Provider, Unfit};
use oneauth::connector::{Auth, IdentityProvider, NewProperties, PROVIDER_MEMBERS, RedirectMode};
use oneauth::document::Document;

use crate::support::repository_text;

fn braces(template: &str) -> Vec<String> {
    let parts = template.split('{').skip(1);
    parts
        .filter_map(|part| Some(part.split_once('}')?.0.to_owned()))
        .collect()
}

/// Every text of a provider that may hold a field.
fn templates(provider: &Provider) -> Vec<&'static str> {
    let mut out = vec![provider.authorization_url, provider.token_url];
    out.extend(provider.refresh_url);
    out.extend(provider.scopes);
    match provider.platform {
        Platform::Generic => {}
        Platform::Templates(more) => out.extend(more.iter().map(|(_, value)| *value)),
        Platform::Entra { resource } => out.extend([resource, "{tenant_id}"]),
        Platform::Named { custom, .. } => out.extend(custom.iter().map(|(_, value)| *value)),
    }
    out
}

#[test]
fn every_entry_is_complete() {
    let mut names = BTreeSet::new();
    for provider in providers::all() {
        let id = provider.id;
        for name in std::iter::once(&id).chain(provider.aliases) {
            assert!(names.insert(*name), "{name} names two providers");
        }
        for url in [provider.authorization_url, provider.token_url] {
            assert!(url.starts_with("https://"), "{id}: {url}");
            assert!(!url.contains(' '), "{id}: {url}");
        }
        assert!(
            !provider.title.is_empty() && !provider.note.is_empty(),
            "{id}"
        );
        assert!(!provider.evidence.is_empty(), "{id}: no evidence");
        let docs = provider.docs;
        assert!(
            docs.is_empty() || docs.starts_with("https://"),
            "{id}: {docs}"
        );
        assert!(matches!(provider.scope_delimiter, " " | ","), "{id}");
        let used: BTreeSet<_> = templates(provider).into_iter().flat_map(braces).collect();
        let declared: BTreeSet<_> = provider.fields.iter().map(|f| f.name.to_owned()).collect();
        assert_eq!(used, declared, "{id}: fields and braces differ");
        assert!(
            provider.scope_delimiter == " " || matches!(provider.platform, Platform::Templates(_)),
            "{id}: only templates know another delimiter"
        );
    }
}

#[test]
fn the_systems_of_the_requirements_are_there() {
    for name in [
        "entra",
        "graph",
        "dataverse",
        "google",
        "github",
        "salesforce",
        "okta",
        "atlassian",
        "jira",
        "slack",
        "auth0",
        "dropbox",
        "box",
        "hubspot",
        "linkedin",
        "zoom",
        "docusign",
        "servicenow",
        "mulesoft",
        "aws-cognito",
        "key-vault",
        "dynamics-365",
        "AAD",
    ] {
        assert!(providers::find(name).is_some(), "{name}");
    }
    assert!(providers::find("parcels").is_none());
}

#[test]
fn blanks_are_filled_or_named() {
    let okta = providers::find("okta").unwrap();
    let values = [("domain".to_owned(), "parcels.okta.com".to_owned())];
    let resolved = okta.resolve(&values).unwrap();
    assert_eq!(
        resolved.urls.token,
        "https://parcels.okta.com/oauth2/default/v1/token"
    );
    assert!(resolved.missing.is_empty());
    let open = okta.resolve(&[]).unwrap();
    let missing: Vec<_> = open.missing.iter().map(|field| field.name).collect();
    assert_eq!(missing, ["domain"]);
    assert!(
        open.urls
            .authorization
            .starts_with("https://{{DOMAIN}}/oauth2/default/")
    );
}

#[test]
fn values_that_would_break_a_url_are_refused() {
    let entra = providers::find("entra").unwrap();
    for bad in [
        "",
        "a b",
        "x/../y",
        "x?y=z",
        "x#y",
        "{tenant_id}",
        "a\u{202e}b",
    ] {
        let value = ("tenant_id".to_owned(), bad.to_owned());
        let refused = entra.resolve(&[value]).unwrap_err();
        assert!(matches!(refused, Unfit::Broken { .. }), "{bad}");
    }
    let resource = ("resource".to_owned(), "api://parcels/v1".to_owned());
    assert!(entra.resolve(&[resource]).is_ok());
    let refused = entra
        .resolve(&[("domain".to_owned(), "x".to_owned())])
        .unwrap_err();
    assert_eq!(
        refused.to_string(),
        "`domain` is not needed: fill in tenant_id, resource"
    );
}

#[test]
fn entra_becomes_the_platforms_own_provider() {
    let values = [
        (
            "tenant_id".to_owned(),
            "7f1c1b3e-0000-4000-8000-5a5a5a5a5a5a".to_owned(),
        ),
        ("resource".to_owned(), "api://parcels".to_owned()),
    ];
    let resolved = providers::find("entra").unwrap().resolve(&values).unwrap();
    let sign_in = resolved.sign_in(None, &["api://parcels/.default".into(), "x".into()]);
    assert_eq!(sign_in.scopes, ["api://parcels/.default", "x"]);
    assert_eq!(sign_in.redirect, RedirectMode::GlobalPerConnector);
    let IdentityProvider::Entra(entra) = &sign_in.provider else {
        panic!("it is Entra ID");
    };
    assert_eq!(entra.tenant_id, "7f1c1b3e-0000-4000-8000-5a5a5a5a5a5a");
    assert_eq!(entra.resource, "api://parcels");
}

/// What each provider makes of a properties file has the members its kind needs.
#[test]
fn every_provider_generates_a_readable_file() {
    for provider in providers::all() {
        let resolved = provider.resolve(&[]).unwrap();
        let file = NewProperties::new(Auth::OAuth2(resolved.sign_in(None, &[])));
        let document = Document::of_text("apiProperties.json", file.text()).unwrap();
        let view = oneauth::connector::ApiProperties::new(&document);
        let settings = view.parameter("token").unwrap().oauth().unwrap();
        let name = settings.identity_provider().unwrap();
        let known = PROVIDER_MEMBERS.iter().find(|(known, ..)| *known == name);
        let (_, needed, _) = known.unwrap_or_else(|| panic!("{name} is not known"));
        for member in *needed {
            assert!(
                settings.custom(member).is_some(),
                "{}: {member}",
                provider.id
            );
        }
        let delimiter = settings
            .custom("scopeListDelimiter")
            .map(oneauth::document::NodeRef::text);
        let expected = (provider.scope_delimiter != " ").then_some(provider.scope_delimiter);
        assert_eq!(delimiter.as_deref(), expected, "{}", provider.id);
    }
}

#[test]
fn the_table_is_as_it_should_be() {
    let mut text = String::new();
    for provider in providers::all() {
        let resolved = provider.resolve(&[]).unwrap();
        let _ = writeln!(text, "{}: {}", provider.id, provider.title);
        let _ = writeln!(text, "  authorization {}", resolved.urls.authorization);
        let _ = writeln!(text, "  token         {}", resolved.urls.token);
        let _ = writeln!(text, "  refresh       {}", resolved.urls.refresh_or_token());
        let _ = writeln!(
            text,
            "  scopes        {}",
            resolved.scopes.join(provider.scope_delimiter)
        );
        let _ = writeln!(text, "  platform      {}", resolved.identity.name());
        for field in resolved.missing {
            let _ = writeln!(text, "  fill in       {}: {}", field.name, field.says);
        }
    }
    repository_text::expect("fixtures/connectors/providers.txt", &text);
}
