//! File names as URI references (RFC 3986), relative to the base where they lie below it.

use std::fmt::Write as _;
use std::path::Path;

use super::wire::ArtifactLocation;

/// The name of the base in `originalUriBaseIds`; GitHub's code scanning knows it.
pub(super) const BASE_ID: &str = "%SRCROOT%";

/// Turns names into URI references.
pub(super) struct Uris {
    base: Option<String>,
}

impl Uris {
    /// `base` is an absolute path.
    pub(super) fn new(base: Option<&Path>) -> Self {
        let base = base.map(|path| absolute(&slashed(&path.to_string_lossy())));
        Self {
            base: base.map(|uri| uri.trim_end_matches('/').to_owned() + "/"),
        }
    }

    /// The base, ending with a slash.
    pub(super) fn base(&self) -> Option<String> {
        self.base.clone()
    }

    /// The location of a file.
    pub(super) fn artifact(&self, name: &str) -> ArtifactLocation {
        let name = slashed(name);
        if !is_absolute(&name) {
            return self.below(encoded(name.strip_prefix("./").unwrap_or(&name)));
        }
        let uri = absolute(&name);
        let below = self.base.as_deref().and_then(|base| uri.strip_prefix(base));
        match below.map(str::to_owned) {
            Some(relative) => self.below(relative),
            None => ArtifactLocation {
                uri,
                uri_base_id: None,
            },
        }
    }

    fn below(&self, uri: String) -> ArtifactLocation {
        let uri_base_id = self.base.is_some().then_some(BASE_ID);
        ArtifactLocation { uri, uri_base_id }
    }
}

fn slashed(name: &str) -> String {
    name.replace('\\', "/")
}

fn is_absolute(name: &str) -> bool {
    name.starts_with('/') || has_drive(name)
}

/// `C:/…`
fn has_drive(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() > 2 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':' && bytes[2] == b'/'
}

fn absolute(name: &str) -> String {
    if has_drive(name) {
        return format!("file:///{}:{}", &name[..1], encoded(&name[2..]));
    }
    format!("file://{}", encoded(name))
}

/// Percent-encode all but the unreserved characters and the slash. A colon would make the first
/// segment of a relative reference a scheme.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
