//! `connector-description-length`

use crate::declare_rule;
use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;
use crate::target::{Limit, LimitKind};

fn message(member: &str, length: u64) -> String {
    format!("the {member} has {length} characters")
}

declare_rule! {
    /// The title or description has a length that the platform refuses.
    ///
    /// The title and the description are what makers find a connector by. The platform cuts or
    /// refuses what is longer than its limit, and certification asks for a description that says
    /// something.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcel Tracking Across All Of Our Counters, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
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
    /// ```
    ConnectorDescriptionLength = "connector-description-length" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, Swagger validator rules: FieldLengthExceeded, FieldLengthNotInRange" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
            "Microsoft, submit a connector for certification" => "https://learn.microsoft.com/connectors/custom-connectors/certification-submission",
        ],
    }
}

impl Rule for ConnectorDescriptionLength {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let Some(info) = cx.spec().root().member(key::INFO) else {
            return;
        };
        let constraints = &cx.target().constraints;
        for (symbol, kind) in [
            (key::TITLE, LimitKind::TitleChars),
            (key::DESCRIPTION, LimitKind::DescriptionChars),
        ] {
            let text = info.member(symbol).filter(|text| text.is_string());
            let (Some(text), Some(limit)) = (text, constraints.limit(kind)) else {
                continue;
            };
            let length = text.text().chars().count() as u64;
            if (limit.min..=limit.max).contains(&length) {
                continue;
            }
            let draft = Draft::value(text, message(text.key(), length))
                .label(bounds(limit, length))
                .help("say in a few words what the connector does for a maker");
            cx.report(draft);
        }
    }
}

fn bounds(limit: &Limit, length: u64) -> String {
    if length > limit.max {
        format!("at most {}", limit.max)
    } else {
        format!("at least {}", limit.min)
    }
}
