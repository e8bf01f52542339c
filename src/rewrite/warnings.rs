//! What the user must know before using a rewritten document.

use super::choice::Pick;
use super::plan::Warning;
use super::request::Request;
use crate::document::Value;
use crate::spec::{AuthKind, Operation, SecurityScheme, Spec, Version};
use crate::target::{Profile, SecurityLevel};

/// What the user must know before using the result.
pub(super) fn warnings(
    spec: &Spec<'_>,
    target: &'static Profile,
    pick: &Pick<'_, '_>,
    request: &Request,
) -> Vec<Warning> {
    let mut out = Vec::new();
    out.extend(public_without_key(spec, pick));
    out.extend(opted_out(spec, pick));
    out.extend(anonymous_ends(spec, pick));
    out.extend(name_unused(pick, request));
    if target.constraints.security == SecurityLevel::Ignored && !matches!(pick, Pick::Nothing) {
        out.push(Warning {
            id: "target-ignores-security",
            message: format!(
                "the target `{}` does not read the security of a document: set the credential up \
                 there as well, or its calls carry none",
                target.id
            ),
            operations: Vec::new(),
        });
    }
    if spec.version() != Version::Swagger2 && !target.constraints.takes_version(spec.version()) {
        out.push(Warning {
            id: "needs-conversion",
            message: format!(
                "a {} needs Swagger 2.0 and this is {}: `oneauth convert FILE --target {}` makes it",
                target.title,
                spec.version(),
                target.id
            ),
            operations: Vec::new(),
        });
    }
    if request.urls.refresh.is_some() && spec.version() == Version::Swagger2 {
        out.push(Warning {
            id: "refresh-url-elsewhere",
            message: "Swagger 2.0 has no place for a refresh URL: it belongs into \
                      apiProperties.json, `refreshUrl`"
                .into(),
            operations: Vec::new(),
        });
    }
    out
}

/// A gateway that asked for a key and now does not lets everyone through, unless something behind
/// it checks the new credential.
fn public_without_key(spec: &Spec<'_>, pick: &Pick<'_, '_>) -> Option<Warning> {
    if keeps_key(spec, pick) {
        return None;
    }
    let keys: Vec<&str> = spec
        .schemes()
        .iter()
        .filter(|one| is_key(one))
        .map(|one| one.name)
        .collect();
    let operations: Vec<String> = spec
        .operations()
        .iter()
        .filter(|operation| {
            let protection = spec.protection(operation);
            let requirements = protection.requirements();
            requirements.is_some_and(|all| all.uses().any(|used| keys.contains(&used.name)))
        })
        .map(Operation::title)
        .collect();
    (!operations.is_empty()).then(|| Warning {
        id: "public-without-key",
        message: format!(
            "the gateway no longer asks for `{}`: these operations are public unless the back end \
             or a gateway policy checks the new credential",
            keys.join("`, `")
        ),
        operations,
    })
}

fn is_key(scheme: &SecurityScheme<'_>) -> bool {
    let kind = scheme.auth_kind();
    matches!(kind, Some(AuthKind::ApiKeyHeader | AuthKind::ApiKeyQuery))
}

/// True when calls still carry a key that the gateway asked for. A new key is another one, also
/// the bearer token that Swagger 2.0 can only write as a key.
fn keeps_key(spec: &Spec<'_>, pick: &Pick<'_, '_>) -> bool {
    let text = |value: &Value, name: &str| {
        let member = value.get(name).and_then(|member| member.as_str());
        member.map(str::to_ascii_lowercase)
    };
    match pick {
        Pick::Nothing => true,
        Pick::Keep(scheme) => is_key(scheme),
        Pick::Remake(_, value) => {
            let is_token = text(value, "name").as_deref() == Some("authorization");
            text(value, "type").as_deref() == Some("apikey") && !is_token
        }
        Pick::Create(_, value) => spec.schemes().iter().filter(|one| is_key(one)).any(|one| {
            let own = one.key().map(|(_, name)| name.to_ascii_lowercase());
            own == text(value, "name")
        }),
    }
}

fn opted_out(spec: &Spec<'_>, pick: &Pick<'_, '_>) -> Option<Warning> {
    if matches!(pick, Pick::Nothing) {
        return None;
    }
    let operations: Vec<String> = spec
        .operations()
        .iter()
        .filter(|operation| {
            let own = operation.node.get("security").filter(|own| !own.is_null());
            own.is_some_and(|own| spec.requirements_at(own).uses().next().is_none())
        })
        .map(Operation::title)
        .collect();
    (!operations.is_empty()).then(|| Warning {
        id: "stays-public",
        message: "these operations ask for no credential and stay so".into(),
        operations,
    })
}

/// Operations that take calls with or without a credential, and from now on with one only.
fn anonymous_ends(spec: &Spec<'_>, pick: &Pick<'_, '_>) -> Option<Warning> {
    if matches!(pick, Pick::Nothing) {
        return None;
    }
    let ends = |operation: &&Operation<'_>| {
        let own = operation.node.get("security").filter(|own| !own.is_null());
        let protection = spec.protection(operation);
        protection.requirements().is_some_and(|all| {
            let stays = own.is_some() && all.uses().next().is_none();
            all.alternatives.iter().any(|one| one.schemes.is_empty()) && !stays
        })
    };
    let operations = spec.operations().iter().filter(ends);
    let operations: Vec<String> = operations.map(Operation::title).collect();
    (!operations.is_empty()).then(|| Warning {
        id: "anonymous-ends",
        message: "these operations take calls without a credential too (`{}` among the \
                  alternatives), and no longer will: an operation that shall stay open needs \
                  `security: []` of its own"
            .into(),
        operations,
    })
}

/// A scheme that stays keeps its name, whatever was said about a new one.
fn name_unused(pick: &Pick<'_, '_>, request: &Request) -> Option<Warning> {
    let wanted = request.name.as_deref()?;
    let (Pick::Keep(scheme) | Pick::Remake(scheme, _)) = pick else {
        return None;
    };
    (scheme.name != wanted).then(|| Warning {
        id: "name-not-used",
        message: format!(
            "`{}` keeps its name: `--name {wanted}` is for a scheme made anew",
            scheme.name
        ),
        operations: Vec::new(),
    })
}
