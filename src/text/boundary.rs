//! Cutting a text where characters begin.

/// The offset of the character that `at` lies in, or the end of the text.
pub fn before(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The offset at or behind `at` where a character begins, or the end of the text.
pub fn after(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
