//! Secret values that appeared.

use rustc_hash::FxHashSet;

use crate::diff::Posture;
use crate::diff::rules::access as rules;
use crate::diff::sides::{Draft, Sides};
use crate::document::Document;
use crate::finding::{SecretSpan, Severity};
use crate::secrets::{self, Hit, Life};

/// Report secrets of the new files that the old ones do not have; give all of both.
pub(in crate::diff) fn secrets(
    sides: &mut Sides<'_, '_>,
    beside: (Option<&Document>, Option<&Document>),
) -> Vec<SecretSpan> {
    let mut all = Vec::new();
    let mut known: FxHashSet<String> = FxHashSet::default();
    for document in [Some(sides.old.document()), beside.0].into_iter().flatten() {
        for hit in secrets::scan(document) {
            known.insert(value(document, &hit).to_owned());
            all.push(hit.secret(document));
        }
    }
    for document in [Some(sides.new.document()), beside.1].into_iter().flatten() {
        for hit in secrets::scan(document) {
            if !known.contains(value(document, &hit)) {
                introduced(sides, document, &hit);
            }
            all.push(hit.secret(document));
        }
    }
    all
}

fn value<'d>(document: &'d Document, hit: &Hit) -> &'d str {
    document.source().slice(hit.span)
}

fn introduced(sides: &mut Sides<'_, '_>, document: &Document, hit: &Hit) {
    let message = format!("a secret value appeared: {}", hit.masked);
    let draft = Draft::new(&rules::SecretIntroduced::META, message)
        .severity(severity(hit))
        .posture(Posture::Weaker)
        .new_at(Some(document.at(hit.node)));
    let before = sides.found.len();
    sides.report(draft);
    for one in &mut sides.found[before..] {
        one.finding.primary.span = hit.span;
        one.finding.secrets.push(hit.secret(document));
    }
}

/// Where it stands does not make a new secret milder; that it opens nothing does.
fn severity(hit: &Hit) -> Severity {
    match hit.life {
        Life::Live => Severity::Error,
        Life::Expired | Life::Test => hit.severity(),
    }
}
