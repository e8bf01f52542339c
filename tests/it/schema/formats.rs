//! Formats: what the published schemas refuse, and placeholders, which nobody may refuse.

use oneauth::document::{Document, quote};
use oneauth::schema::validate;
use oneauth::spec::Version;

/// True when a Swagger 2.0 document with this value at this member is valid.
fn fits(member: &str, value: &str) -> bool {
    let value = quote(value);
    let (info, rest) = match member {
        "url" | "email" => (
            format!(r#", "contact": {{"{member}": {value}}}"#),
            String::new(),
        ),
        _ => (String::new(), format!(r#", "{member}": {value}"#)),
    };
    let text = format!(
        r#"{{"swagger": "2.0", "info": {{"title": "A", "version": "1"{info}}}, "paths": {{}}{rest}}}"#
    );
    let document = Document::of_text("a.json", text).unwrap_or_else(|e| panic!("{e}"));
    validate(&document, Version::Swagger2).is_empty()
}

#[test]
fn hosts() {
    for host in [
        "apim-parcels.azure-api.net",
        "localhost:8080",
        "{{HOST}}",
        "${HOST}:443",
        "<host>",
        "#{Host}#",
        "{region}.example.com",
    ] {
        assert!(fits("host", host), "{host}");
    }
    for host in [
        "",
        "https://example.com",
        "example.com/v1",
        "example.com:",
        "a b",
        "a:b",
        "{",
        "{a b",
        "a}",
    ] {
        assert!(!fits("host", host), "{host}");
    }
}

#[test]
fn base_paths() {
    for path in ["/", "/v1", "{{BASE_PATH}}", "${BASE}/v1"] {
        assert!(fits("basePath", path), "{path}");
    }
    for path in ["", "v1", "https://example.com"] {
        assert!(!fits("basePath", path), "{path}");
    }
}

#[test]
fn urls() {
    for url in [
        "https://example.com",
        "mailto:help@example.com",
        "https://login.microsoftonline.com/{{TENANT_ID}}/oauth2/authorize",
        "https://login.microsoftonline.com/${TENANT}/oauth2",
        "https://<tenant name>.example.com/a#b",
        "{{BASE_URL}}/token",
        "https://[::1]:8080/a?b=%20",
    ] {
        assert!(fits("url", url), "{url}");
    }
    for url in [
        "",
        "example.com",
        "/a",
        "https://a b",
        "https://ä.example",
        "https://a/%zz",
        "a#b#c",
        "https://a/{",
        "https://a/<>",
        "not a url",
    ] {
        assert!(!fits("url", url), "{url}");
    }
}

#[test]
fn email_addresses() {
    for email in [
        "help@example.com",
        "\"a\"@example.com",
        "{{CONTACT}}",
        "{{NAME}}@example.com",
    ] {
        assert!(fits("email", email), "{email}");
    }
    for email in ["", "help", "@example.com", "help@", "help me@example.com"] {
        assert!(!fits("email", email), "{email}");
    }
}
