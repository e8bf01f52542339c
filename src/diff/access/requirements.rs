//! What each operation requires, before and after.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::logic::{Alternative, Formula, MANY, schemes};
use super::pairs::{Atom, SchemePairs};
use crate::diff::operations::Pairing;
use crate::diff::rules::access as rules;
use crate::diff::sides::{Draft, Sides};
use crate::diff::{Compatibility, Posture};
use crate::document::{NodeId, NodeRef};
use crate::finding::Severity;
use crate::spec::{Operation, Protection};

/// Operations whose requirements come from the same two places: one change concerns them all.
struct Group<'d> {
    old: Option<NodeRef<'d>>,
    new: Option<NodeRef<'d>>,
    before: Formula,
    after: Formula,
    operations: Vec<(Operation<'d>, Operation<'d>)>,
}

/// Report what operations require now and did not, and the other way round.
pub(super) fn report<'d>(
    sides: &mut Sides<'_, 'd>,
    pairing: &Pairing<'d>,
    pairs: &SchemePairs<'_, '_>,
) {
    for group in groups(sides, pairing, pairs) {
        if group.before != group.after {
            judge(sides, &group, pairs);
        }
    }
}

/// Report operations that are new and let everyone in.
pub(super) fn report_added(sides: &mut Sides<'_, '_>, pairing: &Pairing<'_>) {
    for (operation, is_public) in pairing.added() {
        if is_public && operation.origin == crate::spec::Origin::Paths {
            let protection = sides.new.protection(operation);
            let title = operation.title();
            let message = format!("the new operation `{title}` lets everyone in");
            let own = protection.requirements().map(|one| one.node);
            let draft = Draft::new(&rules::OperationAddedPublic::META, message)
                .posture(Posture::Weaker)
                .argument(title.clone())
                .operations(vec![title])
                .new_at(own.filter(|_| is_own(&protection)).or(Some(operation.node)));
            sides.report(draft);
        }
    }
}

fn is_own(protection: &Protection<'_>) -> bool {
    matches!(protection, Protection::Own(_) | Protection::OptedOut(_))
}

fn groups<'d>(
    sides: &Sides<'_, 'd>,
    pairing: &Pairing<'d>,
    pairs: &SchemePairs<'_, '_>,
) -> Vec<Group<'d>> {
    let mut out: Vec<Group<'d>> = Vec::new();
    let mut known: FxHashMap<(Option<NodeId>, Option<NodeId>), usize> = FxHashMap::default();
    for (old, new) in pairing.pairs() {
        let (was, is) = (sides.old.protection(old), sides.new.protection(new));
        let node = |one: &Protection<'d>| one.requirements().map(|one| one.node);
        let (before, after) = (node(&was), node(&is));
        let place = (before.map(NodeRef::id), after.map(NodeRef::id));
        let at = *known.entry(place).or_insert_with(|| {
            out.push(Group {
                old: before,
                new: after,
                before: Formula::of(&was, |name| pairs.old_atom(name)),
                after: Formula::of(&is, |name| pairs.new_atom(name)),
                operations: Vec::new(),
            });
            out.len() - 1
        });
        out[at].operations.push((*old, *new));
    }
    out
}

fn judge<'d>(sides: &mut Sides<'_, 'd>, group: &Group<'d>, pairs: &SchemePairs<'_, '_>) {
    let (before, after) = (&group.before, &group.after);
    let subject = subject(group);
    let public = (before.is_public(), after.is_public());
    match public {
        (false, true) => {
            let message = format!("{subject} became public: everyone gets in without a credential");
            let draft = Draft::new(&rules::OperationBecamePublic::META, message);
            emit(sides, group, draft.posture(Posture::Weaker), true);
        }
        (true, false) => {
            let ask = verb(group, "asks", "ask");
            let asked = words(&after.alternatives, pairs);
            let message = format!("{subject} let everyone in, and now {ask} for {asked}");
            let draft = Draft::new(&rules::RequirementAdded::META, message);
            emit(
                sides,
                group,
                draft.posture(Posture::Stronger).breaks(),
                false,
            );
        }
        _ if before.alternatives == after.alternatives => needless(sides, group, &subject),
        _ if only_scopes(sides, group, pairs, &subject) => {}
        _ => alternatives(sides, group, pairs, &subject),
    }
}

