//! `discriminator-invalid`

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(name: &str, why: &str) -> String {
    format!("the discriminator `{name}` is {why}")
}

declare_rule! {
    /// A discriminator names no required member.
    ///
    /// The discriminator tells which kind of object was sent. It is a member that every object has:
    /// defined under `properties` and listed under `required`. Otherwise nobody can tell the kinds
    /// apart, and the connector platform refuses the document.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// definitions:
    ///   Event:
    ///     type: object
    ///     discriminator: kind
    ///     properties: {kind: {type: string}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// definitions:
    ///   Event:
    ///     type: object
    ///     discriminator: kind
    ///     required: [kind]
    ///     properties: {kind: {type: string}}
    /// ```
    DiscriminatorInvalid = "discriminator-invalid" {
        family: Structure,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Schema],
        references: [
            "Swagger 2.0, Schema Object" => "https://spec.openapis.org/oas/v2.0.html#schema-object",
            "Microsoft, Swagger validator rules: DiscriminatorMustBeARequiredStringProperty" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for DiscriminatorInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        let named = schema
            .member(key::DISCRIMINATOR)
            .filter(|one| one.is_string());
        let Some(discriminator) = named else { return };
        let name = discriminator.text();
        let property = schema
            .member(key::PROPERTIES)
            .and_then(|all| all.get(&name));
        let required = schema.member(key::REQUIRED).into_iter();
        let is_required = required
            .flat_map(NodeRef::items)
            .any(|one| one.is_str(&name));
        let Some(why) = (match property {
            None => Some("not defined"),
            Some(_) if !is_required => Some("not required"),
            Some(_) => None,
        }) else {
            return;
        };
        // a joined schema may bring the member along
        if schema.member(key::ALL_OF).is_none() {
            let draft = Draft::value(discriminator, message(&name, why))
                .label(why)
                .help("define it under `properties` and list it under `required`");
            cx.report(draft);
        }
    }
}
