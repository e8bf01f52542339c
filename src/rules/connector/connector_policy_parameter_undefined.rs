//! `connector-policy-parameter-undefined`

use crate::connector::ApiProperties;
use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(name: &str) -> String {
    format!("a policy reads `{name}`, which no connection is asked for")
}

declare_rule! {
    /// A policy reads a connection parameter that nobody is asked for.
    ///
    /// `@connectionParameters('name')` stands for what the user typed when the connection was made. A name
    /// that `connectionParameters` does not declare has no value: the platform refuses the file, or every
    /// call goes out with nothing in that place.
    ///
    /// # Example
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {
    ///       "api_key": {"type": "securestring"}
    ///     },
    ///     "policyTemplateInstances": [
    ///       {
    ///         "templateId": "setheader",
    ///         "title": "Account",
    ///         "parameters": {
    ///           "x-ms-apimTemplateParameter.name": "X-Account",
    ///           "x-ms-apimTemplateParameter.value": "@connectionParameters('account')"
    ///         }
    ///       }
    ///     ]
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
    ///     "connectionParameters": {
    ///       "api_key": {"type": "securestring"}
    ///     },
    ///     "policyTemplateInstances": [
    ///       {
    ///         "templateId": "setheader",
    ///         "title": "Account",
    ///         "parameters": {
    ///           "x-ms-apimTemplateParameter.name": "X-Account",
    ///           "x-ms-apimTemplateParameter.value": "@connectionParameters('api_key')"
    ///         }
    ///       }
    ///     ]
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
    ConnectorPolicyParameterUndefined = "connector-policy-parameter-undefined" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, policy templates of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/policy-templates",
        ],
    }
}

impl Rule for ConnectorPolicyParameterUndefined {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let Some(properties) = cx.companion().map(ApiProperties::new) else {
            return;
        };
        let declared = properties.all_parameters();
        let is_declared = |name: &str| {
            declared
                .iter()
                .any(|one| one.name().eq_ignore_ascii_case(name))
        };
        for policy in properties.policies() {
            for entry in policy.parameters() {
                let text = entry.text();
                let mut read = names(&text);
                let Some(name) = read.find(|name| !is_declared(name)) else {
                    continue;
                };
                let asked = properties.parameters_node();
                let asked = asked.map(|node| Label::key(node, "what is asked for"));
                let draft = Draft::value(entry, message(name))
                    .label("nothing stands behind it")
                    .related_if(asked)
                    .help("declare it in `connectionParameters`, or read one that is declared");
                cx.report(draft);
            }
        }
    }
}

/// The connection parameters an expression reads without a default of its own.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split("connectionParameters(")
        .skip(1)
        .filter_map(|rest| {
            let rest = rest.trim_start().trim_start_matches('\\');
            let quote = rest.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
            let (name, tail) = rest[1..].split_once(quote)?;
            let has_default = tail.trim_start().starts_with(',');
            (!has_default).then_some(name)
        })
}
