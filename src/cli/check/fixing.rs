//! `check --fix`: all fixes of a file in one splice, verified like a rewrite, until none is left.

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use super::examine::{Subject, findings, suppressed};
use super::plan::Entry;
use crate::cli::args::CheckArgs;
use crate::cli::effect::{Side, effect};
use crate::cli::masking::{finder, masked};
use crate::cli::one_file;
use crate::diff::{Effect, text_diff};
use crate::document::{Document, ReadOptions};
use crate::edit::{self, Change, Thoroughness};
use crate::error::{Error, Result};
use crate::finding::{File, Finding, Fix, Safety};
use crate::report::{RenderOptions, comparison};
use crate::text::write::{self, Content, Verified};
use crate::text::{SourceFile, visible};

/// Fixes that make room for others converge in this many rounds, or are reported as a bug.
const ROUNDS: usize = 3;

/// What was mended in a file.
#[derive(Default)]
pub(super) struct Mended {
    /// The file.
    name: String,
    /// What the fixes do, in order, each with its file.
    titles: Vec<(String, String)>,
    /// Fixes that could not be applied, and why, each with its file.
    skipped: Vec<(String, String)>,
    /// What that means for clients, connections and strangers.
    effect: Effect,
    /// The unified diff of everything.
    pub(super) diff: String,
}

impl Mended {
    pub(super) fn is_empty(&self) -> bool {
        self.titles.is_empty() && self.skipped.is_empty()
    }

    /// Say what was done, or would be.
    pub(super) fn tell(
        &self,
        only_shown: bool,
        options: &RenderOptions,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let done = if only_shown { "Would mend" } else { "Mended" };
        list(done, &self.titles, out)?;
        list("Could not mend", &self.skipped, out)?;
        if self.effect.is_empty() {
            return Ok(());
        }
        let title = format!("Effect on {}", visible::one_line(&self.name));
        comparison::effect(&title, &self.effect, options, out)
    }
}

/// What was done, or not, under the name of each file.
fn list(head: &str, lines: &[(String, String)], out: &mut dyn Write) -> io::Result<()> {
    let mut last = None;
    for (name, line) in lines {
        if last != Some(name) {
            writeln!(out, "{head} {}:", visible::one_line(name))?;
        }
        writeln!(out, "  - {}", visible::one_line(line))?;
        last = Some(name);
    }
    Ok(())
}

/// Add a line once: several findings may ask for the same.
fn note(lines: &mut Vec<(String, String)>, document: &Document, line: String) {
    let line = (name(document), line);
    if !lines.contains(&line) {
        lines.push(line);
    }
}

/// The verified texts of the last rounds that changed something, and what was there before.
#[derive(Default)]
struct Latest {
    document: Option<Verified>,
    companion: Option<Verified>,
    old: Option<Document>,
    old_companion: Option<Document>,
}

/// Why nothing was mended though something was to be: there is no file to change.
pub(super) fn refusal(args: &CheckArgs, entry: &Entry, found: &[Finding]) -> Option<Error> {
    let mut fixes = found
        .iter()
        .filter(|finding| finding.is_active())
        .filter_map(|finding| finding.fix.as_ref());
    let asked = (args.fix || args.unsafe_fixes) && nowhere_to_write(args, entry);
    (asked && fixes.any(|fix| fix.safety >= least(args))).then(|| {
        Error::usage_with_help(
            "standard input cannot be mended in place",
            "say `--diff` to see what would change",
        )
    })
}

fn nowhere_to_write(args: &CheckArgs, entry: &Entry) -> bool {
    entry.item.path == Path::new("-") && !args.diff
}

/// The least sure fixes to make.
const fn least(args: &CheckArgs) -> Safety {
    if args.unsafe_fixes {
        Safety::Unsafe
    } else {
        Safety::Safe
    }
}

/// Mend what the arguments allow. The subject is the mended one afterwards, on disk too unless
/// only a diff was asked for.
pub(super) fn mend(args: &CheckArgs, entry: &Entry, subject: &mut Subject) -> Result<Mended> {
    let mut mended = Mended::default();
    if !(args.fix || args.unsafe_fixes || args.diff) || nowhere_to_write(args, entry) {
        return Ok(mended);
    }
    let least = least(args);
    let mut latest = Latest::default();
    for _ in 0..ROUNDS {
        if !round(entry, subject, (least, &mut latest), &mut mended)? {
            break;
        }
    }
    if latest.old.is_some() || latest.old_companion.is_some() {
        let target = entry.settings.target.value;
        let new = (&subject.document, subject.companion.as_ref());
        let old = latest.before(subject);
        mended.effect = effect(old, new, target)?;
        mended.name = name(old.0);
        if args.diff {
            let finder = finder(&[old.0, new.0], old.1, target);
            mended.diff = masked(latest.diff(subject), finder.as_ref());
        }
    }
    if !args.diff {
        store(entry, &latest)?;
    }
    Ok(mended)
}

