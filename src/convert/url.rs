//! Addresses that 3.x lets be relative, and Swagger 2.0 does not.
//!
//! | source | decision |
//! |---|---|
//! | an absolute URL, or one that begins with a placeholder | kept |
//! | `/path`, `./path`, `../path` beside an absolute server | resolved against it (RFC 3986, 5.2), reported |
//! | any other | kept, reported as invalid |

use super::converter::Converter;
use super::loss::LossKind;
use crate::document::NodeRef;

impl<'d> Converter<'d> {
    /// The text of an address, absolute where that can be told.
    pub(super) fn absolute_url(&mut self, entry: NodeRef<'d>) -> String {
        let text = entry.text().into_owned();
        let head = text.split(['/', '?', '#']).next().unwrap_or_default();
        if head.contains(':') || text.starts_with(['{', '$', '#', '<']) {
            return text;
        }
        let what = format!("the relative address `{text}`");
        let server = self.root_servers().and_then(|servers| servers.item(0));
        let address = server.map(|server| self.address(server));
        let base = address.and_then(|address| Some((address.origin()?, address.base)));
        let Some((origin, base)) = base.filter(|_| text.starts_with(['/', '.'])) else {
            self.lose(LossKind::InvalidMember, entry, what, "kept as it is");
            return text;
        };
        let full = format!("{origin}{}", resolved(&base, &text));
        let instead = format!("`{full}`, as the first server has it");
        self.lose(LossKind::UrlResolved, entry, what, instead);
        full
    }
}

/// A relative path seen from a base path: its last part gives way, dots are followed.
fn resolved(base: &str, text: &str) -> String {
    if text.starts_with('/') {
        return text.to_owned();
    }
    let mut parts: Vec<&str> = base.split('/').skip(1).collect();
    parts.pop();
    let cut = text.find(['?', '#']).unwrap_or(text.len());
    for part in text[..cut].split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    format!("/{}{}", parts.join("/"), &text[cut..])
}
