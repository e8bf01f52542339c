//! One file: read, view, run the rules, set aside what is suppressed, report.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use super::fixing::{Mended, mend, refusal};
use super::plan::Entry;
use super::unreadable;
use crate::cli::args::CheckArgs;
use crate::cli::one_file;
use crate::config::{Origin, Settings};
use crate::document::{Document, ReadOptions};
use crate::edit;
use crate::error::{Error, Misfit, Result};
use crate::finding::baseline::Baseline;
use crate::finding::suppress::{self, Ignore};
use crate::finding::{File, Finding, Fix};
use crate::report::{Detail, Failure, FileReport, RENDERED, RenderOptions};
use crate::rule::{Input, Judgement};
use crate::rules::connector;
use crate::spec::Spec;
use crate::text::{SourceFile, Span};

/// What every file is examined with.
pub(super) struct Examination<'a> {
    pub(super) args: &'a CheckArgs,
    pub(super) options: RenderOptions,
    /// The baseline to set aside.
    pub(super) known: Option<Baseline>,
    /// The baseline to write.
    pub(super) written: Option<Mutex<Baseline>>,
    /// The format shows the text edits of fixes.
    pub(super) wants_edits: bool,
    /// The format shows excerpts.
    pub(super) excerpts: bool,
    /// The findings of files yet to be examined are counted and no more; `None` where each is told.
    pub(super) full: Option<AtomicBool>,
}

/// One file, examined.
pub(super) struct Examined {
    pub(super) report: FileReport,
    /// Why the file beside it could not be read.
    pub(super) beside: Option<Box<FileReport>>,
    /// Which `ignore` entries of its configuration suppressed something.
    pub(super) used_ignores: Vec<usize>,
    /// What was mended.
    pub(super) mended: Option<Box<Mended>>,
}

/// A document with what lies beside it.
pub(super) struct Subject {
    pub(super) document: Document,
    pub(super) companion: Option<Document>,
    /// Why the file beside it could not be read.
    pub(super) trouble: Option<Error>,
}

impl Examined {
    /// A file of which there is nothing more to say.
    fn of(report: FileReport) -> Self {
        Self {
            report,
            beside: None,
            used_ignores: Vec::new(),
            mended: None,
        }
    }
}

impl Examination<'_> {
    /// Examine one file; what stops the work on it stops nothing else.
    pub(super) fn file(&self, entry: &Entry) -> Examined {
        self.examine(entry).unwrap_or_else(|error| {
            let name = named(&entry.item.path);
            Examined::of(FileReport::failed(&name, &error, self.options.width))
        })
    }

    fn examine(&self, entry: &Entry) -> Result<Examined> {
        let mut subject = match self.read(entry) {
            Ok(subject) => subject,
            Err(error) => return Ok(self.unreadable(entry, error)),
        };
        let mended = mend(self.args, entry, &mut subject)?;
        let (settings, mut findings) = findings(entry, &subject)?;
        if let Some(Error::Place(misfit)) = &subject.trouble {
            findings.extend(connector::unreadable(misfit, &settings.rule_settings()));
        }
        let used_ignores = suppressed(&subject.document, entry, settings, &mut findings);
        let name = subject.document.source().name().to_owned();
        if let Some(written) = &self.written {
            written
                .lock()
                .expect("no examination panicked")
                .add(&name, &findings);
        }
        if let Some(known) = &self.known {
            known.apply(&name, &mut findings);
        }
        let refusal = refusal(self.args, entry, &findings);
        let mut report = self.report(&name, &subject, findings);
        report.failure = refusal.map(|error| Failure::of(&error, self.options.width));
        Ok(Examined {
            beside: self.beside(entry, &subject).map(Box::new),
            used_ignores,
            mended: (!mended.is_empty()).then(|| Box::new(mended)),
            ..Examined::of(report)
        })
    }

    /// A file that cannot be read: the failure, and what a rule says about it.
    fn unreadable(&self, entry: &Entry, error: Error) -> Examined {
        let name = named(&entry.item.path);
        let mut report = FileReport::failed(&name, &error, self.options.width);
        let misfit = unreadable::misfit(&entry.item.path, error);
        let settings = entry.settings.rule_settings();
        if let Some(finding) = misfit.and_then(|it| connector::unreadable(&it, &settings)) {
            let failure = report.failure.take();
            let detail = Detail {
                excerpts: if self.excerpts { RENDERED } else { 0 },
                width: self.options.width,
                lower: None,
            };
            report = FileReport::new(&name, vec![finding], &[], &detail);
            report.failure = failure;
        }
        Examined::of(report)
    }

    fn read(&self, entry: &Entry) -> Result<Subject> {
        let document = one_file::read_file(&entry.item.path, self.args.strict)?;
        let beside = entry.item.companion.as_deref().map(companion);
        let (companion, trouble) = match beside {
            Some(Ok(companion)) => (Some(companion), None),
            Some(Err(error)) => (None, Some(error)),
            None => (None, None),
        };
        Ok(Subject {
            document,
            companion,
            trouble,
        })
    }

    fn report(&self, name: &str, subject: &Subject, findings: Vec<Finding>) -> FileReport {
        // what a file beside it fails for is said by a finding or by itself, and never twice
        let full = self.full.as_ref();
        if full.is_some_and(|full| full.load(Ordering::Relaxed)) && subject.trouble.is_none() {
            return FileReport::counting(name, &findings);
        }
        let lower = |fix: &Fix| lowered(subject, fix);
        let detail = Detail {
            excerpts: if self.excerpts { RENDERED } else { 0 },
            width: self.options.width,
            lower: if self.wants_edits { Some(&lower) } else { None },
        };
        FileReport::new(name, findings, &[], &detail)
    }

    fn beside(&self, entry: &Entry, subject: &Subject) -> Option<FileReport> {
        let (path, trouble) = (entry.item.companion.as_ref()?, subject.trouble.as_ref()?);
        Some(FileReport::failed(
            &path.display().to_string(),
            trouble,
            self.options.width,
        ))
    }
}

