//! `security-scheme-unused`

use rustc_hash::FxHashSet;

use crate::declare_rule;
use crate::document::NodeId;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::named;
use crate::spec::{SchemeUse, Version};

fn message(name: &str) -> String {
    format!("no requirement names the scheme `{name}`")
}

declare_rule! {
    /// A security scheme is defined that no requirement names.
    ///
    /// The requirements say how to call the API, and this way of signing in is none of them. It is
    /// left over, or it was meant to be required and is not: whoever reads the definitions alone
    /// sets up credentials for nothing. A document without any requirement is told about its
    /// operations instead.
    ///
    /// # Example
    ///
    /// ```yaml,fires,api
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   key: {type: apiKey, in: header, name: X-Parcel-Key}
    ///   oldKey: {type: apiKey, in: header, name: X-Old-Key}
    /// security:
    ///   - key: []
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent,api
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   key: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security:
    ///   - key: []
    /// paths: {}
    /// ```
    SecuritySchemeUnused = "security-scheme-unused" {
        family: Auth,
        api: Level::On(Severity::Info),
        connector: Level::Off,
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Swagger 2.0, Security Definitions Object" => "https://spec.openapis.org/oas/v2.0.html#security-definitions-object",
            "OpenAPI 3.1.1, Security Requirement Object" => "https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object",
        ],
    }
}

impl Rule for SecuritySchemeUnused {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let spec = cx.spec();
        let mut used: FxHashSet<NodeId> = FxHashSet::default();
        let mut mark = |one: &SchemeUse<'_>| {
            used.extend(spec.scheme(one.name).map(|scheme| scheme.node.id()));
        };
        named::each(cx, &mut mark);
        let all_used = |used: &FxHashSet<NodeId>| {
            let mut schemes = spec.schemes().iter();
            used.is_empty() || schemes.all(|scheme| used.contains(&scheme.node.id()))
        };
        if all_used(&used) || named::elsewhere(spec) {
            return;
        }
        named::each_other(spec, |one| {
            used.extend(spec.scheme(one.name).map(|scheme| scheme.node.id()));
        });
        for scheme in spec.schemes() {
            if !used.contains(&scheme.node.id()) {
                let draft = Draft::key(scheme.entry, message(scheme.name)).label("not required");
                cx.report(draft.help("remove it, or require it where it is needed"));
            }
        }
    }
}
