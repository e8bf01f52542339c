//! The result as JSON text, its long runs of members written, read again and compared beside each
//! other.
//!
//! | part of the result | how |
//! |---|---|
//! | long members of the root, as `paths` and `definitions` | cut into runs of members |
//! | everything else, and what joins the runs | in one |
//!
//! The text is the same however it is cut.

use super::draft::{Draft, Entries, are_of};
use super::text::{Spellings, Writer};
use crate::document::{Document, NodeRef};
use crate::edit::{Run, verify_runs};
use crate::error::Result;
use crate::text::write::Verified;

/// Bytes of the source that are worth a run of their own.
const WORTH: usize = 1 << 17;

/// The text of a draft, verified, and what was read.
pub(super) fn verified<'d>(
    draft: Draft<'d>,
    spellings: &Spellings<'d>,
    name: &str,
) -> Result<(Verified, Document)> {
    let length = spellings.length();
    let (cut, runs) = Cut::of(draft, length / WORTH);
    let run = |entries| Part { entries, spellings };
    let runs: Vec<Part<'_, 'd>> = runs.into_iter().map(run).collect();
    let around = cut.around(spellings);
    // an input is often indented alike, and a little shorter
    let text = (&around[..], length + length / 8);
    verify_runs(text, runs, name, |read| cut.is_around(read.root()))
}

/// A run of members.
struct Part<'w, 'd> {
    entries: Entries<'d>,
    spellings: &'w Spellings<'d>,
}

impl Run for Part<'_, '_> {
    fn text(&self) -> String {
        let mut writer = Writer::new(self.spellings, 2, 2 * WORTH);
        writer.members(&self.entries);
        writer.out.shrink_to_fit();
        writer.out
    }

    /// What was compared is let go of at once, by whoever compared it.
    fn holds(self, read: &Document) -> bool {
        are_of(&self.entries, read.root())
    }
}

/// A draft, cut.
struct Cut<'d> {
    /// What is not in the runs.
    draft: Draft<'d>,
    /// For each member of the root how many runs it is cut into, and how many members they have.
    members: Vec<(usize, usize)>,
}

impl<'d> Cut<'d> {
    /// Cut into about so many runs.
    fn of(mut draft: Draft<'d>, count: usize) -> (Self, Vec<Entries<'d>>) {
        let (mut members, mut runs) = (Vec::new(), Vec::new());
        if let Draft::Object(root) = &mut draft {
            let all: usize = root.iter().map(|(_, member)| length(member)).sum();
            let size = all.div_ceil(count.max(1)).max(1);
            for (_, member) in root {
                let (before, length) = (runs.len(), length(member));
                if let Draft::Object(entries) = member
                    && length > size
                {
                    let mut entries = std::mem::take(entries).into_iter();
                    while entries.len() > 0 {
                        runs.push(entries.by_ref().take(size).collect());
                    }
                }
                members.push((runs.len() - before, length));
            }
        }
        (Self { draft, members }, runs)
    }

    /// The text around the runs: one piece before each, and one after the last.
    fn around(&self, spellings: &Spellings<'d>) -> Vec<String> {
        let mut around = Vec::new();
        let mut writer = Writer::new(spellings, 0, 0);
        if let Draft::Object(root) = &self.draft {
            writer.open('{');
            for (at, ((key, member), (runs, _))) in root.iter().zip(&self.members).enumerate() {
                writer.break_line(at > 0);
                writer.key(key);
                if *runs == 0 {
                    writer.draft(member);
                    continue;
                }
                writer.open('{');
                for run in 0..*runs {
                    writer.break_line(run > 0);
                    around.push(std::mem::take(&mut writer.out));
                }
                writer.close('}', false);
            }
            writer.close('}', root.is_empty());
        } else {
            writer.draft(&self.draft);
        }
        writer.out.push('\n');
        around.push(writer.out);
        around
    }

    /// True when a document is this draft, what stands in the runs aside.
    fn is_around(&self, read: NodeRef<'_>) -> bool {
        let Draft::Object(root) = &self.draft else {
            return self.draft.is_of(read);
        };
        let mut read_members = read.children();
        let is_next = |((key, member), (runs, length)): (&(_, Draft<'d>), &(usize, usize))| {
            read_members.next().is_some_and(|read| {
                let whole = || read.is_object() && read.children().count() == *length;
                read.key() == key
                    && if *runs == 0 {
                        member.is_of(read)
                    } else {
                        whole()
                    }
            })
        };
        read.is_object()
            && root.iter().zip(&self.members).all(is_next)
            && read_members.next().is_none()
    }
}

fn length(member: &Draft<'_>) -> usize {
    match member {
        Draft::Object(entries) => entries.len(),
        _ => 0,
    }
}
