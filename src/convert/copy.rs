//! Values the specification does not look into: examples, defaults, extensions.
//!
//! | source | decision |
//! |---|---|
//! | a value | kept |
//! | `{"$ref": …}` in it, to a schema | the reference to the definition |
//! | … to an Example Object | its value |
//! | … to anything else that is there | what it names, in place |
//! | … to nothing, or in a circle | the member is called `x-$ref`; reported |

use super::converter::Converter;
use super::draft::Draft;
use super::loss::LossKind;
use super::members::Members;
use crate::document::{NodeRef, key};

impl<'d> Converter<'d> {
    /// A value as it stands in the source.
    pub(super) fn copy(&mut self, node: NodeRef<'d>) -> Draft<'d> {
        if self.stays(node) {
            return Draft::Source(node.target());
        }
        if node.is_array() {
            let items = self.nested(node, |this| {
                let items = node.items().map(|item| this.copy(item));
                items.collect()
            });
            return Draft::Array(items.unwrap_or_default());
        }
        if node.is_object() {
            let value = self.nested(node, |this| {
                match node
                    .member(key::REF)
                    .filter(|reference| reference.is_string())
                {
                    Some(reference) => this.copy_reference(node, reference),
                    None => this.copy_members(node).into_value(),
                }
            });
            return value.unwrap_or(Draft::Null);
        }
        self.spend(node, 1);
        Draft::Source(node.target())
    }

    fn copy_members(&mut self, node: NodeRef<'d>) -> Members<'d> {
        let mut members = Members::like(node);
        for entry in node.entries() {
            let value = self.copy(entry);
            members.put_entry(entry, value);
        }
        members
    }

    fn copy_reference(&mut self, node: NodeRef<'d>, reference: NodeRef<'d>) -> Draft<'d> {
        let text = reference.text();
        let target = self.locate(reference, &text);
        if let Some(target) = target {
            let kind = target
                .parent()
                .filter(|p| p.parent().is_some_and(|c| c.key() == "components"));
            match kind.map(NodeRef::key) {
                Some("schemas") => return self.schema(node),
                Some("examples") => {
                    let value = target.get("value").unwrap_or(target);
                    return self.copy_once(value, node, reference);
                }
                _ => return self.copy_once(target, node, reference),
            }
        }
        self.copy_unresolved(node, reference)
    }

    /// What a reference names, unless it is being written already.
    fn copy_once(
        &mut self,
        target: NodeRef<'d>,
        node: NodeRef<'d>,
        reference: NodeRef<'d>,
    ) -> Draft<'d> {
        let place = self.place(target);
        if self.copying.contains(&place) || self.copying.len() > 32 {
            return self.copy_unresolved(node, reference);
        }
        self.copying.push(place);
        let value = self.copy(target);
        self.copying.pop();
        value
    }

    fn copy_unresolved(&mut self, node: NodeRef<'d>, reference: NodeRef<'d>) -> Draft<'d> {
        let what = format!("`{}` names nothing that can stand here", reference.text());
        self.lose(
            LossKind::ReferenceUnresolved,
            reference,
            what,
            "called `x-$ref`",
        );
        let mut members = Members::new();
        for entry in node.entries() {
            let value = self.copy(entry);
            let name = if entry.key() == "$ref" {
                "x-$ref"
            } else {
                entry.key()
            };
            members.put(name, value);
        }
        members.into_value()
    }
}
