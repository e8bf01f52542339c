//! What an inspection shows. The same data in every format.

use serde::Serialize;

use super::PatternRow;
use crate::document::NodeRef;
use crate::rewrite::Placeholder;
use crate::spec::{Operation, Origin, Protection, Requirements, SecurityScheme, Spec};
use crate::target::Profile;
use crate::text::Place;

/// The version of the JSON form; it rises when a member changes its meaning or goes.
pub(super) const SCHEMA_VERSION: u32 = 1;

/// The authentication picture of one document.
#[derive(Debug, Serialize)]
pub struct Inspection {
    /// The version of this form.
    pub schema_version: u32,
    /// The file as the user named it.
    pub file: String,
    /// The version of the specification: `2.0`, `3.0`, `3.1`, `3.2`.
    pub version: &'static str,
    /// `JSON` or `YAML`.
    pub format: &'static str,
    /// The target's id.
    pub target: &'static str,
    /// The security schemes, in the document's order.
    pub schemes: Vec<SchemeRow>,
    /// What the document requires, in words.
    pub required: String,
    /// The operations, in the document's order.
    pub operations: Vec<OperationRow>,
    /// The scheme the platform would silently take; absent when it does not choose by itself.
    pub platform_would_take: Option<String>,
    /// What that means, in a sentence.
    pub verdict: String,
    /// Ways of securing calls that the document shows.
    pub patterns: Vec<PatternRow>,
    /// Placeholders in addresses and schemes.
    pub placeholders: Vec<PlaceholderRow>,
}

/// A document with the name it goes by.
#[derive(Clone, Copy)]
pub struct Inspected<'a, 'd> {
    /// The document in its vocabulary.
    pub spec: &'a Spec<'d>,
    /// The platform it is meant for.
    pub target: &'static Profile,
}

/// A security scheme.
#[derive(Debug, Serialize)]
pub struct SchemeRow {
    /// Its name.
    pub name: String,
    /// What it is, in words.
    pub what: String,
    /// The authentication type: `apiKey`, `basic`, `oauth2`, …; absent when it does not say.
    #[serde(rename = "type")]
    pub kind: Option<&'static str>,
    /// True when the target can use it.
    pub usable: bool,
    /// How many operations require it.
    pub operations: usize,
    /// The scopes it defines.
    pub scopes: Vec<String>,
    /// Where it is defined.
    pub line: u32,
    /// Where it is defined.
    pub column: u32,
}

/// An operation.
#[derive(Debug, Serialize)]
pub struct OperationRow {
    /// The method.
    pub method: String,
    /// The path, or the webhook's name.
    pub path: String,
    /// Its `operationId`.
    pub operation_id: Option<String>,
    /// `inherited`, `own`, `opted-out` or `undeclared`.
    pub protection: &'static str,
    /// What it requires after inheritance, in words.
    pub required: String,
    /// What it requires: alternatives of schemes with their scopes.
    pub alternatives: Vec<Vec<UseRow>>,
    /// True when a call without any credential gets in.
    pub public: bool,
    /// `encrypted`, `cleartext` or `undefined`.
    pub transport: &'static str,
    /// True for a webhook.
    pub webhook: bool,
    /// Where it stands.
    pub line: u32,
    /// Where it stands.
    pub column: u32,
}

/// A scheme an alternative asks for.
#[derive(Debug, Serialize)]
pub struct UseRow {
    /// The scheme's name.
    pub scheme: String,
    /// The scopes.
    pub scopes: Vec<String>,
}

/// A placeholder.
#[derive(Debug, Serialize)]
pub struct PlaceholderRow {
    /// Its name.
    pub name: String,
    /// The node that holds it.
    pub pointer: String,
    /// Where it stands.
    pub line: u32,
    /// Where it stands.
    pub column: u32,
}

impl Inspection {
    /// Inspect a document.
    pub fn of(inspected: Inspected<'_, '_>) -> Self {
        let Inspected { spec, target } = inspected;
        let takes = platform_takes(spec, target);
        let document = spec.document();
        Self {
            schema_version: SCHEMA_VERSION,
            file: document.source().name().to_owned(),
            version: spec.version().number(),
            format: document.format().name(),
            target: target.id,
            schemes: spec
                .schemes()
                .iter()
                .map(|one| scheme(inspected, one))
                .collect(),
            required: required(spec),
            operations: spec
                .operations()
                .iter()
                .map(|one| operation(spec, one))
                .collect(),
            verdict: verdict(inspected, takes.as_deref()),
            platform_would_take: takes,
            patterns: super::patterns::rows(spec, target),
            placeholders: placeholders(spec),
        }
    }
}

fn required(spec: &Spec<'_>) -> String {
    let requirements = spec.requirements();
    requirements.map_or_else(|| "nothing is said".into(), Requirements::describe)
}

