//! Whether the items of an array are distinct, without copying them.

use std::borrow::Cow;
use std::hash::{Hash as _, Hasher as _};

use rustc_hash::FxHasher;

use crate::document::{Kind, NodeRef, Value, key};

/// The first item that equals an earlier one: JSON equality, members in any order.
pub(super) fn first_repeated(array: NodeRef<'_>) -> Option<NodeRef<'_>> {
    array.item(1)?;
    if are_few_texts(array) || are_few_names(array) || are_few_and_distinct(array) {
        return None;
    }
    let items: Vec<_> = array.items().collect();
    let alike = alike(&items, Reach::Members);
    let alike = alike.chunk_by(|a, b| a.0 == b.0);
    let suspects = alike.filter(|some| some.len() > 1);
    let repeated = suspects.filter_map(|some| {
        let some: Vec<_> = some.iter().map(|(_, item)| *item).collect();
        first_equal(&some)
    });
    repeated.min_by_key(|item| item.id())
}

/// The first of these items that equals an earlier one.
fn first_equal<'d>(items: &[NodeRef<'d>]) -> Option<NodeRef<'d>> {
    let alike = alike(items, Reach::All);
    let equal = alike.chunk_by(|a, b| a.0 == b.0).filter_map(repeated);
    equal.min_by_key(|item| item.id())
}

/// Items that are told apart one by one: most arrays have no more.
const FEW: usize = 12;

/// True for a few distinct texts without escapes.
fn are_few_texts(array: NodeRef<'_>) -> bool {
    are_few_distinct(array.items().map(NodeRef::as_str))
}

fn are_few_distinct<'d>(all: impl Iterator<Item = Option<Cow<'d, str>>>) -> bool {
    let mut texts = [""; FEW];
    for (at, text) in all.enumerate() {
        let Some(Cow::Borrowed(text)) = text else {
            return false;
        };
        if at == FEW || texts[..at].contains(&text) {
            return false;
        }
        texts[at] = text;
    }
    true
}

/// True for a few objects whose names are distinct texts without escapes: parameters, tags.
fn are_few_names(array: NodeRef<'_>) -> bool {
    are_few_distinct(array.items().map(|item| item.member(key::NAME)?.as_str()))
}

/// True for a few items that are told apart by their members.
fn are_few_and_distinct(array: NodeRef<'_>) -> bool {
    let mut prints = [0; FEW];
    for (at, item) in array.items().enumerate() {
        let print = fingerprint(item, Reach::Members);
        if at == prints.len() || prints[..at].contains(&print) {
            return false;
        }
        prints[at] = print;
    }
    true
}

/// How much of an item its fingerprint is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Its members, of those that hold more only the kind, and of texts their ends: enough to tell
    /// most items apart.
    Members,
    /// All that is in it.
    All,
}

/// The items with their fingerprints, those of equal ones side by side, else in their order.
fn alike<'d>(items: &[NodeRef<'d>], reach: Reach) -> Vec<(u64, NodeRef<'d>)> {
    let prints = items.iter().map(|item| (fingerprint(*item, reach), *item));
    let mut alike: Vec<_> = prints.collect();
    alike.sort_unstable_by_key(|(fingerprint, item)| (*fingerprint, item.id()));
    alike
}

/// The first of these items, whose fingerprints are the same, that equals an earlier one.
fn repeated<'d>(alike: &[(u64, NodeRef<'d>)]) -> Option<NodeRef<'d>> {
    (1..alike.len())
        .map(|at| alike[at].1)
        .enumerate()
        .find_map(|(before, item)| {
            let same = |earlier: &(u64, NodeRef<'_>)| equal(earlier.1, item);
            alike[..=before].iter().any(same).then_some(item)
        })
}

/// A number that equal values share.
fn fingerprint(node: NodeRef<'_>, reach: Reach) -> u64 {
    let mut hasher = FxHasher::default();
    match node.kind() {
        Kind::Array => node
            .items()
            .for_each(|item| part(item, reach).hash(&mut hasher)),
        Kind::Object => return object_fingerprint(node, reach),
        _ => scalar(node, reach, &mut hasher),
    }
    hasher.finish()
}

/// The sum over the members: their order does not matter.
fn object_fingerprint(object: NodeRef<'_>, reach: Reach) -> u64 {
    let member = |entry: NodeRef<'_>| {
        let mut hasher = FxHasher::default();
        (entry.key_symbol(), part(entry, reach)).hash(&mut hasher);
        hasher.finish()
    };
    object.entries().map(member).fold(1, u64::wrapping_add)
}

/// The part a member or an item has in the fingerprint of what holds it.
fn part(node: NodeRef<'_>, reach: Reach) -> u64 {
    match node.kind() {
        kind @ (Kind::Array | Kind::Object) if reach == Reach::Members => kind as u64,
        _ => fingerprint(node, reach),
    }
}

fn scalar(node: NodeRef<'_>, reach: Reach, hasher: &mut FxHasher) {
    match node.kind() {
        Kind::Integer | Kind::Float => {
            let value = node.text().parse::<f64>();
            value.map_or(0, f64::to_bits).hash(hasher);
        }
        kind if reach == Reach::Members => (kind as u8, ends(node.text().as_bytes())).hash(hasher),
        kind => (kind as u8, node.text()).hash(hasher),
    }
}

/// The length of a text, its first bytes and its last ones: they tell most texts apart.
fn ends(text: &[u8]) -> (usize, u64, u64) {
    let word = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0, |word, byte| word << 8 | u64::from(*byte))
    };
    let first = text
        .first_chunk::<8>()
        .map_or_else(|| word(text), |it| u64::from_be_bytes(*it));
    let last = text
        .last_chunk::<8>()
        .map_or(0, |it| u64::from_be_bytes(*it));
    (text.len(), first, last)
}

fn equal(a: NodeRef<'_>, b: NodeRef<'_>) -> bool {
    match (Value::of(a, usize::MAX), Value::of(b, usize::MAX)) {
        (Ok(a), Ok(b)) => sorted(a) == sorted(b),
        _ => false,
    }
}

/// The value with the members of its objects in the order of their keys.
fn sorted(value: Value) -> Value {
    match value {
        Value::Array(items) => Value::array(items.into_iter().map(sorted)),
        Value::Object(members) => {
            let members = members.into_iter().map(|(key, value)| (key, sorted(value)));
            let mut members: Vec<_> = members.collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(members)
        }
        other => other,
    }
}
