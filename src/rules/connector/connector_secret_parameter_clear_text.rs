//! `connector-secret-parameter-clear-text`

use super::beside;
use crate::connector::{ConnectionParameter, ParameterType};
use crate::declare_rule;
use crate::document::Value;
use crate::edit::Change;
use crate::finding::{File, Fix, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(name: &str) -> String {
    format!("the secret `{name}` is shown while it is typed")
}

declare_rule! {
    /// A secret can be read on the screen while it is typed.
    ///
    /// `clearText: true` shows what the user types. That is right for a user name and wrong for a key
    /// or a password, which a neighbour or a recording then sees.
    ///
    /// # Example
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {
    ///       "api_key": {
    ///         "type": "securestring",
    ///         "uiDefinition": {"constraints": {"clearText": true}}
    ///       }
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
    ///       "api_key": {
    ///         "type": "securestring",
    ///         "uiDefinition": {"constraints": {"clearText": false}}
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// ```yaml,fixed
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
    ConnectorSecretParameterClearText = "connector-secret-parameter-clear-text" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
            "CWE-549: Missing Password Field Masking" => "https://cwe.mitre.org/data/definitions/549.html",
        ],
    }
}

impl Rule for ConnectorSecretParameterClearText {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for parameter in beside::secrets(cx) {
            if parameter.kind() == ParameterType::SecureString && parameter.is_clear_text() {
                report(cx, parameter);
            }
        }
    }
}

fn report(cx: &mut Context<'_, '_>, parameter: ConnectionParameter<'_>) {
    let Some(shown) = parameter.constraint("clearText") else {
        return;
    };
    let fix = Fix {
        title: "hide it".to_owned(),
        safety: Safety::Safe,
        file: File::Properties,
        changes: vec![Change::Replace {
            node: shown.id(),
            value: Value::from(false),
        }],
    };
    let draft = Draft::value(shown, message(parameter.name()))
        .label("shown on the screen")
        .help("set it to `false`")
        .fix(fix);
    cx.report(draft);
}
