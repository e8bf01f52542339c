//! One finding or failure as it stands on a terminal.

use std::fmt;
use std::io::{self, Write};

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};

use super::notes::{self, Note};
use crate::finding::{Safety, Severity};
use crate::report::emit::RenderOptions;
use crate::report::model::{Failure, FileReport, Location, Reported};
use crate::report::{Excerpt, shown};

/// A head, a sentence, an excerpt, notes. Holds only text that is safe to show.
pub(super) struct Card<'r> {
    head: String,
    severity: Severity,
    message: String,
    excerpt: Option<&'r Excerpt>,
    notes: Vec<Note>,
}

impl<'r> Card<'r> {
    /// The card of a finding.
    pub(super) fn of(finding: &'r Reported) -> Self {
        let mut card = Self {
            head: format!("{}: {}", finding.severity, finding.rule),
            severity: finding.severity,
            message: shown(&finding.message).into_owned(),
            excerpt: finding.excerpt.as_ref(),
            notes: Vec::new(),
        };
        if card.excerpt.is_none() {
            card.note("at", Some(&place(&finding.place)));
        }
        for other in &finding.related {
            let is_shown = card.excerpt.is_some() && other.file == finding.place.file;
            if !is_shown {
                let text = format!("{}: {}", place(other), other.text);
                card.note("see", Some(text.trim_end_matches([':', ' '])));
            }
        }
        if let Some(more) = card
            .excerpt
            .map(|excerpt| excerpt.more)
            .filter(|more| *more > 0)
        {
            card.note("see", Some(&format!("{more} more places")));
        }
        card.note("note", finding.note.as_deref());
        card.note("help", finding.help.as_deref());
        if let Some(fix) = &finding.fix {
            let how = match fix.safety {
                Safety::Safe => "`--fix`",
                Safety::Unsafe => "`--unsafe-fixes`",
                Safety::Manual => "by hand",
            };
            card.note("fix", Some(&format!("{} ({how})", fix.title)));
        }
        card
    }

    /// The card of an error, in a file or in none.
    pub(super) fn of_failure(failure: &'r Failure, file: Option<&FileReport>) -> Self {
        let head = match (file, &failure.place) {
            (Some(file), _) => format!("error: {}", shown(&file.name)),
            (None, _) => "error".to_owned(),
        };
        let mut card = Self {
            head,
            severity: Severity::Error,
            message: shown(&failure.message).into_owned(),
            excerpt: failure.excerpt.as_ref(),
            notes: Vec::new(),
        };
        card.note("help", failure.help.as_deref());
        card
    }

    fn note(&mut self, word: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            let text = shown(text).into_owned();
            self.notes.push(Note { word, text });
        }
    }

    /// Write it.
    pub(super) fn render(&self, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
        let mut text = String::new();
        handler(options)
            .render_report(&mut text, self)
            .map_err(io::Error::other)?;
        for line in text.lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
        out.write_all(notes::render(&self.notes, options).as_bytes())
    }
}

/// A renderer that looks at nothing around it: neither terminal nor environment.
fn handler(options: &RenderOptions) -> GraphicalReportHandler {
    let theme = match (options.unicode, options.color) {
        (true, true) => GraphicalTheme::unicode(),
        (true, false) => GraphicalTheme::unicode_nocolor(),
        (false, color) => GraphicalTheme {
            styles: styles(color),
            ..GraphicalTheme::ascii()
        },
    };
    GraphicalReportHandler::new_themed(theme)
        .with_width(options.width.max(20))
        .with_links(false)
        .with_context_lines(1)
        .with_break_words(true)
        .without_syntax_highlighting()
}

fn styles(color: bool) -> miette::ThemeStyles {
    if color {
        miette::ThemeStyles::ansi()
    } else {
        miette::ThemeStyles::none()
    }
}

fn place(location: &Location) -> String {
    let start = location.start;
    format!("{}:{}:{}", location.file, start.line, start.column)
}

impl fmt::Display for Card<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Card<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.head)
    }
}

impl std::error::Error for Card<'_> {}

impl Diagnostic for Card<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.head))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Info | Severity::Hint => miette::Severity::Advice,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let excerpt = self.excerpt?;
        Some(Box::new(excerpt.labelled()))
    }
}
