//! The command: build, check, show, write.

use std::path::Path;
use std::sync::Arc;

use super::{listed, store};
use crate::cli::args::{ConnectorArgs, Global};
use crate::cli::effect::effect;
use crate::cli::masking::{finder, masked};
use crate::cli::one_file;
use crate::cli::rewrite::undecided;
use crate::cli::terminal::Terminal;
use crate::connector::assemble::Gateway;
use crate::connector::{Build, BuildSettings, Folder, build};
use crate::document::{Document, ReadOptions};
use crate::error::{Error, Result};
use crate::finding::Severity;
use crate::outcome::Outcome;
use crate::report::assembly::{self, Assembled};
use crate::report::{Detail, FileReport, Report, Run};
use crate::rule::{self, Input, Judgement, RuleSettings};
use crate::rules;
use crate::spec::Spec;
use crate::text::{SourceFile, shell};

pub(in crate::cli) fn run(
    args: &ConnectorArgs,
    global: &Global,
    terminal: &Terminal,
) -> Result<Outcome> {
    global.format_of(&["human"])?;
    if let Some(config) = &args.from {
        return listed::run(config, args, global, terminal);
    }
    let (Some(export), Some(folder)) = (&args.export, &args.output) else {
        return Err(Error::usage(
            "say which export, and which folder with `-o DIR`",
        ));
    };
    one(export, &settings(args, global, folder)?, args, terminal)
}

pub(super) fn settings(
    args: &ConnectorArgs,
    global: &Global,
    folder: &Path,
) -> Result<BuildSettings> {
    Ok(BuildSettings {
        target: global.target(),
        request: args.scheme.request()?,
        provider: args.scheme.oauth.preset()?,
        client_id: args.client_id.clone(),
        multi_auth: args.multi_auth,
        gateway: match args.gateway.as_str() {
            "apim" => Some(Gateway::ApiManagement),
            "apigee" => Some(Gateway::Apigee),
            _ => None,
        },
        accept_public: args.accept_public,
        folder: folder.to_owned(),
    })
}

/// Build one connector, check it, show it, write it.
pub(super) fn one(
    export: &Path,
    settings: &BuildSettings,
    args: &ConnectorArgs,
    terminal: &Terminal,
) -> Result<Outcome> {
    let document = one_file::read(export, false)?;
    let (definition, properties) = Folder::at(&settings.folder)?.files();
    let (old, properties) = (existing(&definition)?, existing(&properties)?);
    let mut built = match build(&document, (old.as_ref(), properties.as_ref()), settings)? {
        Ok(built) => built,
        Err(decision) => {
            let folder = shell::file(&settings.folder.to_string_lossy());
            let export = shell::file(&export.to_string_lossy());
            let command = format!("oneauth connector {export} -o {folder}");
            return undecided(&document, &decision, &command, terminal);
        }
    };
    if let Some(old) = old.as_ref().filter(|_| !args.overwrite) {
        store::same_api(old, &built.definition)?;
    }
    let mut changes = store::changes(&built, &settings.folder, args.overwrite)?;
    built.left.extend(store::stale(&built, &settings.folder));
    let before: Vec<&Document> = old.iter().chain([&document, &built.definition]).collect();
    if args.diff {
        let finder = finder(&before, properties.as_ref(), settings.target);
        for change in &mut changes {
            let diff = std::mem::take(&mut change.diff);
            change.diff = masked(diff, finder.as_ref());
        }
    }
    let made = Document::of_text(Folder::PROPERTIES, built.files[1].text.as_str())?;
    let checked = check(&built, &made, settings)?;
    let outcome = if args.diff {
        Outcome::Clean
    } else {
        store::write(&built)?
    };
    if !terminal.quiet {
        let after = (&built.definition, Some(&made));
        let before = old.as_ref().map(|old| (old, properties.as_ref()));
        let on_folder = before.map(|before| effect(before, after, settings.target));
        let on_folder = on_folder.transpose()?;
        let assembled = Assembled {
            build: &built,
            changes: &changes,
            on_export: &effect((&document, None), after, settings.target)?,
            on_folder: on_folder.as_ref(),
            checked: &checked,
            only_shown: args.diff,
        };
        terminal.out(|out, options| assembly::human(&assembled, options, out))?;
    }
    Ok(outcome.and(checked.tally().outcome.min(Outcome::Findings)))
}

/// A file of the folder, when it is there.
fn existing(path: &Path) -> Result<Option<Document>> {
    if !path.is_file() {
        return Ok(None);
    }
    let source = Arc::new(SourceFile::read(path)?);
    Document::parse(source, ReadOptions::default()).map(Some)
}

/// The findings of the definition with its properties; errors fail the run.
fn check(built: &Build, properties: &Document, settings: &BuildSettings) -> Result<Report> {
    let spec = Spec::new(&built.definition)?;
    let judgement = Judgement::of(settings.target, &spec, Some(properties));
    let input = Input {
        spec: &spec,
        target: judgement.target,
        companion: Some(properties),
        secrets: None,
    };
    let findings = rule::run(input, rules::ALL, &RuleSettings::new(judgement.profile));
    let name = built.definition.source().name();
    Ok(Report {
        files: vec![FileReport::new(name, findings, &[], &Detail::default())],
        run: Run {
            fail_level: crate::finding::FailLevel::At(Severity::Error),
            ..Run::default()
        },
    })
}
