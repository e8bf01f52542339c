//! `connector-auth-pattern`

use super::validator;
use crate::connector::patterns::{Mapping, Pattern, explain, mappings, recognize};
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;
use crate::target::Profile;

fn message(pattern: Pattern, target: &Profile) -> String {
    let (what, platform) = (pattern.name(), target.title);
    format!("{what}: a {platform} needs more than the security scheme for it")
}

declare_rule! {
    /// The document secures calls in a way that needs more than a security scheme.
    ///
    /// A service that calls another on behalf of its user, an application that signs in as itself, user
    /// name and password where nothing better works: a connector has one scheme and one kind of sign-in.
    /// The finding says what becomes of the pattern: a policy of the gateway, a parameter set, or a
    /// setting of the sign-in.
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
    ///     authorizationUrl: https://login.example-post.net/authorize
    ///     tokenUrl: https://login.example-post.net/token
    ///     scopes: {read: Read parcels}
    ///   user: {type: basic}
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
    ///     authorizationUrl: https://login.example-post.net/authorize
    ///     tokenUrl: https://login.example-post.net/token
    ///     scopes: {read: Read parcels}
    /// security: [{login: [read]}]
    /// paths: {}
    /// ```
    ConnectorAuthPattern = "connector-auth-pattern" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
            "Microsoft, several authentication types" => "https://learn.microsoft.com/connectors/custom-connectors/multi-auth",
            "RFC 6749 section 4.4: client credentials" => "https://www.rfc-editor.org/rfc/rfc6749#section-4.4",
        ],
    }
}

impl Rule for ConnectorAuthPattern {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let (spec, target) = (cx.spec(), cx.target());
        if !validator::is_asked(cx) {
            return;
        }
        for shown in recognize(spec) {
            let all = mappings(&shown, target);
            let is_refused = all.iter().any(|one| matches!(one, Mapping::No(_)));
            let mut clues = shown
                .clues
                .iter()
                .filter_map(|clue| cx.document().find(clue));
            let stated = clues.find(|clue| states(shown.pattern, *clue));
            let Some(clue) = stated.filter(|_| !is_refused) else {
                continue;
            };
            let draft = Draft::key(clue, message(shown.pattern, target))
                .label("said here")
                .argument(shown.pattern.name())
                .note(explain(&shown, target))
                .help("`oneauth connector` plans it: its report names what is left to do");
            cx.report(draft);
        }
    }
}

/// True when a clue says so itself. A delegated scope is what every sign-in at Microsoft Entra ID
/// has, and a flow is another rule's.
fn states(pattern: Pattern, clue: NodeRef<'_>) -> bool {
    let is_text =
        clue.is_string() && matches!(clue.key(), "description" | "authorizationUrl" | "tokenUrl");
    pattern == Pattern::BasicFallback || is_text
}
