//! What a list of connection parameters amounts to.

use super::{AuthType, ConnectionParameter, ParameterType};

/// The credentials among connection parameters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Credentials<'d> {
    /// The authentication type they amount to; `None` when nothing secret is asked for.
    pub auth: Option<AuthType>,
    /// The parameters that are the credential.
    pub main: Vec<ConnectionParameter<'d>>,
    /// Further secrets beside it.
    pub extra: Vec<ConnectionParameter<'d>>,
}

impl<'d> Credentials<'d> {
    /// Find the credentials in a list of parameters: an OAuth 2.0 setting decides, then a gateway,
    /// then a user name with a password, then any secret text.
    pub fn of(parameters: &[ConnectionParameter<'d>]) -> Self {
        let typed = |wanted: ParameterType| -> Vec<_> {
            let hits = parameters.iter().filter(|one| one.kind() == wanted);
            hits.copied().collect()
        };
        let oauth = typed(ParameterType::OAuthSetting);
        if !oauth.is_empty() {
            return Self::new(AuthType::OAuth2, oauth, extra_beside_oauth(parameters));
        }
        let gateway = typed(ParameterType::GatewaySetting);
        if !gateway.is_empty() {
            return Self::new(AuthType::Gateway, gateway, Vec::new());
        }
        let secrets = secrets(parameters);
        if let Some(pair) = user_and_password(parameters) {
            let extra = without(&secrets, &pair);
            return Self::new(AuthType::Basic, pair, extra);
        }
        match secrets.split_first() {
            Some((first, rest)) => Self::new(AuthType::ApiKey, vec![*first], rest.to_vec()),
            None => Self {
                auth: None,
                main: Vec::new(),
                extra: Vec::new(),
            },
        }
    }

    fn new(
        auth: AuthType,
        main: Vec<ConnectionParameter<'d>>,
        extra: Vec<ConnectionParameter<'d>>,
    ) -> Self {
        Self {
            auth: Some(auth),
            main,
            extra,
        }
    }
}

/// Secrets that do not belong to the OAuth 2.0 setting, as `token:clientSecret` does.
fn extra_beside_oauth<'d>(parameters: &[ConnectionParameter<'d>]) -> Vec<ConnectionParameter<'d>> {
    let mut secrets = secrets(parameters);
    secrets.retain(|one| one.belongs_to().is_none());
    secrets
}

/// Parameters that hold a secret: secure texts but user names and places, and plain texts with a
/// secret's name. When only a place is secured, it is the secret: the key may be in its URL.
fn secrets<'d>(parameters: &[ConnectionParameter<'d>]) -> Vec<ConnectionParameter<'d>> {
    let secret = |one: &&ConnectionParameter<'d>| match one.kind() {
        ParameterType::SecureString => {
            one.is_named_secret() || !(one.is_named_user() || one.is_named_place())
        }
        ParameterType::String => one.is_named_secret() && !one.is_named_place(),
        _ => false,
    };
    let found: Vec<_> = parameters.iter().filter(secret).copied().collect();
    if !found.is_empty() {
        return found;
    }
    let secured = |one: &&ConnectionParameter<'d>| one.kind() == ParameterType::SecureString;
    parameters.iter().filter(secured).copied().collect()
}

fn user_and_password<'d>(
    parameters: &[ConnectionParameter<'d>],
) -> Option<Vec<ConnectionParameter<'d>>> {
    let text = |one: &&ConnectionParameter<'d>| {
        matches!(
            one.kind(),
            ParameterType::String | ParameterType::SecureString
        )
    };
    let user = parameters.iter().filter(text).find(|p| p.is_named_user())?;
    let password = parameters
        .iter()
        .filter(text)
        .find(|p| p.is_named_password())?;
    Some(vec![*user, *password])
}

fn without<'d>(
    all: &[ConnectionParameter<'d>],
    taken: &[ConnectionParameter<'d>],
) -> Vec<ConnectionParameter<'d>> {
    all.iter()
        .filter(|one| !taken.contains(one))
        .copied()
        .collect()
}
