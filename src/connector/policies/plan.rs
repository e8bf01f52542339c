//! What the gateway checks and what it sends, before any gateway's own words.

use super::Phase;
use super::named_value::prefix_of;
use crate::spec::{AuthKind, FlowKind, KeyPlace, SecurityScheme};

/// What a gateway does with each call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GatewayPlan {
    /// The API's title; names in the gateway's store begin with it.
    pub title: String,
    /// What the caller shows the gateway: what the connector carries.
    pub front: Front,
    /// What the gateway shows the back end.
    pub back: Back,
    /// How many calls are let through.
    pub rate: Option<Rate>,
    /// Addresses that may call; empty for all.
    pub addresses: Vec<Address>,
    /// Let the connector's test page call from a browser.
    pub cors: bool,
    /// Record each call.
    pub audit: bool,
}

/// What the caller shows the gateway.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Front {
    /// A key of the gateway's own: its header, and the query parameter that carries it too.
    ApiKey {
        /// The header.
        header: String,
        /// The query parameter.
        query: Option<String>,
    },
    /// User name and password. With [`Back::Forward`] the back end checks them.
    Basic,
    /// A token.
    OAuth2(TokenCheck),
}

/// How a token is checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenCheck {
    /// By the keys and the issuer that a discovery document names.
    Jwt,
    /// As a token of Microsoft Entra ID.
    Entra,
    /// By asking the server that issued it (RFC 7662).
    Introspection,
}

/// What the gateway shows the back end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Back {
    /// Nothing.
    None,
    /// What the caller showed.
    Forward,
    /// User name and password.
    Basic,
    /// A key in a header: `x-functions-key`.
    KeyHeader(String),
    /// A key in the query: `code`.
    KeyQuery(String),
    /// The gateway's own identity in Microsoft Entra ID.
    ManagedIdentity,
    /// A token that the gateway gets and keeps: client credentials, or a stored sign-in.
    StoredOAuth,
    /// A token for the caller, exchanged for the caller's own (on behalf of).
    OnBehalfOf,
}

/// Calls in a period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rate {
    calls: u32,
    seconds: u32,
}

impl Rate {
    /// At most `calls` in `seconds`; `None` unless there is a call and the period is 1 to 300
    /// seconds, which is what gateways take.
    pub const fn new(calls: u32, seconds: u32) -> Option<Self> {
        if calls > 0 && seconds > 0 && seconds <= 300 {
            Some(Self { calls, seconds })
        } else {
            None
        }
    }

    /// The calls.
    pub const fn calls(self) -> u32 {
        self.calls
    }

    /// The period.
    pub const fn seconds(self) -> u32 {
        self.seconds
    }
}

/// Addresses of callers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Address {
    /// One.
    One(std::net::Ipv4Addr),
    /// From the first to the last.
    Range(std::net::Ipv4Addr, std::net::Ipv4Addr),
}

impl GatewayPlan {
    /// A plan that throttles, and records nothing.
    pub fn new(title: impl Into<String>, front: Front, back: Back) -> Self {
        Self {
            title: title.into(),
            front,
            back,
            rate: Rate::new(500, 60),
            addresses: Vec::new(),
            cors: false,
            audit: false,
        }
    }

    /// The beginning of all names in the gateway's store.
    pub fn prefix(&self) -> String {
        prefix_of(&self.title)
    }

    /// The phases in which something happens, in order.
    pub fn phases(&self) -> Vec<Phase> {
        let key = matches!(self.front, Front::ApiKey { .. });
        let basic = self.front == Front::Basic && self.back != Back::Forward;
        let token = matches!(self.front, Front::OAuth2(_));
        let sends = !matches!(self.back, Back::None | Back::Forward);
        let plan = [
            (self.cors, Phase::Cors),
            (!self.addresses.is_empty(), Phase::Addresses),
            (self.rate.is_some(), Phase::Throttle),
            (key || basic, Phase::Verify),
            (self.strips(), Phase::Strip),
            (token, Phase::Validate),
            (sends, Phase::Forward),
            (self.audit, Phase::Audit),
        ];
        let happens = plan.into_iter().filter(|(yes, _)| *yes);
        happens.map(|(_, phase)| phase).collect()
    }

    /// The caller's key never goes on; user name and password go on only when that is the plan. A
    /// token is still needed to be checked, and what is sent to the back end replaces it.
    fn strips(&self) -> bool {
        match self.front {
            Front::ApiKey { .. } => true,
            Front::Basic => self.back != Back::Forward,
            Front::OAuth2(_) => false,
        }
    }

    /// True when the caller's `Authorization` must go after the token in it was checked, because
    /// nothing takes its place there.
    pub const fn drops_token(&self) -> bool {
        matches!(self.front, Front::OAuth2(_))
            && matches!(
                self.back,
                Back::None | Back::KeyHeader(_) | Back::KeyQuery(_)
            )
    }
}

/// What a gateway can send in the place of a scheme that the connector no longer carries. `None`
/// when only the user in front of the screen can give it, or no policy exists for it.
pub fn back_for(scheme: &SecurityScheme<'_>) -> Option<Back> {
    match scheme.auth_kind()? {
        AuthKind::Basic => Some(Back::Basic),
        AuthKind::ApiKeyHeader | AuthKind::ApiKeyQuery => match scheme.key()? {
            (KeyPlace::Header, name) => Some(Back::KeyHeader(name.to_owned())),
            (KeyPlace::Query, name) => Some(Back::KeyQuery(name.to_owned())),
            _ => None,
        },
        AuthKind::Bearer => Some(Back::KeyHeader("Authorization".into())),
        AuthKind::OAuth2 => scheme
            .flows()
            .iter()
            .filter_map(|flow| flow.kind)
            .any(|kind| {
                matches!(
                    kind,
                    FlowKind::ClientCredentials | FlowKind::AuthorizationCode
                )
            })
            .then_some(Back::StoredOAuth),
        _ => None,
    }
}
