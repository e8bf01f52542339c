//! Where the document and the file beside it disagree about the credential.

use crate::connector::{
    Agreement, ApiProperties, AuthType, ConnectionParameter, ParameterType, PolicyTemplate,
    Situation, compare,
};
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::Context;
use crate::rules::elsewhere;
use crate::spec::SecurityScheme;

/// What the two files disagree about, and where each says its part.
pub(super) struct Disagreement<'a> {
    /// What is wrong.
    pub(super) message: String,
    /// How bad it is.
    pub(super) severity: Severity,
    /// The scheme the document declares.
    pub(super) declared: Option<NodeRef<'a>>,
    /// The parameter the connection asks for.
    pub(super) asked: Option<NodeRef<'a>>,
    /// Where the connection asks for nothing.
    pub(super) nothing: Option<NodeRef<'a>>,
}

/// Compare the two files; `None` when they agree, or when nobody can say. A document with several
/// types is another rule's.
pub(super) fn disagreement<'a>(cx: &Context<'a, '_>) -> Option<Disagreement<'a>> {
    let properties = ApiProperties::new(cx.companion()?);
    let schemes = cx.spec().schemes();
    let kinds: Vec<_> = schemes
        .iter()
        .filter_map(SecurityScheme::auth_kind)
        .collect();
    if kinds.len() < schemes.len() || elsewhere::schemes(cx.spec()) {
        return None;
    }
    let agreement = compare(&kinds, properties, false);
    if agreement.declared.is_empty() && !kinds.is_empty() {
        return None;
    }
    let (message, severity) = judge(&agreement, properties)?;
    let asked = agreement.credentials.main.first();
    Some(Disagreement {
        message,
        severity,
        declared: schemes.first().map(|scheme| scheme.entry),
        asked: asked.map(|parameter| parameter.entry()),
        nothing: properties.parameters_node().filter(|_| asked.is_none()),
    })
}

fn judge(agreement: &Agreement<'_>, properties: ApiProperties<'_>) -> Option<(String, Severity)> {
    let main = &agreement.credentials.main;
    let name = main.first().map_or("", |one| one.name());
    let (declared, asked) = (agreement.declared.first(), agreement.asked.first());
    let (declared, asked) = (
        declared.map_or("nothing", |kind| kind.name()),
        asked.map_or("nothing", |kind| kind.name()),
    );
    Some(match agreement.situation {
        Situation::NotAsked => (
            format!("the document declares {declared}, the connection asks for nothing"),
            Severity::Error,
        ),
        Situation::Different => (
            format!("the document declares {declared}, the connection asks for {asked}"),
            Severity::Error,
        ),
        Situation::NotSent => (
            format!("the connection asks for `{name}`, and nothing sends it"),
            Severity::Error,
        ),
        // the platform attaches the token all the same
        Situation::Undeclared => (
            format!("the connection asks for {asked}, the document declares nothing"),
            Severity::Info,
        ),
        Situation::SentByPolicy if in_url(main, &properties.policies()) => (
            format!("the connection asks for `{name}`, and a policy puts it into the URL"),
            Severity::Info,
        ),
        Situation::Same if is_unsecured(agreement, properties) => (
            format!(
                "the document declares {declared}, and no parameter of the connection is secured"
            ),
            Severity::Warning,
        ),
        _ => return None,
    })
}

/// True when no policy sets a header or a member of the query to any of these parameters.
fn in_url(secrets: &[ConnectionParameter<'_>], policies: &[PolicyTemplate<'_>]) -> bool {
    let sets = |policy: &PolicyTemplate<'_>| {
        policy.sets().is_some() && secrets.iter().any(|one| policy.reads(one.name()))
    };
    !policies.iter().any(sets)
}

/// True when a key or a password is typed into plain texts only.
fn is_unsecured(agreement: &Agreement<'_>, properties: ApiProperties<'_>) -> bool {
    let typed = matches!(
        agreement.asked.first(),
        Some(AuthType::ApiKey | AuthType::Basic)
    );
    let all = properties.parameters();
    typed
        && !all
            .iter()
            .any(|one| one.kind() == ParameterType::SecureString)
}
