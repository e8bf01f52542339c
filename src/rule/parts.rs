//! The parts of a walk, and who walks them: of a large document several cores, each the next part
//! that nobody has taken.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::Context;
use super::run::{Part, Walk};
use crate::finding::Finding;

/// From which length of a document on, in bytes, a thread earns what starting it costs.
const LARGE: usize = 1 << 20;
/// Most threads on one document. Each file of a run may be a large one.
const MOST_THREADS: usize = 4;
/// Operations of one part.
const OPERATIONS: usize = 128;
/// Nodes of one part.
const NODES: usize = 1 << 14;

/// Walk everything. The findings come in the order of the parts, whoever walked them.
pub(super) fn walk(walk: &Walk<'_, '_, '_>) -> Vec<Finding> {
    let is_large = walk.shared.input.spec.document().text().len() >= LARGE;
    let parts = parts(walk, is_large);
    let mut done = if is_large {
        side_by_side(walk, &parts)
    } else {
        walk_on(walk, &parts, &AtomicUsize::new(0))
    };
    done.sort_by_key(|(at, _)| *at);
    done.into_iter()
        .flat_map(|(_, findings)| findings)
        .collect()
}

fn parts(walk: &Walk<'_, '_, '_>, is_large: bool) -> Vec<Part> {
    let spec = walk.shared.input.spec;
    let operations = spec.operations().len();
    let nodes = spec.document().nodes().len();
    let mut parts = Vec::new();
    if is_large {
        parts.push(Part::Secrets);
    }
    parts.extend([Part::Schemes, Part::Requirements]);
    let starts = (0..operations).step_by(OPERATIONS);
    parts.extend(starts.map(|at| Part::Operations(at..at + OPERATIONS)));
    parts.push(Part::Addresses);
    // what takes longest comes early, what waits for the secrets late
    let whole = 0..walk.count_whole();
    let (late, early): (Vec<_>, Vec<_>) = whole.partition(|at| walk.waits_for_secrets(*at));
    parts.extend(early.into_iter().map(Part::Whole));
    let starts = (0..nodes).step_by(NODES);
    let some = |at: usize| at as u32..nodes.min(at + NODES) as u32;
    parts.extend(starts.map(|at| Part::Nodes(some(at))));
    parts.extend(late.into_iter().map(Part::Whole));
    parts
}

/// The findings of the parts somebody walked, by the part's index.
type Done = Vec<(usize, Vec<Finding>)>;

/// The threads are none of the pool that works on many files: who waits there takes up another
/// file meanwhile, one inside the other. When no thread can be had, the caller walks all parts.
fn side_by_side(walk: &Walk<'_, '_, '_>, parts: &[Part]) -> Done {
    let next = AtomicUsize::new(0);
    let wanted = rayon::current_num_threads().min(MOST_THREADS);
    thread::scope(|scope| {
        let start = || thread::Builder::new().spawn_scoped(scope, || walk_on(walk, parts, &next));
        let others: Vec<_> = (1..wanted).filter_map(|_| start().ok()).collect();
        let mut done = walk_on(walk, parts, &next);
        for other in others {
            let theirs = other.join();
            done.extend(theirs.unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    })
}

/// Walk the next part nobody has taken, until there is none.
fn walk_on(walk: &Walk<'_, '_, '_>, parts: &[Part], next: &AtomicUsize) -> Done {
    let mut done = Vec::new();
    let mut cx = Context::new(walk.shared);
    let take = || next.fetch_add(1, Ordering::Relaxed);
    let taken = std::iter::from_fn(|| {
        let at = take();
        Some((at, parts.get(at)?))
    });
    for (at, part) in taken {
        walk.part(part, &mut cx);
        let findings = cx.take_findings();
        if !findings.is_empty() {
            done.push((at, findings));
        }
    }
    done
}
