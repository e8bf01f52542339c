//! `connector-unsupported-pattern`

use crate::connector::patterns::{Mapping, Pattern, Recognized, mappings, recognize};
use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;
use crate::target::Profile;

fn message(pattern: Pattern, target: &Profile) -> String {
    let (what, platform) = (pattern.name(), target.title);
    format!("{what}: neither a {platform} nor a gateway policy does it")
}

declare_rule! {
    /// The document asks for a way of signing in that nothing on the way can do.
    ///
    /// The texts and URLs of a scheme may ask for more than its type says: an assertion signed by
    /// the client (RFC 7523), a token exchanged on a person's behalf at a server that has no such
    /// exchange, a protocol other than HTTP behind the last API. Where neither the platform nor a
    /// gateway policy can do it, a connector made of the document never gets a token.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     description: Clients send a JWT assertion (RFC 7523) to the token endpoint.
    ///     scopes: {parcels.read: Read parcels}
    /// security: [{signIn: [parcels.read]}]
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
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {parcels.read: Read parcels}
    /// security: [{signIn: [parcels.read]}]
    /// paths: {}
    /// ```
    ConnectorUnsupportedPattern = "connector-unsupported-pattern" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "RFC 7523, JWT Profile for OAuth 2.0" => "https://www.rfc-editor.org/rfc/rfc7523",
            "Microsoft, authentication of custom connectors" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
        ],
    }
}

impl Rule for ConnectorUnsupportedPattern {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let (spec, target) = (cx.spec(), cx.target());
        for shown in recognize(spec) {
            let Some(why) = refusal(&shown, target) else {
                continue;
            };
            // what the connector is about is not what it asks of a client
            let clues = shown
                .clues
                .iter()
                .filter(|clue| !clue.as_str().starts_with("/info"));
            let mut places = clues.filter_map(|clue| cx.document().find(clue));
            let Some(first) = places.next() else { continue };
            let related = places.map(|place| Label::value(place, "and here"));
            let mut draft = Draft::value(first, message(shown.pattern, target))
                .label("asked for here")
                .argument(shown.pattern.name())
                .note(why);
            draft = related.fold(draft, Draft::related);
            // the system behind the last API is not the connector's business
            if shown.pattern == Pattern::NativeProtocol {
                draft = draft.severity(Severity::Info);
            }
            cx.report(draft);
        }
    }
}

/// Why nothing can be done of a pattern, when nothing can.
fn refusal(shown: &Recognized, target: &Profile) -> Option<&'static str> {
    mappings(shown, target)
        .into_iter()
        .find_map(|one| match one {
            Mapping::No(why) => Some(why),
            _ => None,
        })
}
