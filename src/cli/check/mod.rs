//! `oneauth check`

mod examine;
mod facts;
mod outputs;

use rayon::prelude::*;

use super::args::{CheckArgs, Global};
use super::input::{self, Item};
use super::terminal::Terminal;
use crate::error::{Error, Result};
use crate::finding::FailLevel;
use crate::outcome::Outcome;
use crate::report::{FileReport, Format, RenderOptions, Report};
use examine::Examination;

pub(super) fn run(args: &CheckArgs, global: &Global, terminal: &Terminal) -> Result<Outcome> {
    let formats: Vec<&'static str> = Format::ALL.iter().map(|format| format.name()).collect();
    let format: Format = global.format_of(&formats)?.parse().map_err(Error::usage)?;
    let outputs = outputs::parse(&args.output)?;
    let examination = Examination::new(args, global, terminal.options())?;
    let items: Vec<Item> = input::files(&args.paths, args.files_from.as_deref())?
        .into_iter()
        .map(Item::of)
        .collect();
    let report = Report {
        files: examine_all(&items, &examination, global)?,
        rules: facts::of(examination.profile()),
        fail_level: fail_level(args)?,
        base: std::env::current_dir().ok(),
    };
    outputs::write(&outputs, &report)?;
    terminal.out(|out, options| crate::report::emit(format, &report, options, out))?;
    Ok(report.outcome())
}

fn fail_level(args: &CheckArgs) -> Result<FailLevel> {
    match &args.fail_on {
        Some(text) => text.parse().map_err(Error::usage),
        None => Ok(FailLevel::default()),
    }
}

/// All files, many at once, reports in the order of the files.
fn examine_all(
    items: &[Item],
    examination: &Examination<'_>,
    global: &Global,
) -> Result<Vec<FileReport>> {
    if let [one] = items {
        return Ok(vec![examination.file(one)]);
    }
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(global.jobs.unwrap_or(0))
        .build()
        .map_err(|e| Error::usage(format!("cannot start {:?} threads: {e}", global.jobs)))?;
    Ok(pool.install(|| {
        items
            .par_iter()
            .map(|item| examination.file(item))
            .collect()
    }))
}

/// The options of a report that is written to a file.
fn plain() -> RenderOptions {
    RenderOptions::default()
}
