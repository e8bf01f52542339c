//! Many members of one object, converted beside each other with the result of one after the other.
//!
//! | what parts share | decision |
//! |---|---|
//! | names, schemes and parameters known before | read by all |
//! | losses, what references lead to, schemas named on the way | each part its own, put together in order |
//! | names of such schemas | promised by the part, given when it is put to those before it |
//! | the budget | taken from in slices |
//! | a part that stopped, or has an operation id that one before it has, or that told another name than is given | converted again, after those before it |

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::converter::{Converter, Place};
use super::loss::Losses;
use super::names::{Name, Promise};
use crate::document::NodeRef;

/// Nodes that are worth a part of their own.
const WORTH: usize = 1 << 12;
/// Most parts.
const MOST: usize = 64;
/// Nodes that a part takes from the common budget at once.
const SLICE: usize = 1 << 14;

/// A budget that parts share.
#[derive(Debug)]
pub(super) struct Pool(AtomicUsize);

impl Pool {
    /// Take a slice, of `nodes` at least, as long as there are some.
    pub(super) fn take(&self, nodes: usize) -> usize {
        let slice = nodes.max(SLICE);
        let rest = |left: usize| Some(left.saturating_sub(slice));
        let left = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, rest);
        left.unwrap_or_else(|left| left).min(slice)
    }
}

impl<'d> Converter<'d> {
    /// What becomes of each of many members, in order.
    pub(super) fn each<T: Send>(
        &mut self,
        members: &[NodeRef<'d>],
        convert: impl Fn(&mut Self, NodeRef<'d>) -> T + Sync,
    ) -> Vec<T> {
        let parts = parts(members);
        if parts.len() < 2 {
            return members.iter().map(|one| convert(self, *one)).collect();
        }
        self.definitions.part();
        let pool = Arc::new(Pool(AtomicUsize::new(self.budget)));
        let convert_part = |members: &&[NodeRef<'d>]| {
            let mut part = self.part(members, &pool);
            let values: Vec<T> = members.iter().map(|one| convert(&mut part, *one)).collect();
            (values, part)
        };
        let done: Vec<(Vec<T>, Self)> = parts.par_iter().map(convert_part).collect();
        let mut all = Vec::with_capacity(members.len());
        for ((values, part), members) in done.into_iter().zip(parts) {
            if self.agrees(&part) {
                self.absorb(part);
                all.extend(values);
            } else {
                all.extend(members.iter().map(|one| convert(self, *one)));
            }
        }
        all
    }

    /// A conversion of a part: it knows what is known, and reports nothing yet.
    fn part(&self, members: &[NodeRef<'d>], pool: &Arc<Pool>) -> Self {
        let (first, last) = (members[0].id(), members[members.len() - 1].node().next);
        let nodes = last.0.saturating_sub(first.0) as usize;
        let unchanged = self.unchanged.part(self.place(members[0]), nodes);
        Self {
            definitions: self.definitions.after(),
            parameters: Arc::clone(&self.parameters),
            responses: Arc::clone(&self.responses),
            hoisted: VecDeque::new(),
            promised: FxHashMap::default(),
            located: vec![FxHashMap::default(); self.library.count()],
            notification_urls: Arc::clone(&self.notification_urls),
            schemes: Arc::clone(&self.schemes),
            required: self.required.clone(),
            operation_ids: FxHashMap::default(),
            copying: Vec::new(),
            unchanged,
            losses: Losses::default(),
            budget: 0,
            taken: 0,
            pool: Some(Arc::clone(pool)),
            stopped: None,
            ..*self
        }
    }

    /// True for a conversion of a part.
    pub(super) fn is_part(&self) -> bool {
        self.pool.is_some()
    }

    /// The name of a schema that a part came upon: what it will be is not known here.
    pub(super) fn promise(&mut self, place: Place, wish: String) -> Name<'d> {
        let meanwhile = self.definitions.reserve(wish.clone()).into_owned();
        let promise = Arc::new(Promise::new(wish, meanwhile));
        self.promised.insert(place, Arc::clone(&promise));
        Name::Promised(promise)
    }

    /// True when a part that was converted apart gives what it would have given now.
    fn agrees(&self, part: &Self) -> bool {
        let names_hold = !part.promised.values().any(|promise| promise.was_told())
            || part
                .promised
                .iter()
                .all(|promised| self.would_keep(promised));
        let mut ids = part.operation_ids.keys();
        let paid = part.taken - part.budget <= self.budget;
        !part.is_stopped()
            && paid
            && names_hold
            && !ids.any(|id| self.operation_ids.contains_key(id))
    }

    /// True when a schema gets the name that a part gave it meanwhile.
    fn would_keep(&self, (place, promise): (&Place, &Arc<Promise>)) -> bool {
        match self.definitions.get(*place) {
            Some(known) => *known == promise.meanwhile,
            None => !self.definitions.is_taken(&promise.meanwhile),
        }
    }

    fn absorb(&mut self, part: Self) {
        for schema in part.hoisted {
            let place = self.place(schema);
            let promise = &part.promised[&place];
            let known = self.definitions.get(place).cloned();
            let name = known.unwrap_or_else(|| {
                self.hoisted.push_back(schema);
                self.definitions.give(place, promise.wish.clone())
            });
            promise.keep(name.into_owned());
        }
        for (own, located) in self.located.iter_mut().zip(part.located) {
            own.extend(located);
        }
        self.operation_ids.extend(part.operation_ids);
        self.losses.append(part.losses);
        self.budget -= part.taken - part.budget;
    }
}

/// Members in parts of about the same size; in one when there are few.
fn parts<'m, 'd>(members: &'m [NodeRef<'d>]) -> Vec<&'m [NodeRef<'d>]> {
    let size = |one: &NodeRef<'_>| (one.node().next.0 - one.id().0) as usize;
    let worth = WORTH.max(members.iter().map(size).sum::<usize>() / MOST);
    let mut parts = Vec::new();
    let (mut first, mut nodes) = (0, 0);
    for (at, member) in members.iter().enumerate() {
        nodes += size(member);
        if nodes >= worth {
            parts.push(&members[first..=at]);
            (first, nodes) = (at + 1, 0);
        }
    }
    if first < members.len() {
        parts.push(&members[first..]);
    }
    parts
}
