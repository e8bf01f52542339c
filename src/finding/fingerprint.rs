//! What tells a finding from others, whatever line it stands on.
//!
//! The fingerprint is the SHA-256 of rule, pointer and arguments. It has no line, no offset and no
//! text of the document, so moved lines, another layout and reordered keys leave it alone, and no
//! secret can be read from it. Items of the arrays OpenAPI defines (`parameters`, `security`, …)
//! count without their index: a parameter put before others does not make their findings new. Two
//! findings that differ in nothing else share a fingerprint; a baseline counts them.

use std::fmt;

use sha2::{Digest as _, Sha256};

use super::Finding;
use crate::document::Pointer;

/// The version of the way fingerprints are made, as output names it.
pub const SCHEME: &str = "oneauth/v1";

/// Members whose value is an array wherever OpenAPI defines them.
const ARRAYS: [&str; 14] = [
    "allOf",
    "anyOf",
    "consumes",
    "enum",
    "oneOf",
    "parameters",
    "prefixItems",
    "produces",
    "required",
    "schemes",
    "scopes",
    "security",
    "servers",
    "tags",
];

/// The fingerprint of a finding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of a finding.
    pub fn of(finding: &Finding) -> Self {
        let pointer = without_indices(&finding.primary.pointer);
        let arguments = finding.arguments.iter().map(String::as_str);
        Self::digest([finding.rule, &pointer].into_iter().chain(arguments))
    }

    /// The fingerprint of some texts; each is preceded by its length, so no two lists collide by
    /// where they are cut.
    pub fn digest<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut hash = Sha256::new();
        hash.update(SCHEME);
        for text in texts {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
        Self(hash.finalize().into())
    }

    /// Read the 64 hexadecimal digits [`fmt::Display`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The pointer's text with `*` for each index into an array OpenAPI defines.
fn without_indices(pointer: &Pointer) -> String {
    let mut out = String::with_capacity(pointer.as_str().len());
    let mut in_array = false;
    for segment in pointer.as_str().split('/').skip(1) {
        let is_index = !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
        out.push('/');
        out.push_str(if in_array && is_index { "*" } else { segment });
        in_array = ARRAYS.contains(&segment);
    }
    out
}
