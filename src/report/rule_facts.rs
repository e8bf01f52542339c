//! What a report says about the rules of a run.

use crate::finding::Severity;

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
