//! Whether an OAuth 2.0 URL can be used as one: shared by the rules per member.

use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::{Context, Draft};
use crate::rules::hosts;

/// Report the URL member of a flow when it is no absolute `http(s)` URL, or has parts that RFC 6749
/// forbids.
pub(super) fn check(cx: &mut Context<'_, '_>, url: NodeRef<'_>) {
    let Some(text) = url.as_str() else { return };
    let Some(wrong) = wrong(&text) else { return };
    let message = format!("`{}` cannot be used: {wrong}", url.key());
    let mut draft = Draft::value(url, message)
        .label(wrong)
        .help("write the full URL, such as `https://login.example.com/oauth2/token`");
    if wrong == RELATIVE && cx.spec().version().is_3() && text.starts_with(['/', '.']) {
        // OpenAPI 3 lets URLs be relative to the server; few clients resolve them
        draft = draft.severity(Severity::Warning);
    }
    cx.report(draft);
}

const RELATIVE: &str = "it is no absolute http(s) URL";

/// What is wrong with a URL; `None` when nothing is, or when it still is a placeholder.
fn wrong(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        return Some("it is empty");
    }
    if is_placeholder(text) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let Some(rest) = lower
        .strip_prefix("https://")
        .or_else(|| lower.strip_prefix("http://"))
    else {
        return Some(RELATIVE);
    };
    let plain = without_placeholders(rest);
    let authority = plain.split(['/', '?', '#']).next().unwrap_or_default();
    Some(match plain.as_str() {
        _ if authority.is_empty() => "it names no host",
        _ if plain.contains(char::is_whitespace) => "it has spaces",
        _ if authority.contains('@') => "it has a user name",
        _ if plain.contains('#') => "it has a fragment",
        _ if hosts::problem(authority).is_some() => "its host is no host name",
        _ => return None,
    })
}

/// True for a text that stands for a URL which someone is yet to fill in.
fn is_placeholder(text: &str) -> bool {
    let lower = text.trim().to_ascii_lowercase();
    lower.starts_with(['{', '<', '[', '@', '$', '%', '#'])
        || lower
            .split(['/', ':'])
            .next()
            .is_some_and(|first| ["null", "undefined", "none"].contains(&first))
}

/// The text with `{name}`, `<name>`, `[[name]]`, `#{name}#` and the like taken as one plain word.
fn without_placeholders(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['{', '<', '[']) {
        let (before, tail) = rest.split_at(open);
        let closing = match tail.as_bytes()[0] {
            b'{' => '}',
            b'<' => '>',
            _ => ']',
        };
        let Some(close) = tail.find(closing) else {
            break;
        };
        out.push_str(before.trim_end_matches(['#', '@', '$']));
        out.push('x');
        rest = tail[close + 1..].trim_start_matches([closing, '#']);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn usable_urls_are_left_alone() {
        for url in [
            "https://login.example-post.net/authorize",
            "HTTP://login.example-post.net:8080/authorize?x=a@b",
            "https://login.example-post.net/{tenant}/authorize",
            "https://#{HOST}#/authorize",
            "https://@{variables('host')}/authorize",
            "https://<your host>/authorize",
            "{{AUTHORIZATION_URL}}",
            "<authorization url>",
            "null/signin-oauth",
        ] {
            assert_eq!(wrong(url), None, "{url}");
        }
    }

    #[test]
    fn unusable_urls_say_why() {
        for (url, why) in [
            ("", "it is empty"),
            ("/authorize", "it is no absolute http(s) URL"),
            ("login.example-post.net", "it is no absolute http(s) URL"),
            (
                "ftp://login.example-post.net",
                "it is no absolute http(s) URL",
            ),
            ("https://", "it names no host"),
            ("https:///authorize", "it names no host"),
            ("https://good.example#@evil.example", "it has a fragment"),
            ("https://good.example@evil.example/", "it has a user name"),
            (
                "https://login.example-post.net/#/authorize",
                "it has a fragment",
            ),
            ("https://login.example-post.net/ authorize", "it has spaces"),
            (
                "https://good.example\\.evil.example/",
                "its host is no host name",
            ),
            (
                "https://login..example-post.net/",
                "its host is no host name",
            ),
            (
                "https://login.example-post.net:https/",
                "its host is no host name",
            ),
        ] {
            assert_eq!(wrong(url), Some(why), "{url}");
        }
    }
}
