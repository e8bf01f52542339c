//! Secrets in a text that no reader could read: there are no members to judge, only bytes. What an
//! error shows of such a text is covered with them.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use regex::Regex;

use super::prefilter::{self, PatternSet};
use super::scan::matches;
use super::{Day, Site, is_constant_credential};
use crate::finding::SecretSpan;
use crate::text::{SourceFile, Span, boundary};

/// How far from the place of an error its excerpt may reach, in bytes.
const REACH: usize = 4096;

/// A name that says that its value is a credential, and the value: `"x-client-secret": "…"`,
/// `PASSWORD=…`. Marks that no value may start with, and that broke the text, stand before it.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    let name = "secret|passwd|password|pwd|token|api[-_]?key|subscription[-_]?key|authorization\
        |credential|private[-_]?key|x-key";
    let value = r#"["'*&!@%`|>]*(?:(?:bearer|basic|token)\s+)?([^\s"',;&}\]\\]{6,})"#;
    let form = format!(r#"(?i)(?:{name})[\w.$-]*["']?\s*[:=]\s*{value}"#);
    Regex::new(&form).expect("a test compiles it")
});

/// The secrets near a place of a text, as far as an excerpt of that place may show them. Rather too
/// many than too few.
pub fn scan_near(source: &Arc<SourceFile>, place: Span) -> Vec<SecretSpan> {
    let text = source.text();
    let from = boundary::before(text, (place.start as usize).saturating_sub(REACH));
    let to = boundary::after(text, place.end as usize + REACH);
    let near = &text[from..to];
    let mut patterns = PatternSet::of_user_parts();
    patterns.add(prefilter::patterns_of(near.as_bytes()).unwrap_or_default());
    let formed = matches(near, Site::Value, patterns, Day::today());
    let formed = formed.into_iter().map(|found| found.range);
    let secret = |range: Range<usize>| SecretSpan {
        source: Arc::clone(source),
        span: Span::new((from + range.start) as u32, (from + range.end) as u32),
    };
    formed.chain(named(near)).map(secret).collect()
}

fn named(text: &str) -> impl Iterator<Item = Range<usize>> {
    let values = NAMED.captures_iter(text).filter_map(|found| found.get(1));
    values
        .filter(|value| is_constant_credential(value.as_str()))
        .map(|value| value.range())
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_name_tells_that_its_value_is_a_credential() {
        let found = |text: &str| named(text).map(|at| text[at].to_owned()).next();
        for text in [
            r#""x-client-secret": "k8Fk20sLq9Zx"#,
            "CLIENT_SECRET=k8Fk20sLq9Zx\n",
            "password: *k8Fk20sLq9Zx",
            r#""apiKey" : k8Fk20sLq9Zx}"#,
            "Authorization: Bearer k8Fk20sLq9Zx",
        ] {
            assert_eq!(found(text).as_deref(), Some("k8Fk20sLq9Zx"), "{text}");
        }
        for text in [
            r#""tokenUrl": "https://login.example-id.net/t0k3n""#,
            r#""apiKeyHeader": {"type": "apiKey"}"#,
            "password: <your password>",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
