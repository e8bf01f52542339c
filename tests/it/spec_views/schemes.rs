//! Security schemes and their flows, for each version.

use oneauth::spec::{AuthKind, FlowKind, KeyPlace, Spec};

use super::{both, with};

fn described(spec: &Spec<'_>) -> Vec<String> {
    let schemes = spec.schemes().iter();
    schemes
        .map(|scheme| format!("{}: {}", scheme.name, scheme.describe(spec.version())))
        .collect()
}

#[test]
fn swagger_2() {
    let text = r#"{"swagger": "2.0", "securityDefinitions": {
        "login": {"type": "basic"},
        "head": {"type": "apiKey", "in": "header", "name": "X-Parcel-Key"},
        "query": {"type": "apiKey", "in": "query", "name": "key"},
        "cookie": {"type": "apiKey", "in": "cookie", "name": "sid"},
        "code": {"type": "oauth2", "flow": "accessCode", "scopes": {"read": "", "x-note": "no scope"}},
        "app": {"type": "oauth2", "flow": "application"},
        "implicit": {"type": "oauth2", "flow": "implicit"},
        "password": {"type": "oauth2", "flow": "password"},
        "new": {"type": "oauth2", "flow": "authorizationCode"},
        "device": {"type": "oauth2", "flow": "deviceAuthorization"},
        "http": {"type": "http", "scheme": "bearer"},
        "oidc": {"type": "openIdConnect"},
        "none": {}
    }}"#;
    both(text, |spec| {
        let expected = [
            "login: basic",
            "head: apiKey (header X-Parcel-Key)",
            "query: apiKey (query key)",
            "cookie: apiKey (nowhere sid)",
            "code: oauth2 (accessCode)",
            "app: oauth2 (application)",
            "implicit: oauth2 (implicit)",
            "password: oauth2 (password)",
            "new: oauth2 (unknown flow)",
            "device: oauth2 (unknown flow)",
            "http: unknown",
            "oidc: unknown",
            "none: unknown",
        ];
        assert_eq!(described(spec), expected);
        let code = spec.scheme("code").expect("it is defined");
        let scopes: Vec<_> = code.flows()[0]
            .scope_entries()
            .map(oneauth::document::NodeRef::key)
            .collect();
        assert_eq!(scopes, ["read"], "`^x-` members are extensions");
        assert!(code.flow(FlowKind::AuthorizationCode).is_some());
        let head = spec.scheme("head").expect("it is defined");
        assert_eq!(head.key(), Some((KeyPlace::Header, "X-Parcel-Key")));
        assert_eq!(head.auth_kind(), Some(AuthKind::ApiKeyHeader));
    });
}

const OF_3: &str = r#""info": {}, "components": {"securitySchemes": {
    "login": {"type": "http", "scheme": "Basic"},
    "token": {"type": "http", "scheme": "BEARER", "bearerFormat": "JWT"},
    "digest": {"type": "http", "scheme": "digest"},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "sid"},
    "oidc": {"type": "openIdConnect", "openIdConnectUrl": "https://login.example.com/.well-known/x"},
    "basic2": {"type": "basic"},
    "mtls": {"type": "mutualTLS"},
    "oauth": {"type": "oauth2", "flows": {
        "authorizationCode": {"scopes": {}}, "clientCredentials": {}, "x-notes": {},
        "accessCode": {}, "deviceAuthorization": {"deviceAuthorizationUrl": "https://login.example.com/device"}
    }}
}}"#;

#[test]
fn openapi_3_x() {
    let common = [
        "login: basic",
        "token: bearer",
        "digest: http (digest)",
        "cookie: apiKey (cookie sid)",
        "oidc: openIdConnect",
        "basic2: unknown",
    ];
    let code = "oauth: oauth2 (authorizationCode, clientCredentials, unknown flow";
    let versions = [
        ("3.0.4", "mtls: unknown", "unknown flow"),
        ("3.1.1", "mtls: mutualTLS", "unknown flow"),
        ("3.2.0", "mtls: mutualTLS", "deviceAuthorization"),
    ];
    for (version, mutual, device) in versions {
        both(&format!(r#"{{"openapi": "{version}", {OF_3}}}"#), |spec| {
            let mut expected: Vec<String> = common.map(str::to_owned).to_vec();
            expected.push(mutual.to_owned());
            expected.push(format!("{code}, {device})"));
            assert_eq!(described(spec), expected, "{version}");
        });
    }
}

#[test]
fn a_device_flow_has_its_urls() {
    let text = r#"{"openapi": "3.2.0", "components": {"securitySchemes": {"oauth": {"type": "oauth2",
        "flows": {"deviceAuthorization": {
            "deviceAuthorizationUrl": "https://login.example.com/device",
            "tokenUrl": "https://login.example.com/token",
            "scopes": {"parcels.read": "Read"}}}}}}}"#;
    both(text, |spec| {
        let flow = spec.schemes()[0].flow(FlowKind::DeviceAuthorization);
        let flow = flow.expect("3.2 knows it");
        let urls: Vec<_> = flow.urls().map(|url| url.key().to_owned()).collect();
        assert_eq!(urls, ["tokenUrl", "deviceAuthorizationUrl"]);
        assert!(flow.defines("parcels.read") && !flow.defines("Read"));
        for member in FlowKind::DeviceAuthorization.required_urls() {
            assert!(flow.url(member).is_some(), "{member}");
        }
    });
}

#[test]
fn a_scheme_may_be_a_reference() {
    let text = r##"{"openapi": "3.1.0", "components": {"securitySchemes": {
        "named": {"$ref": "#/components/securitySchemes/key", "description": "The same"},
        "twice": {"$ref": "#/components/securitySchemes/named"},
        "key": {"type": "apiKey", "in": "query", "name": "k"},
        "loop": {"$ref": "#/components/securitySchemes/loop"},
        "gone": {"$ref": "#/components/securitySchemes/nowhere"},
        "away": {"$ref": "schemes.json#/key"}
    }}}"##;
    both(text, |spec| {
        let expected = [
            "named: apiKey (query k)",
            "twice: apiKey (query k)",
            "key: apiKey (query k)",
            "loop: unknown",
            "gone: unknown",
            "away: unknown",
        ];
        assert_eq!(described(spec), expected);
    });
}

#[test]
fn each_version_has_its_own_container() {
    let text = r#"{"openapi": "3.0.0", "securityDefinitions": {"key": {"type": "basic"}}}"#;
    both(text, |spec| assert!(spec.schemes().is_empty()));
    let text =
        r#"{"swagger": "2.0", "components": {"securitySchemes": {"key": {"type": "basic"}}}}"#;
    both(text, |spec| assert!(spec.schemes().is_empty()));
}

#[test]
fn shapes_nobody_promised() {
    for container in [
        "null",
        "[]",
        "7",
        r#""key""#,
        r#"{"key": null}"#,
        r#"{"key": []}"#,
    ] {
        let text = format!(r#"{{"swagger": "2.0", "securityDefinitions": {container}}}"#);
        with("parcels.json", &text, |spec| {
            assert!(spec.schemes().iter().all(|one| one.auth_kind().is_none()));
        });
    }
}
