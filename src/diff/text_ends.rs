//! What two texts have in common at both ends.

/// The parts of two texts that differ, with some common lines around them.
pub(super) struct Middle<'t> {
    pub(super) old: &'t str,
    pub(super) new: &'t str,
    /// How many lines stand before them.
    pub(super) skipped: usize,
}

/// Whole lines between the common ends, and up to `context` common ones on each side.
pub(super) fn middle<'t>(old: &'t str, new: &'t str, context: usize) -> Middle<'t> {
    let (a, b) = (old.as_bytes(), new.as_bytes());
    let same = common_start(a, b);
    let start = back(a, same, context);
    let most = a.len().min(b.len()) - start;
    let tail = common_end(&a[a.len() - most..], &b[b.len() - most..]);
    // a line that only ends alike is no common line
    let shared = &a[a.len() - tail..];
    let whole = match memchr::memchr(b'\n', shared) {
        Some(at) => tail - at - 1,
        None => 0,
    };
    let kept = ahead(&a[a.len() - whole..], context);
    Middle {
        old: &old[start..old.len() - whole + kept],
        new: &new[start..new.len() - whole + kept],
        skipped: memchr::memchr_iter(b'\n', &a[..start]).count(),
    }
}

/// Bytes compared at once.
const CHUNK: usize = 4096;

/// How many bytes two texts have in common at their start.
pub(super) fn common_start(a: &[u8], b: &[u8]) -> usize {
    let chunks = a.chunks_exact(CHUNK).zip(b.chunks_exact(CHUNK));
    let whole = CHUNK * chunks.take_while(|(x, y)| x == y).count();
    let rest = a[whole..].iter().zip(&b[whole..]);
    whole + rest.take_while(|(x, y)| x == y).count()
}

fn common_end(a: &[u8], b: &[u8]) -> usize {
    let chunks = a.rchunks_exact(CHUNK).zip(b.rchunks_exact(CHUNK));
    let whole = CHUNK * chunks.take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - whole], &b[..b.len() - whole]);
    let rest = a.iter().rev().zip(b.iter().rev());
    whole + rest.take_while(|(x, y)| x == y).count()
}

/// The start of the line `context` lines before the one that holds `at`.
fn back(text: &[u8], at: usize, context: usize) -> usize {
    let mut start = at;
    for _ in 0..=context {
        match memchr::memrchr(b'\n', &text[..start]) {
            Some(end) => start = end,
            None => return 0,
        }
    }
    start + 1
}

/// The bytes of the first `context` lines.
pub(super) fn ahead(text: &[u8], context: usize) -> usize {
    let ends = memchr::memchr_iter(b'\n', text);
    match context.checked_sub(1) {
        Some(last) => ends.map(|end| end + 1).nth(last).unwrap_or(text.len()),
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::middle;

    #[test]
    fn the_middle_is_whole_lines_with_their_context() {
        let (old, new) = ("a\nb\nc\nd\ne\n", "a\nb\nX\nd\ne\n");
        for (context, a, b, skipped) in [
            (0, "c\n", "X\n", 2),
            (1, "b\nc\nd\n", "b\nX\nd\n", 1),
            (9, old, new, 0),
        ] {
            let found = middle(old, new, context);
            assert_eq!((found.old, found.new, found.skipped), (a, b, skipped));
        }
    }

    #[test]
    fn repeated_lines_do_not_overlap() {
        let found = middle("a\na\na\n", "a\na\n", 0);
        assert_eq!((found.old.len(), found.new.len()), (2, 0));
        let found = middle("x", "xy", 3);
        assert_eq!((found.old, found.new), ("x", "xy"));
        let found = middle("a\nx", "a\nx\n", 0);
        assert_eq!((found.old, found.new), ("x", "x\n"));
    }
}
