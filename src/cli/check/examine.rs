//! One file: read, view, run the rules, report.

use std::path::Path;
use std::sync::Arc;

use crate::cli::args::{CheckArgs, Global};
use crate::cli::input::Item;
use crate::cli::one_file;
use crate::document::{Document, ReadOptions};
use crate::error::{Error, Result};
use crate::report::{Detail, FileReport, RenderOptions};
use crate::rule::{self, Input, Judgement, RuleSettings, SeverityProfile};
use crate::rules;
use crate::spec::Spec;
use crate::target::Profile;
use crate::text::{SourceFile, suggest};

/// What every file is examined with.
pub(super) struct Examination<'a> {
    args: &'a CheckArgs,
    target: &'static Profile,
    select: Vec<&'static str>,
    ignore: Vec<&'static str>,
    options: RenderOptions,
}

impl<'a> Examination<'a> {
    pub(super) fn new(
        args: &'a CheckArgs,
        global: &Global,
        options: RenderOptions,
    ) -> Result<Self> {
        Ok(Self {
            args,
            target: global.target(),
            select: known(&args.select)?,
            ignore: known(&args.ignore)?,
            options,
        })
    }

    /// The profile the catalogue is described in.
    pub(super) fn profile(&self) -> SeverityProfile {
        match (self.args.profile.as_deref(), self.target.id) {
            (Some("api"), _) | (None | Some("auto"), "openapi") => SeverityProfile::Api,
            _ => SeverityProfile::Connector,
        }
    }

    /// The report of one file; what stops the work on it stops nothing else.
    pub(super) fn file(&self, item: &Item) -> FileReport {
        self.examine(item).unwrap_or_else(|error| {
            let name = item.path.display().to_string();
            FileReport::failed(&name, &error, self.options.width)
        })
    }

    fn examine(&self, item: &Item) -> Result<FileReport> {
        let document = one_file::read(&item.path, self.args.strict)?;
        let spec = Spec::new(&document)?;
        let companion = item
            .companion
            .as_deref()
            .and_then(|path| companion(path).ok());
        let judgement = self.judge(&spec, companion.as_ref());
        let input = Input {
            spec: &spec,
            target: judgement.target,
            companion: companion.as_ref(),
        };
        let findings = rule::run(input, rules::ALL, &self.settings(judgement.profile));
        let detail = Detail {
            width: self.options.width,
            ..Detail::default()
        };
        Ok(FileReport::new(
            document.source().name(),
            findings,
            &[],
            &detail,
        ))
    }

    fn judge(&self, spec: &Spec<'_>, companion: Option<&Document>) -> Judgement {
        let judgement = Judgement::of(self.target, spec, companion);
        match self.args.profile.as_deref() {
            Some("api") => Judgement {
                target: self.target,
                profile: SeverityProfile::Api,
            },
            Some("connector") => Judgement {
                profile: SeverityProfile::Connector,
                ..judgement
            },
            _ => judgement,
        }
    }

    fn settings(&self, profile: SeverityProfile) -> RuleSettings {
        RuleSettings {
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            ..RuleSettings::new(profile)
        }
    }
}

fn companion(path: &Path) -> Result<Document> {
    let source = Arc::new(SourceFile::read(path)?);
    Document::parse(source, ReadOptions::default())
}

/// The rules of these names.
fn known(names: &[String]) -> Result<Vec<&'static str>> {
    let one = |name: &String| {
        let rule = rules::find(name).ok_or_else(|| Error::Usage {
            message: format!("there is no rule `{name}`"),
            help: suggest::help(name, rules::metas().map(|meta| meta.id)),
        })?;
        Ok(rule.meta().id)
    };
    names.iter().map(one).collect()
}
