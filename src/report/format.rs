//! The formats a report can be written in.

use std::fmt;
use std::str::FromStr;

use crate::text::suggest;

/// A format of a report.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Format {
    /// For a person at a terminal: excerpts with carets.
    #[default]
    Human,
    /// One line a finding: `path:line:col: level rule message`.
    Concise,
    /// One JSON object; `docs/report.schema.json` describes it.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// SARIF 2.1.0 (OASIS, 2020).
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// GitLab's Code Quality report.
    Gitlab,
    /// JUnit XML.
    Junit,
    /// Checkstyle XML.
    Checkstyle,
    /// Markdown for a job summary.
    Markdown,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 10] = [
        Self::Human,
        Self::Concise,
        Self::Json,
        Self::Jsonl,
        Self::Sarif,
        Self::Github,
        Self::Gitlab,
        Self::Junit,
        Self::Checkstyle,
        Self::Markdown,
    ];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Concise => "concise",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
            Self::Checkstyle => "checkstyle",
            Self::Markdown => "markdown",
        }
    }

    /// What it is, in a few words, for the help text.
    pub const fn summary(self) -> &'static str {
        match self {
            Self::Human => "excerpts with carets, for a terminal",
            Self::Concise => "one line a finding",
            Self::Json => "one JSON object",
            Self::Jsonl => "one JSON object a line",
            Self::Sarif => "SARIF 2.1.0, for code scanning",
            Self::Github => "annotations of GitHub Actions",
            Self::Gitlab => "GitLab Code Quality",
            Self::Junit => "JUnit XML",
            Self::Checkstyle => "Checkstyle XML",
            Self::Markdown => "Markdown for a job summary",
        }
    }

    /// True for the formats read by a person, which show excerpts.
    pub const fn shows_excerpts(self) -> bool {
        matches!(self, Self::Human)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|format| format.name() == text);
        found.ok_or_else(|| {
            let help = suggest::help(text, Self::ALL.map(Self::name));
            format!("`{text}` is not a format; {}", help.unwrap_or_default())
        })
    }
}
