//! A file that no JSON reader takes: text after the end, a missing bracket, a control character.

use std::sync::Arc;

use super::ConnectorFileNotStrictJson;
use crate::document::{Format, Pointer};
use crate::error::Misfit;
use crate::finding::{Finding, Label, On};
use crate::rule::{Level, RuleSettings};
use crate::secrets;

/// What the reader refused, as a finding of `connector-file-not-strict-json`, so that a report
/// keeps it. `None` when the file is not JSON, or the rule does not run.
pub fn unreadable(misfit: &Misfit, settings: &RuleSettings) -> Option<Finding> {
    let meta = &ConnectorFileNotStrictJson::META;
    let Level::On(severity) = settings.level(meta).0 else {
        return None;
    };
    let source = &misfit.source;
    let named = Format::of_name(source.name());
    if named.unwrap_or_else(|| Format::of_text(source.text())) != Format::Json {
        return None;
    }
    let label = Label {
        source: Arc::clone(source),
        pointer: Pointer::root(),
        span: misfit.span,
        on: On::Value,
        text: misfit.label.clone(),
    };
    let mut finding = Finding::new(meta.id, severity, misfit.message.clone(), label);
    finding.arguments.push(misfit.message.clone());
    finding.help.clone_from(&misfit.help);
    finding.secrets = secrets::scan_near(source, misfit.span);
    Some(finding)
}
