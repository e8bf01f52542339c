//! Which scheme stays or comes. Never a guess.

use super::candidates::ambiguous;
use super::plan::{Choice, Decision};
use super::request::{AuthType, Request, Wanted};
use super::scheme_value::{kind_of_new, new_scheme, usual_name};
use crate::document::Value;
use crate::spec::{AuthKind, KeyPlace, SecurityScheme, Spec, Version};
use crate::target::{Profile, SecurityLevel};

/// The scheme that stays or comes, as the steps need it.
#[derive(Debug)]
pub(super) enum Pick<'a, 'd> {
    /// No scheme at all.
    Nothing,
    /// This one stays.
    Keep(&'a SecurityScheme<'d>),
    /// This one's object is replaced: its type stays, its particulars do not.
    Remake(&'a SecurityScheme<'d>, Value),
    /// A new one comes.
    Create(String, Value),
}

/// The decision about the scheme, or the reason that there is none.
pub(super) fn choose<'a, 'd>(
    spec: &'a Spec<'d>,
    target: &'static Profile,
    request: &Request,
) -> Result<(Pick<'a, 'd>, Choice), Box<Decision>> {
    let asks = request.wanted != Some(Wanted::To(AuthType::None));
    if asks && target.constraints.security == SecurityLevel::Refused {
        return Err(impossible(
            format!(
                "the target `{}` refuses a document that has security",
                target.id
            ),
            "say `--to none --accept-public`, and set the credential up in the target itself",
        ));
    }
    match &request.wanted {
        Some(Wanted::Keep(name)) => keep(spec, target, name),
        Some(Wanted::To(kind)) => to(spec, target, request, *kind),
        None => only(spec, target),
    }
}

fn keep<'a, 'd>(
    spec: &'a Spec<'d>,
    target: &'static Profile,
    name: &str,
) -> Result<(Pick<'a, 'd>, Choice), Box<Decision>> {
    let Some(scheme) = spec.scheme(name) else {
        let names: Vec<&str> = spec.schemes().iter().map(|one| one.name).collect();
        let help = if names.is_empty() {
            "it defines none; `--to basic` makes one".to_owned()
        } else {
            format!("it defines: {}", names.join(", "))
        };
        return Err(impossible(
            format!("the document defines no scheme `{name}`"),
            help,
        ));
    };
    kept(spec, target, scheme, "you asked for it by name")
}

/// Nothing was asked for: fine when there is one scheme, or one that the target can use.
fn only<'a, 'd>(
    spec: &'a Spec<'d>,
    target: &'static Profile,
) -> Result<(Pick<'a, 'd>, Choice), Box<Decision>> {
    match spec.schemes() {
        [] => Err(impossible(
            "the document defines no security scheme",
            "say which one it shall use: `--to basic`, `--to api-key --header NAME`, \
             `--to oauth2 …` or `--to none`",
        )),
        [one] => kept(spec, target, one, "it is the only one"),
        all => match twin(all) {
            Some(header) if all.len() == 2 => kept(spec, target, header, TWIN),
            _ => Err(ambiguous(
                spec,
                target,
                "the document defines several schemes",
                all,
            )),
        },
    }
}

const TWIN: &str = "it is the header half of a key that is also taken in the query, \
                    and a key in a URL ends up in logs";

fn to<'a, 'd>(
    spec: &'a Spec<'d>,
    target: &'static Profile,
    request: &Request,
    kind: AuthType,
) -> Result<(Pick<'a, 'd>, Choice), Box<Decision>> {
    if kind == AuthType::None {
        let choice = Choice {
            scheme: None,
            what: "no authentication".into(),
            created: false,
            because: "you asked for it".into(),
        };
        return Ok((Pick::Nothing, choice));
    }
    let fitting: Vec<&SecurityScheme<'d>> = spec
        .schemes()
        .iter()
        .filter(|scheme| is_of_type(scheme, kind, spec))
        .collect();
    match (fitting.as_slice(), exact(&fitting, request)) {
        (_, Some(scheme)) => kept(spec, target, scheme, "it is what you asked for"),
        ([], None) => create(spec, target, request, kind),
        ([one], None) if !says_otherwise(one, request) => {
            kept(spec, target, one, &format!("it is the only {kind} scheme"))
        }
        ([one], None) => remake(spec, target, (one, kind), request),
        (several, None) => match twin_of(several).filter(|_| request.key.is_none()) {
            Some(header) => kept(spec, target, header, TWIN),
            None if request.key.is_some() || request.urls.token.is_some() => {
                remake(spec, target, (several[0], kind), request)
            }
            None => {
                let question = format!("the document defines several {kind} schemes");
                let several: Vec<_> = several.iter().map(|one| (*one).clone()).collect();
                Err(ambiguous(spec, target, &question, &several))
            }
        },
    }
}

