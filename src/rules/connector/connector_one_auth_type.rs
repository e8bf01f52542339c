//! `connector-one-auth-type`

use super::beside;
use crate::connector::ApiProperties;
use crate::declare_rule;
use crate::finding::{Fix, Label, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::auth::key_twin;
use crate::spec::{SecurityScheme, Version};

fn message(count: usize, platform: &str, most: usize) -> String {
    format!("the document declares {count} security schemes, a {platform} takes {most}")
}

fn note(first: &str) -> String {
    format!("the platform takes the first, `{first}`, and says nothing about the others")
}

declare_rule! {
    /// A document declares more security schemes than the platform takes.
    ///
    /// A connector has one authentication type. The platform takes the first scheme it meets and drops
    /// the others without a word, so the order of a file decides how callers prove who they are.
    /// Parameter sets in `apiProperties.json` make several types legal.
    ///
    /// API Management exports its key twice, as a header and as a query parameter. That pair has a fix:
    /// the header half is enough.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   apiKeyHeader: {type: apiKey, in: header, name: Ocp-Apim-Subscription-Key}
    ///   apiKeyQuery: {type: apiKey, in: query, name: subscription-key}
    /// security:
    ///   - apiKeyHeader: []
    ///   - apiKeyQuery: []
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
    ///   apiKeyHeader: {type: apiKey, in: header, name: Ocp-Apim-Subscription-Key}
    /// security:
    ///   - apiKeyHeader: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorOneAuthType = "connector-one-auth-type" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, create a custom connector from an OpenAPI definition" => "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
            "Microsoft, several authentication types" => "https://learn.microsoft.com/connectors/custom-connectors/multi-auth",
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
        ],
    }
}

impl Rule for ConnectorOneAuthType {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let target = cx.target();
        let Some(most) = target.constraints.max_schemes else {
            return;
        };
        let schemes = distinct(cx);
        let Some(container) = cx
            .spec()
            .scheme_container()
            .filter(|_| schemes.len() > most)
        else {
            return;
        };
        if offers_a_choice(cx) {
            return;
        }
        let text = message(schemes.len(), target.title, most);
        let mut draft = Draft::key(container, text)
            .label(format!("{} schemes", schemes.len()))
            .help("keep one: `oneauth rewrite --keep NAME`")
            .fix_if(drop_twin(cx, &schemes, most));
        for (index, scheme) in schemes.iter().enumerate() {
            let taken = target.constraints.takes_first && index == 0;
            let what = scheme.describe(cx.spec().version());
            let text = if taken {
                format!("{what}, the one it takes")
            } else {
                what
            };
            draft = draft.related(Label::key(scheme.entry, text));
        }
        for label in [first_required(cx), beside::asked(cx)]
            .into_iter()
            .flatten()
        {
            draft = draft.related(label);
        }
        if target.constraints.takes_first {
            draft = draft.note(note(schemes[0].name));
        }
        cx.report(draft);
    }
}

/// The schemes, of duplicate names the last.
fn distinct<'a, 'd>(cx: &Context<'a, 'd>) -> Vec<&'a SecurityScheme<'d>> {
    let schemes = cx.spec().schemes();
    let later = |at: usize, name: &str| schemes[at + 1..].iter().any(|one| one.name == name);
    let all = schemes.iter().enumerate();
    all.filter(|(at, scheme)| !later(*at, scheme.name))
        .map(|(_, scheme)| scheme)
        .collect()
}

/// True when `apiProperties.json` offers several types to choose from.
fn offers_a_choice(cx: &Context<'_, '_>) -> bool {
    cx.companion()
        .is_some_and(|companion| ApiProperties::new(companion).parameter_sets().is_some())
}

/// The scheme that stands first in the requirements: often not the one that is declared first.
fn first_required(cx: &Context<'_, '_>) -> Option<Label> {
    let first = cx.spec().requirements()?.uses().next()?;
    Some(Label::key(first.entry, "required first"))
}

/// The one fix that needs no choice: of the key that is there twice, the header half stays.
fn drop_twin(cx: &Context<'_, '_>, schemes: &[&SecurityScheme<'_>], most: usize) -> Option<Fix> {
    if schemes.len() > most + 1 {
        return None;
    }
    schemes
        .iter()
        .find_map(|scheme| key_twin::drop_query_half(cx, scheme))
}
