//! Every operation, then everything it takes and gives.

use super::same::Same;
use super::walk::Walk;
use super::{input_pairs, media_types, notifications, operation, responses};
use crate::diff::operations::Pairing;
use crate::diff::sides::Sides;
use crate::spec::Origin;

/// Report what changed in the contract. False when the schemas were too entangled to follow to the
/// end.
pub(in crate::diff) fn compare<'d>(sides: &mut Sides<'_, 'd>, pairing: &Pairing<'d>) -> bool {
    for one in &pairing.gone {
        operation::gone(sides, one);
    }
    for (one, is_public) in pairing.added() {
        // one that lets everyone in is reported as such
        if !is_public || one.origin != Origin::Paths {
            operation::added(sides, one);
        }
    }
    let same = Same::of(sides.old, sides.new, &pairing.both);
    let mut walk = Walk::new(sides, same);
    media_types::document(&mut walk);
    for (old, new) in &pairing.both {
        operation::changed(walk.sides, old, new);
        if old.origin == Origin::Webhooks && new.origin == old.origin {
            walk.operation = new.title();
            notifications::sent(&mut walk, (old, new));
            continue;
        }
        notifications::told(&mut walk, (old, new));
        if walk.same.operation(old, new) {
            continue;
        }
        walk.operation = new.title();
        if !walk.same.inputs(old, new) {
            input_pairs::compare(&mut walk, old, new);
        }
        if !walk.same.outputs(old, new) {
            responses::compare(&mut walk, old, new);
        }
        media_types::compare(&mut walk, old, new);
    }
    let called =
        |(old, new): &&(_, _)| notifications::is_callback(old) && notifications::is_callback(new);
    for (old, new) in pairing.elsewhere.iter().filter(called) {
        walk.operation = new.title();
        notifications::sent(&mut walk, (old, new));
    }
    walk.complete()
}
