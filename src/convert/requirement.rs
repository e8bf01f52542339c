//! The Security Requirement Object.
//!
//! | source | decision |
//! |---|---|
//! | a requirement naming a scheme of several flows | one alternative a flow |
//! | scopes of a scheme that is not `oauth2` | left out, reported |
//! | a requirement naming an unknown scheme | kept, reported |
//! | no alternative of an operation can be expressed | what the document requires, reported with both |
//! | `{}` among alternatives | kept |

use std::sync::Arc;

use super::converter::Converter;
use super::draft::Draft;
use super::loss::LossKind;
use super::members::Members;
use super::once::Once;
use super::security::Definition;
use crate::document::NodeRef;

/// Most alternatives one requirement is written as.
const MAX_ALTERNATIVES: usize = 32;

impl<'d> Converter<'d> {
    /// Write a `security` member.
    pub(super) fn security_member(&mut self, entry: NodeRef<'d>, out: &mut Members<'d>) {
        if !entry.is_array() {
            return self.lose_invalid(entry);
        }
        let kept = self.alternatives(entry);
        if kept.is_empty() && !entry.is_empty() {
            let asked = entry.items();
            let asked = in_words(asked.map(|one| one.entries().map(NodeRef::key).collect()));
            let what = format!("no alternative can be expressed of: {asked}");
            let instead = self.required_without(entry);
            self.lose(
                LossKind::RequirementWeakened,
                entry,
                what,
                instead.to_string(),
            );
            return;
        }
        out.put_entry(entry, Draft::Array(kept));
    }

    /// The alternatives of a requirement that can be expressed, each once.
    fn alternatives(&mut self, list: NodeRef<'d>) -> Vec<Draft<'d>> {
        let mut kept = Once::default();
        for alternative in list.items() {
            for value in self.alternative(alternative) {
                kept.add(value);
            }
        }
        kept.into_values()
    }

    /// What is required where a `security` member is left out: of an operation what the document
    /// requires.
    fn required_without(&mut self, member: NodeRef<'d>) -> Arc<str> {
        let own = self.root().get("security").filter(|list| *list != member);
        if let Some(known) = self.required.as_ref().filter(|_| own.is_some()) {
            return Arc::clone(known);
        }
        let kept = own.map(|list| self.alternatives(list)).unwrap_or_default();
        let open = |one: &Draft<'d>| one.keys().is_empty();
        let words: Arc<str> = if kept.is_empty() || kept.iter().any(open) {
            "nothing is required here: anyone may call".into()
        } else {
            let names = in_words(kept.iter().map(Draft::keys));
            format!("what the document requires is required here: {names}").into()
        };
        self.required = own.map(|_| Arc::clone(&words));
        words
    }

    /// One alternative; several when a scheme of it has several flows, none when it cannot be said.
    fn alternative(&mut self, node: NodeRef<'d>) -> Vec<Draft<'d>> {
        if !node.is_object() {
            let what = "an alternative is an object of schemes";
            self.lose(LossKind::InvalidMember, node, what, "read as `{}`");
        }
        let mut out = vec![Members::new()];
        for entry in node.entries() {
            let name = scheme_name(entry.key());
            let Some(definitions) = self.schemes.by_name.get(name).cloned() else {
                let what = format!("no security scheme is called `{name}`");
                self.lose(LossKind::InvalidMember, entry, what, "kept as it is");
                let scopes = self.texts(entry);
                for alternative in &mut out {
                    alternative.put(name, scopes.clone());
                }
                continue;
            };
            if definitions.is_empty() {
                let what = format!("the scheme `{name}` cannot be expressed");
                if node.entries().count() == 1 {
                    let instead = "the alternative is left out";
                    self.lose(LossKind::SchemeDropped, entry, what, instead);
                    return Vec::new();
                }
                let instead = "the other schemes remain";
                self.lose(LossKind::RequirementWeakened, entry, what, instead);
                continue;
            }
            self.lose_unknown_scopes(entry, &definitions);
            out = self.with_definitions(out, &definitions, entry);
        }
        if !node.is_empty() {
            out.retain(|alternative| !alternative.is_empty());
        }
        out.into_iter().map(Members::into_value).collect()
    }

    /// Report the scopes that none of several flows has: they are asked of no flow.
    fn lose_unknown_scopes(&mut self, entry: NodeRef<'d>, definitions: &[Definition]) {
        if definitions.len() < 2 {
            return;
        }
        for scope in entry.items() {
            let text = scope.text();
            let knows = |one: &Definition| one.scopes.as_ref().is_some_and(|s| s.contains(&*text));
            if !definitions.iter().any(knows) {
                let what = format!("no flow of `{}` has the scope `{text}`", entry.key());
                self.lose(LossKind::ScopesDropped, scope, what, "left out");
            }
        }
    }

    fn with_definitions(
        &mut self,
        alternatives: Vec<Members<'d>>,
        definitions: &[Definition],
        entry: NodeRef<'d>,
    ) -> Vec<Members<'d>> {
        let mut out = Vec::new();
        for known in alternatives {
            // the last one takes over what the others copy
            let room = definitions.len().min(MAX_ALTERNATIVES - out.len());
            let mut copies = vec![known; room.min(1)];
            for _ in 1..room {
                if self.spend(entry, copies[0].len()) {
                    copies.push(copies[0].clone());
                }
            }
            for (mut alternative, definition) in copies.into_iter().zip(definitions) {
                let scopes = self.scopes(entry, definition, definitions.len() > 1);
                alternative.put(definition.name.clone(), scopes);
                out.push(alternative);
            }
        }
        out
    }

    fn scopes(&mut self, entry: NodeRef<'d>, definition: &Definition, split: bool) -> Draft<'d> {
        if !entry.is_array() {
            let what = "scopes are a list";
            self.lose(LossKind::InvalidMember, entry, what, "read as no scopes");
        }
        let Draft::Array(mut scopes) = self.texts(entry) else {
            return Draft::Array(Vec::new());
        };
        match &definition.scopes {
            None if !scopes.is_empty() => {
                let what = format!("scopes of `{}`, which is not `oauth2`", entry.key());
                self.lose(LossKind::ScopesDropped, entry, what, "left out");
                scopes.clear();
            }
            Some(known) if split => scopes.retain(|scope| {
                scope
                    .as_str()
                    .is_some_and(|scope| known.contains(scope.as_ref()))
            }),
            _ => {}
        }
        Draft::Array(scopes)
    }
}

/// Alternatives in words, the first ones of many.
fn in_words<'k>(mut alternatives: impl Iterator<Item = Vec<&'k str>>) -> String {
    let told = alternatives.by_ref().take(MAX_ALTERNATIVES);
    let told: Vec<_> = told.map(|one| names_of(one.into_iter())).collect();
    let more = match alternatives.count() {
        0 => String::new(),
        more => format!(", or one of {more} more"),
    };
    told.join(", or ") + &more
}

/// The schemes of one alternative, in words.
fn names_of<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    let names: Vec<_> = keys.map(|key| format!("`{}`", scheme_name(key))).collect();
    if names.is_empty() {
        "nothing".into()
    } else {
        names.join(" and ")
    }
}

/// The name a requirement uses; 3.2 allows a reference.
fn scheme_name(key: &str) -> &str {
    key.strip_prefix("#/components/securitySchemes/")
        .unwrap_or(key)
}
