//! Which characters a text is made of, found in one pass at memory speed.

/// What the characters of a text allow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Characters {
    /// Printable text whose lines end with `\n` or `\r\n`.
    Usual,
    /// Something rarer: other line ends, C1 controls, a byte order mark inside.
    Rare,
    /// A C0 control character at this offset, which YAML allows nowhere (section 5.1).
    Control(usize),
}

/// Look at all characters of `text`. A byte order mark at its start is not looked at.
pub(super) fn characters(text: &str) -> Characters {
    let bytes = text.as_bytes();
    let body = text.strip_prefix('\u{feff}').unwrap_or(text).as_bytes();
    let seen = Seen::of(body);
    if seen.control != 0
        && let Some(at) = bytes.iter().position(|byte| is_c0(*byte))
    {
        return Characters::Control(at);
    }
    let rare = seen.delete != 0
        || seen.lead != 0 && has_rare_character(body)
        || seen.carriage_return != 0 && has_lone_return(body);
    if rare {
        Characters::Rare
    } else {
        Characters::Usual
    }
}

/// What was seen, 0 for nothing.
#[derive(Default)]
struct Seen {
    control: u8,
    delete: u8,
    /// First bytes of the characters that may be rare.
    lead: u8,
    carriage_return: u8,
}

impl Seen {
    /// Chunks without branches inside, so that the compiler looks at many bytes at once.
    #[allow(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
    fn of(bytes: &[u8]) -> Self {
        let mut seen = Self::default();
        for chunk in bytes.chunks(4096) {
            let (mut control, mut delete, mut lead, mut carriage_return) = (0, 0, 0, 0);
            for &byte in chunk {
                control |= u8::from(is_c0(byte));
                delete |= u8::from(byte == 0x7f);
                lead |= u8::from((byte == 0xc2) | (byte == 0xe2) | (byte == 0xef));
                carriage_return |= u8::from(byte == b'\r');
            }
            seen.control |= control;
            seen.delete |= delete;
            seen.lead |= lead;
            seen.carriage_return |= carriage_return;
        }
        seen
    }
}

#[allow(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
const fn is_c0(byte: u8) -> bool {
    (byte < 0x20) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r')
}

/// C1 controls and NEL, the line separators U+2028 and U+2029, byte order marks, U+FFFE and U+FFFF.
fn has_rare_character(bytes: &[u8]) -> bool {
    memchr::memchr3_iter(0xc2, 0xe2, 0xef, bytes).any(|at| {
        let next = |offset: usize| bytes.get(at + offset).copied().unwrap_or(0);
        match bytes[at] {
            0xc2 => next(1) < 0xa0,
            0xe2 => next(1) == 0x80 && matches!(next(2), 0xa8 | 0xa9),
            _ => (next(1) == 0xbb && next(2) == 0xbf) || (next(1) == 0xbf && next(2) >= 0xbe),
        }
    })
}

fn has_lone_return(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'))
}
