//! JSON Pointer, RFC 6901.

use std::borrow::Cow;
use std::fmt;

/// A JSON Pointer: the empty text names the root, `/paths/~1pets/get` a member.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Pointer(String);

impl Pointer {
    /// The pointer to the root.
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// Read a pointer's text; `None` unless it is empty or starts with `/`.
    pub fn parse(text: &str) -> Option<Self> {
        (text.is_empty() || text.starts_with('/')).then(|| Self(text.to_owned()))
    }

    /// The pointer's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The pointer to a member of the object this one names.
    #[must_use]
    pub fn member(&self, key: &str) -> Self {
        let mut text = self.0.clone();
        push_segment(&mut text, key);
        Self(text)
    }

    /// The pointer to an item of the array this one names.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// The pointer without its last segment; `None` for the root.
    pub fn parent(&self) -> Option<Self> {
        let cut = self.0.rfind('/')?;
        Some(Self(self.0[..cut].to_owned()))
    }

    /// The decoded segments, outermost first.
    pub fn segments(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(decode)
    }

    /// True when this pointer names `other` or something that contains it.
    pub fn contains(&self, other: &Self) -> bool {
        other
            .0
            .strip_prefix(&self.0)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// A pointer from its segments, innermost first.
    pub(super) fn from_inside_out(segments: &[Cow<'_, str>]) -> Self {
        let length: usize = segments.iter().map(|segment| segment.len() + 1).sum();
        // a path has a few slashes, which are escaped
        let mut text = String::with_capacity(length + 8);
        for segment in segments.iter().rev() {
            push_segment(&mut text, segment);
        }
        Self(text)
    }
}

fn push_segment(text: &mut String, segment: &str) {
    text.push('/');
    let mut rest = segment;
    while let Some(at) = memchr::memchr2(b'~', b'/', rest.as_bytes()) {
        text.push_str(&rest[..at]);
        text.push_str(if rest.as_bytes()[at] == b'~' {
            "~0"
        } else {
            "~1"
        });
        rest = &rest[at + 1..];
    }
    text.push_str(rest);
}

fn decode(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(segment)
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
