//! Every form matches a made-up value of its form, and nothing that falls just short of it.

use oneauth::document::Document;
use oneauth::secrets::{Day, PATTERNS, scan_on};

use super::samples::{HEX, LOWER, UPPER, base64, hex, jwt, spread, word};

/// The ids of what is found in a string.
fn found(text: &str) -> Vec<&'static str> {
    let document = format!(
        "{{\"openapi\": \"3.1.0\", \"x-a\": {}}}",
        oneauth::document::quote(text)
    );
    let document = Document::of_text("a.json", document).unwrap();
    let hits = scan_on(&document, Day::of_text("2025-01-01").unwrap());
    hits.iter().map(|hit| hit.form().id).collect()
}

/// A value of each form, and a near miss.
fn cases() -> Vec<(&'static str, String, String)> {
    let mut cases = clouds();
    cases.extend(hosting());
    cases.extend(services());
    cases.extend(addresses());
    cases
}

fn clouds() -> Vec<(&'static str, String, String)> {
    let tail = |mark: &str, before: usize| format!("{}{mark}{}Q==", word(before), word(5));
    vec![
        (
            "aws-access-key-id",
            format!("AKIA{}", spread(UPPER, 16)),
            format!("AKIA{}", spread(UPPER, 17)),
        ),
        ("azure-storage-key", tail("+ASt", 76), tail("+ASt", 75)),
        ("azure-512-bit-key", tail("ACDb", 76), tail("ACDc", 76)),
        (
            "azure-256-bit-key",
            format!("{}+ASbA{}=", word(33), word(5)),
            format!("{}+ASbZ{}=", word(33), word(5)),
        ),
        ("azure-functions-key", tail("AzFu", 44), tail("AzFu", 43)),
        (
            "azure-search-key",
            format!("{}AzSeA{}", word(42), word(5)),
            format!("{}AzSeZ{}", word(42), word(5)),
        ),
        (
            "azure-service-key",
            format!("{}JQQJ99A{}{}AAAabcde{}", word(52), "B", word(12), word(4)),
            format!("{}JQQJ99A{}{}AAAabcde{}", word(52), "Z", word(12), word(4)),
        ),
        (
            "entra-client-secret",
            format!("a1B8Q~{}", word(34)),
            format!("a1B6Q~{}", word(34)),
        ),
        (
            "azure-connection-key",
            format!("Endpoint=sb://parcels/;SharedAccessKey={}=", word(43)),
            format!("Endpoint=sb://parcels/;SharedAccessKey={}=", word(30)),
        ),
        (
            "google-api-key",
            format!("AIza{}", word(35)),
            format!("AIza{}", word(36)),
        ),
        (
            "google-client-secret",
            format!("GOCSPX-{}", word(28)),
            format!("GOCSPX-{}", word(27)),
        ),
        (
            "google-access-token",
            format!("ya29.{}", word(40)),
            format!("ya29.{}", word(12)),
        ),
        (
            "digitalocean-token",
            format!("dop_v1_{}", hex(64)),
            format!("dop_v1_{}", hex(60)),
        ),
    ]
}

