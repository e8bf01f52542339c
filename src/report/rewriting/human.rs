//! A rewrite for a person.

use std::io::{self, Write};

use super::Rewriting;
use crate::report::diff_text::paint;
use crate::report::long_lines::readable;
use crate::report::table::Table;
use crate::report::{RenderOptions, comparison};
use crate::rewrite::{Decision, Plan, Warning};
use crate::text::visible;

const BOLD: &str = "1";
const YELLOW: &str = "33";
/// How many operations a warning names.
const NAMED: usize = 12;

/// Write a rewrite for a person: choice, steps, effect, warnings, diff.
pub fn human(
    rewriting: &Rewriting<'_>,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let file = visible::one_line(rewriting.file);
    let plan = rewriting.plan;
    writeln!(out, "{}", paint(&headline(&file, plan), BOLD, options))?;
    if plan.is_empty() && rewriting.beside.is_none() {
        writeln!(out, "Nothing to change: the document is as asked.")?;
        return warnings(plan, options, out);
    }
    writeln!(out)?;
    steps(plan, out)?;
    if let Some(says) = rewriting.beside {
        writeln!(out, "  - {}", visible::one_line(says))?;
    }
    writeln!(out)?;
    comparison::effect("Effect", rewriting.effect, options, out)?;
    writeln!(out)?;
    warnings(plan, options, out)?;
    readable(rewriting.diff, options, out)
}

fn headline(file: &str, plan: &Plan) -> String {
    let choice = &plan.choice;
    let what = visible::one_line(&choice.what).into_owned();
    match &choice.scheme {
        Some(name) => {
            let name = visible::one_line(name).into_owned();
            format!("{file}: use `{name}`, {what}, because {}", choice.because)
        }
        None => format!("{file}: use no authentication, because {}", choice.because),
    }
}

fn steps(plan: &Plan, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "Plan:")?;
    for step in &plan.steps {
        let title = visible::one_line(&step.title);
        let pointer = step.pointer.to_string();
        let pointer = visible::one_line(if pointer.is_empty() { "/" } else { &pointer });
        writeln!(out, "  - {title}\n      at {pointer}")?;
    }
    Ok(())
}

fn warnings(plan: &Plan, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    for one in &plan.unresolved {
        let name = visible::one_line(&one.name);
        let pointer = one.pointer.to_string();
        let pointer = visible::one_line(&pointer);
        let text = format!(
            "warning: the placeholder `{name}` at {pointer} is not filled in: --set {name}=VALUE"
        );
        writeln!(out, "{}", paint(&text, YELLOW, options))?;
    }
    for one in &plan.warnings {
        warning(one, "", options, out)?;
    }
    if plan.unresolved.is_empty() && plan.warnings.is_empty() {
        return Ok(());
    }
    writeln!(out)
}

/// Write a warning and the operations it is about, indented.
pub fn warning(
    warning: &Warning,
    indent: &str,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let text = format!("{indent}warning: {}", visible::one_line(&warning.message));
    writeln!(out, "{}", paint(&text, YELLOW, options))?;
    for operation in warning.operations.iter().take(NAMED) {
        writeln!(out, "{indent}  {}", visible::one_line(operation))?;
    }
    if warning.operations.len() > NAMED {
        let more = warning.operations.len() - NAMED;
        writeln!(out, "{indent}  … and {more} more")?;
    }
    Ok(())
}

/// Write why there is no plan: the candidates and the commands that choose, or what is in the way.
/// Needs the file's name and the command that was said.
pub fn decision(
    (file, command): (&str, &str),
    decision: &Decision,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Decision::Ambiguous {
        question,
        candidates,
        platform_would_take,
    } = decision
    else {
        return Ok(());
    };
    let shown = visible::one_line(file);
    let title = format!("{shown}: {question}, and only you can choose");
    writeln!(out, "{}", paint(&title, BOLD, options))?;
    let mut table = Table::new(&["scheme", "what", "operations"]);
    for one in candidates {
        let operations = one.operations.to_string();
        table.row(vec![one.name.clone(), one.what.clone(), operations]);
    }
    table.write(options.width, out)?;
    if let Some(name) = platform_would_take {
        let name = visible::one_line(name);
        writeln!(
            out,
            "\nUnasked, the platform silently takes the first: `{name}`."
        )?;
    }
    writeln!(out, "\nChoose with one of:")?;
    for one in candidates {
        let choose = visible::one_line(&one.choose);
        writeln!(out, "  {} {choose}", visible::one_line(command))?;
    }
    Ok(())
}
