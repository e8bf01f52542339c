//! The definition: converted, rewritten, refreshed, mended. Each stage is verified.

use std::sync::Arc;

use super::BuildSettings;
use crate::connector::refresh::{Refresh, Texts, refresh};
use crate::convert::{ConvertTarget, Loss, Options, convert};
use crate::document::{Document, Format, ReadOptions};
use crate::edit::{self, Change, Thoroughness};
use crate::error::{Error, Result};
use crate::finding::{File, Fix, Safety};
use crate::rewrite::{Decision, Plan, carry_out, plan};
use crate::rule::{self, Input, Judgement, RuleSettings};
use crate::rules;
use crate::spec::{Spec, Version};
use crate::text::SourceFile;
use crate::text::write::Verified;

/// How many rounds safe fixes may take.
const ROUNDS: usize = 3;

/// A document with the verified text it was read from.
pub(super) struct Stage {
    pub(super) document: Document,
    pub(super) text: Verified,
}

/// What became of the definition.
pub(super) struct Definition {
    pub(super) stage: Stage,
    pub(super) losses: Vec<Loss>,
    pub(super) plan: Plan,
    /// Operations that the rewrite opened to everyone.
    pub(super) opened: Vec<String>,
    pub(super) refresh: Refresh,
    pub(super) fixes: Vec<String>,
}

/// The document as Swagger 2.0 JSON.
pub(super) fn converted(
    export: &Document,
    name: &str,
    settings: &BuildSettings,
) -> Result<(Stage, Vec<Loss>)> {
    let version = Spec::new(export)?.version();
    if version != Version::Swagger2 {
        let mut options = Options::for_target(ConvertTarget::PowerPlatform);
        options
            .variables
            .extend(settings.request.values.iter().cloned());
        let conversion = convert(export, &options)?;
        return Ok((stage(conversion.text, name)?, conversion.losses));
    }
    let text = match export.format() {
        Format::Json => unchanged(export)?,
        Format::Yaml => {
            let value = export
                .value()
                .map_err(|_| Error::usage("the document is too large"))?;
            edit::verify_new(&value, Format::Json, name)?
        }
    };
    Ok((stage(text, name)?, Vec::new()))
}

fn unchanged(document: &Document) -> Result<Verified> {
    edit::verify(document, &[], Thoroughness::Usual, |_| Ok(())).map_err(|e| e.into_error(document))
}

fn stage(text: Verified, name: &str) -> Result<Stage> {
    let source = Arc::new(SourceFile::new(name, text.text()));
    let options = ReadOptions {
        format: Some(Format::Json),
        ..ReadOptions::default()
    };
    let document = Document::parse(source, options)?;
    Ok(Stage { document, text })
}

/// Rewrite, refresh, mend.
pub(super) fn definition(
    (start, losses): (Stage, Vec<Loss>),
    decided: &Plan,
    old: Option<&Document>,
    settings: &BuildSettings,
) -> Result<Definition> {
    let name = start.document.source().name().to_owned();
    let spec = Spec::new(&start.document)?;
    let usual = Thoroughness::Usual;
    let done = carry_out(&spec, settings.target, &settings.request, decided, usual)?;
    let opened = done.effect.opened().into_iter().map(str::to_owned);
    let opened = opened.collect();
    let mut current = stage(done.text, &name)?;
    let mut refreshed = Refresh::default();
    if let Some(old) = old {
        let (old, new) = (Spec::new(old)?, Spec::new(&current.document)?);
        refreshed = refresh(&old, &new, Texts::Old);
        current = changed(&current.document, &refreshed.changes, &name)?;
    }
    let mut fixes = Vec::new();
    for _ in 0..ROUNDS {
        let found = safe_fixes(&current.document, settings)?;
        let changes = found
            .iter()
            .flat_map(|fix| fix.changes.iter().cloned())
            .collect::<Vec<_>>();
        if changes.is_empty() || edit::lower(&current.document, &changes).is_err() {
            break;
        }
        fixes.extend(found.into_iter().map(|fix| fix.title));
        current = changed(&current.document, &changes, &name)?;
    }
    Ok(Definition {
        stage: current,
        losses,
        plan: decided.clone(),
        opened,
        refresh: refreshed,
        fixes,
    })
}

fn changed(document: &Document, changes: &[Change], name: &str) -> Result<Stage> {
    let text = edit::verify(document, changes, Thoroughness::Usual, |_| Ok(()))
        .map_err(|error| error.into_error(document))?;
    stage(text, name)
}

fn safe_fixes(document: &Document, settings: &BuildSettings) -> Result<Vec<Fix>> {
    let spec = Spec::new(document)?;
    let judgement = Judgement::of(settings.target, &spec, None);
    let input = Input {
        spec: &spec,
        target: judgement.target,
        companion: None,
        secrets: None,
    };
    let found = rule::run(input, rules::ALL, &RuleSettings::new(judgement.profile));
    let mut fixes: Vec<Fix> = Vec::new();
    for fix in found.into_iter().filter_map(|finding| finding.fix) {
        let fits = fix.safety == Safety::Safe && fix.file == File::Document;
        if fits && !fixes.iter().any(|one| one.changes == fix.changes) {
            fixes.push(fix);
        }
    }
    Ok(fixes)
}

/// The plan for a definition, or the reason that there is none.
pub(super) fn decide(start: &Stage, settings: &BuildSettings) -> Result<Decision> {
    let spec = Spec::new(&start.document)?;
    Ok(plan(&spec, settings.target, &settings.request))
}
