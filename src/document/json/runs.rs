//! Long runs of members, read beside each other.
//!
//! What a member's text means does not depend on what stands around it: a run of members can be read
//! before the text around it is. The whole text then reads as if it had been read at once.

use std::sync::Arc;

use rayon::prelude::*;

use super::reader::Reader;
use crate::document::read::Refusal;
use crate::document::{Document, Flags, Kind, Node, NodeId, ReadOptions, Style, Symbol};
use crate::text::{SourceFile, Span};

/// Read a run of members: from the first one's key to the last one's value. They are the children
/// of the root of what is given back; their spans are those of the whole text.
pub(in crate::document) fn read_run(
    source: &Arc<SourceFile>,
    run: Span,
    options: ReadOptions,
) -> Result<Document, Refusal> {
    let Some(text) = source.text().get(..run.end as usize) else {
        return Err(Refusal::new(run, "a run ends inside a character", "here"));
    };
    let mut reader = Reader::new(text, &[], options);
    reader.nodes = Vec::with_capacity(run.len() as usize / 28 + 16);
    reader.at = run.start as usize;
    reader.is_run = true;
    reader.nodes.push(Node {
        start: run.start,
        end: run.end,
        key_start: 0,
        key_end: 0,
        key: Symbol::NONE,
        parent: NodeId::NONE,
        next: NodeId::ROOT,
        kind: Kind::Object,
        flags: Flags::default(),
        style: Style::None,
        indent: 0,
    });
    reader.open.push(NodeId::ROOT);
    let first = reader.key()?;
    reader.document(first)?;
    if reader.open.len() != 1 {
        return Err(reader.refuse("a run ends inside its members", "here"));
    }
    reader.nodes[0].next = NodeId(reader.nodes.len() as u32);
    Ok(reader.finish(source))
}

/// Where the first of some runs begins; no key begins where there is none.
pub(super) fn start(runs: &[Document]) -> u32 {
    runs.first().map_or(u32::MAX, |run| run.root().span().start)
}

impl Reader<'_> {
    /// At the value of a run's first member: take over what was read.
    #[cold]
    pub(super) fn splice(&mut self) {
        let (run, ahead) = self.runs.split_first().expect("a cut is where a run is");
        (self.runs, self.cut) = (ahead, start(ahead));
        let symbols = (0..run.symbols.count() as u32).map(Symbol);
        let own: Vec<Symbol> = symbols
            .map(|symbol| self.symbols.intern(run.symbols.text(symbol)))
            .collect();
        self.make_room();
        let container = *self.open.last().expect("a key stands in an object");
        let before = self.nodes.len() as u32 - 1;
        let moved = |node: &Node| Node {
            key: own.get(node.key.index()).copied().unwrap_or(Symbol::NONE),
            parent: match node.parent {
                NodeId::ROOT => container,
                inner => NodeId(inner.0 + before),
            },
            next: NodeId(node.next.0 + before),
            ..*node
        };
        self.nodes.par_extend(run.nodes[1..].par_iter().map(moved));
        self.problems.extend(run.problems.iter().cloned());
        self.at = run.root().span().end as usize;
    }
}
