//! `client-secret-in-document`

use super::constant::{client_secret_keys, is_client_secret, secret_name};
use super::found::value_draft;
use crate::declare_rule;
use crate::document::{Document, Kind, NodeId, NodeRef, Value};
use crate::edit::Change;
use crate::finding::{File, Fix, Safety, Severity, mask};
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::secrets::{Site, is_opaque};
use crate::spec::Version;

fn message(key: &str, value: &str) -> String {
    let masked = mask::secret(value);
    format!("`{key}` holds the client's secret: `{masked}`")
}

declare_rule! {
    /// The secret of an OAuth client is written into the document or its `apiProperties.json`.
    ///
    /// Client id and secret together let anyone act as the connector. No file needs the secret: it
    /// is typed in the wizard, or given to the command that uploads the connector.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// paths: {}
    /// x-sign-in:
    ///   clientId: parcels-web
    ///   clientSecret: k1k2k3k4m5m6m7m8
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,fixed
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// paths: {}
    /// x-sign-in:
    ///   clientId: parcels-web
    ///   clientSecret: ""
    /// ```
    ClientSecretInDocument = "client-secret-in-document" {
        family: Secrets,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Unsafe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [
            Spec,
            Member(
                "clientSecret", "client_secret", "ClientSecret", "client-secret", "clientsecret",
                "CLIENT_SECRET", "x-client-secret", "x-clientSecret", "x-client_secret",
                "value", "defaultValue"
            ),
        ],
        references: [
            "RFC 6749 section 2.3.1: Client Password" => "https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1",
            "CWE-798: Use of Hard-coded Credentials" => "https://cwe.mitre.org/data/definitions/798.html",
        ],
    }
}

impl Rule for ClientSecretInDocument {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for node in cx.companion().into_iter().flat_map(secrets) {
            report(cx, node, File::Properties);
        }
    }

    fn check_member(&self, cx: &mut Context<'_, '_>, member: NodeRef<'_>) {
        if holds_secret(member) {
            report(cx, member, File::Document);
        }
    }
}

/// The strings of a document that hold a client's secret.
fn secrets(document: &Document) -> Vec<NodeRef<'_>> {
    let keys = client_secret_keys(document);
    if keys.is_empty() {
        return Vec::new();
    }
    let mut could_hold = vec![false; document.symbols().count()];
    for key in keys {
        could_hold[key.index()] = true;
    }
    let nodes = document.nodes().iter().zip(0..);
    nodes
        .filter(|(node, _)| could_hold.get(node.key.index()) == Some(&true))
        .filter(|(node, _)| node.kind == Kind::String)
        .map(|(_, id)| document.at(NodeId(id)))
        .filter(|node| holds_secret(*node))
        .collect()
}

fn holds_secret(node: NodeRef<'_>) -> bool {
    is_client_secret(node) && is_opaque(&node.text(), 8, 2.5)
}

fn report(cx: &mut Context<'_, '_>, node: NodeRef<'_>, file: File) {
    let name = secret_name(node);
    let fix = Fix {
        title: format!("empty `{name}`"),
        safety: Safety::Unsafe,
        file,
        changes: vec![Change::Replace {
            node: node.id(),
            value: Value::from(""),
        }],
    };
    let draft = value_draft(node, message(name, &node.text()))
        .help("revoke it and empty the member; the secret is given when the connector is uploaded")
        .severity(Site::of(node).severity());
    cx.report(draft.fix(fix));
}

#[cfg(test)]
mod tests {
    use super::super::constant::{CLIENT_SECRET, WRAPPERS};
    use super::ClientSecretInDocument;

    #[test]
    fn it_looks_at_every_member_that_may_hold_one() {
        let asked = ClientSecretInDocument::META.hooks.iter();
        let members: Vec<_> = asked.flat_map(|asked| asked.members).collect();
        assert!(
            members
                .into_iter()
                .eq(CLIENT_SECRET.iter().chain(&WRAPPERS))
        );
    }
}
