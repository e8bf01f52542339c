//! Which security scheme of the one document is which of the other.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use crate::diff::matched::matched;
use crate::document::NodeRef;
use crate::spec::{KeyPlace, SchemeKind, SecurityScheme, Spec};

/// The schemes of two documents, matched. Indices are into [`Spec::schemes`].
pub(super) struct SchemePairs<'s, 'd> {
    old: Side<'s, 'd>,
    new: Side<'s, 'd>,
}

/// The schemes of one document.
struct Side<'s, 'd> {
    schemes: &'s [SecurityScheme<'d>],
    /// The scheme of the other document that each one is.
    partner: Vec<Option<usize>>,
    /// What each name stands for: the last scheme that has it.
    names: FxHashMap<&'d str, usize>,
}

impl<'s, 'd> Side<'s, 'd> {
    fn of(spec: &'s Spec<'d>) -> Self {
        let schemes = spec.schemes();
        let named = schemes.iter().enumerate();
        Self {
            schemes,
            partner: vec![None; schemes.len()],
            names: named.map(|(at, scheme)| (scheme.name, at)).collect(),
        }
    }

    /// Those without a partner.
    fn alone(&self) -> Vec<usize> {
        let all = 0..self.schemes.len();
        all.filter(|at| self.partner[*at].is_none()).collect()
    }

    fn schemes_alone(&self) -> Vec<&'s SecurityScheme<'d>> {
        let alone = self.alone().into_iter();
        alone.map(|at| &self.schemes[at]).collect()
    }

    /// What a name stands for, when it has no partner.
    fn alone_named(&self, name: &str) -> Option<usize> {
        let at = *self.names.get(name)?;
        self.partner[at].is_none().then_some(at)
    }
}

/// A scheme as requirements name it, the same for both documents.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Atom {
    /// A scheme of the old document, and the one of the new that it became.
    Old(usize),
    /// A scheme that only the new document has.
    New(usize),
    /// A name that nothing defines.
    Undefined(String),
}

impl<'s, 'd> SchemePairs<'s, 'd> {
    pub(super) fn of(old: &'s Spec<'d>, new: &'s Spec<'d>) -> Self {
        let mut pairs = Self {
            old: Side::of(old),
            new: Side::of(new),
        };
        let [was, is] = [&pairs.old, &pairs.new].map(|side| {
            let all = side.schemes.iter();
            all.map(identity).collect::<Vec<String>>()
        });
        let (old, new) = (pairs.old.schemes, pairs.new.schemes);
        pairs.by(|at| (old[at].name, &was[at]), |at| (new[at].name, &is[at]));
        pairs.by(|at| &was[at], |at| &is[at]);
        pairs.by(|at| old[at].name, |at| new[at].name);
        pairs.replaced();
        pairs
    }

    /// Match those still alone that have one key, in their order.
    fn by<K: Hash + Eq>(&mut self, old: impl Fn(usize) -> K, new: impl Fn(usize) -> K) {
        let (mut was, mut is) = (self.old.alone(), self.new.alone());
        let lists = (&mut was, &mut is);
        for (at, partner) in matched(lists, |at| Some(old(*at)), |at| Some(new(*at))) {
            self.join(at, partner);
        }
    }

    fn join(&mut self, old: usize, new: usize) {
        self.old.partner[old] = Some(new);
        self.new.partner[new] = Some(old);
    }

    /// Where all that went is of one type and all that came too, the first became the first. A
    /// certificate is of the connection: no credential in a request takes its place.
    fn replaced(&mut self) {
        let first = |side: &Side<'_, '_>| {
            let mut alone = side.alone();
            alone.retain(|at| !is_certificate(&side.schemes[*at]));
            let name = |at: &usize| type_name(&side.schemes[*at]);
            let is_one = alone.windows(2).all(|two| name(&two[0]) == name(&two[1]));
            alone.first().copied().filter(|_| is_one)
        };
        if let (Some(old), Some(new)) = (first(&self.old), first(&self.new)) {
            self.join(old, new);
        }
    }

