//! `ignore:` of a configuration: findings that do not count, each with a reason.

use super::members::{items, members, required, text, words, wrong};
use super::{Paths, Rules, rules};
use crate::document::NodeRef;
use crate::error::Result;
use crate::finding::Label;
use crate::finding::suppress::{Ignore, PointerGlob};
use crate::text::suggest;

/// An `ignore` entry and the files it is about.
#[derive(Clone, Debug)]
pub struct IgnoreEntry {
    /// The entry.
    pub ignore: Ignore,
    /// The files; all of them when not said.
    pub paths: Option<Paths>,
}

/// The members of an entry.
pub(super) const MEMBERS: [&str; 4] = ["rule", "pointer", "paths", "reason"];

/// Read `ignore`.
pub(super) fn read(node: NodeRef<'_>, known: Rules<'_>) -> Result<Vec<IgnoreEntry>> {
    items(node)?.map(|item| entry(item, known)).collect()
}

fn entry(node: NodeRef<'_>, known: Rules<'_>) -> Result<IgnoreEntry> {
    members(node, &MEMBERS)?;
    let rule = required(node, "rule")?;
    let id = text(rule)?;
    let Some(found) = rules::find(known, &id) else {
        let help = suggest::help(&id, known.iter().map(|rule| rule.id));
        return Err(wrong(rule, rules::unknown(&id), help));
    };
    let reason = node.get("reason").ok_or_else(|| {
        let message = "this entry gives no reason".into();
        wrong(
            node,
            message,
            Some("add `reason:` with why the finding does not count".into()),
        )
    })?;
    Ok(IgnoreEntry {
        ignore: Ignore {
            rule: found.id,
            pointer: pointer(node)?,
            reason: words(reason)?,
            place: Label::value(rule, ""),
        },
        paths: node.get("paths").map(Paths::read).transpose()?,
    })
}

/// The pattern over pointers; everything when not said.
fn pointer(node: NodeRef<'_>) -> Result<PointerGlob> {
    let Some(node) = node.get("pointer") else {
        return Ok(PointerGlob::parse("/**").expect("it starts with a slash"));
    };
    PointerGlob::parse(&text(node)?).ok_or_else(|| {
        let help = "write `/paths/**`, `/securityDefinitions/api_key`, or `\"\"` for the root";
        wrong(node, "a pointer starts with `/`".into(), Some(help.into()))
    })
}
