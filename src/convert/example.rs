//! The Example Object.
//!
//! | source | decision |
//! |---|---|
//! | `example` of a parameter or header | `x-example` |
//! | `examples` of a parameter or header | the first as `x-example`; the others reported |
//! | `example`, `examples` of a response | `examples` by media type, the first one each; the others reported |
//! | … of a request body | `x-examples` by media type, likewise |
//! | `externalValue` | never fetched; reported |
//! | `dataValue`, `serializedValue` (3.2) | the one that is there |

use super::converter::Converter;
use super::draft::Draft;
use super::loss::LossKind;
use super::members::Members;
use crate::document::{NodeRef, key};

impl<'d> Converter<'d> {
    /// The one example that is kept of a parameter, header or media type.
    pub(super) fn one_example(&mut self, node: NodeRef<'d>) -> Option<Draft<'d>> {
        if let Some(example) = node.member(key::EXAMPLE) {
            return Some(self.copy(example));
        }
        let list = node.member(key::EXAMPLES)?;
        self.lose_unless_object(list);
        if list.entries().count() > 1 {
            let what = format!("{} examples", list.entries().count());
            self.lose(
                LossKind::ExampleDropped,
                list,
                what,
                "the first one is kept",
            );
        }
        let first = list.entries().next()?;
        let first = self.resolved(first)?;
        let value = ["value", "dataValue", "serializedValue"]
            .iter()
            .find_map(|key| first.get(key));
        if value.is_none() {
            let what = "an example that is not in the document";
            self.lose(LossKind::ExampleDropped, first, what, "left out");
        }
        value.map(|value| self.copy(value))
    }

    pub(super) fn parameter_example(&mut self, node: NodeRef<'d>, out: &mut Members<'d>) {
        if let Some(value) = self.one_example(node) {
            let at = node
                .get("example")
                .or_else(|| node.member(key::EXAMPLES))
                .unwrap_or(node);
            let what = "an example has no place here";
            self.lose(LossKind::ExtensionCarried, at, what, "kept as `x-example`");
            out.put("x-example", value);
        }
    }

    /// Examples by media type.
    pub(super) fn examples_by_type(&mut self, content: NodeRef<'d>) -> Members<'d> {
        let mut out = Members::new();
        for media in content.entries() {
            if let Some(value) = self.one_example(media) {
                out.put_entry(media, value);
            }
        }
        out
    }
}
