//! `pattern-invalid-regex`

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};
use regex_syntax::ast::{ErrorKind, parse::Parser};

fn message(why: &str) -> String {
    format!("the pattern is no regular expression: {why}")
}

declare_rule! {
    /// A pattern is no regular expression.
    ///
    /// What cannot be compiled checks nothing: readers drop it, or refuse the document as the
    /// connector platform does.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       parameters:
    ///         - {name: number, in: query, type: string, pattern: "^[0-9{12}$"}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       parameters:
    ///         - {name: number, in: query, type: string, pattern: "^[0-9]{12}$"}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    PatternInvalidRegex = "pattern-invalid-regex" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Schema("pattern"), Parameter("pattern")],
        references: [
            "ECMA-262, patterns" => "https://tc39.es/ecma262/#sec-patterns",
            "Microsoft, Swagger validator rules: PatternShouldBeValidRegularExpression" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for PatternInvalidRegex {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        pattern(cx, schema);
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        pattern(cx, parameter.node);
    }
}

fn pattern(cx: &mut Context<'_, '_>, node: NodeRef<'_>) {
    let Some(pattern) = node.member(key::PATTERN).filter(|one| one.is_string()) else {
        return;
    };
    if let Some(why) = fault(&pattern.text()) {
        let draft = Draft::value(pattern, message(why))
            .label(why)
            .help("mend the expression, or escape the character with a backslash");
        cx.report(draft);
    }
}

/// What is wrong with an expression by every dialect's grammar; what only some refuse is passed
/// over.
fn fault(pattern: &str) -> Option<&'static str> {
    let error = Parser::new().parse(pattern).err()?;
    Some(match error.kind() {
        ErrorKind::ClassUnclosed => "a `[` is not closed",
        ErrorKind::ClassRangeInvalid => "a range runs backwards",
        ErrorKind::GroupUnclosed => "a `(` is not closed",
        ErrorKind::GroupUnopened => "a `)` closes nothing",
        ErrorKind::EscapeUnexpectedEof => "it ends with a backslash",
        ErrorKind::RepetitionMissing => "there is nothing to repeat",
        ErrorKind::RepetitionCountInvalid => "a repetition's bounds run backwards",
        _ => return None,
    })
}
