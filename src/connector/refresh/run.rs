//! The whole refresh.

use rustc_hash::{FxHashMap, FxHashSet};

use super::carry::{Carrier, by_key};
use super::operations::{matched, template_names};
use super::schemas::Walk;
use super::{Reason, Refresh, Texts};
use crate::document::{NodeRef, key};
use crate::spec::{Operation, Parameter, ParameterPlace, Spec, Version};

/// What people write on an operation; extensions come anyway.
const OPERATION: &[&str] = &["summary", "description", "externalDocs"];
const TEXTS: &[&str] = &["description"];
const INFO: &[&str] = &["description", "termsOfService", "contact", "license"];

/// Plan the changes that bring what the old document says by hand into the new one. A second run
/// over the result plans nothing.
pub fn refresh(old: &Spec<'_>, new: &Spec<'_>, texts: Texts) -> Refresh {
    let mut walk = Walk {
        old,
        new,
        carrier: Carrier::new(texts),
    };
    walk.carrier
        .carry(old.root(), new.root(), &["externalDocs"]);
    if let (Some(old), Some(new)) = (old.root().member(key::PATHS), new.root().member(key::PATHS)) {
        walk.carrier.carry(old, new, &[]);
    }
    if let (Some(old), Some(new)) = (old.root().member(key::INFO), new.root().member(key::INFO)) {
        walk.carrier.carry(old, new, INFO);
    }
    let matched = matched(old, new);
    let ids = Ids::new(&matched.pairs, new);
    for (old, new) in &matched.pairs {
        walk.operation(old, new, &ids);
    }
    walk.shared();
    for lost in &matched.lost {
        walk.carrier.orphan(lost.node, Reason::Operation);
    }
    walk.finish()
}

/// Ids that the new document will have: flows depend on the old ones, and no two may be equal.
struct Ids(FxHashSet<String>);

impl Ids {
    /// Ids of new operations that have no partner, which stay as they are.
    fn new(pairs: &[(Operation<'_>, Operation<'_>)], new: &Spec<'_>) -> Self {
        let paired: FxHashSet<_> = pairs.iter().map(|(_, new)| new.node.id()).collect();
        let alone = new.operations().iter();
        let alone = alone.filter(|operation| !paired.contains(&operation.node.id()));
        let ids = alone.filter_map(|operation| Some(operation.operation_id()?.text().into_owned()));
        Self(ids.collect())
    }

    fn is_free(&self, id: &str) -> bool {
        !self.0.contains(id)
    }
}

