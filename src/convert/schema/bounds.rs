//! Bounds of numbers.
//!
//! | source | decision |
//! |---|---|
//! | `minimum`, `exclusiveMinimum: true` | kept |
//! | `exclusiveMinimum: 3` | `minimum: 3`, `exclusiveMinimum: true` |
//! | both as numbers | the tighter one |

use crate::convert::converter::Converter;
use crate::convert::members::Members;
use crate::document::{Kind, NodeRef};

impl<'d> Converter<'d> {
    /// Write a bound and its flag, whichever of the two members comes first.
    pub(super) fn bound(
        &mut self,
        entry: NodeRef<'d>,
        keys: [&'static str; 2],
        draft: &mut Members<'d>,
    ) {
        let [bound, flag] = keys;
        let Some(schema) = entry.parent() else { return };
        if entry.kind() != Kind::Integer && entry.kind() != Kind::Float {
            let is_flag = entry.key() == flag && entry.as_bool().is_some();
            return self.keep(entry, draft, is_flag);
        }
        let plain = schema.get(bound).filter(|n| is_number(*n));
        let exclusive = schema.get(flag).filter(|n| is_number(*n));
        let chosen = match (plain, exclusive) {
            (Some(plain), Some(exclusive)) if tighter(plain, exclusive, bound) => plain,
            (_, Some(exclusive)) => exclusive,
            (Some(plain), None) => plain,
            (None, None) => return,
        };
        let value = self.copy(chosen);
        draft.put(bound, value);
        if chosen.key() == flag {
            draft.put(flag, true);
        }
    }
}

fn is_number(node: NodeRef<'_>) -> bool {
    matches!(node.kind(), Kind::Integer | Kind::Float)
}

/// True when the inclusive bound rules out more than the exclusive one.
fn tighter(plain: NodeRef<'_>, exclusive: NodeRef<'_>, bound: &str) -> bool {
    let read = |node: NodeRef<'_>| node.text().parse::<f64>().unwrap_or(f64::NAN);
    if bound == "minimum" {
        read(plain) > read(exclusive)
    } else {
        read(plain) < read(exclusive)
    }
}
