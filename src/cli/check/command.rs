//! The command: plan, examine, report.

use std::io::{self, Write};
use std::sync::Mutex;

use rayon::prelude::*;

use super::examine::{Examination, Examined};
use super::fixing::Mended;
use super::plan::Plan;
use super::shown::Shown;
use super::{facts, outputs, settings};
use crate::cli::args::{CheckArgs, Global};
use crate::cli::terminal::Terminal;
use crate::error::{Error, Result};
use crate::finding::FailLevel;
use crate::finding::baseline::Baseline;
use crate::outcome::Outcome;
use crate::report::{FileReport, Format, RenderOptions, Report, diff_text};
use crate::text::write;

pub(in crate::cli) fn run(
    args: &CheckArgs,
    global: &Global,
    terminal: &Terminal,
) -> Result<Outcome> {
    let formats: Vec<&'static str> = Format::ALL.iter().map(|format| format.name()).collect();
    let format: Format = global.format_of(&formats)?.parse().map_err(Error::usage)?;
    let outputs = outputs::parse(&args.output)?;
    let plan = Plan::new(args, global)?;
    if args.print_settings {
        return settings::print(&plan, terminal);
    }
    let examination = examination(args, (format, &outputs), terminal)?;
    let threads = Threads::new(&plan, global)?;
    let examined = threads.run(|| examine_all(&plan, &examination));
    remarks(&examined, args, format, terminal)?;
    let unmended = args.diff && mended(&examined).any(|one| !one.diff.is_empty());
    let report = report(&plan, examined, terminal);
    outputs::write(&outputs, &report)?;
    threads
        .run(|| terminal.out(|out, options| crate::report::emit(format, &report, options, out)))?;
    let outcome = report.outcome();
    if let (Some(path), Some(written)) = (&args.write_baseline, examination.written) {
        let baseline = written.into_inner().expect("no examination panicked");
        write::write_report(path, &baseline.to_json())?;
        let count = baseline.len();
        terminal.remark(|out, _| {
            writeln!(
                out,
                "The baseline {} knows {count} findings.",
                path.display()
            )
        })?;
        // what the baseline knows fails nothing any more
        return Ok(match outcome {
            Outcome::Findings => Outcome::Clean,
            other => other,
        });
    }
    // what a diff shows is still to be done
    if unmended && outcome == Outcome::Clean && plan.fail_level() != FailLevel::Never {
        return Ok(Outcome::Findings);
    }
    Ok(outcome)
}

fn examination<'a>(
    args: &'a CheckArgs,
    (format, outputs): (Format, &outputs::Outputs),
    terminal: &Terminal,
) -> Result<Examination<'a>> {
    let written = args.write_baseline.as_deref().map(Baseline::new);
    let wants_edits =
        format == Format::Sarif || outputs.iter().any(|(one, _)| *one == Format::Sarif);
    let options = terminal.options();
    // formats for programs, and files, tell of every finding
    let shows_some = format == Format::Human && outputs.is_empty();
    Ok(Examination {
        args,
        options,
        known: args.baseline.as_deref().map(Baseline::read).transpose()?,
        written: written.map(Mutex::new),
        wants_edits,
        excerpts: format.shows_excerpts(),
        shown: shows_some.then(|| Shown::new(options.limit)),
    })
}

fn mended(examined: &[Examined]) -> impl Iterator<Item = &Mended> {
    examined.iter().filter_map(|one| one.mended.as_deref())
}

/// What was mended, or would be: on standard error, and the diffs on standard output unless a
/// format for programs goes there.
fn remarks(
    examined: &[Examined],
    args: &CheckArgs,
    format: Format,
    terminal: &Terminal,
) -> Result<()> {
    let read_by_people = matches!(format, Format::Human | Format::Concise);
    for one in mended(examined) {
        if args.diff {
            let diff = |out: &mut dyn Write, options: &RenderOptions| -> io::Result<()> {
                diff_text::colored(&one.diff, options, out)
            };
            if read_by_people {
                terminal.out(diff)?;
            } else {
                terminal.remark(diff)?;
            }
        }
        terminal.remark(|out, options| one.tell(args.diff, options, out))?;
    }
    Ok(())
}

fn report(plan: &Plan, examined: Vec<Examined>, terminal: &Terminal) -> Report {
    let mut files: Vec<FileReport> = Vec::new();
    let mut used = Vec::new();
    for one in examined {
        used.push(one.used_ignores);
        files.push(one.report);
        files.extend(one.beside.map(|it| *it));
    }
    files.extend(plan.unused_ignores(&used, terminal.options().width));
    Report {
        files,
        rules: facts::of(plan.profile()),
        fail_level: plan.fail_level(),
        base: std::env::current_dir().ok(),
    }
}

/// The threads of a run: as many as are asked for; for one file the program's own, unless the file
/// is so large that it is worth more.
struct Threads(Option<rayon::ThreadPool>);

impl Threads {
    fn new(plan: &Plan, global: &Global) -> Result<Self> {
        if plan.entries.len() == 1 && global.jobs.is_none() {
            return Ok(Self(None));
        }
        let pool = rayon::ThreadPoolBuilder::new().num_threads(global.jobs.unwrap_or(0));
        let pool = pool.build();
        pool.map(|pool| Self(Some(pool)))
            .map_err(|e| Error::usage(format!("cannot start threads: {e}")))
    }

    /// Work with them.
    fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.0 {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }
}

/// All files, many at once, in the order of the plan.
fn examine_all(plan: &Plan, examination: &Examination<'_>) -> Vec<Examined> {
    if let [one] = plan.entries.as_slice() {
        return vec![examination.file(0, one)];
    }
    plan.entries
        .par_iter()
        .enumerate()
        // one large file shall not keep its neighbours waiting
        .with_max_len(1)
        .map(|(at, entry)| examination.file(at, entry))
        .collect()
}
