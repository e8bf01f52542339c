//! The connection parameters of the file beside the document, as rules look at them.

use crate::connector::{ApiProperties, AuthType, ConnectionParameter, Credentials, ParameterSet};
use crate::finding::Label;
use crate::rule::Context;
use crate::rules::words;
use crate::spec::{SecurityRequirement, SecurityScheme};

/// Every connection parameter that is a secret by its name, whatever its type.
pub(super) fn secrets<'a>(cx: &Context<'a, '_>) -> Vec<ConnectionParameter<'a>> {
    let Some(companion) = cx.companion() else {
        return Vec::new();
    };
    let mut all = ApiProperties::new(companion).all_parameters();
    let credentials = Credentials::of(&all);
    if credentials.auth == Some(AuthType::Basic) {
        // the user's name, whatever it is called
        all.retain(|one| credentials.main.first() != Some(one));
    }
    all.retain(|one| is_secret(*one));
    all
}

/// True when the name says that the value lets its holder in. A licence key, a public key, the id
/// of a key and the place of a token do not.
fn is_secret(parameter: ConnectionParameter<'_>) -> bool {
    let name = parameter.name();
    if parameter.is_named_user() || parameter.entry().get("allowedValues").is_some() {
        return false;
    }
    words::credential_name(name).is_some()
        || name.to_ascii_lowercase().ends_with("token")
        || is_signing_key(name)
}

fn is_signing_key(name: &str) -> bool {
    let words = words::words(name);
    let last_two = words.iter().rev().take(2).map(String::as_str);
    let last_two: Vec<&str> = last_two.collect();
    matches!(
        last_two[..],
        ["key", "signature" | "signing" | "hmac" | "encryption"]
    )
}

/// Where the file beside the document says how each credential of a requirement is asked for and
/// sent: the parameter sets that offer it, and the policies that set it.
pub(super) fn sends(cx: &Context<'_, '_>, requirement: &SecurityRequirement<'_>) -> Vec<Label> {
    let Some(companion) = cx.companion() else {
        return Vec::new();
    };
    let properties = ApiProperties::new(companion);
    let mut out = Vec::new();
    if let Some(sets) = properties.parameter_sets() {
        let names = requirement.schemes.iter().map(|used| used.name);
        let declared = names.filter_map(|name| cx.spec().scheme(name));
        out.extend(declared.map(|scheme| Label::key(scheme.entry, "declared here")));
        let offered = sets.sets().filter_map(ParameterSet::name);
        out.extend(offered.map(|name| Label::value(name, "offered as a choice")));
    }
    for used in &requirement.schemes {
        let key = cx.spec().scheme(used.name).and_then(SecurityScheme::key);
        let Some((_, wanted)) = key else { continue };
        for policy in properties.policies() {
            if policy
                .sets()
                .is_none_or(|(name, _)| !name.eq_ignore_ascii_case(wanted))
            {
                continue;
            }
            let name = policy.parameter("name");
            out.extend(name.map(|name| Label::value(name, "a policy sets this one")));
            let all = properties.parameters();
            let read = all.iter().find(|one| policy.reads(one.name()));
            out.extend(read.map(|one| Label::key(one.entry(), "to what is asked for here")));
        }
    }
    out
}

/// What the connection asks for.
pub(super) fn asked(cx: &Context<'_, '_>) -> Option<Label> {
    let properties = ApiProperties::new(cx.companion()?);
    let credentials = Credentials::of(&properties.parameters());
    let main = credentials.main.first()?;
    Some(Label::key(main.entry(), "the connection asks for this one"))
}
