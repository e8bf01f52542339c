//! The page about all targets, made from their data.

use std::fmt::Write as _;

use super::{AuthKind, Connectors, Constraints, FlowKind, Profile, SecurityLevel, Version};
use crate::document::Format;

/// The Markdown page about these targets.
pub fn page(profiles: &[&Profile]) -> String {
    let mut out = String::from(
        "# Targets\n\n\
         What each platform takes, and the evidence for it. This page is made from \
         `src/target/profiles/`; a test compares the two. Where a row says that no limit is known, \
         nothing is claimed and nothing is checked.\n",
    );
    for profile in profiles {
        section(&mut out, profile);
    }
    out
}

fn section(out: &mut String, profile: &Profile) {
    let Profile { id, title, .. } = profile;
    let _ = write!(out, "\n## {id}\n\n{title}: {}.\n\n", profile.summary);
    out.push_str("| | |\n|---|---|\n");
    if !profile.aliases.is_empty() {
        let aliases = words(profile.aliases.iter().copied());
        let _ = writeln!(out, "| also called | {aliases} |");
    }
    for (name, value) in rows(&profile.constraints) {
        let _ = writeln!(out, "| {name} | {value} |");
    }
    out.push_str("\nEvidence:\n\n");
    for evidence in profile.evidence {
        let _ = writeln!(
            out,
            "- {} (read {}): {}.",
            link(evidence.page),
            evidence.read_on,
            evidence.says
        );
    }
}

/// The constraints as rows of a table, names and values, in reading order.
fn rows(constraints: &Constraints) -> Vec<(&'static str, String)> {
    let mut rows = vec![
        ("versions", list(constraints.versions, Version::name)),
        ("formats", list(constraints.formats, Format::name)),
        ("security schemes", schemes(constraints)),
        ("kinds", list(constraints.kinds, AuthKind::name)),
        ("OAuth 2 flows", list(constraints.flows, flow)),
        ("where `security` is read", level(constraints.security)),
    ];
    rows.extend(refusals(constraints));
    for limit in constraints.limits {
        rows.push((limit.what.name(), range(limit.min, limit.max)));
    }
    rows
}

fn refusals(constraints: &Constraints) -> Vec<(&'static str, String)> {
    let yes_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let required = constraints.required.iter().map(|what| what.name());
    let unsupported = constraints.unsupported.iter().copied();
    let mut rows = vec![
        ("schemes needed together", yes_no(constraints.combines)),
        ("alternatives", yes_no(constraints.alternates)),
    ];
    if constraints.https_only {
        rows.push(("servers", "https only".into()));
    }
    if !constraints.required.is_empty() {
        rows.push(("demands", words(required)));
    }
    if !constraints.unsupported.is_empty() {
        rows.push(("does not take", words(unsupported)));
    }
    if constraints.connectors != Connectors::None {
        rows.push(("custom connectors", constraints.connectors.name().into()));
    }
    rows
}

fn schemes(constraints: &Constraints) -> String {
    let most = match constraints.max_schemes {
        None => "no limit known".to_owned(),
        Some(0) => "none".to_owned(),
        Some(most) => format!("at most {most}"),
    };
    if constraints.takes_first {
        format!("{most}; of several it silently takes the first")
    } else {
        most
    }
}

fn level(level: SecurityLevel) -> String {
    level.name().to_owned()
}

fn range(min: u64, max: u64) -> String {
    if min == 0 {
        format!("at most {}", grouped(max))
    } else {
        format!("{} to {}", grouped(min), grouped(max))
    }
}

/// A number with commas between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn list<T: Copy>(values: Option<&[T]>, name: impl Fn(T) -> &'static str) -> String {
    match values {
        None => "no limit known".to_owned(),
        Some([]) => "none".to_owned(),
        Some(values) => words(values.iter().map(|value| name(*value))),
    }
}

fn words<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<_> = words.collect();
    words.join(", ")
}

fn link(page: &str) -> String {
    if page.starts_with("https://") {
        format!("<{page}>")
    } else {
        format!("`{page}`")
    }
}

const fn flow(flow: FlowKind) -> &'static str {
    flow.name(Version::OpenApi30)
}