/// Swagger 2.0 writes a bearer token as a key in `Authorization`.
fn is_of_type(scheme: &SecurityScheme<'_>, kind: AuthType, spec: &Spec<'_>) -> bool {
    let authorization = matches!(
        scheme.key(),
        Some((KeyPlace::Header, name)) if name.eq_ignore_ascii_case("Authorization")
    );
    match scheme.auth_kind() {
        Some(own) if kind == AuthType::Bearer && !spec.version().is_3() => {
            own == AuthKind::ApiKeyHeader && authorization
        }
        Some(own) => kind.covers(own),
        None => false,
    }
}

/// The one of several whose particulars are those asked for.
fn exact<'a, 'd>(
    fitting: &[&'a SecurityScheme<'d>],
    request: &Request,
) -> Option<&'a SecurityScheme<'d>> {
    let (place, name) = request.key.as_ref()?;
    let same = |own: &str| match place {
        KeyPlace::Header => own.eq_ignore_ascii_case(name),
        _ => own == name,
    };
    let mut hits = fitting
        .iter()
        .filter(|one| one.key().is_some_and(|(at, own)| at == *place && same(own)));
    hits.next().copied()
}

/// True when the request names particulars that this scheme does not have.
fn says_otherwise(scheme: &SecurityScheme<'_>, request: &Request) -> bool {
    if scheme.auth_kind() != Some(AuthKind::OAuth2) {
        return request.key.is_some();
    }
    let differs = |member: &str, wanted: &Option<String>| {
        let own = scheme.flows().iter().find_map(|flow| flow.url(member));
        wanted
            .as_ref()
            .is_some_and(|url| own.is_none_or(|own| !own.is_str(url)))
    };
    let lacks = |scope: &str| !scheme.flows().iter().any(|flow| flow.defines(scope));
    differs("authorizationUrl", &request.urls.authorization)
        || differs("tokenUrl", &request.urls.token)
        || request.scopes.iter().any(|(scope, _)| lacks(scope))
}

/// The header half of a key that is taken in a header and in the query.
fn twin<'a, 'd>(schemes: &'a [SecurityScheme<'d>]) -> Option<&'a SecurityScheme<'d>> {
    twin_of(&schemes.iter().collect::<Vec<_>>())
}

fn twin_of<'a, 'd>(schemes: &[&'a SecurityScheme<'d>]) -> Option<&'a SecurityScheme<'d>> {
    match schemes {
        [a, b] => match (a.auth_kind()?, b.auth_kind()?) {
            (AuthKind::ApiKeyHeader, AuthKind::ApiKeyQuery) => Some(a),
            (AuthKind::ApiKeyQuery, AuthKind::ApiKeyHeader) => Some(b),
            _ => None,
        },
        _ => None,
    }
}

fn kept<'a, 'd>(
    spec: &Spec<'d>,
    target: &'static Profile,
    scheme: &'a SecurityScheme<'d>,
    because: &str,
) -> Result<(Pick<'a, 'd>, Choice), Box<Decision>> {
    refused(spec, target, scheme)?;
    let choice = Choice {
        scheme: Some(scheme.name.to_owned()),
        what: scheme.describe(spec.version()),
        created: false,
        because: because.to_owned(),
    };
    Ok((Pick::Keep(scheme), choice))
}

