//! `connector-multi-auth-incomplete`

use crate::connector::{ApiProperties, ParameterSet};
use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

const BOTH: &str = "parameters of one connection stand beside sets to choose from";
const HELP: &str = "give each set a `name`, a `uiDefinition` and `parameters`";

fn message(member: &str) -> String {
    format!("a way to sign in has no `{member}`")
}

declare_rule! {
    /// A set of connection parameters lacks what the platform shows or stores.
    ///
    /// `connectionParameterSets` offers ways to sign in. Each needs a `name`, a `uiDefinition` for the
    /// choice and `parameters`. `connectionParameters` beside it are ignored by newer designers and asked
    /// for by older ones.
    ///
    /// # Example
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {},
    ///     "connectionParameterSets": {
    ///       "uiDefinition": {"displayName": "How", "description": "How to sign in"},
    ///       "values": [
    ///         {
    ///           "name": "key",
    ///           "parameters": {"api_key": {"type": "securestring"}}
    ///         }
    ///       ]
    ///     }
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
    ///   key: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{key: []}]
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {},
    ///     "connectionParameterSets": {
    ///       "uiDefinition": {"displayName": "How", "description": "How to sign in"},
    ///       "values": [
    ///         {
    ///           "name": "key",
    ///           "uiDefinition": {"displayName": "Key", "description": "A key"},
    ///           "parameters": {"api_key": {"type": "securestring"}}
    ///         }
    ///       ]
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
    ///   key: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{key: []}]
    /// paths: {}
    /// ```
    ConnectorMultiAuthIncomplete = "connector-multi-auth-incomplete" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, several authentication types" => "https://learn.microsoft.com/connectors/custom-connectors/multi-auth",
        ],
    }
}

impl Rule for ConnectorMultiAuthIncomplete {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let Some(properties) = cx.companion().map(ApiProperties::new) else {
            return;
        };
        let Some(sets) = properties.parameter_sets() else {
            return;
        };
        let first = sets.sets().next();
        if first.is_none() {
            let draft = Draft::key(sets.node(), "there is no way to sign in to choose from");
            cx.report(draft.label("no `values`").help(HELP));
        }
        for set in sets.sets() {
            let lacks = |member: &&str| match set.node().get(member) {
                Some(node) if *member == "name" => node.text().is_empty(),
                Some(node) => !node.is_object(),
                None => true,
            };
            if let Some(member) = ["name", "uiDefinition", "parameters"]
                .into_iter()
                .find(lacks)
            {
                let draft = Draft::value(set.node(), message(member)).argument(member);
                cx.report(draft.help(HELP));
            }
        }
        let block = properties
            .parameters_node()
            .filter(|block| !block.is_empty());
        if let Some(block) = block {
            let mut draft = Draft::key(block, BOTH)
                .label("a second list")
                .severity(Severity::Info)
                .help("keep the sets alone, unless an old designer must still work");
            for name in sets.sets().filter_map(ParameterSet::name) {
                draft = draft.related(Label::value(name, "the sets are here"));
            }
            cx.report(draft);
        }
    }
}
