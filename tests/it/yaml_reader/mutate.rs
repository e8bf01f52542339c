//! Random changes to a text, the same ones in every run.

/// A small deterministic generator (xorshift64).
pub(super) struct Random(u64);

impl Random {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// A number below `bound`.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

/// Pieces that mean something in YAML.
const PIECES: &[&str] = &[
    ":", " ", "\n", "- ", "#", "  ", "\"", "'", "{", "}", "[", "]", ",", "&a ", "*a", "|", ">",
    "?", "\t", "!!str ", "\r\n", "---\n", ": ", " #", "x", "-", "~", "\\", "é", "%", "|-\n",
    ">+\n", "key: v\n", "  k:\n", "<<: ", "...\n", "\u{feff}", "- - ", "? ", "\n\n", "|2\n", "&b",
    "\\u00e9",
];

/// One to three changes.
pub(super) fn mutate(text: &str, random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(3) {
        let at = boundary(&text, random.below(text.len() + 1));
        let piece = PIECES[random.below(PIECES.len())];
        match random.below(5) {
            0 => {
                let end = boundary(&text, (at + 1 + random.below(6)).min(text.len()));
                text.replace_range(at..end, "");
            }
            1 => text.insert_str(at, piece),
            2 => {
                let start = text[..at].rfind('\n').map_or(0, |p| p + 1);
                text.insert_str(start, piece);
            }
            3 => {
                let end = text[at..].find('\n').map_or(text.len(), |p| at + p);
                text.insert_str(end, piece);
            }
            _ => {
                // a piece of the text itself, somewhere else
                let end = boundary(&text, (at + 1 + random.below(40)).min(text.len()));
                let copy = text[at..end].to_owned();
                let to = boundary(&text, random.below(text.len() + 1));
                text.insert_str(to, &copy);
            }
        }
    }
    text
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
