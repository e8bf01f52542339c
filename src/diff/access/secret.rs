//! Secret values that appeared.

use rustc_hash::FxHashSet;

use crate::diff::Posture;
use crate::diff::compare::Beside;
use crate::diff::rules::access as rules;
use crate::diff::sides::{Draft, Sides};
use crate::document::Document;
use crate::finding::{SecretSpan, Severity};
use crate::secrets::{Hit, Life, Secrets};

/// Report secrets of the new files that the old ones do not have; give all of both.
pub(in crate::diff) fn secrets(
    sides: &mut Sides<'_, '_>,
    beside: Beside<'_>,
    [old, new]: &[Secrets; 2],
) -> Vec<SecretSpan> {
    let mut all = Vec::new();
    let mut known: FxHashSet<&str> = FxHashSet::default();
    for (document, hits) in files((sides.old.document(), beside.0), old) {
        known.extend(hits.iter().map(|hit| value(document, hit)));
        all.extend(hits.iter().map(|hit| hit.secret(document)));
    }
    for (document, hits) in files((sides.new.document(), beside.1), new) {
        for hit in hits {
            if !known.contains(value(document, hit)) {
                introduced(sides, document, hit);
            }
            all.push(hit.secret(document));
        }
    }
    all
}

/// The files of one side, each with what was found in it.
fn files<'f>(
    (document, beside): (&'f Document, Option<&'f Document>),
    secrets: &'f Secrets,
) -> impl Iterator<Item = (&'f Document, &'f [Hit])> {
    let beside = beside.map(|one| (one, secrets.companion.as_slice()));
    std::iter::once((document, secrets.document.as_slice())).chain(beside)
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
