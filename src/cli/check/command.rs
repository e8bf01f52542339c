//! The command: plan, examine, report.

use std::io::{self, Write};
use std::sync::Mutex;

use rayon::prelude::*;

use super::examine::{Examination, Examined};
use super::plan::Plan;
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
    let written = args.write_baseline.as_deref().map(Baseline::new);
    let wants_edits =
        format == Format::Sarif || outputs.iter().any(|(one, _)| *one == Format::Sarif);
    let examination = Examination {
        args,
        options: terminal.options(),
        known: args.baseline.as_deref().map(Baseline::read).transpose()?,
        written: written.map(Mutex::new),
        wants_edits,
        excerpts: format.shows_excerpts(),
    };
    let examined = examine_all(&plan, &examination, global)?;
    remarks(&examined, args, format, terminal)?;
    let unmended = args.diff && examined.iter().any(|one| !one.mended.diff.is_empty());
    let outcome = report(&plan, examined, (format, &outputs), terminal)?;
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

/// What was mended, or would be: on standard error, and the diffs on standard output unless a
/// format for programs goes there.
fn remarks(
    examined: &[Examined],
    args: &CheckArgs,
    format: Format,
    terminal: &Terminal,
) -> Result<()> {
    let read_by_people = matches!(format, Format::Human | Format::Concise);
    for one in examined.iter().filter(|one| !one.mended.is_empty()) {
        if args.diff {
            let diff = |out: &mut dyn Write, options: &RenderOptions| -> io::Result<()> {
                diff_text::colored(&one.mended.diff, options, out)
            };
            if read_by_people {
                terminal.out(diff)?;
            } else {
                terminal.remark(diff)?;
            }
        }
        terminal.remark(|out, options| one.mended.tell(args.diff, options, out))?;
    }
    Ok(())
}

fn report(
    plan: &Plan,
    examined: Vec<Examined>,
    (format, outputs): (Format, &outputs::Outputs),
    terminal: &Terminal,
) -> Result<Outcome> {
    let mut files: Vec<FileReport> = Vec::new();
    let mut used = Vec::new();
    for one in examined {
        used.push(one.used_ignores);
        files.push(one.report);
        files.extend(one.beside);
    }
    files.extend(plan.unused_ignores(&used, terminal.options().width));
    let report = Report {
        files,
        rules: facts::of(plan.profile()),
        fail_level: plan.fail_level(),
        base: std::env::current_dir().ok(),
    };
    outputs::write(outputs, &report)?;
    terminal.out(|out, options| crate::report::emit(format, &report, options, out))?;
    Ok(report.outcome())
}

/// All files, many at once, in the order of the plan.
fn examine_all(
    plan: &Plan,
    examination: &Examination<'_>,
    global: &Global,
) -> Result<Vec<Examined>> {
    if let [one] = plan.entries.as_slice() {
        return Ok(vec![examination.file(one)]);
    }
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(global.jobs.unwrap_or(0))
        .build()
        .map_err(|e| Error::usage(format!("cannot start threads: {e}")))?;
    let examine = || {
        plan.entries
            .par_iter()
            // one large file shall not keep its neighbours waiting
            .with_max_len(1)
            .map(|entry| examination.file(entry))
            .collect()
    };
    Ok(pool.install(examine))
}
