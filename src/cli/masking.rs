//! Diffs and effects that show no secret of the documents they are made of.

use crate::document::Document;
use crate::finding::mask::Finder;
use crate::finding::{Finding, SecretSpan};
use crate::rule::{self, Family, Input, Judgement, Rule, RuleSettings};
use crate::secrets::{Hit, Secrets};
use crate::spec::Spec;
use crate::target::Profile;
use crate::text::aside;

/// Finds every secret that the documents are known to hold. `companion` is the properties file of
/// the first one.
pub(super) fn finder(
    documents: &[&Document],
    companion: Option<&Document>,
    target: &'static Profile,
) -> Option<Finder> {
    Finder::of(&places(documents, companion, target))
}

fn places(
    documents: &[&Document],
    companion: Option<&Document>,
    target: &'static Profile,
) -> Vec<SecretSpan> {
    let Some((first, rest)) = documents.split_first() else {
        return Vec::new();
    };
    let bytes = rest.iter().map(|one| one.text().len()).sum();
    let of_first = || known(first, companion, target).1;
    let (of_rest, mut found) = aside(bytes, || places(rest, None, target), of_first);
    found.extend(of_rest);
    found
}

/// A diff with the secrets that `finder` knows masked.
pub(super) fn masked(diff: String, finder: Option<&Finder>) -> String {
    match finder {
        Some(finder) => finder.mask(diff),
        None => diff,
    }
}

/// The secrets of known forms in a document and in the file beside it, and the places of every
/// secret that they are known to hold: some are secrets by where they stand, which the rules know.
pub(super) fn known(
    document: &Document,
    companion: Option<&Document>,
    target: &'static Profile,
) -> (Secrets, Vec<SecretSpan>) {
    let secrets = Secrets::of(document, companion);
    let of = |hits: &[Hit], one: &Document| -> Vec<SecretSpan> {
        hits.iter().map(|hit| hit.secret(one)).collect()
    };
    let mut out = of(&secrets.document, document);
    out.extend(companion.map_or_else(Vec::new, |one| of(&secrets.companion, one)));
    if let Ok(spec) = Spec::new(document) {
        let judgement = Judgement::of(target, &spec, companion);
        let input = Input {
            spec: &spec,
            target: judgement.target,
            companion,
            secrets: Some(&secrets),
        };
        let findings = rule::run(input, &rules(), &RuleSettings::new(judgement.profile));
        out.extend(findings.into_iter().flat_map(|one: Finding| one.secrets));
    }
    (secrets, out)
}

/// The rules that know of secrets.
fn rules() -> Vec<&'static dyn Rule> {
    let all = crate::rules::ALL.iter().copied();
    all.filter(|rule| rule.meta().family == Family::Secrets)
        .collect()
}