/// Alternatives came or went beside one that asks for less: nobody is let in or kept out by that.
fn needless<'d>(sides: &mut Sides<'_, 'd>, group: &Group<'d>, subject: &str) {
    let message = format!("the requirements of {subject} changed, and mean the same");
    let meta = &rules::RequirementRemoved::META;
    let draft = Draft::new(meta, message).severity(Severity::Info);
    emit(sides, group, draft, false);
}

/// Report scopes when they are all that changed.
fn only_scopes<'d>(
    sides: &mut Sides<'_, 'd>,
    group: &Group<'d>,
    pairs: &SchemePairs<'_, '_>,
    subject: &str,
) -> bool {
    let (Some(before), Some(after)) = (group.before.by_schemes(), group.after.by_schemes()) else {
        return false;
    };
    if !before.keys().eq(after.keys()) {
        return false;
    }
    let mut gone: BTreeSet<(Atom, String)> = BTreeSet::new();
    let mut added: BTreeSet<(Atom, String)> = BTreeSet::new();
    for (was, is) in before.values().zip(after.values()) {
        for (atom, scopes) in *was {
            let now = &is[atom];
            gone.extend(
                scopes
                    .difference(now)
                    .map(|one| (atom.clone(), one.clone())),
            );
            added.extend(
                now.difference(scopes)
                    .map(|one| (atom.clone(), one.clone())),
            );
        }
    }
    for (atom, scope) in added {
        let name = pairs.name(&atom);
        let require = verb(group, "requires", "require");
        let message = format!("{subject} {require} the scope `{scope}` of `{name}` now");
        let draft = Draft::new(&rules::ScopeAdded::META, message).argument(scope);
        emit(
            sides,
            group,
            draft.breaks().posture(Posture::Stronger),
            false,
        );
    }
    for (atom, scope) in gone {
        let name = pairs.name(&atom);
        let message = format!(
            "{subject} no longer {} the scope `{scope}` of `{name}`",
            verb(group, "requires", "require")
        );
        let draft = Draft::new(&rules::ScopeRemoved::META, message).argument(scope);
        emit(sides, group, draft.posture(Posture::Weaker), false);
    }
    true
}

/// Report alternatives that came, went, ask for more or for less.
fn alternatives<'d>(
    sides: &mut Sides<'_, 'd>,
    group: &Group<'d>,
    pairs: &SchemePairs<'_, '_>,
    subject: &str,
) {
    let (gains, losses) = gains_and_losses(group, pairs);
    let posture = group.before.posture(&group.after);
    let compatibility = group.before.compatibility(&group.after);
    for (meta, what) in [
        (&rules::RequirementAdded::META, gains),
        (&rules::RequirementRemoved::META, losses),
    ] {
        if !what.is_empty() {
            let message = format!("{subject} {}", what.join(" and "));
            let draft = Draft::new(meta, message)
                .posture(posture)
                .compatibility(compatibility)
                .severity(severity(posture, compatibility));
            emit(sides, group, draft, false);
        }
    }
}

