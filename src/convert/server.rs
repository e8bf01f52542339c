//! The Server Object: `host`, `basePath`, `schemes`.
//!
//! | source | decision |
//! |---|---|
//! | no server | none of the three |
//! | the first server | split into `schemes`, `host`, `basePath` |
//! | another one with the same host and path | its scheme joins `schemes` |
//! | any other server | left out, reported |
//! | a server of a path or operation | its scheme joins the operation's `schemes` when the rest agrees; otherwise reported as an error |
//! | such servers only, none at the root | the first of them is the document's |
//! | `{variable}` | the value given for it, else its default; reported |
//! | `{{PLACEHOLDER}}` without value | kept where the target's tools fill it in; otherwise no `host`; reported |
//! | a relative address | `basePath` only |
//! | user names, queries, other schemes | left out, reported |

use super::converter::Converter;
use super::draft::Draft;
use super::loss::LossKind;
use super::members::Members;
use crate::document::NodeRef;

/// Schemes Swagger 2.0 knows.
const SCHEMES: &[&str] = &["http", "https", "ws", "wss"];
/// Operation members of a path item that may hold servers.
const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch"];

/// A server's address in the words of Swagger 2.0.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Address {
    scheme: Option<String>,
    host: Option<String>,
    pub(super) base: String,
}

impl Address {
    /// Scheme and host, when both are known.
    pub(super) fn origin(&self) -> Option<String> {
        let (scheme, host) = (self.scheme.as_ref()?, self.host.as_ref()?);
        Some(format!("{scheme}://{host}"))
    }

    fn same_place(&self, other: &Self) -> bool {
        self.host == other.host && self.base == other.base
    }
}

impl<'d> Converter<'d> {
    /// Write the document's servers.
    pub(super) fn servers(&mut self, list: NodeRef<'d>, out: &mut Members<'d>) {
        if !list.is_array() {
            return self.lose_invalid(list);
        }
        let mut first: Option<Address> = None;
        let mut schemes: Vec<Draft<'d>> = Vec::new();
        for server in list.items() {
            let address = self.address(server);
            let known = first.get_or_insert_with(|| address.clone());
            if !known.same_place(&address) {
                let what = "another server";
                self.lose(
                    LossKind::ServerDropped,
                    server,
                    what,
                    "the first server is kept",
                );
                continue;
            }
            let scheme = address.scheme.map(Draft::from);
            schemes.extend(scheme.filter(|scheme| !schemes.contains(scheme)));
            self.server_words(server);
        }
        let Some(address) = first else { return };
        if let Some(host) = address.host {
            out.put("host", host);
        }
        if !address.base.is_empty() {
            out.put("basePath", address.base);
        }
        if !schemes.is_empty() {
            out.put("schemes", Draft::Array(schemes));
        }
    }

