//! `oneauth rewrite`

use std::path::Path;
use std::sync::Arc;

use super::args::{Global, RewriteArgs};
use super::beside::{Beside, Companion, beside, elsewhere, unreadable};
use super::masking::{finder, masked};
use super::one_file;
use super::terminal::Terminal;
use crate::connector::mapped;
use crate::diff::Effect;
use crate::document::{Document, Pointer};
use crate::edit::{self, Thoroughness};
use crate::error::{Error, Misfit, Result};
use crate::outcome::Outcome;
use crate::report::rewriting::{self, Rewriting};
use crate::rewrite::{Decision, Done, Plan, Request, carry_out, names_in, plan};
use crate::spec::Spec;
use crate::target::Profile;
use crate::text::write::{self, Content};
use crate::text::{Span, shell};

pub(super) fn run(args: &RewriteArgs, global: &Global, terminal: &Terminal) -> Result<Outcome> {
    let format = global.format_of(&["human", "json"])?;
    let request = args.scheme.request()?;
    let document = one_file::read(&args.file, false)?;
    let spec = Spec::new(&document)?;
    let target = global.target();
    let mut plan = match plan(&spec, target, &request) {
        Decision::Plan(plan) => plan,
        other => return undecided(&document, &other, &command(args), terminal),
    };
    unused_values(&spec, &request)?;
    plan.warnings.extend(mapped(&spec, target));
    let done = carry_out(&spec, target, &request, &plan, thoroughness(args))?;
    accept(args, &done.effect)?;
    let beside = companion(args, &done, &mut plan)?;
    let result = finish(args, &plan, (&done, beside.as_ref()))?;
    show(
        &Shown {
            args,
            document: &document,
            plan: &plan,
            done: &done,
            beside: beside.as_ref(),
            target,
            result,
            format,
        },
        terminal,
    )?;
    Ok(match result {
        "would change" => Outcome::Findings,
        _ => Outcome::Clean,
    })
}

/// The properties that are rewritten too. What is left of them to the user is one more warning.
fn companion(args: &RewriteArgs, done: &Done, plan: &mut Plan) -> Result<Option<Beside>> {
    let definition = one_file::definition(&args.file)?;
    let in_place = in_place(args, &definition);
    match beside(&definition, done, thoroughness(args)) {
        Err(error) if in_place => Err(error),
        Err(error) => {
            plan.warnings.push(unreadable(&error));
            Ok(None)
        }
        Ok(Companion::Fine) => Ok(None),
        Ok(Companion::Left(why)) => {
            plan.warnings.push(why);
            Ok(None)
        }
        Ok(Companion::Changed(beside)) if in_place => Ok(Some(*beside)),
        Ok(Companion::Changed(beside)) => {
            plan.warnings.push(elsewhere(&beside));
            Ok(None)
        }
    }
}

/// True unless the result goes to another file or to standard output.
fn in_place(args: &RewriteArgs, definition: &Path) -> bool {
    let same = |output: &Path| match (output.canonicalize(), definition.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    };
    args.output.as_deref().is_none_or(same)
}

/// The command as the user would say it again.
fn command(args: &RewriteArgs) -> String {
    let file = shell::file(&args.file.to_string_lossy());
    format!("oneauth rewrite {file}")
}

fn thoroughness(args: &RewriteArgs) -> Thoroughness {
    match args.verify.as_str() {
        "full" => Thoroughness::Full,
        _ => Thoroughness::Usual,
    }
}

/// Nobody becomes public without a word.
fn accept(args: &RewriteArgs, effect: &Effect) -> Result<()> {
    let opened = effect.opened();
    if opened.is_empty() || args.accept_public {
        return Ok(());
    }
    Err(Error::usage_with_help(
        format!(
            "this makes {} public: {}",
            count(opened.len()),
            opened.join(", ")
        ),
        "say `--accept-public` if that is what you want",
    ))
}

fn count(operations: usize) -> String {
    match operations {
        1 => "one operation".into(),
        many => format!("{many} operations"),
    }
}

/// A value for a placeholder that is nowhere is a typing error, unless it was filled in before.
fn unused_values(spec: &Spec<'_>, request: &Request) -> Result<()> {
    if request.values.is_empty() {
        return Ok(());
    }
    let text = spec.document().text();
    let names = names_in(text);
    let is_unused = |name: &str, value: &str| {
        !names.iter().any(|own| own == name) && (value.is_empty() || !text.contains(value))
    };
    let mut values = request.values.iter();
    let Some((name, _)) = values.find(|(name, value)| is_unused(name, value)) else {
        return Ok(());
    };
    let help = if names.is_empty() {
        format!("the document has none: leave `--set {name}=…` away")
    } else {
        format!("the document has: {}", names.join(", "))
    };
    let message = format!("no placeholder is called `{name}`");
    Err(Error::usage_with_help(message, help))
}

