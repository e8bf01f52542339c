//! Server Objects (3.x) and the URLs they stand for.

use crate::document::{NodeRef, key};

/// Most URLs one server is expanded to.
const MAX_URLS: usize = 64;

/// A Server Object.
#[derive(Clone, Copy, Debug)]
pub struct Server<'d> {
    /// The object.
    pub node: NodeRef<'d>,
}

impl<'d> Server<'d> {
    /// The `url` member.
    pub fn url(&self) -> Option<NodeRef<'d>> {
        self.node.member(key::URL)
    }

    /// The variable of a name.
    pub fn variable(&self, name: &str) -> Option<NodeRef<'d>> {
        self.node.member(key::VARIABLES)?.get(name)
    }

    /// Every URL it stands for: each variable replaced by its default and by each of its enum
    /// values, at most 64. A variable without either stays in braces.
    pub fn urls(&self) -> Vec<String> {
        let Some(template) = self.url().and_then(NodeRef::as_str) else {
            return Vec::new();
        };
        let mut urls = vec![String::new()];
        let mut rest = template.as_ref();
        while let Some((literal, name, tail)) = next_variable(rest) {
            let values = self.values(name);
            urls = combine(&urls, literal, &values);
            rest = tail;
        }
        for url in &mut urls {
            url.push_str(rest);
        }
        urls
    }

    fn values(&self, name: &str) -> Vec<String> {
        let mut values: Vec<String> = Vec::new();
        if let Some(variable) = self.variable(name) {
            let default = variable.member(key::DEFAULT).into_iter();
            let allowed = variable
                .member(key::ENUM)
                .into_iter()
                .flat_map(NodeRef::items);
            for value in default.chain(allowed).filter(|value| value.is_string()) {
                let text = value.text().into_owned();
                if !values.contains(&text) {
                    values.push(text);
                }
            }
        }
        if values.is_empty() {
            values.push(format!("{{{name}}}"));
        }
        values
    }
}

/// The text before the next `{name}`, the name, and the text after it.
fn next_variable(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find('{')?;
    let close = open + text[open..].find('}')?;
    Some((&text[..open], &text[open + 1..close], &text[close + 1..]))
}

fn combine(urls: &[String], literal: &str, values: &[String]) -> Vec<String> {
    let mut out = Vec::new();
    for value in values {
        for url in urls {
            if out.len() == MAX_URLS {
                return out;
            }
            out.push(format!("{url}{literal}{value}"));
        }
    }
    out
}