impl Latest {
    fn before<'d>(&'d self, subject: &'d Subject) -> Side<'d> {
        let old = self.old.as_ref().unwrap_or(&subject.document);
        let companion = self.old_companion.as_ref();
        (old, companion.or(subject.companion.as_ref()))
    }

    /// The unified diff of both files.
    fn diff(&self, subject: &Subject) -> String {
        let pairs = [
            (self.old.as_ref(), Some(&subject.document)),
            (self.old_companion.as_ref(), subject.companion.as_ref()),
        ];
        let pairs = pairs.into_iter().filter_map(|(old, new)| old.zip(new));
        pairs
            .map(|(old, new)| text_diff(old.source(), new.source(), 3).unified)
            .collect()
    }
}

fn name(document: &Document) -> String {
    document.source().name().to_owned()
}

/// One round over both files; false when nothing changed.
fn round(
    entry: &Entry,
    subject: &mut Subject,
    (least, latest): (Safety, &mut Latest),
    mended: &mut Mended,
) -> Result<bool> {
    let (settings, mut found) = findings(entry, subject)?;
    suppressed(&subject.document, entry, settings, &mut found);
    found.retain(Finding::is_active);
    let fixes = |file: File| -> Vec<&Fix> {
        let all = found.iter().filter_map(|finding| finding.fix.as_ref());
        all.filter(|fix| fix.file == file && fix.safety >= least)
            .collect()
    };
    let mut changed = false;
    if let Some(text) = apply(&subject.document, &fixes(File::Document), mended)? {
        let new = reread(&subject.document, &text)?;
        let old = std::mem::replace(&mut subject.document, new);
        latest.old.get_or_insert(old);
        latest.document = Some(text);
        changed = true;
    }
    if let Some(companion) = &mut subject.companion
        && let Some(text) = apply(companion, &fixes(File::Properties), mended)?
    {
        let new = reread(companion, &text)?;
        let old = std::mem::replace(companion, new);
        latest.old_companion.get_or_insert(old);
        latest.companion = Some(text);
        changed = true;
    }
    Ok(changed)
}

/// The text with all fixes that do not stand in each other's way; of two that do, the one of the
/// earlier finding.
fn apply(document: &Document, fixes: &[&Fix], mended: &mut Mended) -> Result<Option<Verified>> {
    let mut changes: Vec<Change> = Vec::new();
    for fix in fixes {
        add(&mut changes, fix);
    }
    if edit::lower(document, &changes).is_ok() {
        for fix in fixes {
            note(&mut mended.titles, document, fix.title.clone());
        }
    } else {
        changes = compatible(document, fixes, mended);
    }
    if changes.is_empty() {
        return Ok(None);
    }
    let verified = edit::verify(document, &changes, Thoroughness::Usual, |_| Ok(()));
    verified
        .map(Some)
        .map_err(|error| error.into_error(document))
}

/// Two findings may ask for the same change.
fn add(changes: &mut Vec<Change>, fix: &Fix) {
    for change in &fix.changes {
        if !changes.contains(change) {
            changes.push(change.clone());
        }
    }
}

fn compatible(document: &Document, fixes: &[&Fix], mended: &mut Mended) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for fix in fixes {
        let known = changes.len();
        add(&mut changes, fix);
        match edit::lower(document, &changes) {
            Ok(_) => note(&mut mended.titles, document, fix.title.clone()),
            Err(refusal) => {
                changes.truncate(known);
                let reason = format!("{}: {refusal}", fix.title);
                note(&mut mended.skipped, document, reason);
            }
        }
    }
    changes
}

fn reread(document: &Document, text: &Verified) -> Result<Document> {
    let source = SourceFile::new(document.source().name(), text.text());
    let options = ReadOptions {
        format: Some(document.format()),
        ..ReadOptions::default()
    };
    Document::parse(Arc::new(source), options)
}

/// Write what changed.
fn store(entry: &Entry, latest: &Latest) -> Result<()> {
    let mut files = Vec::new();
    let definition;
    if let Some(text) = &latest.document {
        definition = one_file::definition(&entry.item.path)?;
        files.push((definition.as_path(), Content::Document(text)));
    }
    if let (Some(text), Some(path)) = (&latest.companion, &entry.item.companion) {
        files.push((path, Content::Document(text)));
    }
    write::write_all(&files)
}
