//! `connector-auth-mismatch`

use super::agreement::{self, Disagreement};
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::place;
use crate::spec::{Requirements, Version};

fn help(found: &Disagreement<'_>) -> &'static str {
    if found.declared.is_none() {
        "declare the security scheme that sends it, or send it by a policy"
    } else if found.asked.is_none() {
        "add the connection parameter that asks for it"
    } else if found.severity == Severity::Warning {
        "type the secret as `securestring`"
    } else {
        "make both ask for the same"
    }
}

declare_rule! {
    /// The document and `apiProperties.json` ask for different authentication.
    ///
    /// The document says how a call carries its credential, `apiProperties.json` what the user is asked
    /// for. When they disagree, calls go out without a credential, or the user types one that nothing
    /// sends. The two are compared by type; their names are not linked.
    ///
    /// # Example
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {}
    ///   }
    /// }
    /// ```
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security:
    ///   - parcelKey: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {
    ///       "api_key": {"type": "securestring"}
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security:
    ///   - parcelKey: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorAuthMismatch = "connector-auth-mismatch" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
            "Microsoft, policy templates of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/policy-templates",
        ],
    }
}

impl Rule for ConnectorAuthMismatch {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let Some(found) = agreement::disagreement(cx) else {
            return;
        };
        let labels = [
            found
                .declared
                .map(|entry| Label::key(entry, "declared here")),
            found.asked.map(|entry| Label::key(entry, "asked for here")),
            found
                .nothing
                .map(|entry| Label::key(entry, "nothing is asked for")),
        ];
        let required = found.declared.and_then(|entry| first_use(cx, entry.key()));
        let required = required.map(|entry| Label::key(entry, "required here"));
        let undeclared = found
            .declared
            .is_none()
            .then(|| place::schemes(cx.spec(), "no scheme is declared"));
        let mut labels = labels.into_iter().chain([required, undeclared]).flatten();
        let Some(primary) = labels.next() else { return };
        let help = help(&found);
        let mut draft = Draft::new(primary, found.message)
            .severity(found.severity)
            .help(help);
        for label in labels {
            draft = draft.related(label);
        }
        cx.report(draft);
    }
}

/// Where the document first requires a scheme.
fn first_use<'d>(cx: &Context<'_, 'd>, name: &str) -> Option<NodeRef<'d>> {
    let mut uses = cx
        .spec()
        .requirements()
        .into_iter()
        .flat_map(Requirements::uses);
    uses.find(|used| used.name == name).map(|used| used.entry)
}
