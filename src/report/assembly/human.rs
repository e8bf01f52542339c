//! A built connector for a person.

use std::io::{self, Write};

use super::{Assembled, FileChange};
use crate::report::diff_text::paint;
use crate::report::long_lines::readable;
use crate::report::{Format, RenderOptions, comparison, emit, rewriting};
use crate::text::visible;

const BOLD: &str = "1";
/// How many entries a list shows.
const LISTED: usize = 20;

/// Write what was made, decided, what that does, what was carried over, found, and what is left to do.
pub fn human(
    assembled: &Assembled<'_>,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    heading("Files", options, out)?;
    for change in assembled.changes {
        let name = visible::one_line(&change.name);
        writeln!(out, "  {:<9} {name}", word(change, assembled.only_shown))?;
    }
    decision(assembled, options, out)?;
    effects(assembled, options, out)?;
    losses(assembled, options, out)?;
    carried(assembled, options, out)?;
    list("Mended safely", &assembled.build.fixes, options, out)?;
    findings(assembled, options, out)?;
    let left = assembled.build.left.iter();
    let left: Vec<String> = left
        .map(|one| format!("{} ({})", one.what, one.place))
        .collect();
    list("Left to you", &left, options, out)?;
    if assembled.only_shown {
        writeln!(out)?;
        for change in assembled.changes {
            readable(&change.diff, options, out)?;
        }
        return Ok(());
    }
    next(assembled, options, out)
}

const fn word(change: &FileChange, only_shown: bool) -> &'static str {
    match (change.is_new, change.diff.is_empty(), only_shown) {
        (_, true, _) => "unchanged",
        (true, false, false) => "written",
        (true, false, true) => "new",
        (false, false, false) => "updated",
        (false, false, true) => "changes",
    }
}

fn heading(title: &str, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", paint(title, BOLD, options))
}

fn decision(
    assembled: &Assembled<'_>,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = &assembled.build.plan;
    writeln!(out)?;
    heading("Decided", options, out)?;
    let what = visible::one_line(&plan.choice.what);
    match &plan.choice.scheme {
        Some(name) => {
            let name = visible::one_line(name);
            writeln!(
                out,
                "  use `{name}`, {what}, because {}",
                plan.choice.because
            )?;
        }
        None => writeln!(
            out,
            "  use no authentication, because {}",
            plan.choice.because
        )?,
    }
    for step in &plan.steps {
        writeln!(out, "  {}", visible::one_line(&step.title))?;
    }
    for warning in &plan.warnings {
        rewriting::warning(warning, "  ", options, out)?;
    }
    Ok(())
}

fn effects(
    assembled: &Assembled<'_>,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out)?;
    comparison::effect("Effect on the export", assembled.on_export, options, out)?;
    let Some(effect) = assembled.on_folder else {
        return Ok(());
    };
    writeln!(out)?;
    comparison::effect("Effect on the folder", effect, options, out)
}

fn losses(
    assembled: &Assembled<'_>,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lines: Vec<String> = assembled
        .build
        .losses
        .iter()
        .map(|loss| format!("{} ({}): {}", loss.what, loss.pointer, loss.instead))
        .collect();
    list("Not carried over from OpenAPI 3", &lines, options, out)
}

fn carried(
    assembled: &Assembled<'_>,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let refresh = &assembled.build.refresh;
    if !refresh.carried.is_empty() {
        writeln!(out)?;
        heading("Carried over from the folder", options, out)?;
        writeln!(out, "  {} members that people added", refresh.carried.len())?;
    }
    let orphans = refresh.orphaned.iter();
    let orphans: Vec<String> = orphans
        .map(|one| format!("{}: {}", one.from, one.why.name()))
        .collect();
    list("Without a place in the new export", &orphans, options, out)?;
    let conflicts = refresh.conflicts.iter().map(|one| {
        let stays = if one.old_stays {
            "the folder's"
        } else {
            "the export's"
        };
        format!("{}: {stays} stays", one.to)
    });
    list(
        "Both say something",
        &conflicts.collect::<Vec<_>>(),
        options,
        out,
    )
}

fn list(
    title: &str,
    lines: &[String],
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    heading(title, options, out)?;
    for line in lines.iter().take(LISTED) {
        writeln!(out, "  {}", visible::one_line(line))?;
    }
    if lines.len() > LISTED {
        writeln!(out, "  … and {} more", lines.len() - LISTED)?;
    }
    Ok(())
}

fn findings(
    assembled: &Assembled<'_>,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out)?;
    heading("Checked", options, out)?;
    emit(Format::Concise, assembled.checked, options, out)?;
    if assembled
        .checked
        .files
        .iter()
        .all(|file| file.active().next().is_none())
    {
        writeln!(out, "  no findings")?;
    }
    Ok(())
}

fn next(assembled: &Assembled<'_>, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    heading("Next", options, out)?;
    for command in &assembled.build.next {
        writeln!(out, "  {}", visible::one_line(command))?;
    }
    Ok(())
}
