//! What a command makes of a document, by the comparison that `diff` makes.

use super::masking::{finder, known};
use crate::diff::{Effect, compare_scanned, compare_security};
use crate::document::Document;
use crate::error::Result;
use crate::finding::mask::Finder;
use crate::rule::Judgement;
use crate::spec::Spec;
use crate::target::Profile;

/// A document and the `apiProperties.json` beside it, before or after.
pub(super) type Side<'d> = (&'d Document, Option<&'d Document>);

/// What becoming `new` means for clients, connections and strangers; secrets are masked. Write it
/// with [`crate::report::comparison::effect`].
pub(super) fn effect(old: Side<'_>, new: Side<'_>, target: &'static Profile) -> Result<Effect> {
    let (before, after) = (Spec::new(old.0)?, Spec::new(new.0)?);
    let profile = Judgement::profile_of(target);
    let mut places = Vec::new();
    let comparison = compare_scanned((&before, &after), (old.1, new.1), profile, || {
        [old, new].map(|(document, companion)| {
            let (secrets, found) = known(document, companion, target);
            places.extend(found);
            secrets
        })
    });
    let finder = Finder::of(&places);
    Ok(Effect::from(comparison).masked(finder.as_ref()))
}

/// What becoming `new` means for who gets in, and for nothing else; secrets are masked.
pub(super) fn security_effect(
    old: &Document,
    new: &Document,
    target: &'static Profile,
) -> Result<Effect> {
    let (before, after) = (Spec::new(old)?, Spec::new(new)?);
    let comparison = compare_security(&before, &after, Judgement::profile_of(target));
    let effect = Effect::from(comparison);
    if effect.is_empty() {
        return Ok(effect);
    }
    Ok(effect.masked(finder(&[old, new], None, target).as_ref()))
}