/// What is asked for or accepted besides, and what no longer is, in words.
fn gains_and_losses(group: &Group<'_>, pairs: &SchemePairs<'_, '_>) -> (Vec<String>, Vec<String>) {
    let (before, after) = (&group.before.alternatives, &group.after.alternatives);
    let require = verb(group, "requires", "require");
    let accept = verb(group, "accepts", "accept");
    let mut added: Vec<&Alternative> = after.difference(before).collect();
    let (mut gains, mut losses) = (Vec::new(), Vec::new());
    let gone = before.difference(after).count();
    if added.len().max(gone) > MANY {
        // each with each would take too long, and nobody would read it
        let words = |what: &str, count| {
            (count > 0).then(|| format!("{what} {count} combinations of schemes"))
        };
        gains.extend(words(&format!("{accept} another"), added.len()));
        losses.extend(words(&format!("no longer {accept}"), gone));
        return (gains, losses);
    }
    for was in before.difference(after) {
        let own = schemes(was);
        let tighter = added.iter().position(|is| own.is_subset(&schemes(is)));
        let looser = || added.iter().position(|is| schemes(is).is_subset(&own));
        if let Some(at) = tighter {
            let more = extra(was, added.remove(at), pairs);
            gains.push(format!("also {require} {more}"));
        } else if let Some(at) = looser() {
            let less = extra(added.remove(at), was, pairs);
            losses.push(format!("no longer {require} {less}"));
        } else {
            losses.push(format!("no longer {accept} {}", all_of(was, pairs)));
        }
    }
    let new = added.iter().map(|one| all_of(one, pairs));
    gains.extend(new.map(|one| format!("{accept} {one} too")));
    (gains, losses)
}

fn severity(posture: Posture, compatibility: Compatibility) -> Severity {
    match (posture, compatibility) {
        (Posture::Weaker, _) => Severity::Error,
        (_, Compatibility::No) => Severity::Info,
        _ => Severity::Warning,
    }
}

/// What `more` asks for beyond `less`.
fn extra(less: &Alternative, more: &Alternative, pairs: &SchemePairs<'_, '_>) -> String {
    let new = more.iter().filter(|(atom, _)| !less.contains_key(*atom));
    let names: Vec<String> = new
        .map(|(atom, _)| format!("`{}`", pairs.name(atom)))
        .collect();
    if names.is_empty() {
        "other scopes".into()
    } else {
        names.join(" and ")
    }
}

fn all_of(alternative: &Alternative, pairs: &SchemePairs<'_, '_>) -> String {
    if alternative.is_empty() {
        return "no credential".into();
    }
    let one = |(atom, scopes): (&Atom, &BTreeSet<String>)| {
        let name = pairs.name(atom);
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        match scopes.as_slice() {
            [] => format!("`{name}`"),
            some => format!("`{name}` [{}]", some.join(", ")),
        }
    };
    let all: Vec<String> = alternative.iter().map(one).collect();
    all.join(" with ")
}

fn words(alternatives: &BTreeSet<Alternative>, pairs: &SchemePairs<'_, '_>) -> String {
    let all: Vec<String> = alternatives.iter().map(|one| all_of(one, pairs)).collect();
    all.join(" or ")
}

/// The operations in words: the first, and how many more.
fn subject(group: &Group<'_>) -> String {
    let first = group.operations[0].1.title();
    match group.operations.len() - 1 {
        0 => format!("`{first}`"),
        1 => format!("`{first}` and one more operation"),
        more => format!("`{first}` and {more} more operations"),
    }
}

/// The verb that goes with the subject.
const fn verb(group: &Group<'_>, one: &'static str, many: &'static str) -> &'static str {
    if group.operations.len() == 1 {
        one
    } else {
        many
    }
}

fn emit<'d>(sides: &mut Sides<'_, 'd>, group: &Group<'d>, draft: Draft, is_opened: bool) {
    let (old, new) = group.operations[0];
    let titles = group.operations.iter().map(|(_, new)| new.title());
    // an operation that was opened is pointed at where it stands, unless a member says so
    let is_root = group.operations.len() > 1 || group.new.is_some() || !is_opened;
    let now = group
        .new
        .or((!is_root || group.old.is_none()).then_some(new.node));
    let was = group
        .old
        .or_else(|| group.new.is_none().then_some(old.node));
    let draft = draft.operations(titles.collect()).argument(new.title());
    sides.report(draft.old(was).new_at(now));
}
