//! `host-invalid`

use super::host_fix;
use crate::connector::ApiProperties;
use crate::declare_rule;
use crate::finding::{Safety, Severity};
use crate::rule::{Address, AddressKind, Context, Draft, Level, Rule, RuleMeta};
use crate::rules::hosts;
use crate::spec::Version;

const BRACES: &str = "Swagger 2.0 has no templates here";

fn message(host: &str, wrong: &str) -> String {
    if host.is_empty() {
        return "`host` is empty".to_owned();
    }
    format!("`{host}` is no host name: {wrong}")
}

declare_rule! {
    /// `host` is more, or less, than a host name with an optional port.
    ///
    /// Readers put `host` between the scheme and `basePath`: a scheme, a path or a user name in it
    /// gives addresses that lead nowhere or to someone else. Swagger 2.0 has no templating in `host`.
    /// In a connector with a policy that sets the host at run time braces are left alone.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: https://parcels.example-post.net/v1
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,fixed
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// basePath: /v1
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    HostInvalid = "host-invalid" {
        family: Transport,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Safe),
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Address],
        references: [
            "Swagger 2.0, Swagger Object" => "https://spec.openapis.org/oas/v2.0.html#swagger-object",
            "RFC 3986 section 3.2: authority" => "https://www.rfc-editor.org/rfc/rfc3986.html#section-3.2",
            "Microsoft, Swagger validator rules: HostNameNotValid" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for HostInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_address(&self, cx: &mut Context<'_, '_>, address: &Address<'_>) {
        if address.kind != AddressKind::Host {
            return;
        }
        let Some(wrong) = wrong(&address.text) else {
            return;
        };
        if wrong == BRACES && host_is_set_by_policy(cx) {
            return;
        }
        let draft = Draft::value(address.node, message(&address.text, wrong))
            .label(wrong)
            .help("write the host name alone, such as `parcels.example-post.net`")
            .fix_if(host_fix::split(cx.spec(), address));
        cx.report(draft);
    }
}

/// What is wrong with a host; `None` when nothing is.
pub(super) fn wrong(host: &str) -> Option<&'static str> {
    Some(match host {
        _ if host.contains("://") => "it has a scheme",
        _ if host.contains(['{', '}']) => BRACES,
        _ => return hosts::problem(host),
    })
}

fn host_is_set_by_policy(cx: &Context<'_, '_>) -> bool {
    let policies = cx
        .companion()
        .map(|companion| ApiProperties::new(companion).policies());
    let sets = |id: &str| id.eq_ignore_ascii_case("dynamichosturl");
    policies.is_some_and(|all| all.iter().any(|one| sets(&one.template())))
}
