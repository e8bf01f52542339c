//! Two things done at once.

/// Documents with fewer bytes are done with before another thread is awake.
const WORTH: usize = 200_000;

/// Do `away` on another thread, and `here` on this one, when so many bytes are worth it. Both are
/// done when it returns; a panic of either goes on here.
pub fn aside<A: Send, B>(
    bytes: usize,
    away: impl FnOnce() -> A + Send,
    here: impl FnOnce() -> B,
) -> (A, B) {
    if bytes < WORTH {
        let first = away();
        return (first, here());
    }
    let mut first = None;
    let second = rayon::in_place_scope(|scope| {
        scope.spawn(|_| first = Some(away()));
        here()
    });
    (first.expect("the scope waits for what it spawned"), second)
}
