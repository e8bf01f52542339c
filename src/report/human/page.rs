//! All of a report, card after card.

use std::io::{self, Write};

use rayon::prelude::*;

use super::card::Card;
use super::paint::Paint;
use crate::finding::Severity;
use crate::report::emit::RenderOptions;
use crate::report::model::{Failure, FileReport, Report, Reported};
use crate::report::wrap::wrap;

/// Write the findings that count, the files that could not be checked, and the counts.
pub(in crate::report) fn emit(
    report: &Report,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let shown = report.files.iter().flat_map(FileReport::active);
    let shown: Vec<&Reported> = shown.take(options.limit).collect();
    let mut cards = rendered(&shown, options)?.into_iter();
    let mut unseen = 0;
    for file in &report.files {
        for _ in file.active() {
            match cards.next() {
                Some(card) => out.write_all(&card)?,
                None => unseen += 1,
            }
        }
        unseen += file.counted.findings();
        if let Some(error) = report.untold(file) {
            failure(error, Some(file), options, out)?;
            writeln!(out)?;
        }
    }
    let paint = Paint::new(options.color);
    if unseen > 0 {
        let line = format!("{unseen} more findings are not shown; `--format concise` lists all");
        writeln!(out, "{}\n", paint.dim(&line))?;
    }
    if options.quiet {
        return Ok(());
    }
    totals(report, options, out)
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

fn totals(report: &Report, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    let summary = report.summary();
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
