//! Objects whose members are only texts and flags: what 2.0 knows is kept, the rest is reported.
//!
//! | source | decision |
//! |---|---|
//! | a member 2.0 has too | kept; a number where text belongs becomes text |
//! | a member 2.0 has not, that tells something | kept as `x-` extension, reported |
//! | an `x-` extension | kept |
//! | anything else | left out, reported |

use super::converter::Converter;
use super::draft::Draft;
use super::loss::LossKind;
use super::members::Members;
use crate::document::{Kind, NodeRef};

/// What becomes of a member.
#[derive(Clone, Copy)]
pub(super) enum Keep {
    /// Text.
    Text,
    /// An address.
    Url,
    /// True or false.
    Flag,
    /// Any value, kept under an extension of this name.
    As(&'static str),
    /// Written by the caller.
    Elsewhere,
}

impl<'d> Converter<'d> {
    /// Write the members of an object by a table.
    pub(super) fn plain(&mut self, node: NodeRef<'d>, table: &[(&str, Keep)]) -> Members<'d> {
        let mut out = Members::new();
        for entry in node.entries() {
            self.plain_member(entry, table, &mut out);
        }
        out
    }

    /// Write one member by a table.
    pub(super) fn plain_member(
        &mut self,
        entry: NodeRef<'d>,
        table: &[(&str, Keep)],
        out: &mut Members<'d>,
    ) {
        let rule = table.iter().find(|(key, _)| *key == entry.key());
        match rule.map(|(_, keep)| *keep) {
            Some(Keep::Text) => self.text_member(entry, out),
            Some(Keep::Url) if entry.is_string() => {
                let url = self.absolute_url(entry);
                out.put_entry(entry, Draft::from(url));
            }
            Some(Keep::Url) => self.lose_invalid(entry),
            Some(Keep::Flag) => self.keep(entry, out, entry.as_bool().is_some()),
            Some(Keep::Elsewhere) => {}
            Some(Keep::As(name)) => {
                let what = format!("`{}` has no counterpart", entry.key());
                self.lose(
                    LossKind::ExtensionCarried,
                    entry,
                    what,
                    format!("kept as `{name}`"),
                );
                let value = self.copy(entry);
                out.put(name, value);
            }
            None if entry.key().starts_with("x-") => {
                let value = self.copy(entry);
                out.put_entry(entry, value);
            }
            None => self.lose_member(entry),
        }
    }

    fn text_member(&mut self, entry: NodeRef<'d>, out: &mut Members<'d>) {
        if entry.kind() < Kind::Array && !entry.is_null() {
            let text = match entry.kind() {
                Kind::String => Draft::Source(entry.target()),
                _ => Draft::from(entry.text()),
            };
            out.put(entry.key(), text);
        } else {
            self.lose_invalid(entry);
        }
    }

    /// Report a member that has no place in 2.0.
    pub(super) fn lose_member(&mut self, entry: NodeRef<'d>) {
        let what = format!("`{}` has no counterpart", entry.key());
        self.lose(LossKind::MemberDropped, entry, what, "left out");
    }

    /// Keep an extension; report any other member.
    pub(super) fn extension_or_loss(&mut self, entry: NodeRef<'d>, out: &mut Members<'d>) {
        self.plain_member(entry, &[], out);
    }
}
