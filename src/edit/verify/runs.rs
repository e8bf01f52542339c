//! A new JSON text in runs of members, each written, read again and judged while all of it is at
//! hand.

use std::iter::Enumerate;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::vec::IntoIter;

use super::new_text::{attested, not_as_meant, options, unreadable};
use crate::document::{Document, Format, ReadRun};
use crate::error::Result;
use crate::text::write::Verified;
use crate::text::{SourceFile, Span};

/// A run of members of an object that stands in the root.
pub trait Run: Send {
    /// Their text, from the first one's key to the last one's value.
    fn text(&self) -> String;

    /// True when that text reads as it is meant: the members are the children of the root.
    fn is_of(self, read: &Document) -> bool;
}

/// A new JSON text, as [`super::verify_text`] takes it. `around` is what stands before each of its
/// runs, and after the last; `length` says about how long it all is. The runs are made beside each
/// other: what was read of one holds where its very bytes stand in the whole. `holds` judges what
/// is around them.
pub fn verify_runs(
    (around, length): (&[String], usize),
    runs: Vec<impl Run>,
    name: &str,
    holds: impl FnOnce(&Document) -> bool,
) -> Result<(Verified, Document)> {
    let mut cloth = Cloth {
        around,
        text: String::with_capacity(length),
        places: Vec::with_capacity(runs.len()),
    };
    let runs = Loom::new(runs, name).weave(&mut cloth)?;
    cloth.text.push_str(&around[runs.len()]);
    let source = Arc::new(SourceFile::new(name, cloth.text));
    let runs = runs.into_iter().zip(cloth.places);
    let runs: Vec<ReadRun> = runs
        .map(|(document, at)| ReadRun { document, at })
        .collect();
    let read = Document::parse_around(Arc::clone(&source), &runs, options(Format::Json, 0));
    attested(source, read, holds)
}

/// The text as far as it is put together.
struct Cloth<'a> {
    around: &'a [String],
    text: String,
    /// Where the runs stand in it.
    places: Vec<u32>,
}

/// Runs that several threads make.
struct Loom<'n, R> {
    name: &'n str,
    /// Those that nobody has taken yet.
    ahead: Mutex<Enumerate<IntoIter<R>>>,
    /// How those that are made read.
    made: Vec<OnceLock<Result<Document>>>,
}

impl<'n, R: Run> Loom<'n, R> {
    fn new(runs: Vec<R>, name: &'n str) -> Self {
        Self {
            name,
            made: runs.iter().map(|_| OnceLock::new()).collect(),
            ahead: Mutex::new(runs.into_iter().enumerate()),
        }
    }

    /// Make all runs; this thread puts them in order meanwhile.
    fn weave(self, cloth: &mut Cloth<'_>) -> Result<Vec<Document>> {
        if self.made.len() > 1 {
            rayon::in_place_scope(|scope| {
                for _ in 1..rayon::current_num_threads() {
                    scope.spawn(|_| while self.make_one() {});
                }
                while self.make_one() {
                    self.put_in(cloth);
                }
            });
        }
        while self.make_one() {}
        self.put_in(cloth);
        let made = self.made.into_iter().map(OnceLock::into_inner);
        made.map(|one| one.expect("all runs are made")).collect()
    }

    /// Make the next run; false when there is none.
    fn make_one(&self) -> bool {
        let mut ahead = self.ahead.lock().unwrap_or_else(PoisonError::into_inner);
        let next = ahead.next();
        drop(ahead);
        let Some((at, run)) = next else {
            return false;
        };
        self.made[at].get_or_init(|| self.make(run));
        true
    }

    fn make(&self, run: R) -> Result<Document> {
        let text = run.text();
        let span = Span::new(0, text.len() as u32);
        let source = Arc::new(SourceFile::new(self.name, text));
        let read = Document::parse_run(&source, span, options(Format::Json, 1));
        let read = read.map_err(|error| unreadable(&error))?;
        if run.is_of(&read) {
            Ok(read)
        } else {
            Err(not_as_meant())
        }
    }

    /// Put in the runs that are made, as far as none is missing before them.
    fn put_in(&self, cloth: &mut Cloth<'_>) {
        while let Some(Ok(run)) = self.made.get(cloth.places.len()).and_then(OnceLock::get) {
            cloth.text.push_str(&cloth.around[cloth.places.len()]);
            cloth.places.push(cloth.text.len() as u32);
            cloth.text.push_str(run.text());
        }
    }
}
