//! The command: plan, examine, report.

use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

use super::examine::Examination;
use super::in_order::in_order;
use super::outputs::{self, Sheets};
use super::plan::Plan;
use super::telling::{Telling, Told};
use super::{facts, settings};
use crate::cli::args::{CheckArgs, Global};
use crate::cli::terminal::Terminal;
use crate::error::{Error, Result};
use crate::finding::FailLevel;
use crate::finding::baseline::Baseline;
use crate::outcome::Outcome;
use crate::report::{Format, Run};
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
    let run = Run {
        rules: facts::of(plan.profile()),
        fail_level: plan.fail_level(),
        base: std::env::current_dir().ok(),
    };
    let mends = args.diff || args.fix || args.unsafe_fixes;
    let sheets = Sheets::new((format, &outputs), &run, terminal, mends);
    let telling = Telling::new(&examination, terminal, &run, sheets);
    let threads = Threads::new(&plan, global)?;
    let told = threads.run(|| examine_all(&plan, &examination, telling))?;
    let outcome = told.tally.outcome;
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
    if told.unmended && outcome == Outcome::Clean && plan.fail_level() != FailLevel::Never {
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
        full: shows_some.then(AtomicBool::default),
    })
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

/// All files, many at once, told in the order of the plan.
fn examine_all(
    plan: &Plan,
    examination: &Examination<'_>,
    mut telling: Telling<'_>,
) -> Result<Told> {
    if let [one] = plan.entries.as_slice() {
        telling.take(examination.file(one));
    } else {
        in_order(
            plan.entries.len(),
            |at| examination.file(&plan.entries[at]),
            |examined| 1 + examined.report.findings.len(),
            |examined| telling.take(examined),
        );
    }
    telling.end(plan)
}
