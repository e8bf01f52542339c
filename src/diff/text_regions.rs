//! Where two texts differ.

use std::ops::Range;
use std::time::Instant;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices_deadline};

use super::text_ends::common_start;
use super::text_hunks;
use super::text_shared::unrelated;

/// Texts with more lines than this are first cut where they run alike.
const LARGE: usize = 20_000;
/// So many common lines end a region.
const RUN: usize = 12;
/// Longest region that is looked for, in lines of both texts.
const REGION: usize = 600;
/// How often lines are compared in search of ends of regions; then the rest is one region.
const TRIES: usize = 20_000_000;

/// Lines of one text.
#[derive(Clone, Default, Debug)]
pub(super) struct Piece {
    /// The first one, from 0.
    pub(super) line: usize,
    /// How many.
    pub(super) lines: usize,
    /// Where they stand.
    pub(super) bytes: Range<usize>,
}

impl Piece {
    /// The line behind the last.
    pub(super) fn end_line(&self) -> usize {
        self.line + self.lines
    }
}

/// Lines that went, and those that came in their place; either may be none.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) old: Piece,
    pub(super) new: Piece,
}

/// The changes that make the second text of the first, in order.
#[derive(Default)]
pub(super) struct Found {
    pub(super) changes: Vec<Change>,
    /// True when the last of them is of many lines that have nothing in common.
    pub(super) unrelated: bool,
}

/// The changes that make the second text of the first. Patience keeps them short; in large
/// texts region by region, for most of their lines are the same and are not even split.
pub(super) fn differences(texts: [&str; 2], deadline: Instant) -> Found {
    let mut search = Search {
        texts,
        at: [Place::default(); 2],
        found: Found::default(),
        deadline,
    };
    if texts.map(ends).iter().sum::<usize>() > LARGE {
        search.regions();
    }
    search.rest();
    search.found
}

/// How many lines of a text end.
fn ends(text: &str) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes()).count()
}

/// How far a text was gone through.
#[derive(Clone, Copy, Default)]
struct Place {
    line: usize,
    byte: usize,
}

impl Place {
    /// Go over lines.
    fn pass(&mut self, lines: &[&str]) -> Piece {
        let bytes: usize = lines.iter().map(|line| line.len()).sum();
        let piece = Piece {
            line: self.line,
            lines: lines.len(),
            bytes: self.byte..self.byte + bytes,
        };
        self.line += lines.len();
        self.byte += bytes;
        piece
    }
}

struct Search<'t> {
    texts: [&'t str; 2],
    at: [Place; 2],
    found: Found,
    deadline: Instant,
}

impl<'t> Search<'t> {
    fn left(&self) -> [&'t str; 2] {
        [0, 1].map(|side| &self.texts[side][self.at[side].byte..])
    }

    /// Compare region by region while their ends are found.
    fn regions(&mut self) {
        let mut tries = TRIES;
        loop {
            self.same();
            let [old, new] = self.left();
            if old.is_empty() && new.is_empty() {
                return;
            }
            let (mut a, mut b) = (Ahead::of(old), Ahead::of(new));
            let Some((old, new)) = region((&mut a, &mut b), &mut tries) else {
                return;
            };
            self.compare(&a.lines[..old], &b.lines[..new]);
        }
    }

    /// Go over the lines that are the same.
    fn same(&mut self) {
        let [old, new] = self.left();
        let mut same = common_start(old.as_bytes(), new.as_bytes());
        if same != old.len().max(new.len()) {
            let last = memchr::memrchr(b'\n', &old.as_bytes()[..same]);
            same = last.map_or(0, |end| end + 1);
        }
        let common = &old[..same];
        let ends = ends(common);
        let open = usize::from(!common.is_empty() && !common.ends_with('\n'));
        for place in &mut self.at {
            place.byte += same;
            place.line += ends + open;
        }
    }

    /// Compare everything that is left.
    fn rest(&mut self) {
        self.same();
        let left = self.left();
        let is_large = left.map(ends).iter().sum::<usize>() > LARGE;
        if is_large && let Some(lines) = unrelated(left) {
            let piece = |side: usize| Piece {
                line: self.at[side].line,
                lines: lines[side],
                bytes: self.at[side].byte..self.texts[side].len(),
            };
            let (old, new) = (piece(0), piece(1));
            self.found.changes.push(Change { old, new });
            self.found.unrelated = true;
        } else {
            let [old, new] = left.map(|text| text_hunks::lines(text).collect::<Vec<_>>());
            self.compare(&old, &new);
        }
    }

    fn compare(&mut self, old: &[&str], new: &[&str]) {
        if old.len() == 1 && new.len() == 1 {
            // the first lines differ: what is the same was gone over
            return self.change(old, new);
        }
        let deadline = Some(self.deadline);
        for one in capture_diff_slices_deadline(Algorithm::Patience, old, new, deadline) {
            self.add(one, old, new);
        }
    }

    fn add(&mut self, one: DiffOp, old: &[&str], new: &[&str]) {
        let (old, new) = (&old[one.old_range()], &new[one.new_range()]);
        if one.tag() == DiffTag::Equal {
            self.at[0].pass(old);
            self.at[1].pass(new);
        } else {
            self.change(old, new);
        }
    }

    fn change(&mut self, old: &[&str], new: &[&str]) {
        let change = Change {
            old: self.at[0].pass(old),
            new: self.at[1].pass(new),
        };
        self.found.changes.push(change);
    }
}

/// The next lines of a text, as far as they were asked for.
struct Ahead<'t> {
    lines: Vec<&'t str>,
    rest: &'t str,
}

impl<'t> Ahead<'t> {
    fn of(rest: &'t str) -> Self {
        Self {
            lines: Vec::new(),
            rest,
        }
    }

    /// Have so many lines, when there are.
    fn reach(&mut self, count: usize) {
        while self.lines.len() < count
            && let Some(line) = text_hunks::lines(self.rest).next()
        {
            self.lines.push(line);
            self.rest = &self.rest[line.len()..];
        }
    }
}

/// How many lines of each text stand before the next common run.
fn region((a, b): (&mut Ahead<'_>, &mut Ahead<'_>), tries: &mut usize) -> Option<(usize, usize)> {
    for sum in 1..=REGION {
        *tries = tries.checked_sub(sum)?;
        a.reach(sum + RUN);
        b.reach(sum + RUN);
        let (a, b) = (&a.lines, &b.lines);
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