impl<'o, 'n> Walk<'_, 'o, 'n> {
    fn operation(&mut self, old: &Operation<'o>, new: &Operation<'n>, ids: &Ids) {
        self.carrier.carry(old.path_item, new.path_item, OPERATION);
        self.carrier.carry(old.node, new.node, OPERATION);
        if let Some(id) = old.operation_id()
            && ids.is_free(&id.text())
        {
            self.carrier.id(id, new.node);
        }
        self.parameters(old, new);
        if let (Some(old), Some(new)) = (
            old.node.member(key::REQUEST_BODY),
            new.node.member(key::REQUEST_BODY),
        ) {
            self.with_content(old, new);
        }
        self.responses(old, new);
    }

    fn parameters(&mut self, old: &Operation<'o>, new: &Operation<'n>) {
        let renamed = renamed(old.path, new.path);
        let partners = self.new.parameters(new);
        let partners: FxHashMap<_, _> = partners
            .iter()
            .filter_map(|one| Some((identity(one, &[])?, one)))
            .collect();
        for parameter in self.old.parameters(old) {
            let hit = identity(&parameter, &renamed).and_then(|key| partners.get(&key));
            match hit {
                Some(partner) => self.parameter(&parameter, partner),
                None => self.carrier.orphan(parameter.node, Reason::Parameter),
            }
        }
    }

    fn parameter(&mut self, old: &Parameter<'o>, new: &Parameter<'n>) {
        self.carrier.carry(old.node, new.node, TEXTS);
        self.internal_default(old, new);
        match (old.node.member(key::SCHEMA), new.node.member(key::SCHEMA)) {
            (Some(old), Some(new)) => self.schema(old, new),
            _ => self.items(old.node, new.node),
        }
    }

    /// A hidden parameter is of no use without its value.
    fn internal_default(&mut self, old: &Parameter<'o>, new: &Parameter<'n>) {
        let hidden = |visibility: NodeRef<'_>| visibility.is_str("internal");
        if old.node.member(key::X_MS_VISIBILITY).is_some_and(hidden)
            && let Some(default) = old.node.member(key::DEFAULT)
            && new.node.member(key::DEFAULT).is_none()
            && self.new.version() == Version::Swagger2
            && new.node.member(key::X_MS_VISIBILITY).is_none()
        {
            self.carrier.member(default, new.node);
        }
    }

    fn items(&mut self, old: NodeRef<'o>, new: NodeRef<'n>) {
        if let (Some(old), Some(new)) = (old.member(key::ITEMS), new.member(key::ITEMS)) {
            self.schema(old, new);
        }
    }

    fn responses(&mut self, old: &Operation<'o>, new: &Operation<'n>) {
        let Some(olds) = old.node.member(key::RESPONSES) else {
            return;
        };
        let news = new.node.member(key::RESPONSES);
        if let Some(news) = news {
            self.carrier.carry(olds, news, &[]);
        }
        let news = news.map(by_key).unwrap_or_default();
        for response in olds.entries().filter(|one| !one.key().starts_with("x-")) {
            match news.get(response.key()) {
                Some(partner) => self.with_content(response, *partner),
                None => self.carrier.orphan(response, Reason::Response),
            }
        }
    }

    /// A response or a request body: its texts, headers and schemas, by media type in 3.x.
    fn with_content(&mut self, old: NodeRef<'o>, new: NodeRef<'n>) {
        let (Some(old), Some(new)) = (self.old.follow(old), self.new.follow(new)) else {
            return;
        };
        self.carrier.carry(old, new, TEXTS);
        if let (Some(old), Some(new)) = (old.member(key::SCHEMA), new.member(key::SCHEMA)) {
            self.schema(old, new);
        }
        for (map, texts) in [("headers", TEXTS), ("content", &[][..])] {
            let olds = old.get(map).into_iter().flat_map(NodeRef::entries);
            let news = new.get(map).map(by_key).unwrap_or_default();
            for part in olds {
                let Some(partner) = news.get(part.key()).copied() else {
                    continue;
                };
                self.carrier.carry(part, partner, texts);
                if let (Some(old), Some(new)) =
                    (part.member(key::SCHEMA), partner.member(key::SCHEMA))
                {
                    self.schema(old, new);
                }
            }
        }
    }

    /// What is shared and was not reached from an operation: by name.
    fn shared(&mut self) {
        for path in [&["definitions"][..], &["components", "schemas"]] {
            for (schema, partner) in self.named(path, Reason::Schema) {
                self.schema(schema, partner);
            }
        }
        for path in [&["parameters"][..], &["components", "parameters"]] {
            for (parameter, partner) in self.named(path, Reason::Parameter) {
                self.parameter(
                    &Parameter::new(parameter, parameter),
                    &Parameter::new(partner, partner),
                );
            }
        }
        for path in [&["responses"][..], &["components", "responses"]] {
            for (response, partner) in self.named(path, Reason::Response) {
                self.with_content(response, partner);
            }
        }
        for (path_item, partner) in self.named(&["paths"], Reason::Operation) {
            self.carrier.carry(path_item, partner, OPERATION);
        }
        self.tags();
    }

    /// Old members of a map that have no partner yet, with the new member of the same name. Those
    /// without one are reported.
    fn named(&mut self, path: &[&str], why: Reason) -> Vec<(NodeRef<'o>, NodeRef<'n>)> {
        let olds = descend(self.old.root(), path);
        let news = descend(self.new.root(), path);
        let news = news.map(by_key).unwrap_or_default();
        let mut pairs = Vec::new();
        for old in olds.into_iter().flat_map(NodeRef::entries) {
            if !self.carrier.is_lost(old) || old.key().starts_with("x-") {
                continue;
            }
            match news.get(old.key()) {
                Some(new) => pairs.push((old, *new)),
                // an operation that is gone is reported itself
                None if why == Reason::Operation => {}
                None => self.carrier.orphan(old, why),
            }
        }
        pairs
    }

    /// Tags are told apart by their names.
    fn tags(&mut self) {
        let list = |root: NodeRef<'o>| root.member(key::TAGS).into_iter().flat_map(NodeRef::items);
        for old in list(self.old.root()) {
            let Some(name) = old.member(key::NAME).and_then(NodeRef::as_str) else {
                continue;
            };
            let news = self.new.root().member(key::TAGS);
            let mut news = news.into_iter().flat_map(NodeRef::items);
            let partner =
                news.find(|new| new.member(key::NAME).is_some_and(|own| own.is_str(&name)));
            if let Some(new) = partner {
                self.carrier
                    .carry(old, new, &["description", "externalDocs"]);
            }
        }
    }
}

fn descend<'d>(root: NodeRef<'d>, path: &[&str]) -> Option<NodeRef<'d>> {
    path.iter().try_fold(root, |at, key| at.get(key))
}

/// Names of path parameters, old and new, by their place in the template.
fn renamed<'o, 'n>(old: &'o str, new: &'n str) -> Vec<(&'o str, &'n str)> {
    let (old, new) = (template_names(old), template_names(new));
    if old.len() == new.len() {
        old.into_iter().zip(new).collect()
    } else {
        Vec::new()
    }
}

/// What a parameter is told apart by: its place and name. There is one body, whatever its name;
/// header names have no case; a path parameter's old name is given in the new template's words.
fn identity(
    parameter: &Parameter<'_>,
    renamed: &[(&str, &str)],
) -> Option<(ParameterPlace, String)> {
    let place = parameter.place?;
    let name = parameter.name.as_deref()?;
    let name = match place {
        ParameterPlace::Body => String::new(),
        ParameterPlace::Header => name.to_ascii_lowercase(),
        ParameterPlace::Path => {
            let new = renamed.iter().find(|(old, _)| *old == name);
            new.map_or(name, |(_, new)| new).to_owned()
        }
        _ => name.to_owned(),
    };
    Some((place, name))
}
