//! `zero-guid-placeholder`

use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::{Address, Context, Draft, Level, Rule, RuleMeta};
use crate::rules::sign_in;
use crate::spec::Version;

fn message(id: &str) -> String {
    format!("`{id}` stands for no tenant, client or resource")
}

declare_rule! {
    /// A tenant, client or resource is named by an id that stands for none.
    ///
    /// An id of one digit only, such as all zeros, is what people write before they know the real one.
    /// Nobody can sign in with it, and the message they get names neither file nor line.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   login:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/oauth2/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {read: Read parcels}
    /// security: [{login: [read]}]
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   login:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.microsoftonline.com/5f0c1e4a-7d3b-4c5e-9a51-3b7f0a2c8d16/oauth2/authorize
    ///     tokenUrl: https://login.microsoftonline.com/5f0c1e4a-7d3b-4c5e-9a51-3b7f0a2c8d16/oauth2/token
    ///     scopes: {read: Read parcels}
    /// security: [{login: [read]}]
    /// paths: {}
    /// ```
    ZeroGuidPlaceholder = "zero-guid-placeholder" {
        family: Placeholders,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Address],
        references: [
            "RFC 9562 section 5.9: Nil UUID" => "https://www.rfc-editor.org/rfc/rfc9562#section-5.9",
            "Microsoft identity platform: application and tenant ids" => "https://learn.microsoft.com/entra/identity-platform/quickstart-register-app",
        ],
    }
}

impl Rule for ZeroGuidPlaceholder {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for settings in sign_in::all(cx) {
            let custom = settings.node().get("customParameters").into_iter();
            let values = custom.flat_map(NodeRef::entries);
            let values = values.filter_map(|one| one.get("value"));
            for text in settings.client_id().into_iter().chain(values) {
                check(cx, text);
            }
        }
    }

    fn check_address(&self, cx: &mut Context<'_, '_>, address: &Address<'_>) {
        if sign_in::is_address(address.kind) {
            check(cx, address.node);
        }
    }
}

fn check(cx: &mut Context<'_, '_>, node: NodeRef<'_>) {
    let text = node.text();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let Some(id) = words.into_iter().find(|word| is_blank(word)) else {
        return;
    };
    let draft = Draft::value(node, message(id))
        .label("not filled in")
        .argument(id);
    cx.report(draft.help("write the id that the directory gave"));
}

/// True for the form of an id with one digit throughout.
fn is_blank(word: &str) -> bool {
    const DASHES: [usize; 4] = [8, 13, 18, 23];
    let bytes = word.as_bytes();
    let fits = |(at, byte): (usize, &u8)| match *byte {
        b'-' => DASHES.contains(&at),
        digit => digit == bytes[0] && digit.is_ascii_hexdigit() && !DASHES.contains(&at),
    };
    bytes.len() == 36 && bytes.iter().enumerate().all(fits)
}
