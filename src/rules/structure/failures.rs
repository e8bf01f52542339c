//! Failures of the version's schema as findings.

use crate::finding::Label;
use crate::rule::{Context, Draft};

/// What is written at the place: the message says the rest.
const HERE: &str = "";

/// Report the failures that are a matter of the schemas' dialect, or those that are not.
pub(super) fn report_failures(cx: &mut Context<'_, '_>, dialect: bool) {
    let document = cx.document();
    for failure in cx.failures().iter().filter(|one| one.dialect == dialect) {
        let place = Label::new(document.at(failure.node), failure.on, HERE);
        let message = failure.message.clone();
        let mut draft = Draft::new(place, message.clone()).argument(message);
        if let Some(help) = &failure.help {
            draft = draft.help(help.clone());
        }
        cx.report(draft);
    }
}
