//! Which security scheme of the one document is which of the other.

use crate::document::NodeRef;
use crate::spec::{KeyPlace, SchemeKind, SecurityScheme, Spec};

/// The schemes of two documents, matched. Indices are into [`Spec::schemes`].
pub(super) struct SchemePairs<'s, 'd> {
    old: &'s [SecurityScheme<'d>],
    new: &'s [SecurityScheme<'d>],
    /// The new scheme of each old one.
    partner: Vec<Option<usize>>,
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
            old: old.schemes(),
            new: new.schemes(),
            partner: vec![None; old.schemes().len()],
        };
        pairs.by(|a, b| a.name == b.name && identity(a) == identity(b));
        pairs.by(|a, b| identity(a) == identity(b));
        pairs.by(|a, b| a.name == b.name);
        pairs.replaced();
        pairs
    }

    fn by(&mut self, same: impl Fn(&SecurityScheme<'d>, &SecurityScheme<'d>) -> bool) {
        for at in 0..self.old.len() {
            if self.partner[at].is_none() {
                let alone = self.added();
                self.partner[at] = alone
                    .into_iter()
                    .find(|n| same(&self.old[at], &self.new[*n]));
            }
        }
    }

    /// Where all that went is of one type and all that came too, the first became the first. A
    /// certificate is of the connection: no credential in a request takes its place.
    fn replaced(&mut self) {
        let (mut gone, mut added) = (self.gone(), self.added());
        gone.retain(|at| !is_certificate(&self.old[*at]));
        added.retain(|at| !is_certificate(&self.new[*at]));
        let is_one = |types: Vec<Option<&str>>| types.windows(2).all(|two| two[0] == two[1]);
        let old = gone.iter().map(|at| type_name(&self.old[*at])).collect();
        let new = added.iter().map(|at| type_name(&self.new[*at])).collect();
        if let (Some(first), Some(partner)) = (gone.first(), added.first())
            && is_one(old)
            && is_one(new)
        {
            self.partner[*first] = Some(*partner);
        }
    }

    /// Old schemes without a partner.
    fn gone(&self) -> Vec<usize> {
        let all = 0..self.old.len();
        all.filter(|at| self.partner[*at].is_none()).collect()
    }

    /// New schemes without a partner.
    fn added(&self) -> Vec<usize> {
        let all = 0..self.new.len();
        all.filter(|at| !self.partner.contains(&Some(*at)))
            .collect()
    }

    pub(super) fn both(&self) -> Vec<(&'s SecurityScheme<'d>, &'s SecurityScheme<'d>)> {
        let pairs = self.old.iter().zip(&self.partner);
        pairs
            .filter_map(|(old, partner)| Some((old, &self.new[(*partner)?])))
            .collect()
    }

    pub(super) fn only_old(&self) -> Vec<&'s SecurityScheme<'d>> {
        self.gone().into_iter().map(|at| &self.old[at]).collect()
    }

    pub(super) fn only_new(&self) -> Vec<&'s SecurityScheme<'d>> {
        self.added().into_iter().map(|at| &self.new[at]).collect()
    }

    /// What a name of the old document stands for.
    pub(super) fn old_atom(&self, name: &str) -> Atom {
        let known = self.old.iter().rposition(|scheme| scheme.name == name);
        known.map_or_else(
            || {
                // defined in the new document only: the name went on meaning what it says there
                let new = self.new.iter().rposition(|scheme| scheme.name == name);
                let free = new.filter(|at| !self.partner.contains(&Some(*at)));
                free.map_or_else(|| Atom::Undefined(name.to_owned()), Atom::New)
            },
            Atom::Old,
        )
    }

    /// What a name of the new document stands for.
    pub(super) fn new_atom(&self, name: &str) -> Atom {
        if let Some(at) = self.new.iter().rposition(|scheme| scheme.name == name) {
            let old = self.partner.iter().position(|one| *one == Some(at));
            return old.map_or(Atom::New(at), Atom::Old);
        }
        let old = self.old.iter().rposition(|scheme| scheme.name == name);
        let free = old.filter(|at| self.partner[*at].is_none());
        free.map_or_else(|| Atom::Undefined(name.to_owned()), Atom::Old)
    }

    /// The name of an atom in messages.
    pub(super) fn name(&self, atom: &Atom) -> String {
        match atom {
            Atom::Old(at) => match self.partner[*at] {
                Some(new) => self.new[new].name.to_owned(),
                None => self.old[*at].name.to_owned(),
            },
            Atom::New(at) => self.new[*at].name.to_owned(),
            Atom::Undefined(name) => name.clone(),
        }
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
