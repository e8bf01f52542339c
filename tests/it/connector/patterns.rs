//! Ways of securing calls, recognized in a document, and what platforms can do of them.

use oneauth::connector::patterns::{Mapping, Pattern, Recognized, mappings, recognize};
use oneauth::connector::policies::Back;
use oneauth::document::Document;
use oneauth::spec::Spec;
use oneauth::target;

fn found(schemes: &str) -> Vec<Recognized> {
    let text = format!(
        r#"{{"openapi": "3.1.0", "info": {{"title": "Parcel Tracking API", "version": "1"}},
            "paths": {{}}, "components": {{"securitySchemes": {{{schemes}}}}}}}"#
    );
    let document = Document::of_text("export.json", text).unwrap();
    let spec = Spec::new(&document).unwrap();
    recognize(&spec)
}

fn one(schemes: &str) -> Recognized {
    let mut all = found(schemes);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn flow(kind: &str, host: &str, scope: &str, description: &str) -> String {
    format!(
        r#""login": {{"type": "oauth2", "description": "{description}", "flows": {{"{kind}": {{
            "authorizationUrl": "https://{host}/authorize", "tokenUrl": "https://{host}/token",
            "scopes": {{"{scope}": ""}}}}}}}}"#
    )
}

fn on(name: &str, recognized: &Recognized) -> Vec<Mapping> {
    mappings(recognized, target::find(name).unwrap())
}

#[test]
fn client_credentials() {
    let plain = one(&flow("clientCredentials", "login.parcels.example", "x", ""));
    assert_eq!(plain.pattern, Pattern::ClientCredentials);
    assert_eq!(
        plain.clues[0].as_str(),
        "/components/securitySchemes/login/flows/clientCredentials"
    );
    let stored = Mapping::Gateway(Back::StoredOAuth);
    assert_eq!(on("power-platform", &plain), std::slice::from_ref(&stored));
    assert_eq!(on("mulesoft-rest-connect", &plain), [Mapping::Direct]);
    let entra = one(&flow(
        "clientCredentials",
        "login.microsoftonline.com",
        "x",
        "",
    ));
    assert_eq!(
        on("power-platform", &entra),
        [stored.clone(), Mapping::ParameterSet]
    );
    assert_eq!(on("gpt-actions", &entra), [stored]);
    let told = "Use the client_credentials grant";
    let told = one(&flow(
        "authorizationCode",
        "login.parcels.example",
        "x",
        told,
    ));
    assert_eq!(told.pattern, Pattern::ClientCredentials);
}

#[test]
fn a_signed_assertion_is_a_clear_no() {
    for description in [
        "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer",
        "Exchange a signed JWT (RFC 7523) for a token",
        "The JWT bearer token flow",
    ] {
        let scheme = flow(
            "authorizationCode",
            "login.parcels.example",
            "x",
            description,
        );
        let recognized = one(&scheme);
        assert_eq!(recognized.pattern, Pattern::JwtBearer, "{description}");
        let mapping = on("power-platform", &recognized);
        assert!(matches!(mapping[..], [Mapping::No(why)] if why.contains("signs an assertion")));
    }
    assert!(
        found(&flow(
            "authorizationCode",
            "a.example",
            "x",
            "A bearer JWT is returned"
        ))
        .is_empty()
    );
}

#[test]
fn on_behalf_of() {
    let host = "login.microsoftonline.com";
    let scope = one(&flow(
        "authorizationCode",
        host,
        "api://parcels/access_as_user",
        "",
    ));
    assert_eq!(scope.pattern, Pattern::OnBehalfOf);
    let gateway = Mapping::Gateway(Back::OnBehalfOf);
    assert_eq!(
        on("power-platform", &scope),
        [Mapping::EnableOnBehalfOfLogin, gateway.clone()]
    );
    assert_eq!(on("gpt-actions", &scope), [gateway]);
    let other = one(&flow(
        "authorizationCode",
        "a.example",
        "x",
        "Uses the On-Behalf-Of flow",
    ));
    assert!(matches!(on("power-platform", &other)[..], [Mapping::No(_)]));
    let prose = flow(
        "authorizationCode",
        "a.example",
        "x",
        "Acts on behalf of the user",
    );
    assert!(found(&prose).is_empty(), "plain words are no clue");
}

#[test]
fn basic_beside_something_better() {
    let basic = r#""basicAuth": {"type": "http", "scheme": "basic"}"#;
    assert!(
        found(basic).is_empty(),
        "basic alone is the type, not a fallback"
    );
    let both = format!(
        "{basic}, {}",
        flow("authorizationCode", "a.example", "x", "")
    );
    let recognized = one(&both);
    assert_eq!(recognized.pattern, Pattern::BasicFallback);
    let gateway = Mapping::Gateway(Back::Basic);
    assert_eq!(
        on("power-platform", &recognized),
        [Mapping::Direct, gateway.clone()]
    );
    assert_eq!(on("copilot-studio", &recognized), [gateway]);
}

#[test]
fn another_protocol_behind_the_last_api() {
    for scheme in [
        r#""tls": {"type": "mutualTLS"}"#,
        r#""windows": {"type": "http", "scheme": "negotiate"}"#,
        r#""key": {"type": "apiKey", "in": "header", "name": "X-Key",
            "description": "Checked against LDAP"}"#,
    ] {
        let recognized = one(scheme);
        assert_eq!(recognized.pattern, Pattern::NativeProtocol, "{scheme}");
        let mapping = on("power-platform", &recognized);
        assert!(matches!(mapping[..], [Mapping::No(_)]));
        assert!(!mapping[0].explain().is_empty());
    }
    let key = r#""key": {"type": "apiKey", "in": "header", "name": "X", "description": "Bldapx"}"#;
    assert!(found(key).is_empty());
}

#[test]
fn several_at_once_come_in_order() {
    let all = format!(
        r#"{}, "basicAuth": {{"type": "http", "scheme": "basic"}}, "tls": {{"type": "mutualTLS"}}"#,
        flow(
            "clientCredentials",
            "login.microsoftonline.com",
            "x/user_impersonation",
            ""
        )
    );
    let patterns: Vec<_> = found(&all).into_iter().map(|one| one.pattern).collect();
    assert_eq!(
        patterns,
        [
            Pattern::ClientCredentials,
            Pattern::OnBehalfOf,
            Pattern::BasicFallback,
            Pattern::NativeProtocol
        ]
    );
}
