//! Long runs of members, read beside each other.
//!
//! What a member's text means does not depend on what stands around it: a run of members can be read
//! before the text around it is. The whole text then reads as if it had been read at once.

use std::sync::Arc;

use rayon::prelude::*;

use super::reader::Reader;
use crate::document::read::{ReadRun, Refusal};
use crate::document::{
    Document, Flags, Kind, Node, NodeId, Problem, ReadOptions, Style, Symbol, Symbols,
};
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
pub(super) fn start(runs: &[ReadRun]) -> u32 {
    runs.first().map_or(u32::MAX, |run| run.span().start)
}

impl Reader<'_> {
    /// At the value of a run's first member: take over what was read, of this run and of those that
    /// follow it in the same object.
    #[cold]
    pub(super) fn splice(&mut self) {
        let (row, ahead) = self.runs.split_at(self.runs_in_a_row());
        (self.runs, self.cut) = (ahead, start(ahead));
        let container = *self.open.last().expect("a key stands in an object");
        let mut end = self.nodes.len();
        let moves: Vec<Move> = row
            .iter()
            .map(|run| {
                let before = end as u32 - 1;
                end += run.nodes.len() - 1;
                self.problems.extend(moved(&run.problems, run.at));
                self.used.add(run.used);
                Move {
                    nodes: &run.nodes[1..],
                    symbols: self.taken_over(&run.symbols),
                    container,
                    before,
                    at: run.at,
                }
            })
            .collect();
        self.make_room();
        let first = self.nodes.len();
        // within each piece of work the places come in order: a move is found from the last one on
        let taken = |at: &mut usize, place: usize| {
            while place - moves[*at].first() >= moves[*at].nodes.len() {
                *at += 1;
            }
            moves[*at].node(place)
        };
        let places = (first..end).into_par_iter();
        self.nodes.par_extend(places.map_init(|| 0, taken));
        let last = row.last().expect("a cut is where a run is");
        self.at = last.span().end as usize;
    }

    /// How many of the runs ahead follow each other with nothing but a comma between.
    fn runs_in_a_row(&self) -> usize {
        let follows = |pair: &&[ReadRun]| {
            let (end, start) = (pair[0].span().end, pair[1].span().start);
            let between = &self.bytes[end as usize..start as usize];
            let mut told = between.iter().filter(|byte| !b" \n\r\t".contains(byte));
            told.next() == Some(&b',') && told.next().is_none()
        };
        1 + self.runs.windows(2).take_while(follows).count()
    }

    fn taken_over(&mut self, symbols: &Symbols) -> Vec<Symbol> {
        let known = (0..symbols.count() as u32).map(Symbol);
        let take_over = |symbol: Symbol| {
            if symbol.is_well_known() {
                symbol
            } else {
                self.symbols.intern(symbols.text(symbol))
            }
        };
        known.map(take_over).collect()
    }
}

/// Problems of a run whose text begins at a place of the whole.
fn moved(problems: &[Problem], at: u32) -> impl Iterator<Item = Problem> {
    problems.iter().map(move |one| Problem {
        span: Span::new(one.span.start + at, one.span.end + at),
        kind: one.kind,
    })
}

/// How the nodes of a run become nodes of the whole.
struct Move<'r> {
    nodes: &'r [Node],
    /// Its symbols, as they are in the whole.
    symbols: Vec<Symbol>,
    container: NodeId,
    /// How many nodes are before the first one, less the root of the run.
    before: u32,
    /// Where the text that they were read from begins in the whole.
    at: u32,
}

impl Move<'_> {
    /// Where its first node will be.
    #[inline]
    fn first(&self) -> usize {
        self.before as usize + 1
    }

    /// The node that will be at a place.
    #[inline]
    fn node(&self, place: usize) -> Node {
        let node = &self.nodes[place - self.first()];
        let symbol = self.symbols.get(node.key.index());
        let key_at = if node.has_key() { self.at } else { 0 };
        Node {
            start: node.start + self.at,
            end: node.end + self.at,
            key_start: node.key_start + key_at,
            key_end: node.key_end + key_at,
            key: symbol.copied().unwrap_or(Symbol::NONE),
            parent: match node.parent {
                NodeId::ROOT => self.container,
                inner => NodeId(inner.0 + self.before),
            },
            next: NodeId(node.next.0 + self.before),
            ..*node
        }
    }
}
