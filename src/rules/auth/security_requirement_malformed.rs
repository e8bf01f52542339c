//! `security-requirement-malformed`

use crate::declare_rule;
use crate::document::{NodeRef, Value, key};
use crate::edit::Change;
use crate::finding::{File, Fix, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

const LIST: &str = "`security` is not a list of requirements";
const OBJECT: &str = "a requirement is an object with schemes";

fn scopes_message(name: &str) -> String {
    format!("the scopes of `{name}` are not a list")
}

fn fix(title: &str, node: NodeRef<'_>, value: Value) -> Fix {
    Fix {
        title: title.to_owned(),
        safety: Safety::Safe,
        file: File::Document,
        changes: vec![Change::Replace {
            node: node.id(),
            value,
        }],
    }
}

declare_rule! {
    /// A `security` member has a shape the specification does not know.
    ///
    /// It must be a list of objects, each scheme with a list of scopes. Tools read anything else in
    /// their own way: some take a lone object for one requirement, others ignore it and let every call
    /// through.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security:
    ///   parcelKey: []
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
    SecurityRequirementMalformed = "security-requirement-malformed" {
        family: Auth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Swagger 2.0, Security Requirement Object" => "https://spec.openapis.org/oas/v2.0.html#security-requirement-object",
            "OpenAPI 3.1.1, Security Requirement Object" => "https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object",
            "Microsoft, Swagger validator rules: SecurityRequirementMustHaveValue" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for SecurityRequirementMalformed {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let root = cx.spec().root().member(key::SECURITY);
        let own = cx
            .operations()
            .iter()
            .map(|facts| facts.operation.security());
        for security in std::iter::once(root).chain(own).flatten() {
            check_member(cx, security);
        }
    }
}

/// Most nodes of a requirement that a fix writes anew.
const BUDGET: usize = 1024;

fn check_member(cx: &mut Context<'_, '_>, security: NodeRef<'_>) {
    if security.is_object() {
        // a lone object is read as the one requirement it seems to be
        let alone = Value::of(security, BUDGET)
            .ok()
            .filter(|_| scopes_are_lists(security));
        let fix = alone.map(|value| fix("put it into a list", security, Value::array([value])));
        let draft = Draft::key(security, LIST).label("an object");
        cx.report(
            draft
                .help("write a list with this object in it")
                .fix_if(fix),
        );
        check_scopes(cx, security);
    } else if !security.is_array() {
        let draft = Draft::key(security, LIST).label("not a list");
        cx.report(draft.help("write a list of requirements, or remove the member"));
    }
    for item in security.items() {
        if item.is_object() {
            check_scopes(cx, item);
        } else {
            let draft = Draft::value(item, OBJECT).label("not an object");
            cx.report(draft.help("write `{scheme: []}`"));
        }
    }
}

fn scopes_are_lists(requirement: NodeRef<'_>) -> bool {
    requirement.entries().all(NodeRef::is_array)
}

fn check_scopes(cx: &mut Context<'_, '_>, requirement: NodeRef<'_>) {
    for used in requirement.entries().filter(|used| !used.is_array()) {
        let fix = used
            .is_null()
            .then(|| fix("write an empty list", used, Value::array([])));
        let draft = Draft::key(used, scopes_message(used.key())).label("must be a list");
        cx.report(draft.help("write `[]` when it needs no scope").fix_if(fix));
    }
}
