//! Placeholders that are words: `yourhost`, `REPLACE_ME`.

use super::{Placeholder, Syntax, is_upper};

/// Nouns behind `your` that make a placeholder of a host name or a path segment.
const NOUNS: [&str; 31] = [
    "account",
    "api",
    "apim",
    "app",
    "company",
    "companyname",
    "customer",
    "dns",
    "domain",
    "env",
    "environment",
    "host",
    "hostname",
    "instance",
    "instancename",
    "org",
    "organization",
    "organisation",
    "portal",
    "region",
    "resource",
    "server",
    "service",
    "site",
    "sitename",
    "subdomain",
    "tenant",
    "tenantid",
    "tenantname",
    "workspace",
    "name",
];

/// Nouns behind `my`: fewer, as services are named so too.
const MINE: [&str; 12] = [
    "company",
    "companyname",
    "domain",
    "host",
    "hostname",
    "instance",
    "org",
    "organization",
    "subdomain",
    "tenant",
    "tenantid",
    "tenantname",
];

/// Words that say so themselves.
const WORDS: [&str; 6] = [
    "tobereplaced",
    "replaceme",
    "replacethis",
    "changeme",
    "insertme",
    "hosturl",
];

/// Words that say so in capitals only.
const CAPITALS: [&str; 4] = [concat!("to", "do"), "tbd", "hostname", "placeholder"];

/// Names that only a placeholder gives a host.
const LABELS: [&str; 9] = [
    "subdomain",
    "hostname",
    "servername",
    "companyname",
    "tenantname",
    "instancename",
    "accountname",
    "domainname",
    "customername",
];

/// The first segment of a host, path or value that is words for a value: `yourhost`,
/// `YOUR-TENANT`, `mycompany`, `REPLACE_ME`, `xxxx`.
pub fn worded(text: &str) -> Option<Placeholder<'_>> {
    let mut start = 0;
    for segment in text.split(['/', '.', ':', '?', '&', '=', '@']) {
        let end = start + segment.len();
        if is_worded(segment) || is_below_domain(&text[end..]) && is_label(segment) {
            return Some(Placeholder {
                range: start..end,
                name: segment,
                syntax: Syntax::Words,
            });
        }
        start = end + 1;
    }
    None
}

/// True when what follows is the rest of a host with a domain of its own: whoever registered
/// `yourparcels.net` has it, whoever writes `yourparcels.example-post.net` has not.
fn is_below_domain(rest: &str) -> bool {
    let host = rest.split(['/', ':', '?']).next().unwrap_or_default();
    let domain = host.strip_prefix('.').unwrap_or_default();
    let labels = domain.split('.');
    labels.clone().count() >= 2 && labels.clone().all(|label| !label.is_empty())
}

fn is_label(segment: &str) -> bool {
    let folded = segment.to_ascii_lowercase();
    LABELS.contains(&folded.as_str()) || folded.len() > 4 && folded.starts_with("your")
}

fn is_worded(segment: &str) -> bool {
    let folded: String = segment
        .chars()
        .filter(|c| !matches!(c, '-' | '_' | ' '))
        .map(|c| c.to_ascii_lowercase())
        .collect();
    if CAPITALS.contains(&folded.as_str()) {
        return is_upper(segment);
    }
    if WORDS.contains(&folded.as_str()) {
        return true;
    }
    let crossed = folded.len() >= 4 && folded.bytes().all(|byte| byte == b'x');
    crossed || is_possessive(segment, &folded)
}

/// `your` before a noun or a new word, `my` before a noun.
fn is_possessive(segment: &str, folded: &str) -> bool {
    if let Some(rest) = folded.strip_prefix("your") {
        let next = segment.chars().nth(4);
        let new_word = next.is_some_and(|c| matches!(c, '-' | '_'))
            || segment.starts_with("Your") && next.is_some_and(char::is_uppercase)
            || segment.starts_with("your") && next.is_some_and(char::is_uppercase);
        return new_word || NOUNS.iter().any(|noun| rest.starts_with(noun));
    }
    let rest = folded.strip_prefix("my");
    rest.is_some_and(|rest| MINE.contains(&rest))
}

#[cfg(test)]
mod tests {
    use super::worded;

    #[test]
    fn words_for_a_value() {
        for text in [
            "yourInstance.parcels.net",
            "yourhost.yourdomain.com",
            "YourParcelAccount.id.net",
            "https://login.example-id.net/YOUR_TENANT_ID/oauth2",
            "ToBeReplaced",
            "mycompany.net",
            "xxxx.parcels.net",
            "yourparcels.example-post.net",
            "https://subdomain.example-post.net/v1",
            "https://h/REPLACE-ME",
            "TBD",
        ] {
            assert!(worded(text).is_some(), "{text}");
        }
        for text in [
            "www.mydatascope.net",
            "api.craftmypdf.net",
            "yourmembership.net",
            "youremail.net",
            "tbd.parcels.net",
            "xx.net",
            "myapp.net",
            "/MyEbms/x",
        ] {
            assert!(worded(text).is_none(), "{text}");
        }
    }
}