/// How a path is named in output.
fn named(path: &Path) -> String {
    if path == Path::new("-") {
        return "<stdin>".to_owned();
    }
    path.display().to_string()
}

fn companion(path: &Path) -> Result<Document> {
    let source = Arc::new(SourceFile::read(path)?);
    let document = Document::parse(source, ReadOptions::default())?;
    if document.root().is_object() {
        return Ok(document);
    }
    Err(Error::Place(Box::new(Misfit {
        source: Arc::clone(document.source()),
        span: Span::empty(0),
        message: "the properties of a connector are an object".into(),
        label: format!("this is {}", document.root().kind().name()),
        help: None,
    })))
}

/// Run the rules; give back the settings that held.
pub(super) fn findings<'e>(
    entry: &'e Entry,
    subject: &Subject,
) -> Result<(&'e Settings, Vec<Finding>)> {
    let spec = Spec::new(&subject.document)?;
    let companion = subject.companion.as_ref();
    let judgement = Judgement::of(entry.settings.target.value, &spec, companion);
    let chosen = !matches!(entry.settings.profile.origin, Origin::Target);
    let usual = judgement.profile == entry.settings.profile.value;
    let settings = if chosen || usual {
        &entry.settings
    } else {
        &entry.as_connector
    };
    let target = if chosen {
        entry.settings.target.value
    } else {
        judgement.target
    };
    let input = Input {
        spec: &spec,
        target,
        companion,
        secrets: None,
    };
    Ok((settings, settings.rule_set().run(input)))
}

/// Mark what is suppressed; give back the entries of the configuration that did so.
pub(super) fn suppressed(
    document: &Document,
    entry: &Entry,
    settings: &Settings,
    findings: &mut Vec<Finding>,
) -> Vec<usize> {
    let config = entry.config.as_deref();
    let all = config
        .map(|config| config.ignores.as_slice())
        .unwrap_or_default();
    let ignores: Vec<&Ignore> = settings.ignores.iter().map(|at| &all[*at].ignore).collect();
    let used = suppress::apply(document, &ignores, settings, findings);
    let pairs = settings.ignores.iter().zip(used);
    pairs.filter(|(_, used)| *used).map(|(at, _)| *at).collect()
}

fn lowered(subject: &Subject, fix: &Fix) -> Option<Vec<(Arc<SourceFile>, Span, String)>> {
    let document = match fix.file {
        File::Document => &subject.document,
        File::Properties => subject.companion.as_ref()?,
    };
    let edits = edit::lower(document, &fix.changes).ok()?;
    let source = document.source();
    let triple = |edit: edit::TextEdit| (Arc::clone(source), edit.span, edit.text);
    Some(edits.into_iter().map(triple).collect())
}