    /// The list of servers the document stands on: its own, or the first any path has.
    pub(super) fn root_servers(&mut self) -> Option<NodeRef<'d>> {
        if self.main_servers.is_none() {
            self.main_servers = Some(self.first_servers());
        }
        self.main_servers.flatten()
    }

    fn first_servers(&self) -> Option<NodeRef<'d>> {
        let list = |node: NodeRef<'d>| node.get("servers").filter(|s| !s.is_empty());
        let root = self.root();
        if let Some(own) = list(root) {
            return Some(own);
        }
        let items = root.get("paths")?.entries();
        items
            .flat_map(|item| {
                let operations = METHODS.iter().filter_map(move |m| item.get(m));
                std::iter::once(item).chain(operations)
            })
            .find_map(list)
    }

    /// Servers of a path item or operation: schemes when the place is the document's.
    pub(super) fn own_servers(&mut self, list: NodeRef<'d>, out: &mut Members<'d>) {
        if !list.is_array() {
            return self.lose_invalid(list);
        }
        let root = self.root_servers().and_then(|servers| servers.item(0));
        let root = root.map(|server| self.address(server)).unwrap_or_default();
        let mut schemes: Vec<Draft<'d>> = Vec::new();
        for server in list.items() {
            let address = self.address(server);
            if !address.same_place(&root) {
                let what = "a server for this part only";
                let instead = "calls go to the document's server";
                self.lose(LossKind::ServerOverride, server, what, instead);
                return;
            }
            let scheme = address.scheme.map(Draft::from);
            schemes.extend(scheme.filter(|scheme| !schemes.contains(scheme)));
        }
        if !schemes.is_empty() && schemes != [Draft::from(root.scheme.unwrap_or_default())] {
            out.put("schemes", Draft::Array(schemes));
        }
    }

    fn server_words(&mut self, server: NodeRef<'d>) {
        for entry in server.entries() {
            if !matches!(entry.key(), "url" | "variables") {
                let what = format!("`{}` of a server has no counterpart", entry.key());
                self.lose(LossKind::MemberDropped, entry, what, "left out");
            }
        }
    }

    /// A server's address, its variables filled in.
    pub(super) fn address(&mut self, server: NodeRef<'d>) -> Address {
        let Some(url) = server.get("url").filter(|u| u.is_string()) else {
            self.lose(
                LossKind::InvalidMember,
                server,
                "a server without `url`",
                "left out",
            );
            return Address::default();
        };
        let text = self.fill(server, url);
        let (text, extra) = match text.find(['?', '#']) {
            Some(cut) if !text.contains("{{") => (text[..cut].to_owned(), true),
            _ => (text, false),
        };
        if extra {
            let what = "a query or fragment in a server address";
            self.lose(LossKind::ServerPlaceholder, url, what, "left out");
        }
        let Some((scheme, rest)) = text.split_once("://") else {
            let base = relative(&text);
            return Address {
                base,
                ..Address::default()
            };
        };
        let cut = rest.find('/').unwrap_or(rest.len());
        let (authority, path) = rest.split_at(cut);
        let scheme = scheme.to_ascii_lowercase();
        let known = SCHEMES.contains(&scheme.as_str());
        if !known {
            let what = format!("the scheme `{scheme}`");
            self.lose(LossKind::ServerPlaceholder, url, what, "left out");
        }
        Address {
            scheme: known.then_some(scheme),
            host: self.host(url, authority),
            base: self.base(url, path),
        }
    }

    fn host(&mut self, url: NodeRef<'d>, authority: &str) -> Option<String> {
        let host = authority.rsplit('@').next().unwrap_or_default();
        if host.len() < authority.len() {
            self.lose(
                LossKind::ServerPlaceholder,
                url,
                "a user name in an address",
                "left out",
            );
        }
        if !host.contains(['{', '}', ' ', '\\']) && !host.is_empty() {
            return Some(host.to_owned());
        }
        let keeps = self.limits.keeps_placeholders && host.contains("{{");
        let instead = if keeps {
            "kept: give it a value"
        } else {
            "no `host`: give it a value"
        };
        let what = format!("the host `{host}` holds a placeholder");
        self.lose(LossKind::ServerPlaceholder, url, what, instead);
        keeps.then(|| host.to_owned())
    }

    fn base(&mut self, url: NodeRef<'d>, path: &str) -> String {
        let path = path.trim_end_matches('/');
        if path.contains(['{', '}']) && !(self.limits.keeps_placeholders && path.contains("{{")) {
            let what = format!("the path `{path}` holds a placeholder");
            self.lose(
                LossKind::ServerPlaceholder,
                url,
                what,
                "kept: give it a value",
            );
        }
        path.to_owned()
    }

    /// The address with its variables and placeholders filled in.
    fn fill(&mut self, server: NodeRef<'d>, url: NodeRef<'d>) -> String {
        let mut text = url.text().into_owned();
        for (name, value) in &self.options.variables {
            text = text.replace(&format!("{{{{{name}}}}}"), value);
        }
        let variables = server.get("variables");
        let each = variables.into_iter().flat_map(NodeRef::entries);
        for odd in variables.into_iter().chain(each) {
            self.lose_unless_object(odd);
        }
        let words = variables.into_iter().flat_map(NodeRef::entries);
        for word in words.flat_map(NodeRef::entries) {
            if !matches!(word.key(), "default" | "enum" | "description") {
                self.lose_member(word);
            }
        }
        for variable in variables.into_iter().flat_map(NodeRef::entries) {
            let template = format!("{{{}}}", variable.key());
            let given = self.options.variables.get(variable.key()).cloned();
            let default = variable.get("default").map(|d| d.text().into_owned());
            let Some(value) = given.or(default).filter(|_| text.contains(&template)) else {
                continue;
            };
            let written = text.matches(&template).count() * value.len();
            if !self.spend(variable, written / LONG) {
                return text;
            }
            let what = format!("the server variable `{}`", variable.key());
            self.lose(
                LossKind::ServerVariable,
                variable,
                what,
                format!("`{value}` is written"),
            );
            text = text.replace(&template, &value);
        }
        for (name, value) in &self.options.variables {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }
}

/// Bytes of an address that cost as much as a node: values of variables may hold variables.
const LONG: usize = 16;

/// The path of a relative address.
fn relative(text: &str) -> String {
    let path = text.trim_start_matches('.').trim_end_matches('/');
    if path.is_empty() || path.starts_with('/') {
        path.to_owned()
    } else {
        format!("/{path}")
    }
}
