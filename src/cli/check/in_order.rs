//! Work on many things at once; what comes out is taken in their order, and little of it waits.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rayon::Yield;
use rustc_hash::FxHashMap;

/// So much may wait for something before it; then nothing new is begun.
const ROOM: usize = 2000;

/// Make `count` things, on all threads of the pool at once, and take each in its turn. `weigh` says
/// how much room one takes while it waits for those before it.
///
/// The threads begin things in order. So whoever works on the first one that is still missing never
/// waits, and all others wait for it only when no room is left.
pub(super) fn in_order<T: Send>(
    count: usize,
    make: impl Fn(usize) -> T + Sync,
    weigh: impl Fn(&T) -> usize + Sync,
    take: impl FnMut(T) + Send,
) {
    let line = Line {
        count,
        state: Mutex::new(State {
            begun: 0,
            taken: 0,
            weight: 0,
            waiting: FxHashMap::default(),
            take: Some(take),
            broken: false,
        }),
        moved: Condvar::new(),
    };
    rayon::broadcast(|_| {
        let _whole = Whole(&line);
        while let Some(at) = line.next() {
            let thing = make(at);
            let weight = weigh(&thing);
            line.put(at, (thing, weight));
        }
    });
}

struct Line<T, F> {
    count: usize,
    state: Mutex<State<T, F>>,
    moved: Condvar,
}

struct State<T, F> {
    begun: usize,
    taken: usize,
    /// How much room is taken.
    weight: usize,
    waiting: FxHashMap<usize, (T, usize)>,
    /// Missing while a thread takes what is ready.
    take: Option<F>,
    /// A thread panicked: what it worked on never comes.
    broken: bool,
}

impl<T, F: FnMut(T)> Line<T, F> {
    /// What to begin next, as soon as there is room.
    fn next(&self) -> Option<usize> {
        let mut state = self.lock();
        while state.weight > ROOM && !state.broken {
            drop(state);
            // parts of the work that is waited for may be for any thread
            let helped = rayon::yield_now() == Some(Yield::Executed);
            state = self.lock();
            if state.weight > ROOM && !helped {
                let waited = self.moved.wait_timeout(state, Duration::from_millis(1));
                state = waited.unwrap_or_else(PoisonError::into_inner).0;
            }
        }
        let at = state.begun;
        state.begun += 1;
        (at < self.count && !state.broken).then_some(at)
    }

    /// Leave what was made; take all that is ready, unless another thread is at it.
    fn put(&self, at: usize, thing: (T, usize)) {
        let mut state = self.lock();
        state.weight += thing.1;
        state.waiting.insert(at, thing);
        let Some(mut take) = state.take.take() else {
            return;
        };
        loop {
            let next = state.taken;
            let Some((thing, weight)) = state.waiting.remove(&next) else {
                state.take = Some(take);
                return;
            };
            drop(state);
            take(thing);
            state = self.lock();
            state.taken += 1;
            state.weight -= weight;
            self.moved.notify_all();
        }
    }
}

impl<T, F> Line<T, F> {
    fn lock(&self) -> MutexGuard<'_, State<T, F>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets the others go when this thread panics.
struct Whole<'l, T, F>(&'l Line<T, F>);

impl<T, F> Drop for Whole<'_, T, F> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.lock().broken = true;
            self.0.moved.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn pool() -> rayon::ThreadPool {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(4);
        pool.build().expect("threads start")
    }

    /// The first thing takes longer than all others that there is room for.
    #[test]
    fn what_waits_is_bounded_and_in_order() {
        let count = AtomicUsize::new(0);
        let mut taken = Vec::new();
        let make = |at| {
            if at == 0 {
                std::thread::sleep(Duration::from_millis(200));
                assert!(count.load(Ordering::SeqCst) <= 3 + ROOM / 100);
            }
            count.fetch_add(1, Ordering::SeqCst);
            at
        };
        pool().install(|| in_order(500, make, |_| 100, |at| taken.push(at)));
        assert!(taken.into_iter().eq(0..500));
    }

    #[test]
    fn work_inside_the_work_goes_on_while_others_wait() {
        use rayon::prelude::*;
        let mut taken = 0;
        let make = |at: usize| {
            (0..200 + at % 7)
                .into_par_iter()
                .map(|n| n % 3)
                .sum::<usize>()
        };
        pool().install(|| in_order(300, make, |_| ROOM, |_| taken += 1));
        assert_eq!(taken, 300);
    }

    #[test]
    #[should_panic(expected = "the third")]
    fn a_panic_lets_all_threads_go() {
        let make = |at| assert!(at != 2, "the third");
        pool().install(|| in_order(1000, make, |()| ROOM, |()| {}));
    }
}
