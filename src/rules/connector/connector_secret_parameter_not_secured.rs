//! `connector-secret-parameter-not-secured`

use super::beside;
use crate::connector::{ConnectionParameter, ParameterType};
use crate::declare_rule;
use crate::document::{Value, key};
use crate::edit::Change;
use crate::finding::{File, Fix, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::place;
use crate::spec::Version;

fn message(name: &str) -> String {
    format!("the connection parameter `{name}` is a secret and stored as plain text")
}

declare_rule! {
    /// A connection parameter holds a secret and is typed as plain text.
    ///
    /// The platform stores a `securestring` encrypted and never gives it back. A `string` can be read
    /// by everyone who may see the connection. Existing connections must be made again after the
    /// change.
    ///
    /// # Example
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {
    ///       "api_key": {
    ///         "type": "string",
    ///         "uiDefinition": {"constraints": {"clearText": false}}
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
    ConnectorSecretParameterNotSecured = "connector-secret-parameter-not-secured" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Unsafe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
            "CWE-522: Insufficiently Protected Credentials" => "https://cwe.mitre.org/data/definitions/522.html",
        ],
    }
}

impl Rule for ConnectorSecretParameterNotSecured {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for parameter in beside::secrets(cx) {
            if parameter.kind() == ParameterType::String {
                report(cx, parameter);
            }
        }
    }
}

fn report(cx: &mut Context<'_, '_>, parameter: ConnectionParameter<'_>) {
    let Some(kind) = parameter.entry().member(key::TYPE) else {
        return;
    };
    let fix = Fix {
        title: "store it as `securestring`".to_owned(),
        safety: Safety::Unsafe,
        file: File::Properties,
        changes: vec![Change::Replace {
            node: kind.id(),
            value: Value::from("securestring"),
        }],
    };
    let draft = Draft::value(kind, message(parameter.name()))
        .label("readable for everyone who sees the connection")
        .help("use `securestring`; connections that exist must be made again")
        .fix(fix);
    let draft = if cx.spec().schemes().is_empty() {
        draft.related(place::schemes(cx.spec(), "no scheme declares it"))
    } else {
        draft
    };
    cx.report(draft);
}
