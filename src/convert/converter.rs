//! The state of one conversion: where it reads, what it has named, what it lost.
//!
//! Every walk is bounded: nesting by [`MAX_NESTING`], the result by a budget in proportion to the
//! input. Past either the conversion stops, and [`Converter::finish`] hands out the error.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::library::Library;
use super::loss::{Loss, LossKind, Losses};
use super::names::{Names, Promise};
use super::options::{Limits, Options};
use super::parts::Pool;
use super::unchanged::Unchanged;
use crate::document::{NodeId, NodeRef};
use crate::error::{Error, Misfit, Result};

/// Deepest nesting of what is written.
const MAX_NESTING: u32 = 160;
/// Nodes written for every node read, before an expansion is refused.
const MAX_GROWTH: usize = 60;

/// Bytes of a pointer that cost as much as a node.
const LONG: usize = 64;

/// A node in one of the documents read.
pub(super) type Place = (usize, NodeId);

/// The state of one conversion.
pub(super) struct Converter<'d> {
    pub(super) library: &'d Library<'d>,
    pub(super) options: &'d Options,
    pub(super) limits: &'static Limits,
    pub(super) version: Version,
    /// Names of definitions, by the schema they describe.
    pub(super) definitions: Names<'d>,
    /// Names of shared parameters: parameters and bodies.
    pub(super) parameters: Arc<Names<'d>>,
    /// Names of shared responses.
    pub(super) responses: Arc<Names<'d>>,
    /// Schemas named on the way, waiting to become definitions.
    pub(super) hoisted: VecDeque<NodeRef<'d>>,
    /// Names that a part of the conversion gave some of them, as far as it knows.
    pub(super) promised: FxHashMap<Place, Arc<Promise>>,
    /// What references lead to, by document and text.
    pub(super) located: Vec<FxHashMap<Box<str>, Option<NodeRef<'d>>>>,
    /// Properties that take the address of a notification.
    pub(super) notification_urls: Arc<FxHashSet<Place>>,
    pub(super) schemes: Arc<super::security::Schemes<'d>>,
    /// What the document requires, in words, once it was asked for.
    pub(super) required: Option<Arc<str>>,
    /// The list of servers the document stands on, once it was looked for.
    #[allow(clippy::option_option, reason = "not looked for is not absent")]
    pub(super) main_servers: Option<Option<NodeRef<'d>>>,
    /// Operation ids given so far, each with the last number that a repeated one got.
    pub(super) operation_ids: FxHashMap<String, usize>,
    /// What is being written in place of a reference inside a value.
    pub(super) copying: Vec<Place>,
    /// What stands in the result as it stands in the source.
    pub(super) unchanged: Unchanged,
    /// Lists around the item of a parameter that is being written.
    pub(super) list_depth: usize,
    pub(super) losses: Losses,
    /// Nodes that may still be written.
    pub(super) budget: usize,
    /// How many of them a part of the conversion got, and where it gets more.
    pub(super) taken: usize,
    pub(super) pool: Option<Arc<Pool>>,
    pub(super) stopped: Option<Error>,
    pub(super) nesting: u32,
}

/// The version of the specification an input follows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Version {
    V30,
    V31,
    V32,
}

impl<'d> Converter<'d> {
    pub(super) fn new(library: &'d Library<'d>, options: &'d Options, version: Version) -> Self {
        let nodes = library.document(0).nodes().len();
        Self {
            library,
            options,
            limits: options.target.limits(),
            version,
            definitions: Names::default(),
            parameters: Arc::default(),
            responses: Arc::default(),
            hoisted: VecDeque::new(),
            promised: FxHashMap::default(),
            located: vec![FxHashMap::default(); library.count()],
            notification_urls: Arc::default(),
            schemes: Arc::default(),
            required: None,
            main_servers: None,
            operation_ids: FxHashMap::default(),
            copying: Vec::new(),
            unchanged: Unchanged::of(library),
            list_depth: 0,
            losses: Losses::default(),
            budget: nodes.saturating_mul(MAX_GROWTH).saturating_add(200_000),
            taken: 0,
            pool: None,
            stopped: None,
            nesting: 0,
        }
    }

    /// The root of the input.
    pub(super) fn root(&self) -> NodeRef<'d> {
        self.library.document(0).root()
    }

    /// A node's identity: aliases looked through.
    pub(super) fn place(&self, node: NodeRef<'_>) -> Place {
        (self.library.index_of(node), node.target().id())
    }

    /// Report a loss at a node.
    pub(super) fn lose(
        &mut self,
        kind: LossKind,
        node: NodeRef<'_>,
        what: impl Into<Cow<'static, str>>,
        instead: impl Into<Cow<'static, str>>,
    ) {
        if self.stopped.is_some() {
            return;
        }
        let index = self.library.index_of(node);
        let pointer = node.pointer();
        // many losses below a key as long as a book are a library
        if !self.spend(node, pointer.as_str().len() / LONG) {
            return;
        }
        let loss = Loss {
            kind,
            source: node.document().source().clone(),
            node: (index == 0).then(|| node.id()),
            pointer,
            span: node.entry_span(),
            what: what.into(),
            instead: instead.into(),
            severity: kind.severity(),
        };
        self.losses.add(index, loss);
    }

    /// Stop the conversion: what is asked for has no bounded answer.
    pub(super) fn stop(&mut self, node: NodeRef<'_>, message: impl Into<String>) {
        if self.stopped.is_none() {
            self.stopped = Some(Error::Place(Box::new(Misfit {
                source: node.document().source().clone(),
                span: node.entry_span(),
                message: message.into(),
                label: "the conversion stopped here".into(),
                help: Some("write the repeated parts as components and refer to them".into()),
            })));
        }
    }

    /// True when the conversion stopped.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.is_some()
    }

    /// Take `nodes` from the budget.
    pub(super) fn spend(&mut self, node: NodeRef<'_>, nodes: usize) -> bool {
        if self.budget < nodes {
            let more = self.pool.as_ref().map_or(0, |pool| pool.take(nodes));
            self.budget += more;
            self.taken += more;
        }
        match self.budget.checked_sub(nodes) {
            Some(left) => self.budget = left,
            None => self.stop(node, "the document expands beyond all proportion"),
        }
        !self.is_stopped()
    }

    /// Run a step one level deeper; `None` once the conversion stopped.
    pub(super) fn nested<T>(
        &mut self,
        node: NodeRef<'d>,
        step: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        if self.nesting >= MAX_NESTING {
            self.stop(
                node,
                "the document is nested too deeply once references are followed",
            );
        }
        if !self.spend(node, 1) {
            return None;
        }
        self.nesting += 1;
        let result = step(self);
        self.nesting -= 1;
        Some(result)
    }

    /// How deep the step is that runs.
    pub(super) fn depth(&self) -> u32 {
        self.nesting
    }

    /// The losses; or why the conversion stopped.
    pub(super) fn finish(self) -> Result<Losses> {
        match self.stopped {
            Some(error) => Err(error),
            None => Ok(self.losses),
        }
    }
}