pub(super) fn place(node: NodeRef<'_>) -> Place {
    let span = node.key_span().unwrap_or_else(|| node.span());
    node.document().source().place(span.start)
}

fn scheme(inspected: Inspected<'_, '_>, scheme: &SecurityScheme<'_>) -> SchemeRow {
    let Inspected { spec, target } = inspected;
    let kind = scheme.auth_kind();
    let at = place(scheme.entry);
    let flows = scheme.flows();
    let flow_fits = flows.is_empty()
        || flows.iter().any(|flow| {
            flow.kind
                .is_some_and(|kind| target.constraints.takes_flow(kind))
        });
    let uses = |one: &&Operation<'_>| uses(&spec.protection(one), scheme.name);
    SchemeRow {
        name: scheme.name.to_owned(),
        what: scheme.describe(spec.version()),
        kind: kind.map(crate::spec::AuthKind::type_name),
        usable: kind.is_some_and(|kind| target.constraints.takes_kind(kind)) && flow_fits,
        operations: spec.operations().iter().filter(uses).count(),
        scopes: flows
            .iter()
            .flat_map(crate::spec::Flow::scope_entries)
            .map(|entry| entry.key().to_owned())
            .collect(),
        line: at.line,
        column: at.column,
    }
}

fn uses(protection: &Protection<'_>, name: &str) -> bool {
    let requirements = protection.requirements();
    requirements.is_some_and(|all| all.uses().any(|one| one.name == name))
}

fn operation(spec: &Spec<'_>, operation: &Operation<'_>) -> OperationRow {
    let protection = spec.protection(operation);
    let at = place(operation.node);
    OperationRow {
        method: operation.method_name(),
        path: operation.path.to_owned(),
        operation_id: operation.operation_id().map(|id| id.text().into_owned()),
        protection: match protection {
            Protection::Inherited(_) => "inherited",
            Protection::Own(_) => "own",
            Protection::OptedOut(_) => "opted-out",
            Protection::Undeclared => "undeclared",
        },
        required: protection.describe(),
        alternatives: protection
            .requirements()
            .map(alternatives)
            .unwrap_or_default(),
        public: protection.is_public(),
        transport: spec.transport(operation).state.name(),
        webhook: operation.origin == Origin::Webhooks,
        line: at.line,
        column: at.column,
    }
}

fn alternatives(requirements: &Requirements<'_>) -> Vec<Vec<UseRow>> {
    let one = |used: &crate::spec::SchemeUse<'_>| UseRow {
        scheme: used.name.to_owned(),
        scopes: used
            .scopes
            .iter()
            .map(|scope| scope.text().into_owned())
            .collect(),
    };
    let all = requirements.alternatives.iter();
    all.map(|alternative| alternative.schemes.iter().map(one).collect())
        .collect()
}

/// The scheme a platform takes without asking: the first definition.
fn platform_takes(spec: &Spec<'_>, target: &Profile) -> Option<String> {
    let first = spec.schemes().first()?;
    let chooses = target.constraints.takes_first || spec.schemes().len() == 1;
    chooses.then(|| first.name.to_owned())
}

fn verdict(inspected: Inspected<'_, '_>, takes: Option<&str>) -> String {
    let Inspected { spec, target } = inspected;
    let platform = format!("a {}", target.title);
    match (spec.schemes(), takes) {
        ([], _) => {
            format!("the document defines no scheme: for {platform} it has no authentication")
        }
        ([one], _) => {
            let what = one.describe(spec.version());
            format!("{platform} takes `{}`, the only one: {what}", one.name)
        }
        ([first, rest @ ..], Some(_)) => {
            let what = first.describe(spec.version());
            let others: Vec<String> = rest.iter().map(|one| format!("`{}`", one.name)).collect();
            format!(
                "{platform} silently takes the first, `{}` ({what}), and drops {}",
                first.name,
                others.join(", ")
            )
        }
        (_, None) => format!("{platform} reads all of them"),
    }
}

fn placeholders(spec: &Spec<'_>) -> Vec<PlaceholderRow> {
    let root = spec.root();
    let places = ["host", "basePath", "servers", "security"].iter();
    let places = places.filter_map(|member| root.get(member));
    let places = places.chain(spec.scheme_container());
    places
        .flat_map(|place| crate::rewrite::placeholders(spec, place))
        .map(|one| placeholder(spec, one))
        .collect()
}

fn placeholder(spec: &Spec<'_>, placeholder: Placeholder) -> PlaceholderRow {
    let at = spec.document().source().place(placeholder.span.start);
    PlaceholderRow {
        name: placeholder.name,
        pointer: placeholder.pointer.to_string(),
        line: at.line,
        column: at.column,
    }
}
