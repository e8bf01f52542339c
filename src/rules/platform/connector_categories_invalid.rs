//! `connector-categories-invalid`

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;
use crate::target::LimitKind;

/// The list that there is.
const KNOWN: [&str; 19] = [
    "AI",
    "Business Management",
    "Business Intelligence",
    "Collaboration",
    "Commerce",
    "Communication",
    "Content and Files",
    "Finance",
    "Data",
    "Human Resources",
    "Internet of Things",
    "IT Operations",
    "Lifestyle and Entertainment",
    "Marketing",
    "Productivity",
    "Sales and CRM",
    "Security",
    "Social Media",
    "Website",
];

fn too_many(count: usize, most: u64) -> String {
    format!("{count} categories, and at most {most} are taken")
}

fn unknown(name: &str) -> String {
    format!("`{name}` is no category")
}

declare_rule! {
    /// The connector's categories are too many, or not of the list that there is.
    ///
    /// `Categories` in `x-ms-connector-metadata` names at most two of a fixed list, separated by
    /// semicolons. Certification refuses others.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// x-ms-connector-metadata:
    ///   - {propertyName: Categories, propertyValue: Data;Parcels}
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
    /// x-ms-connector-metadata:
    ///   - {propertyName: Categories, propertyValue: Data;Commerce}
    /// ```
    ConnectorCategoriesInvalid = "connector-categories-invalid" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, submit a connector for certification" => "https://learn.microsoft.com/connectors/custom-connectors/certification-submission",
            "Microsoft, Swagger validator rules: InvalidConnectorCategory, TooManyConnectorCategories" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorCategoriesInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let limit = cx.target().constraints.limit(LimitKind::Categories);
        let metadata = cx.spec().root().get("x-ms-connector-metadata");
        let (Some(limit), Some(metadata)) = (limit, metadata) else {
            return;
        };
        let mut entries = metadata.items();
        let is_categories = |entry: &NodeRef<'_>| {
            let name = entry.member(key::PROPERTY_NAME);
            name.is_some_and(|name| name.is_str("Categories"))
        };
        let Some(value) = entries
            .find(is_categories)
            .and_then(|one| one.get("propertyValue"))
        else {
            return;
        };
        let text = value.text();
        let names = text
            .split(';')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        let names: Vec<&str> = names.collect();
        if names.len() as u64 > limit.max {
            let draft = Draft::value(value, too_many(names.len(), limit.max)).label("too many");
            cx.report(draft.help("keep those that say most"));
        }
        for name in names.into_iter().filter(|name| !KNOWN.contains(name)) {
            let draft = Draft::value(value, unknown(name)).label("not of the list");
            cx.report(draft.help(format!("one of: {}", KNOWN.join(", "))));
        }
    }
}