/// What the target cannot use must not be kept for it.
fn refused(
    spec: &Spec<'_>,
    target: &'static Profile,
    scheme: &SecurityScheme<'_>,
) -> Result<(), Box<Decision>> {
    let refuse = |reason: String, help: &str| {
        let place = (scheme.entry.pointer(), scheme.entry.entry_span());
        Err(Box::new(Decision::Impossible {
            reason,
            place: Some(place),
            help: help.to_owned(),
        }))
    };
    let (name, id) = (scheme.name, target.id);
    let Some(kind) = scheme.auth_kind() else {
        let reason = format!("`{name}` does not say what it is");
        return refuse(
            reason,
            "mend its `type`, `in` and `name`, or choose another with `--to`",
        );
    };
    // a 3.x document becomes 2.0 before the platform reads it: bearer becomes a key there
    let bearer = kind == AuthKind::Bearer && target.constraints.takes_kind(AuthKind::ApiKeyHeader);
    if !target.constraints.takes_kind(kind) && !bearer {
        let reason = format!(
            "`{name}` is {}, which the target `{id}` cannot use",
            kind.name()
        );
        return refuse(reason, "choose another type with `--to`");
    }
    let flows = scheme.flows();
    let usable = flows.iter().any(|flow| {
        flow.kind
            .is_some_and(|kind| target.constraints.takes_flow(kind))
    });
    if kind == AuthKind::OAuth2 && !flows.is_empty() && !usable {
        let what = scheme.describe(spec.version());
        let reason = format!("`{name}` is {what}, a flow that the target `{id}` cannot use");
        let help = "say `--to oauth2 --authorization-url URL --token-url URL` to make it an \
                    authorization code flow";
        return refuse(reason, help);
    }
    Ok(())
}

fn remake<'a, 'd>(
    spec: &'a Spec<'d>,
    target: &'static Profile,
    (scheme, kind): (&'a SecurityScheme<'d>, AuthType),
    request: &Request,
) -> Result<(Pick<'a, 'd>, Choice), Box<Decision>> {
    usable(target, request, kind, spec.version())?;
    let value = made(spec, request, kind)?;
    let choice = Choice {
        scheme: Some(scheme.name.to_owned()),
        what: describe_new(kind, request),
        created: false,
        because: "you said how it shall be".into(),
    };
    Ok((Pick::Remake(scheme, value), choice))
}

fn create<'a, 'd>(
    spec: &'a Spec<'d>,
    target: &'static Profile,
    request: &Request,
    kind: AuthType,
) -> Result<(Pick<'a, 'd>, Choice), Box<Decision>> {
    usable(target, request, kind, spec.version())?;
    let value = made(spec, request, kind)?;
    let name = request
        .name
        .clone()
        .unwrap_or_else(|| usual_name(kind, request).to_owned());
    let fits = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    if spec.version().is_3() && !name.chars().all(fits) {
        return Err(impossible(
            format!(
                "`{name}` cannot be the name of a scheme in {}",
                spec.version()
            ),
            "letters, digits, `.`, `_` and `-` may stand in it",
        ));
    }
    let choice = Choice {
        scheme: Some(name.clone()),
        what: describe_new(kind, request),
        created: true,
        because: format!("you asked for {kind}, and the document defines none"),
    };
    if let Some(taken) = spec.scheme(&name) {
        return Ok((Pick::Remake(taken, value), choice));
    }
    Ok((Pick::Create(name, value), choice))
}

/// A new scheme must be one the target can use.
fn usable(
    target: &'static Profile,
    request: &Request,
    kind: AuthType,
    version: Version,
) -> Result<(), Box<Decision>> {
    let takes = |own| target.constraints.takes_kind(own);
    match kind_of_new(kind, request, version) {
        Some(AuthKind::Bearer) if takes(AuthKind::ApiKeyHeader) => Ok(()),
        Some(own) if !takes(own) => Err(impossible(
            format!("the target `{}` cannot use {}", target.id, own.name()),
            "choose another type with `--to`",
        )),
        _ => Ok(()),
    }
}

fn made(spec: &Spec<'_>, request: &Request, kind: AuthType) -> Result<Value, Box<Decision>> {
    new_scheme(kind, request, spec.version())
        .map_err(|lacking| impossible(lacking.what, lacking.help))
}

fn describe_new(kind: AuthType, request: &Request) -> String {
    match (kind, &request.key) {
        (AuthType::ApiKey, Some((place, name))) => format!("apiKey ({} {name})", place.name()),
        (AuthType::OAuth2, _) => "oauth2 (authorization code)".into(),
        _ => kind.name().into(),
    }
}

fn impossible(reason: impl Into<String>, help: impl Into<String>) -> Box<Decision> {
    Box::new(Decision::Impossible {
        reason: reason.into(),
        place: None,
        help: help.into(),
    })
}
