//! Which operation of the one document is which of the other.

use std::borrow::Cow;
use std::hash::Hash;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::spec::{Method, Operation, Origin, Spec};

/// The operations of two documents, matched. All indices are into [`Spec::operations`].
pub(super) struct Pairing<'d> {
    /// Old and new, in the old document's order.
    pub(super) both: Vec<(Operation<'d>, Operation<'d>)>,
    /// Only in the old document.
    pub(super) gone: Vec<Operation<'d>>,
    /// Only in the new document.
    pub(super) added: Vec<Operation<'d>>,
    /// Whether each of those lets everyone in.
    pub(super) added_public: Vec<bool>,
    /// Operations of callbacks and unused path items that stand at one place in both.
    pub(super) elsewhere: Vec<(Operation<'d>, Operation<'d>)>,
}

impl<'d> Pairing<'d> {
    /// The operations that are new, and whether each lets everyone in.
    pub(super) fn added(&self) -> impl Iterator<Item = (&Operation<'d>, bool)> {
        self.added.iter().zip(self.added_public.iter().copied())
    }

    /// Every pair.
    pub(super) fn pairs(&self) -> impl Iterator<Item = &(Operation<'d>, Operation<'d>)> {
        self.both.iter().chain(&self.elsewhere)
    }
}

/// Match operations: by path and method, then by `operationId`, then by path and method with the
/// names in braces left out.
pub(super) fn pair<'d>(old: &Spec<'d>, new: &Spec<'d>) -> Pairing<'d> {
    let mut matching = Matching {
        old: old.operations(),
        new: new.operations(),
        partner: vec![None; old.operations().len()],
        taken: FxHashSet::default(),
    };
    matching.by(|operation| Some(exact(operation)));
    matching.by(operation_id);
    matching.by(|operation| Some(without_names(operation)));
    Pairing {
        elsewhere: elsewhere(old, new),
        ..matching.into_pairing(new)
    }
}

fn elsewhere<'d>(old: &Spec<'d>, new: &Spec<'d>) -> Vec<(Operation<'d>, Operation<'d>)> {
    let all = new.other_operations().into_iter();
    let mut places: FxHashMap<String, Operation<'d>> = all.map(|one| (place(&one), one)).collect();
    let old = old.other_operations().into_iter();
    old.filter_map(|one| Some((one, places.remove(&place(&one))?)))
        .collect()
}

fn place(operation: &Operation<'_>) -> String {
    operation.node.pointer().to_string()
}

struct Matching<'s, 'd> {
    old: &'s [Operation<'d>],
    new: &'s [Operation<'d>],
    partner: Vec<Option<usize>>,
    taken: FxHashSet<usize>,
}

impl<'d> Matching<'_, 'd> {
    /// Match those still alone whose key is the same and stands for one operation on each side.
    fn by<K: Hash + Eq>(&mut self, key: impl Fn(&Operation<'d>) -> Option<K>) {
        let alone = |at: &usize| !self.taken.contains(at);
        let mut of_key: FxHashMap<K, Option<usize>> = FxHashMap::default();
        for at in (0..self.new.len()).filter(alone) {
            if let Some(key) = key(&self.new[at]) {
                let known = of_key.entry(key);
                known.and_modify(|one| *one = None).or_insert(Some(at));
            }
        }
        let mut seen: FxHashMap<K, usize> = FxHashMap::default();
        let single: Vec<usize> = (0..self.old.len())
            .filter(|at| self.partner[*at].is_none())
            .collect();
        for at in &single {
            if let Some(key) = key(&self.old[*at]) {
                *seen.entry(key).or_default() += 1;
            }
        }
        for at in single {
            let Some(key) = key(&self.old[at]) else {
                continue;
            };
            if seen[&key] == 1
                && let Some(Some(partner)) = of_key.get(&key)
            {
                self.partner[at] = Some(*partner);
                self.taken.insert(*partner);
            }
        }
    }

    fn into_pairing(self, new: &Spec<'d>) -> Pairing<'d> {
        let mut pairing = Pairing {
            both: Vec::new(),
            gone: Vec::new(),
            added: Vec::new(),
            added_public: Vec::new(),
            elsewhere: Vec::new(),
        };
        for (at, partner) in self.partner.iter().enumerate() {
            match partner {
                Some(partner) => pairing.both.push((self.old[at], self.new[*partner])),
                None => pairing.gone.push(self.old[at]),
            }
        }
        let added = (0..self.new.len()).filter(|at| !self.taken.contains(at));
        pairing.added = added.map(|at| self.new[at]).collect();
        let public = pairing.added.iter().map(|one| new.is_public(one));
        pairing.added_public = public.collect();
        pairing
    }
}

fn exact<'d>(operation: &Operation<'d>) -> (Origin, &'d str, &'d str) {
    (operation.origin, method(operation), operation.path)
}

fn operation_id<'d>(operation: &Operation<'d>) -> Option<(Origin, Cow<'d, str>)> {
    let id = operation.operation_id()?.as_str()?;
    (!id.is_empty()).then_some((operation.origin, id))
}

fn without_names<'d>(operation: &Operation<'d>) -> (Origin, &'d str, String) {
    let template = template(operation.path);
    (operation.origin, method(operation), template)
}

/// As [`Operation::method_name`], not copied.
fn method<'d>(operation: &Operation<'d>) -> &'d str {
    match operation.method {
        Method::Get => "GET",
        Method::Put => "PUT",
        Method::Post => "POST",
        Method::Delete => "DELETE",
        Method::Options => "OPTIONS",
        Method::Head => "HEAD",
        Method::Patch => "PATCH",
        Method::Trace => "TRACE",
        Method::Query => "QUERY",
        Method::Additional => operation.node.key(),
    }
}

/// A path template with the names in braces left out.
pub(super) fn template(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut inside = false;
    for c in path.chars() {
        match c {
            '{' => inside = true,
            '}' => inside = false,
            _ if inside => continue,
            _ => {}
        }
        out.push(c);
    }
    out
}
