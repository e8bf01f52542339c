//! Where a secret stands: exact bytes in both formats, escapes included; sites; what has run out.

use oneauth::document::{Document, quote};
use oneauth::finding::{On, Severity};
use oneauth::secrets::{Day, Hit, Life, Site, scan_on};

use super::samples::{jwt, word};

fn hits(name: &str, text: &str) -> (Document, Vec<Hit>) {
    let document = Document::of_text(name, text).unwrap();
    let hits = scan_on(&document, Day::of_text("2025-01-01").unwrap());
    (document, hits)
}

fn only(name: &str, text: &str) -> (String, Hit) {
    let (document, mut hits) = hits(name, text);
    assert_eq!(hits.len(), 1, "{text}\n{hits:?}");
    let hit = hits.remove(0);
    (document.source().slice(hit.span).to_owned(), hit)
}

#[test]
fn the_span_is_the_secret_however_it_is_written() {
    let token = format!("ghp_{}", word(36));
    let escaped = token.replace("ghp_", "gh\\u0070_");
    let broken = format!("{}\\\n      {}", &token[..20], &token[20..]);
    for (name, text, expected) in [
        ("a.json", format!(r#"{{"x-a": "{token}"}}"#), &token),
        (
            "a.json",
            format!(r#"{{"x-a": "\u00e4 \\ \"{token}\" \ud83d\ude00"}}"#),
            &token,
        ),
        (
            "a.json",
            format!(r#"{{"x-a": "SG. ghp_ {escaped}"}}"#),
            &escaped,
        ),
        ("a.yaml", format!("x-a: {token}\n"), &token),
        ("a.yaml", format!("x-a: 'it''s {token}'\n"), &token),
        (
            "a.yaml",
            format!(
                "x-a: \"it''s \\u00e4\\n\\t\\r\\b\\f\\0\\a\\v\\e\\N\\_\\L\\P {token} \\x41\"\n"
            ),
            &token,
        ),
        (
            "a.yaml",
            format!("x-a: |\n  one\n   two\n\n  {token} three\n"),
            &token,
        ),
        (
            "a.yaml",
            format!("x-a: >-\n  one\n  two\n\n  {token}\n  three\n"),
            &token,
        ),
        ("a.yaml", format!("x-a: one\n  two\n\n  {token}\n"), &token),
        (
            "a.yaml",
            format!("x-a: \"one\n  two \\\n  {token}\"\n"),
            &token,
        ),
        ("a.yaml", format!("x-a: \"ghp_ {broken}\"\n"), &broken),
    ] {
        let (found, hit) = only(name, &text);
        assert_eq!(found, *expected, "{text}");
        assert_eq!(hit.masked, "ghp_… (40 characters)");
    }
}

#[test]
fn plus_and_equals_may_be_escaped() {
    let key = format!("{}+ASt{}Q==", word(76), word(5));
    let written = key.replace('+', "\\u002B").replace('=', "\\u003d");
    let (found, _) = only("a.json", &format!(r#"{{"x-a": "{written}"}}"#));
    assert_eq!(found, written);
    let url = format!(
        r#"{{"x-a": "https:\/\/parcels.net\/p?a=1\u0026api_key\u003d{}"}}"#,
        word(32)
    );
    assert_eq!(only("a.json", &url).0, word(32));
    let user = r#"{"x-a": "https:\/\/parcels:letterbox42@api.parcels.net"}"#;
    assert_eq!(only("a.json", user).0, "parcels:letterbox42");
}

#[test]
fn keys_of_paths_are_searched() {
    let text = format!(
        r#"{{"paths": {{"/p?api_key={}": {{}}}}, "x-a": {{"/p?api_key={}": 1}}}}"#,
        word(32),
        word(31)
    );
    let (found, hit) = only("a.json", &text);
    assert_eq!((found, hit.on, hit.site), (word(32), On::Key, Site::Value));
}

#[test]
fn the_site_decides_how_bad_it_is() {
    let token = format!("ghp_{}", word(36));
    for (text, site, severity) in [
        (r#"{"x-a": "T"}"#, Site::Value, Severity::Error),
        (
            r#"{"definitions": {"A": {"default": "T"}}}"#,
            Site::Value,
            Severity::Error,
        ),
        (
            r#"{"definitions": {"A": {"example": {"a": ["T"]}}}}"#,
            Site::Example,
            Severity::Warning,
        ),
        (
            r#"{"definitions": {"A": {"example": {"description": "T"}}}}"#,
            Site::Example,
            Severity::Warning,
        ),
        (
            r#"{"definitions": {"A": {"properties": {"example": {"default": "T"}}}}}"#,
            Site::Value,
            Severity::Error,
        ),
        (
            r#"{"info": {"description": "T"}}"#,
            Site::Prose,
            Severity::Info,
        ),
        (
            r#"{"responses": {"default": {"description": "T"}}}"#,
            Site::Prose,
            Severity::Info,
        ),
    ] {
        let (_, hit) = only("a.json", &text.replace('T', &token));
        assert_eq!((hit.site, hit.severity()), (site, severity), "{text}");
    }
}

#[test]
fn what_has_run_out_is_told_from_what_has_not() {
    let signed = |day: &str| {
        format!(
            "https://parcels.net/c?sv=1&se={day}T00%3A00%3A00Z&sig={}%3D",
            word(42)
        )
    };
    for (text, life) in [
        (signed("2018-05-31"), Life::Expired),
        (signed("2999-05-31"), Life::Live),
        (jwt(r#"{"sub":"parcels","exp":1500000000}"#), Life::Expired),
        (jwt(r#"{"sub":"parcels","exp": 99999999999}"#), Life::Live),
        (jwt(r#"{"sub":"parcels"}"#), Life::Live),
        (format!("sk_{}_{}", "test", word(24)), Life::Test),
    ] {
        let (_, hit) = only("a.json", &format!(r#"{{"x-a": {}}}"#, quote(&text)));
        assert_eq!(hit.life, life, "{text}");
    }
}

#[test]
fn nothing_of_a_secret_is_kept() {
    let token = format!("ghp_{}", word(36));
    let (_, hit) = only("a.json", &format!(r#"{{"x-a": "{token}"}}"#));
    assert!(!format!("{hit:?}").contains(&token[..9]));
}

#[test]
fn aliases_are_searched_once() {
    let token = format!("ghp_{}", word(36));
    let text = format!("x-a: &a {token}\nx-b: *a\n");
    assert_eq!(only("a.yaml", &text).0, token);
}

#[test]
fn two_in_one_string_are_two() {
    let token = format!("ghp_{}", word(36));
    let text = format!(r#"{{"x-a": "{token} {token} AKIA"}}"#);
    let (_, hits) = hits("a.json", &text);
    assert_eq!(hits.len(), 2);
    assert!(hits[0].span.end < hits[1].span.start);
}

#[test]
fn what_is_assigned_may_hold_any_characters() {
    for (before, secret, after) in [
        (
            "Server=tcp:db.parcels.net;User ID=sa;Password=",
            "Qw@8!x#9$Lp2",
            ";",
        ),
        ("Data Source=db;user=Sa;password=", "!Qw@8x#9$Lp2", ""),
        (
            "https://api.parcels.net/p?api_key=",
            "Qw:8@xz!9$Lp2-Zz*7",
            "",
        ),
    ] {
        let text = format!("{before}{secret}{after}");
        let (found, _) = only("a.json", &format!("{{\"x-a\": {}}}", quote(&text)));
        assert_eq!(found, secret);
    }
}