fn hosting() -> Vec<(&'static str, String, String)> {
    let key = |body: usize| {
        format!(
            "-----BEGIN RSA PRIVATE KEY-----\n{}\n-----END RSA PRIVATE KEY-----",
            word(body)
        )
    };
    vec![
        ("private-key", key(90), key(20)),
        (
            "jwt",
            jwt(r#"{"sub":"parcels"}"#),
            format!(
                "{}.{}.{}",
                base64(r#"{"alg":"HS256"}"#),
                "eyJ".to_owned() + &word(30),
                word(43)
            ),
        ),
        (
            "github-token",
            format!("ghp_{}", word(36)),
            format!("ghp_{}", word(35)),
        ),
        (
            "github-fine-grained-token",
            format!("github_pat_{}", word(82)),
            format!("github_pat_{}", word(81)),
        ),
        (
            "gitlab-token",
            format!("glpat-{}", word(20)),
            format!("glpat-{}", word(19)),
        ),
        (
            "npm-token",
            format!("npm_{}", word(36)),
            format!("npm_{}", word(30)),
        ),
        (
            "pypi-token",
            format!("pypi-AgE{}", word(60)),
            format!("pypi-AgE{}", word(20)),
        ),
        (
            "slack-token",
            format!("xoxb-{}-{}", spread("0123456789", 11), word(24)),
            "xoxb-short".to_owned(),
        ),
        (
            "slack-webhook",
            format!(
                "https://hooks.slack.com/services/T{}/B{}/{}",
                word(8),
                word(8),
                word(24)
            ),
            format!(
                "https://hooks.slack.com/services/T{}/B{}/x",
                word(8),
                word(8)
            ),
        ),
        (
            "teams-webhook",
            format!(
                "https://parcels.webhook.office.com/webhookb2/{0}@{0}/IncomingWebhook/{1}/{0}",
                hex(36),
                hex(32)
            ),
            "https://parcels.webhook.office.com/webhookb2/".to_owned(),
        ),
        (
            "discord-webhook",
            format!(
                "https://discord.com/api/webhooks/{}/{}",
                spread("123456789", 18),
                word(68)
            ),
            format!(
                "https://discord.com/api/webhooks/{}/{}",
                spread("123456789", 18),
                word(20)
            ),
        ),
        (
            "telegram-token",
            format!("{}:AA{}", spread("123456789", 9), word(33)),
            format!("{}:AA{}", spread("123456789", 9), word(32)),
        ),
    ]
}

fn services() -> Vec<(&'static str, String, String)> {
    vec![
        (
            "sendgrid-key",
            format!("SG.{}.{}", word(22), word(43)),
            format!("SG.{}.{}", word(22), word(42)),
        ),
        (
            "mailgun-key",
            format!("key-{}", hex(32)),
            format!("key-{}", hex(33)),
        ),
        (
            "mailchimp-key",
            format!("{}-us12", hex(32)),
            format!("{}-us12", hex(31)),
        ),
        (
            "brevo-key",
            format!("xkeysib-{}-{}", hex(64), word(16)),
            format!("xkeysib-{}-{}", hex(64), word(15)),
        ),
        (
            "stripe-key",
            format!("sk_{}_{}", "live", word(24)),
            format!("sk_{}_{}", "live", "aaaaaaaaaa"),
        ),
        (
            "stripe-test-key",
            format!("sk_{}_{}", "test", word(24)),
            format!("sk_{}_{}", "test", word(8)),
        ),
        (
            "shopify-token",
            format!("shpat_{}", hex(32)),
            format!("shpat_{}", hex(31)),
        ),
        (
            "square-token",
            format!("sq0atp-{}", word(22)),
            format!("sq0atp-{}", word(20)),
        ),
        (
            "openai-key",
            format!("sk-proj-{}", word(48)),
            format!("sk-proj-{}", word(12)),
        ),
        (
            "anthropic-key",
            format!("sk-ant-api03-{}", word(93)),
            format!("sk-ant-api03-{}", word(40)),
        ),
        (
            "hugging-face-token",
            format!("hf_{}", word(34)),
            format!("hf_{}", word(33)),
        ),
        (
            "atlassian-token",
            format!("ATATT3{}", word(80)),
            format!("ATATT3{}", word(20)),
        ),
        (
            "notion-token",
            format!("secret_{}", word(43)),
            format!("secret_{}", word(42)),
        ),
        (
            "linear-key",
            format!("lin_api_{}", word(40)),
            format!("lin_api_{}", word(39)),
        ),
        (
            "databricks-token",
            format!("dapi{}", hex(32)),
            format!("dapi{}", hex(31)),
        ),
        (
            "postman-key",
            format!("PMAK-{}-{}", hex(24), hex(34)),
            format!("PMAK-{}-{}", hex(24), hex(33)),
        ),
        (
            "new-relic-key",
            format!("NRAK-{}", spread(UPPER, 27)),
            format!("NRAK-{}", spread(UPPER, 26)),
        ),
        (
            "sql-password",
            format!("Server=tcp:parcels;Database=p;Password={};", word(14)),
            "Server=tcp:parcels;Database=p;Password=;".to_owned(),
        ),
        (
            "database-url",
            format!("postgres://parcels:{}@db.parcels.net/p", word(12)),
            "postgres://parcels@db.parcels.net/p".to_owned(),
        ),
        (
            "user-part",
            format!("https://parcels:{}@api.parcels.net/p", word(12)),
            "https://parcels@api.parcels.net/p".to_owned(),
        ),
    ]
}

fn addresses() -> Vec<(&'static str, String, String)> {
    vec![
        (
            "shared-access-signature",
            format!(
                "https://parcels.blob.core.windows.net/c?sv=2024-01-01&sig={}%3D",
                word(42)
            ),
            format!("https://parcels.example-post.net/c?a=1&sig={}", word(30)),
        ),
        (
            "functions-code",
            format!(
                "https://parcels.azurewebsites.net/api/f?code={}==",
                word(22)
            ),
            "https://parcels.azurewebsites.net/api/f?code=authorization_code_value".to_owned(),
        ),
        (
            "query-credential",
            format!("https://api.parcels.net/p?api_key={}", spread(LOWER, 32)),
            "https://api.parcels.net/p?api_key={the_key_of_your_account1}".to_owned(),
        ),
        (
            "query-key",
            format!("https://api.parcels.net/p?key={}", word(32)),
            format!("https://api.parcels.net/p?pageToken={}", word(32)),
        ),
        (
            "basic-authorization",
            format!("Basic {}", base64("parcels:letter")),
            "Basic Authentication".to_owned(),
        ),
        (
            "bearer-authorization",
            format!("Bearer {}", word(40)),
            "Bearer authentication_of_the_caller".to_owned(),
        ),
    ]
}

#[test]
fn every_form_matches_its_own_and_rejects_a_near_miss() {
    let cases = cases();
    for pattern in PATTERNS {
        let of = cases.iter().find(|(id, _, _)| *id == pattern.id);
        let (id, positive, miss) = of.unwrap_or_else(|| panic!("no case for {}", pattern.id));
        assert_eq!(found(positive), [*id], "{id}: {positive}");
        assert!(!found(miss).contains(id), "{id} near miss: {miss}");
        for literal in pattern.literals {
            assert!(
                literal.len() >= 3,
                "{id}: `{literal}` is too short to search for"
            );
        }
    }
    assert_eq!(cases.len(), PATTERNS.len());
}

#[test]
fn a_longer_run_of_the_same_characters_is_another_thing() {
    for (id, text) in [
        (
            "aws-access-key-id",
            format!("x{}AKIA{}", hex(2), spread(UPPER, 16)),
        ),
        ("github-token", format!("{}ghp_{}", word(3), word(36))),
        (
            "databricks-token",
            format!("{}dapi{}", spread(HEX, 5), hex(32)),
        ),
    ] {
        assert!(!found(&text).contains(&id), "{id}: {text}");
    }
}

#[test]
fn placeholders_and_published_samples_are_no_secrets() {
    let sample_signature = ["SflKxwRJSMeKKF2QT4fw", "pMeJf36POk6yJV_adQssw5c"].concat();
    let jwt_io = format!(
        "{}.{}.{sample_signature}",
        base64(r#"{"alg":"HS256","typ":"JWT"}"#),
        base64(r#"{"sub":"1234567890","name":"John Doe","iat":1516239022}"#)
    );
    for text in [
        ["AKIA", "IOSFODNN7", "EXAMPLE"].concat(),
        format!("ghp_{}", "x".repeat(36)),
        format!("Basic {}", base64("Aladdin:open sesame")),
        format!("Basic {}", base64("username:password")),
        "https://api.parcels.net/p?api_key=YOUR_API_KEY_1234".to_owned(),
        "https://api.parcels.net/p?api_key=%7Bapi_key_of_1_account%7D".to_owned(),
        "Bearer PLACEHOLDER_API_KEY_123456".to_owned(),
        jwt_io,
    ] {
        assert!(found(&text).is_empty(), "{text}: {:?}", found(&text));
    }
}

#[test]
fn a_private_key_is_found_in_lines_of_any_layout() {
    let edge = |word: &str| format!("-----{word} RSA PRIVATE KEY-----");
    for between in ["\n", "\n    ", "\r\n", "\r\n  ", " ", "  ", "\t", "\n \n"] {
        let mut lines = vec![edge("BEGIN")];
        lines.extend((0..24).map(|_| word(64)));
        lines.extend([word(17), edge("END")]);
        let key = lines.join(between);
        assert_eq!(found(&key), ["private-key"], "{between:?}");
        let words = key.replace(
            &word(64),
            "the key of the parcel office that signs its calls",
        );
        assert_eq!(found(&words), [""; 0], "{between:?}");
    }
}
