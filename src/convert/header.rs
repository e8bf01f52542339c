//! The Header Object.
//!
//! | source | decision |
//! |---|---|
//! | a header | type and rules, as for a parameter |
//! | a component | written in place |
//! | `Content-Type` | 3.x ignores it here: left out, reported |
//! | `content` | `type: string`, reported |
//! | `required` | left out: a header of Swagger 2.0 is never promised |
//! | `deprecated`, `example` | `x-deprecated`, `x-example` |

use super::converter::Converter;
use super::draft::Draft;
use super::loss::LossKind;
use super::members::Members;
use super::plain::Keep;
use crate::document::NodeRef;

const PLAIN: &[(&str, Keep)] = &[
    ("description", Keep::Text),
    ("schema", Keep::Elsewhere),
    ("content", Keep::Elsewhere),
    ("style", Keep::Elsewhere),
    ("explode", Keep::Elsewhere),
    ("deprecated", Keep::Elsewhere),
    ("example", Keep::Elsewhere),
    ("examples", Keep::Elsewhere),
];

impl<'d> Converter<'d> {
    pub(super) fn headers(&mut self, list: NodeRef<'d>) -> Draft<'d> {
        self.lose_unless_object(list);
        let mut out = Members::new();
        for entry in list.entries() {
            if entry.key().eq_ignore_ascii_case("content-type") {
                let what = "3.x ignores a `Content-Type` header here";
                self.lose(LossKind::MemberDropped, entry, what, "left out");
                continue;
            }
            if let Some(header) = self.resolved(entry) {
                self.lose_unless_object(header);
                let value = self.header(header);
                out.put_entry(entry, value);
            }
        }
        out.into_value()
    }

    fn header(&mut self, node: NodeRef<'d>) -> Draft<'d> {
        let mut out = Members::new();
        for entry in node.entries() {
            match entry.key() {
                // false is the default in both versions
                "required" | "allowEmptyValue" if entry.as_bool() == Some(false) => {}
                _ => self.plain_member(entry, PLAIN, &mut out),
            }
        }
        if let Some(entry) = node.get("deprecated") {
            self.deprecated(entry, &mut out);
        }
        self.parameter_example(node, &mut out);
        self.parameter_value(node, "header", &mut out);
        out.into_value()
    }
}