    pub(super) fn both(&self) -> Vec<(&'s SecurityScheme<'d>, &'s SecurityScheme<'d>)> {
        let pairs = self.old.schemes.iter().zip(&self.old.partner);
        pairs
            .filter_map(|(old, partner)| Some((old, &self.new.schemes[(*partner)?])))
            .collect()
    }

    pub(super) fn only_old(&self) -> Vec<&'s SecurityScheme<'d>> {
        self.old.schemes_alone()
    }

    pub(super) fn only_new(&self) -> Vec<&'s SecurityScheme<'d>> {
        self.new.schemes_alone()
    }

    /// What a name of the old document stands for.
    pub(super) fn old_atom(&self, name: &str) -> Atom {
        if let Some(at) = self.old.names.get(name) {
            return Atom::Old(*at);
        }
        // defined in the new document only: the name went on meaning what it says there
        let new = self.new.alone_named(name);
        new.map_or_else(|| Atom::Undefined(name.to_owned()), Atom::New)
    }

    /// What a name of the new document stands for.
    pub(super) fn new_atom(&self, name: &str) -> Atom {
        if let Some(at) = self.new.names.get(name) {
            return self.new.partner[*at].map_or(Atom::New(*at), Atom::Old);
        }
        let old = self.old.alone_named(name);
        old.map_or_else(|| Atom::Undefined(name.to_owned()), Atom::Old)
    }

    /// The name of an atom in messages.
    pub(super) fn name(&self, atom: &Atom) -> String {
        let name = match atom {
            Atom::Old(at) => match self.old.partner[*at] {
                Some(new) => self.new.schemes[new].name,
                None => self.old.schemes[*at].name,
            },
            Atom::New(at) => self.new.schemes[*at].name,
            Atom::Undefined(name) => name.as_str(),
        };
        name.to_owned()
    }
}

/// The type platforms know a scheme by.
pub(super) fn type_name(scheme: &SecurityScheme<'_>) -> Option<&'static str> {
    match &scheme.kind {
        SchemeKind::ApiKey { .. } => Some("apiKey"),
        SchemeKind::OAuth2 { .. } => Some("oauth2"),
        _ => scheme.auth_kind().map(crate::spec::AuthKind::type_name),
    }
}

fn is_certificate(scheme: &SecurityScheme<'_>) -> bool {
    matches!(scheme.kind, SchemeKind::MutualTls)
}

/// What tells a scheme from others whatever it is called.
fn identity(scheme: &SecurityScheme<'_>) -> String {
    match &scheme.kind {
        SchemeKind::ApiKey { place, name } => {
            let name = name.as_deref().unwrap_or_default();
            let place = place.map_or("", KeyPlace::name);
            format!("apiKey {place} {}", key_name(place, name))
        }
        SchemeKind::Http { scheme } => format!(
            "http {}",
            scheme.as_deref().unwrap_or_default().to_ascii_lowercase()
        ),
        SchemeKind::OAuth2 { flows } => {
            let mut all: Vec<String> = flows.iter().map(flow_identity).collect();
            all.sort();
            format!("oauth2 {}", all.join("; "))
        }
        SchemeKind::OpenIdConnect => {
            let url = scheme.node.get("openIdConnectUrl");
            format!(
                "openIdConnect {}",
                url.map(NodeRef::text).unwrap_or_default()
            )
        }
        SchemeKind::Unknown => {
            let word = scheme.node.get("type");
            format!("unknown {}", word.map(NodeRef::text).unwrap_or_default())
        }
        _ => type_name(scheme).unwrap_or_default().to_owned(),
    }
}

/// Names of headers have no case (RFC 9110 section 5.1).
pub(super) fn key_name(place: &str, name: &str) -> String {
    if place == "header" {
        name.to_ascii_lowercase()
    } else {
        name.to_owned()
    }
}

fn flow_identity(flow: &crate::spec::Flow<'_>) -> String {
    let mut urls: Vec<String> = flow
        .urls()
        .map(|url| format!("{}={}", url.key(), url.text()))
        .collect();
    urls.sort();
    format!("{:?} {}", flow.kind, urls.join(" "))
}
