//! Which scopes the requirements ask for, and which nothing asks for.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::{NodeId, NodeRef};
use crate::spec::{Flow, SecurityScheme};

/// Scopes that say what the sign-in itself gives, which no operation needs.
const OF_SIGN_IN: [&str; 7] = [
    "openid",
    "profile",
    "email",
    "address",
    "phone",
    "offline",
    "offline_access",
];
/// What requirements ask of each scheme; of those where callers choose, nothing is known.
#[derive(Default)]
pub(super) struct Asked(FxHashMap<NodeId, Option<FxHashSet<String>>>);

impl Asked {
    /// True when no requirement names a scheme.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A requirement names a scheme with these scopes.
    pub(super) fn note(&mut self, scheme: NodeId, scopes: impl ExactSizeIterator<Item = String>) {
        let known = self
            .0
            .entry(scheme)
            .or_insert_with(|| Some(FxHashSet::default()));
        if scopes.len() == 0 {
            *known = None;
        }
        if let Some(known) = known {
            known.extend(scopes);
        }
    }

    /// The scopes of a scheme that nothing asks for, each once.
    pub(super) fn unused<'d>(&self, scheme: &SecurityScheme<'d>) -> Vec<NodeRef<'d>> {
        let Some(Some(asked)) = self.0.get(&scheme.node.id()) else {
            return Vec::new();
        };
        if asked.iter().any(|scope| stands_for_several(scope)) {
            return Vec::new();
        }
        let mut seen = FxHashSet::default();
        let unused = defined(scheme).filter(|scope| {
            let name = scope.key();
            let judged = !stands_for_several(name) && !OF_SIGN_IN.contains(&name);
            judged && !asked.contains(name) && seen.insert(name)
        });
        unused.collect()
    }
}

/// The members that define scopes, flow after flow.
pub(super) fn defined<'s, 'd>(
    scheme: &'s SecurityScheme<'d>,
) -> impl Iterator<Item = NodeRef<'d>> + use<'s, 'd> {
    scheme.flows().iter().flat_map(Flow::scope_entries)
}

/// True for a pattern, and for several scopes in one text.
fn stands_for_several(scope: &str) -> bool {
    scope.is_empty() || scope.contains(['*', '{', ' ', ','])
}
