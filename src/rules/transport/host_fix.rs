//! Taking a `host` apart that holds a whole address.

use super::host_invalid::wrong;
use crate::document::{NodeRef, Value, key};
use crate::edit::{Change, Position};
use crate::finding::{File, Fix, Safety};
use crate::rule::Address;
use crate::spec::Spec;

/// Move the scheme and the path of a `host` to where they belong. `None` when that is ambiguous:
/// what is left is no host, or `schemes` or `basePath` say something else.
pub(super) fn split(spec: &Spec<'_>, address: &Address<'_>) -> Option<Fix> {
    let text = address.text.trim();
    let (scheme, rest) = match text.split_once("://") {
        Some((scheme, rest)) => (Some(scheme.to_ascii_lowercase()), rest),
        None => (None, text),
    };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let path = path.trim_end_matches('/');
    if wrong(host).is_some() || path.contains(['?', '#', '{']) {
        return None;
    }
    let host_node = address.node.id();
    let mut changes = vec![Change::Replace {
        node: host_node,
        value: Value::from(host),
    }];
    let at = Position::After(host_node);
    let root = spec.root();
    let insert = |key: &str, value: Value| Change::InsertEntry {
        object: root.id(),
        position: at,
        key: key.to_owned(),
        value,
    };
    match base_path(root.member(key::BASE_PATH), path)? {
        BasePath::Fits => {}
        BasePath::Missing => changes.push(insert("basePath", Value::from(path))),
        BasePath::Root(node) => changes.push(Change::Replace {
            node: node.id(),
            value: Value::from(path),
        }),
    }
    if let Some(scheme) = scheme {
        match root
            .member(key::SCHEMES)
            .filter(|schemes| !schemes.is_empty())
        {
            Some(schemes) if schemes.items().any(|item| item.is_str(&scheme)) => {}
            Some(_) => return None,
            None if root.member(key::SCHEMES).is_some() => return None,
            None => changes.push(insert("schemes", Value::array([Value::from(scheme)]))),
        }
    }
    Some(Fix {
        title: format!("write `{host}` alone"),
        safety: Safety::Safe,
        file: File::Document,
        changes,
    })
}

enum BasePath<'d> {
    Fits,
    Missing,
    Root(NodeRef<'d>),
}

fn base_path<'d>(node: Option<NodeRef<'d>>, path: &str) -> Option<BasePath<'d>> {
    let Some(node) = node else {
        let there = !path.is_empty();
        return Some(if there {
            BasePath::Missing
        } else {
            BasePath::Fits
        });
    };
    let text = node.text();
    let own = text.trim_end_matches('/');
    if path.is_empty() || own == path {
        Some(BasePath::Fits)
    } else {
        own.is_empty().then_some(BasePath::Root(node))
    }
}
