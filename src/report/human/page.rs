//! All of a report, card after card.

use std::io::{self, Write};

use rayon::prelude::*;

use super::card::Card;
use super::paint::Paint;
use crate::finding::Severity;
use crate::report::emit::{RenderOptions, Sheet};
use crate::report::model::{Failure, FileReport, Reported};
use crate::report::summary::Tally;
use crate::report::wrap::wrap;

/// The findings that count, the files that could not be checked, and the counts.
pub(in crate::report) struct Human {
    options: RenderOptions,
    /// How many findings are still shown.
    room: usize,
    unseen: usize,
}

impl Human {
    pub(in crate::report) const fn new(options: RenderOptions) -> Self {
        Self {
            options,
            room: options.limit,
            unseen: 0,
        }
    }
}

impl Sheet for Human {
    fn files(&mut self, files: &[FileReport], out: &mut dyn Write) -> io::Result<()> {
        let shown = files.iter().flat_map(FileReport::active);
        let shown: Vec<&Reported> = shown.take(self.room).collect();
        self.room -= shown.len();
        let mut cards = rendered(&shown, &self.options)?.into_iter();
        for file in files {
            for _ in file.active() {
                match cards.next() {
                    Some(card) => out.write_all(&card)?,
                    None => self.unseen += 1,
                }
            }
            self.unseen += file.counted.findings();
            if let Some(error) = file.untold(files) {
                failure(error, Some(file), &self.options, out)?;
                writeln!(out)?;
            }
        }
        Ok(())
    }

    fn end(&mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        let (options, unseen) = (&self.options, self.unseen);
        let paint = Paint::new(options.color);
        if unseen > 0 {
            let line =
                format!("{unseen} more findings are not shown; `--format concise` lists all");
            writeln!(out, "{}\n", paint.dim(&line))?;
        }
        if options.quiet {
            return Ok(());
        }
        totals(tally, options, out)
    }
}

/// The cards of findings, each with an empty line after it; many at once for whoever works with
/// many threads.
fn rendered(findings: &[&Reported], options: &RenderOptions) -> io::Result<Vec<Vec<u8>>> {
    let card = |finding: &&Reported| {
        let mut card = Vec::new();
        Card::of(finding).render(options, &mut card)?;
        card.push(b'\n');
        Ok(card)
    };
    if rayon::current_thread_index().is_some() {
        return findings.par_iter().map(card).collect();
    }
    findings.iter().map(card).collect()
}

/// Write what stopped the work on a file, or on the run.
pub(in crate::report) fn failure(
    failure: &Failure,
    file: Option<&FileReport>,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    Card::of_failure(failure, file).render(options, out)
}

fn totals(tally: &Tally, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    let summary = &tally.summary;
    let worst = match (summary.errors + summary.unreadable, summary.warnings) {
        (1.., _) => Some(Severity::Error),
        (0, 1..) => Some(Severity::Warning),
        _ if summary.findings() > 0 => Some(Severity::Info),
        _ => None,
    };
    let paint = Paint::new(options.color);
    for line in wrap(&summary.sentence(), options.width.max(20)) {
        writeln!(out, "{}", paint.level(worst, &line))?;
    }
    for line in wrap(&summary.remarks().join(", "), options.width.max(20)) {
        writeln!(out, "{}", paint.dim(&line))?;
    }
    Ok(())
}
