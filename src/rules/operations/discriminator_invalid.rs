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
    /// A discriminator names no required member that is a string.
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
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Schema("discriminator")],
        references: [
            "OpenAPI 3.1.1, Discriminator Object" => "https://spec.openapis.org/oas/v3.1.1.html#discriminator-object",
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
        let Some(discriminator) = named(schema) else {
            return;
        };
        let name = discriminator.text();
        let Some(why) = fault(schema, &name) else {
            return;
        };
        let draft = Draft::value(discriminator, message(&name, why))
            .label(why)
            .help("define it under `properties` as a string and list it under `required`");
        cx.report(draft);
    }
}

/// The name of the member that tells kinds apart, for a schema that has members of its own: joined
/// schemas and alternatives may bring it along.
fn named(schema: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let discriminator = schema.member(key::DISCRIMINATOR)?;
    let joins = [key::ALL_OF, key::ONE_OF, key::ANY_OF];
    if joins.iter().any(|one| schema.member(*one).is_some()) {
        return None;
    }
    let name = if discriminator.is_object() {
        schema.member(key::PROPERTIES)?;
        discriminator.member(key::PROPERTY_NAME)?
    } else {
        discriminator
    };
    name.is_string().then_some(name)
}

fn fault(schema: NodeRef<'_>, name: &str) -> Option<&'static str> {
    let properties = schema.member(key::PROPERTIES);
    let Some(property) = properties.and_then(|all| all.get(name)) else {
        return Some("not defined");
    };
    let required = schema.member(key::REQUIRED).into_iter();
    if !required
        .flat_map(NodeRef::items)
        .any(|one| one.is_str(name))
    {
        return Some("not required");
    }
    let kind = property.member(key::TYPE).filter(|kind| kind.is_string());
    kind.is_some_and(|kind| !kind.is_str("string"))
        .then_some("not a string")
}
