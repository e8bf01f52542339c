//! Transport: `schemes` of Swagger 2.0, `servers` of OpenAPI 3.x.

use oneauth::document::Document;
use oneauth::spec::{Server, Spec, Transport};

use super::{both, with};

/// The transport of the first operation.
fn transport(spec: &Spec<'_>) -> Transport {
    spec.transport(&spec.operations()[0]).state
}

#[track_caller]
fn expect_2(root: &str, operation: &str, state: Transport) {
    let text = format!(
        r#"{{"swagger": "2.0", "host": "apim-parcels.azure-api.net", {root}
        "paths": {{"/parcels": {{"get": {{{operation}}}}}}}}}"#
    );
    both(&text, |spec| assert_eq!(transport(spec), state, "{text}"));
}

#[test]
fn schemes_of_an_operation_replace_those_of_the_document() {
    expect_2("", "", Transport::Undefined);
    expect_2(r#""schemes": ["https"],"#, "", Transport::Encrypted);
    expect_2(r#""schemes": ["wss", "HTTPS"],"#, "", Transport::Encrypted);
    expect_2(r#""schemes": ["https", "http"],"#, "", Transport::Cleartext);
    expect_2(r#""schemes": ["ws"],"#, "", Transport::Cleartext);
    let (own, root) = (r#""schemes": ["https"]"#, r#""schemes": ["http"],"#);
    expect_2(root, own, Transport::Encrypted);
    expect_2(
        r#""schemes": ["https"],"#,
        root.trim_end_matches(','),
        Transport::Cleartext,
    );
}

#[test]
fn a_path_item_of_2_0_has_no_schemes() {
    let text = r#"{"swagger": "2.0", "schemes": ["https"],
        "paths": {"/parcels": {"schemes": ["http"], "get": {}}}}"#;
    both(text, |spec| {
        assert_eq!(transport(spec), Transport::Encrypted);
    });
}

#[test]
fn each_version_reads_its_own_members() {
    let text = r#"{"swagger": "2.0", "servers": [{"url": "http://a.example.com"}],
        "paths": {"/parcels": {"get": {}}}}"#;
    both(text, |spec| {
        assert_eq!(transport(spec), Transport::Undefined);
    });
    let text = r#"{"openapi": "3.0.4", "schemes": ["http"], "paths": {"/parcels": {"get": {}}}}"#;
    both(text, |spec| {
        assert_eq!(transport(spec), Transport::Undefined);
    });
}

#[test]
fn the_nearest_servers_count() {
    let servers = |scheme: &str| format!(r#""servers": [{{"url": "{scheme}://a.example.com"}}]"#);
    let (http, https) = (servers("http"), servers("https"));
    let text = |root: &str, path: &str, operation: &str| {
        format!(
            r#"{{"openapi": "3.0.4", {root},
            "paths": {{"/parcels": {{{path}, "get": {{{operation}}}}}}}}}"#
        )
    };
    let none = r#""x-none": 1"#;
    let cases = [
        (&*https, none, none, Transport::Encrypted),
        (&*https, &*http, none, Transport::Cleartext),
        (&*http, &*https, none, Transport::Encrypted),
        (&*http, &*http, &*https, Transport::Encrypted),
        (none, none, &*http, Transport::Cleartext),
        (none, none, none, Transport::Undefined),
    ];
    for (root, path, operation, state) in cases {
        let text = text(root, path, operation);
        both(&text, |spec| assert_eq!(transport(spec), state, "{text}"));
    }
}

#[test]
fn servers_beside_a_reference_count() {
    let text = r##"{"openapi": "3.1.1", "servers": [{"url": "https://a.example.com"}],
        "paths": {"/parcels": {"$ref": "#/components/pathItems/parcels",
            "servers": [{"url": "http://b.example.com"}]}},
        "components": {"pathItems": {"parcels": {"get": {}}}}}"##;
    both(text, |spec| {
        assert_eq!(transport(spec), Transport::Cleartext);
    });
}

fn urls(server: &str) -> Vec<String> {
    let text = format!(r#"{{"openapi": "3.0.4", "servers": [{server}]}}"#);
    let document = Document::of_text("parcels.json", text).expect("it is JSON");
    let servers = document.root().get("servers").expect("they are there");
    let node = servers.item(0).expect("it is there");
    Server { node }.urls()
}

#[test]
fn variables_take_their_default_then_each_of_their_values() {
    let server = r#"{"url": "{scheme}://{depot}.example.com:{port}/v1", "variables": {
        "scheme": {"default": "https", "enum": ["http", "https"]}, "depot": {"default": "north"},
        "port": {"enum": ["443", "8443"], "default": "8443"}}}"#;
    let expected = [
        "https://north.example.com:8443/v1",
        "http://north.example.com:8443/v1",
        "https://north.example.com:443/v1",
        "http://north.example.com:443/v1",
    ];
    assert_eq!(urls(server), expected);
    assert_eq!(urls(r#"{"url": "https://{x}/a"}"#), ["https://{x}/a"]);
    assert_eq!(urls(r#"{"url": "https://{x/a"}"#), ["https://{x/a"]);
    assert_eq!(urls(r#"{"url": ""}"#), [""]);
    assert!(urls("{}").is_empty() && urls("7").is_empty());
}

#[test]
fn expansion_is_bounded() {
    let values: Vec<_> = (0..100).map(|n| format!("\"{n}\"")).collect();
    let server = format!(
        r#"{{"url": "https://{{a}}{{b}}{{c}}{{d}}", "variables": {{
        "a": {{"default": "z", "enum": [{0}]}}, "b": {{"default": "z", "enum": [{0}]}},
        "c": {{"default": "z", "enum": [{0}]}}, "d": {{"default": "z", "enum": [{0}]}}}}}}"#,
        values.join(", ")
    );
    let urls = urls(&server);
    assert!(
        urls.len() <= 64 && urls[0] == "https://zzzz",
        "{}",
        urls.len()
    );
}

#[test]
fn what_a_server_url_says_of_the_transport() {
    let cases = [
        (r#"{"url": "https://a.example.com"}"#, Transport::Encrypted),
        (r#"{"url": "HTTPS://a.example.com"}"#, Transport::Encrypted),
        (r#"{"url": "http://a.example.com"}"#, Transport::Cleartext),
        (r#"{"url": "/v1"}"#, Transport::Undefined),
        (r#"{"url": "//a.example.com/v1"}"#, Transport::Undefined),
        (r#"{"url": "a.example.com:8080/v1"}"#, Transport::Undefined),
        (
            r#"{"url": "{scheme}://a.example.com"}"#,
            Transport::Undefined,
        ),
        (
            r#"{"url": "{s}://a.example.com", "variables": {"s": {"default": "https"}}}"#,
            Transport::Encrypted,
        ),
        (
            r#"{"url": "{s}://a.example.com", "variables": {"s": {"default": "https", "enum": ["https", "http"]}}}"#,
            Transport::Cleartext,
        ),
        (
            r#"{"url": "{base}/v1", "variables": {"base": {"default": "http://a.example.com"}}}"#,
            Transport::Cleartext,
        ),
    ];
    for (server, state) in cases {
        let text = format!(
            r#"{{"openapi": "3.0.4", "servers": [{server}], "paths": {{"/parcels": {{"get": {{}}}}}}}}"#
        );
        with("parcels.json", &text, |spec| {
            assert_eq!(transport(spec), state, "{server}");
            assert_eq!(spec.root_transport().state, state, "{server}");
        });
    }
}
