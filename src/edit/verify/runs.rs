//! A new JSON text in runs of members, each written, read again and judged while all of it is at
//! hand.

use std::iter::Enumerate;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
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

    /// True when that text reads as it was meant: the members are the children of the root.
    fn holds(self, read: &Document) -> bool;
}

/// A new JSON text, as [`super::verify_text`] takes it. `around` is what stands before each of its
/// runs, and after the last; `length` says about how long it all is. The runs are made beside each
/// other: what was read of one counts where its very bytes stand in the whole. `holds` judges what
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
        runs: Vec::with_capacity(runs.len()),
    };
    Loom::new(runs, name).weave(&mut cloth)?;
    cloth.text.push_str(&around[cloth.runs.len()]);
    let source = Arc::new(SourceFile::new(name, cloth.text));
    let options = options(Format::Json, 0);
    let read = Document::parse_around(Arc::clone(&source), &cloth.runs, options);
    attested(source, read, holds)
}

/// The text as far as it is put together, and the runs in it.
struct Cloth<'a> {
    around: &'a [String],
    text: String,
    runs: Vec<ReadRun>,
}

/// Runs that several threads make.
struct Loom<'n, R> {
    name: &'n str,
    /// Those that nobody has taken yet.
    ahead: Mutex<Enumerate<IntoIter<R>>>,
    /// How those read that are made and not put in.
    made: Vec<Mutex<Option<Result<Document>>>>,
}

impl<'n, R: Run> Loom<'n, R> {
    fn new(runs: Vec<R>, name: &'n str) -> Self {
        Self {
            name,
            made: runs.iter().map(|_| Mutex::default()).collect(),
            ahead: Mutex::new(runs.into_iter().enumerate()),
        }
    }

    /// Make all runs; this thread puts them in order meanwhile.
    fn weave(self, cloth: &mut Cloth<'_>) -> Result<()> {
        let mut put = Ok(());
        if self.made.len() > 1 {
            rayon::in_place_scope(|scope| {
                for _ in 1..rayon::current_num_threads() {
                    scope.spawn(|_| while self.make_one() {});
                }
                while put.is_ok() && self.make_one() {
                    put = self.put_in(cloth);
                }
            });
        }
        put?;
        while self.make_one() {}
        self.put_in(cloth)
    }

    /// Make the next run; false when there is none.
    fn make_one(&self) -> bool {
        let Some((at, run)) = locked(&self.ahead).next() else {
            return false;
        };
        let made = self.make(run);
        *locked(&self.made[at]) = Some(made);
        true
    }

    fn make(&self, run: R) -> Result<Document> {
        let text = run.text();
        let span = Span::new(0, text.len() as u32);
        let source = Arc::new(SourceFile::new(self.name, text));
        let read = Document::parse_run(&source, span, options(Format::Json, 1));
        let read = read.map_err(|error| unreadable(&error))?;
        if run.holds(&read) {
            Ok(read)
        } else {
            Err(not_as_meant())
        }
    }

    /// Put in the runs that are made, as far as none is missing before them.
    fn put_in(&self, cloth: &mut Cloth<'_>) -> Result<()> {
        while let Some(slot) = self.made.get(cloth.runs.len())
            && let Some(made) = locked(slot).take()
        {
            let run = made?;
            cloth.text.push_str(&cloth.around[cloth.runs.len()]);
            let at = cloth.text.len() as u32;
            cloth.text.push_str(run.text());
            let run = ReadRun::of(run, &cloth.text, at);
            cloth.runs.push(run.ok_or_else(not_as_meant)?);
        }
        Ok(())
    }
}

/// What no panic leaves half done.
fn locked<T>(slot: &Mutex<T>) -> MutexGuard<'_, T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}
