//! What a report says about the rules of a run.

use super::catalogue::page_name;
use crate::finding::Severity;
use crate::rule::{Level, RuleMeta};

/// Where the page of each rule is.
const PAGES: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/rules/");

/// The page of a rule.
pub(super) fn page_url(id: &str) -> String {
    format!("{PAGES}{}", page_name(id))
}

/// A rule as a report describes it.
#[derive(Clone, Debug)]
pub struct RuleFacts {
    /// The rule's id.
    pub id: &'static str,
    /// One line without Markdown's marks except backticks.
    pub summary: &'static str,
    /// The family it belongs to.
    pub family: &'static str,
    /// The severity it has in this run; `None` when it is off.
    pub severity: Option<Severity>,
    /// Its documentation, as Markdown.
    pub markdown: &'static str,
    /// The page that documents it.
    pub url: Option<String>,
    /// Ids it had before.
    pub formerly: &'static [&'static str],
    /// Words to find it by.
    pub tags: Vec<String>,
}

impl RuleFacts {
    /// What a report says of a rule that has this level in the run.
    pub fn of(rule: &'static RuleMeta, level: Level) -> Self {
        let cwe = rule.references.iter().map(|reference| reference.title);
        let cwe = cwe.filter(|title| title.starts_with("CWE-"));
        let words = cwe.filter_map(|title| title.split([' ', ':', ',']).next());
        let tags = std::iter::once("security").chain(words);
        Self {
            id: rule.id,
            summary: rule.summary(),
            family: rule.family.name(),
            severity: match level {
                Level::Off => None,
                Level::On(severity) => Some(severity),
            },
            markdown: rule.docs,
            url: Some(page_url(rule.id)),
            formerly: rule.formerly,
            tags: tags.map(str::to_owned).collect(),
        }
    }
}
