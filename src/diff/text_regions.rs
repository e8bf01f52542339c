//! Where two lists of lines differ.

use std::time::Instant;

use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};

/// Lists with more lines than this are first cut where they run alike.
const LARGE: usize = 20_000;
/// So many common lines end a region.
const RUN: usize = 12;
/// Longest region that is looked for, in lines of both lists.
const REGION: usize = 600;
/// How often lines are compared in search of ends of regions; then the rest is one region.
const TRIES: usize = 20_000_000;

type Lists<'a, 't> = (&'a [&'t str], &'a [&'t str]);

/// What is the same and what is not, in order. Patience keeps it short; in large lists region by
/// region, for most of their lines are the same and need no search.
pub(super) fn differences((a, b): Lists<'_, '_>, deadline: Instant) -> Vec<DiffOp> {
    let mut found = Found::default();
    let mut tries = if a.len() + b.len() > LARGE { TRIES } else { 0 };
    while (found.old, found.new) != (a.len(), b.len()) {
        let (a, b) = (&a[found.old..], &b[found.new..]);
        let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
        found.same(same);
        let (a, b) = (&a[same..], &b[same..]);
        let (old, new) = region((a, b), &mut tries).unwrap_or((a.len(), b.len()));
        let lists = (&a[..old], &b[..new]);
        for one in
            capture_diff_slices_deadline(Algorithm::Patience, lists.0, lists.1, Some(deadline))
        {
            found.add(one);
        }
    }
    found.all
}

/// How many lines of each list stand before the next common run.
fn region((a, b): Lists<'_, '_>, tries: &mut usize) -> Option<(usize, usize)> {
    for sum in 1..=REGION {
        *tries = tries.checked_sub(sum)?;
        for old in sum.saturating_sub(b.len())..=sum.min(a.len()) {
            let new = sum - old;
            let ahead = a[old..].iter().zip(&b[new..]).take(RUN);
            if ahead.len() == RUN && ahead.into_iter().all(|(x, y)| x == y) {
                return Some((old, new));
            }
        }
    }
    None
}

/// What was found so far, and how far it reaches.
#[derive(Default)]
struct Found {
    all: Vec<DiffOp>,
    old: usize,
    new: usize,
}

impl Found {
    /// Add lines that are the same, to those before when there are any.
    fn same(&mut self, count: usize) {
        if count == 0 {
            return;
        }
        if let Some(DiffOp::Equal { len, .. }) = self.all.last_mut() {
            *len += count;
        } else {
            self.all.push(DiffOp::Equal {
                old_index: self.old,
                new_index: self.new,
                len: count,
            });
        }
        self.old += count;
        self.new += count;
    }

    /// Add what a search in a region found next.
    fn add(&mut self, one: DiffOp) {
        let (old_len, new_len) = (one.old_range().len(), one.new_range().len());
        let (old_index, new_index) = (self.old, self.new);
        let moved = match one {
            DiffOp::Equal { len, .. } => return self.same(len),
            DiffOp::Delete { .. } => DiffOp::Delete {
                old_index,
                old_len,
                new_index,
            },
            DiffOp::Insert { .. } => DiffOp::Insert {
                old_index,
                new_index,
                new_len,
            },
            DiffOp::Replace { .. } => DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            },
        };
        self.all.push(moved);
        self.old += old_len;
        self.new += new_len;
    }
}
