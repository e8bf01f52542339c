//! `connector-dynamic-host-http`

use super::call_url::{leading_parameter, urls};
use crate::connector::ApiProperties;
use crate::declare_rule;
use crate::document::{NodeRef, Value};
use crate::edit::Change;
use crate::finding::{File, Fix, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::hosts;
use crate::spec::Version;

const CLEARTEXT: &str = "a policy sends calls over plain HTTP";
const OPEN: &str = "a policy takes the whole URL of calls, `http://` too, from the connection";

declare_rule! {
    /// A policy of the connector sends calls over plain HTTP.
    ///
    /// A policy may take the host of a call from the connection. When it writes `http://`, every call
    /// and its credential can be read on the way. When the whole URL comes from the user, the user
    /// decides about that without knowing.
    ///
    /// # Example
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "policyTemplateInstances": [
    ///       {
    ///         "templateId": "dynamichosturl",
    ///         "parameters": {
    ///           "x-ms-apimTemplateParameter.urlTemplate": "http://@connectionParameters('depot').example-post.net"
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
    ///     "policyTemplateInstances": [
    ///       {
    ///         "templateId": "dynamichosturl",
    ///         "parameters": {
    ///           "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('depot').example-post.net"
    ///         }
    ///       }
    ///     ]
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
    ConnectorDynamicHostHttp = "connector-dynamic-host-http" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, policy templates of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/policy-templates",
            "CWE-319: Cleartext Transmission of Sensitive Information" => "https://cwe.mitre.org/data/definitions/319.html",
        ],
    }
}

impl Rule for ConnectorDynamicHostHttp {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let Some(companion) = cx.companion() else {
            return;
        };
        let properties = ApiProperties::new(companion);
        // behind an on-premises gateway a host may have no certificate
        if properties
            .capabilities()
            .iter()
            .any(|one| one.is_str("gateway"))
        {
            return;
        }
        for policy in properties.policies() {
            for url in urls(policy) {
                check_url(cx, url, properties);
            }
        }
    }
}

fn check_url(cx: &mut Context<'_, '_>, url: NodeRef<'_>, properties: ApiProperties<'_>) {
    let text = url.text();
    let start = text.get(..7).unwrap_or_default();
    if start.eq_ignore_ascii_case("http://") {
        if hosts::is_loopback(&hosts::host_of_url(&text)) {
            return;
        }
        let fix = Fix {
            title: "write `https://`".to_owned(),
            safety: Safety::Safe,
            file: File::Properties,
            changes: vec![Change::Replace {
                node: url.id(),
                value: Value::from(format!("https://{}", &text[7..])),
            }],
        };
        let draft = Draft::value(url, CLEARTEXT).label("not encrypted");
        cx.report(draft.help("write `https://`").fix(fix));
    } else if let Some(name) = leading_parameter(&text) {
        let offered = properties.parameter(name);
        // a list to choose from is the author's own
        if offered.is_some_and(|one| one.entry().get("allowedValues").is_some()) {
            return;
        }
        let draft = Draft::value(url, OPEN)
            .label("no scheme in front")
            .severity(Severity::Warning)
            .help("write `https://` in front and ask for the host alone");
        cx.report(draft);
    }
}
