//! Whether calls are encrypted, before and after.

use rustc_hash::FxHashMap;

use crate::diff::Posture;
use crate::diff::operations::Pairing;
use crate::diff::rules::access as rules;
use crate::diff::sides::{Draft, Sides};
use crate::document::{NodeId, NodeRef};
use crate::spec::{EffectiveTransport, Origin, Spec, Transport};

/// Operations whose transport is declared in the same two places.
pub(super) struct Group<'d> {
    pub(super) old: EffectiveTransport<'d>,
    pub(super) new: EffectiveTransport<'d>,
    pub(super) operations: Vec<String>,
}

/// Report operations that are better or worse encrypted than they were.
pub(super) fn report(sides: &mut Sides<'_, '_>, groups: &[Group<'_>]) {
    for group in groups {
        judge(sides, group);
    }
}

/// The operations by what declares their transport; one group of none when there are none.
pub(super) fn groups<'d>(sides: &Sides<'_, 'd>, pairing: &Pairing<'d>) -> Vec<Group<'d>> {
    let mut out: Vec<Group<'d>> = Vec::new();
    let mut known: FxHashMap<(Option<NodeId>, Option<NodeId>), usize> = FxHashMap::default();
    let called = pairing
        .both
        .iter()
        .filter(|(old, _)| old.origin == Origin::Paths);
    for (old, new) in called {
        let (was, is) = (sides.old.transport(old), sides.new.transport(new));
        let place = (was.declared.map(NodeRef::id), is.declared.map(NodeRef::id));
        let at = *known.entry(place).or_insert_with(|| {
            out.push(Group {
                old: was,
                new: is,
                operations: Vec::new(),
            });
            out.len() - 1
        });
        out[at].operations.push(new.title());
    }
    if out.is_empty() {
        out.push(Group {
            old: sides.old.root_transport(),
            new: sides.new.root_transport(),
            operations: Vec::new(),
        });
    }
    out
}

fn rank(transport: &EffectiveTransport<'_>) -> u8 {
    match (transport.state, transport.encrypted_too) {
        (Transport::Cleartext, false) => 0,
        (Transport::Cleartext, true) => 1,
        (Transport::Undefined, _) => 2,
        (Transport::Encrypted, _) => 3,
    }
}

fn judge(sides: &mut Sides<'_, '_>, group: &Group<'_>) {
    let (before, after) = (rank(&group.old), rank(&group.new));
    let posture = Posture::of_ranks(before, after);
    let subject = subject(&group.operations);
    let message = format!("{subject} are {}, and were {}", words(after), words(before));
    let draft = match posture {
        Posture::Neutral => return,
        Posture::Weaker => Draft::new(&rules::TransportDowngrade::META, message),
        Posture::Stronger => Draft::new(&rules::TransportUpgraded::META, message),
    };
    // a client keeps its address unless that way is gone
    let gone = before.min(after) == 0 && before.max(after) == 3;
    let draft = if gone {
        draft.breaks()
    } else {
        draft.may_break()
    };
    let now = group.new.cleartext.first().copied().or(group.new.declared);
    let was = group.old.cleartext.first().copied().or(group.old.declared);
    let root = |spec: &Spec<'_>| spec.root().entries().next().is_some();
    let now = now.or_else(|| (was.is_none() && root(sides.new)).then(|| sides.new.root()));
    let draft = draft.posture(posture).operations(group.operations.clone());
    sides.report(draft.old(was).new_at(now));
}

/// The calls of these operations in words.
pub(super) fn subject(operations: &[String]) -> String {
    match operations {
        [] => "calls".to_owned(),
        [one] => format!("calls of `{one}`"),
        [one, rest @ ..] => format!("calls of `{one}` and {} more", rest.len()),
    }
}

const fn words(rank: u8) -> &'static str {
    match rank {
        0 => "not encrypted",
        1 => "encrypted or not, as the client likes",
        2 => "left undefined (no scheme is declared)",
        _ => "encrypted",
    }
}