/// Write what is to be written; say what became of it.
fn finish(
    args: &RewriteArgs,
    plan: &Plan,
    (done, beside): (&Done, Option<&Beside>),
) -> Result<&'static str> {
    match &args.output {
        Some(path) if path != Path::new("-") => {
            both(path, done, beside)?;
            return Ok("written");
        }
        Some(_) => return Ok("printed"),
        None => {}
    }
    if plan.is_empty() && beside.is_none() {
        return Ok("unchanged");
    }
    if args.check {
        return Ok("would change");
    }
    if !args.write {
        return Ok("shown");
    }
    if args.file == Path::new("-") {
        return Err(Error::usage_with_help(
            "standard input cannot be changed in place",
            "say `-o -` to get the result on standard output",
        ));
    }
    both(&one_file::definition(&args.file)?, done, beside)?;
    Ok("written")
}

/// Write the document and the properties beside it, or neither.
fn both(path: &Path, done: &Done, beside: Option<&Beside>) -> Result<()> {
    let beside = beside.map(|beside| (beside.path.as_path(), Content::Document(&beside.text)));
    let document = (path, Content::Document(&done.text));
    let files: Vec<_> = std::iter::once(document).chain(beside).collect();
    write::write_all(&files)
}

struct Shown<'a> {
    args: &'a RewriteArgs,
    document: &'a Document,
    plan: &'a Plan,
    done: &'a Done,
    beside: Option<&'a Beside>,
    target: &'static Profile,
    result: &'static str,
    format: &'static str,
}

/// The diff and the effect, the secrets that the files hold masked.
fn seen(shown: &Shown<'_>) -> (String, Effect) {
    let source = shown.document.source();
    let context = shown.args.context;
    let mut diff = edit::unified(
        shown.document,
        &shown.done.edits,
        diff_name(source.name()),
        context,
    );
    if let Some(beside) = shown.beside {
        diff.push_str(&beside.diff);
    }
    let properties = shown.beside.map(|beside| &beside.old);
    let finder = finder(&[shown.document], properties, shown.target);
    let mut effect = shown.done.effect.clone();
    effect.add(
        shown
            .beside
            .into_iter()
            .flat_map(|one| one.differences.clone()),
    );
    (
        masked(diff, finder.as_ref()),
        effect.masked(finder.as_ref()),
    )
}

fn show(shown: &Shown<'_>, terminal: &Terminal) -> Result<()> {
    if terminal.quiet && shown.format != "json" {
        return match shown.result {
            "printed" => terminal.text(shown.done.text.text()),
            _ => Ok(()),
        };
    }
    let (diff, effect) = seen(shown);
    let rewriting = Rewriting {
        file: shown.document.source().name(),
        target: shown.target.id,
        plan: shown.plan,
        effect: &effect,
        diff: &diff,
        beside: shown.beside.map(|beside| beside.says.as_str()),
        result: shown.result,
    };
    if shown.result == "printed" {
        terminal.text(shown.done.text.text())?;
        return terminal.remark(|out, options| rewriting::human(&rewriting, options, out));
    }
    if shown.format == "json" {
        return terminal.out(|out, _| rewriting::json(&rewriting, out));
    }
    terminal.out(|out, options| rewriting::human(&rewriting, options, out))?;
    terminal.remark(|out, _| match shown.result {
        "shown" => writeln!(
            out,
            "Nothing was written: say `--write`, `-o PATH` or `-o -`."
        ),
        "would change" => writeln!(out, "Would change {}.", shown.document.source().name()),
        "written" => writeln!(out, "Written and verified."),
        _ => Ok(()),
    })
}

/// `a/` and `b/` go before it.
fn diff_name(name: &str) -> &str {
    name.trim_start_matches('/')
}

/// There is no plan: say what stands in the way, and the way out. `command` is what was said, for
/// the commands that choose.
pub(super) fn undecided(
    document: &Document,
    decision: &Decision,
    command: &str,
    terminal: &Terminal,
) -> Result<Outcome> {
    let about = (document.source().name(), command);
    if let Decision::Impossible {
        reason,
        place,
        help,
    } = decision
    {
        return Err(impossible(document, reason, place.as_ref(), help));
    }
    terminal.remark_always(|out, options| rewriting::decision(about, decision, options, out))?;
    Ok(Outcome::Failure)
}

fn impossible(
    document: &Document,
    reason: &str,
    place: Option<&(Pointer, Span)>,
    help: &str,
) -> Error {
    match place {
        Some((_, span)) => Error::Place(Box::new(Misfit {
            source: Arc::clone(document.source()),
            span: *span,
            message: reason.to_owned(),
            label: "this stands in the way".into(),
            help: Some(help.to_owned()),
        })),
        None => Error::usage_with_help(format!("{}: {reason}", document.source().name()), help),
    }
}
