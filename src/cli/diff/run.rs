//! From arguments to pairs of documents, to a report.

use super::git;
use super::pair::{NOTHING, Pair};
use crate::cli::args::{DiffArgs, FailOn, Global};
use crate::cli::masking::known;
use crate::cli::terminal::Terminal;
use crate::diff::{
    self, Comparison, Compatibility, Posture, TextDiff, text_diff, text_diff_in_short,
};
use crate::error::{Error, Result};
use crate::outcome::Outcome;
use crate::report::comparison::{self, Compared, ComparisonReport, PairSources};
use crate::report::{Format, emit};
use crate::rule::Judgement;
use crate::spec::Spec;
use crate::target::Profile;
use crate::text::{SourceFile, aside};

const FORMATS: [&str; 7] = [
    "human", "text", "json", "markdown", "html", "sarif", "github",
];

pub(in crate::cli) fn run(
    args: &DiffArgs,
    global: &Global,
    terminal: &Terminal,
) -> Result<Outcome> {
    let format = global.format_of(&FORMATS)?;
    let pairs = pairs(args)?;
    if pairs.is_empty() {
        terminal.remark(|out, _| writeln!(out, "No API document changed."))?;
    }
    let target = global.target();
    let profile = Judgement::profile_of(target);
    let compared: Result<Vec<Compared>> = pairs
        .iter()
        .map(|pair| compared(pair, args, (format, target)))
        .collect();
    let report = ComparisonReport {
        pairs: compared?,
        profile,
        base: std::env::current_dir().ok(),
        of_revisions: args.git.is_some(),
    };
    let outcome = outcome(args, &report);
    write(report, format, args, terminal)?;
    Ok(outcome)
}

fn pairs(args: &DiffArgs) -> Result<Vec<Pair>> {
    if let Some(revisions) = &args.git {
        return git::pairs(revisions, &args.paths);
    }
    let [old, new] = args.paths.as_slice() else {
        return Err(Error::usage_with_help(
            format!("two documents are compared, not {}", args.paths.len()),
            "write `oneauth diff OLD NEW`, or `oneauth diff --git REV`",
        ));
    };
    if old == new && old.as_os_str() == "-" {
        return Err(Error::usage("only one of the two can be standard input"));
    }
    Ok(vec![Pair::read(old, new)?])
}

fn compared(
    pair: &Pair,
    args: &DiffArgs,
    (format, target): (&str, &'static Profile),
) -> Result<Compared> {
    let (was, is) = (&pair.old.document, &pair.new.document);
    let (old, new) = aside(pair.bytes(), || Spec::new(was), || Spec::new(is));
    let (old, new) = (old?, new?);
    let sources = PairSources {
        old: was,
        new: is,
        beside: pair.beside(),
    };
    let (texts, comparison) = aside(
        pair.bytes(),
        || texts(pair, &sources, args, format),
        || comparison(pair, (&old, &new), args, target),
    );
    Ok(Compared::new(sources, comparison, texts))
}

/// The text diffs, when the format shows them.
fn texts(pair: &Pair, sources: &PairSources<'_>, args: &DiffArgs, format: &str) -> Vec<TextDiff> {
    let is_shown = match format {
        "text" => true,
        "human" | "json" | "html" => !args.no_text,
        _ => false,
    };
    // of a file that is not there nothing stands before the first line
    let nothing = SourceFile::new(NOTHING, "");
    sources.texts(|old, new| {
        if !is_shown {
            return TextDiff::empty();
        }
        let [old, new] = [old, new].map(|source| {
            if pair.is_nothing(source) {
                &nothing
            } else {
                source
            }
        });
        if matches!(format, "human" | "html") {
            text_diff_in_short(old, new, args.context)
        } else {
            text_diff(old, new, args.context)
        }
    })
}

/// What differs, with the places of all secrets.
fn comparison<'d>(
    pair: &'d Pair,
    (old, new): (&Spec<'d>, &Spec<'d>),
    args: &DiffArgs,
    target: &'static Profile,
) -> Comparison {
    let profile = Judgement::profile_of(target);
    let mut places = Vec::new();
    let mut comparison = diff::compare_scanned((old, new), pair.beside(), profile, || {
        [&pair.old, &pair.new].map(|side| {
            let (secrets, found) = known(&side.document, side.companion.as_ref(), target);
            places.extend(found);
            secrets
        })
    });
    comparison.secrets.extend(places);
    if pair.old.is_nothing() || pair.new.is_nothing() {
        // what came or went as a whole has no host that changed
        comparison.differences.retain(|one| {
            let rule = one.finding.rule;
            rule.starts_with("diff:operation-") || rule == "diff:secret-introduced"
        });
    }
    if args.only_security {
        let more = diff::unrelated(old, new, profile);
        comparison.differences.extend(more);
    }
    comparison
}

fn outcome(args: &DiffArgs, report: &ComparisonReport) -> Outcome {
    let fails = match args.fail_on {
        None => false,
        Some(FailOn::Any) => report.judged().next().is_some(),
        Some(FailOn::Breaking) => report
            .judged()
            .any(|one| one.compatibility == Compatibility::Breaks),
        Some(FailOn::Security) => report.judged().any(|one| one.posture == Posture::Weaker),
    };
    let strayed = args.only_security
        && report
            .judged()
            .any(|one| one.reported.rule == "diff:unrelated-change");
    let differs = args.exit_code && report.pairs.iter().any(|pair| !pair.is_equal());
    if fails || strayed || differs {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}

fn write(
    report: ComparisonReport,
    format: &str,
    args: &DiffArgs,
    terminal: &Terminal,
) -> Result<()> {
    let with_text = !args.no_text;
    terminal.out(|out, options| match format {
        "text" => comparison::text(&report, options, out),
        "json" => comparison::json(&report, with_text, out),
        "markdown" => comparison::markdown(&report, out),
        "html" => comparison::html(&report, with_text, out),
        "sarif" => emit(Format::Sarif, &report.into_report(), options, out),
        "github" => emit(Format::Github, &report.into_report(), options, out),
        _ => comparison::human(&report, with_text, options, out),
    })
}
