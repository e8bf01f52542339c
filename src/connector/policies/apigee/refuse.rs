//! What stops a call: addresses, rate, a wrong key.

use super::Step;
use crate::connector::policies::{Address, Element, Front, GatewayPlan, Phase};

/// `CORS` for the pages that test connectors.
pub(super) fn cors() -> Step {
    let origins = "https://make.powerapps.com, https://make.powerautomate.com, \
                   https://flow.microsoft.com";
    let policy = Element::new("CORS")
        .leaf("AllowOrigins", origins)
        .leaf(
            "AllowMethods",
            "GET, PUT, POST, DELETE, PATCH, HEAD, OPTIONS",
        )
        .leaf("AllowHeaders", "*")
        .leaf("MaxAge", "3600")
        .leaf("AllowCredentials", "false")
        .leaf("GeneratePreflightResponse", "true");
    Step::new(Phase::Cors, "CORS-TestPage", policy)
}

/// `AccessControl`: addresses that may call. A range is written as the networks it is made of.
pub(super) fn addresses(addresses: &[Address]) -> Step {
    let networks = addresses.iter().flat_map(|address| match address {
        Address::One(one) => networks(u32::from(*one), u32::from(*one)),
        Address::Range(from, to) => networks(u32::from(*from), u32::from(*to)),
    });
    let sources = networks.map(|(base, bits)| {
        Element::new("SourceAddress")
            .with("mask", bits.to_string())
            .text(std::net::Ipv4Addr::from(base).to_string())
    });
    let allow = Element::new("MatchRule")
        .with("action", "ALLOW")
        .children(sources);
    let rules = Element::new("IPRules")
        .with("noRuleMatchAction", "DENY")
        .child(allow);
    let policy = Element::new("AccessControl").child(rules);
    Step::new(Phase::Addresses, "AC-Addresses", policy)
}

/// The networks, base and mask, that together are the addresses from first to last.
fn networks(first: u32, last: u32) -> Vec<(u32, u32)> {
    let (mut at, last) = (u64::from(first), u64::from(last));
    let mut out = Vec::new();
    while at <= last {
        let aligned = at.trailing_zeros().min(32);
        let fits = (last - at + 1).ilog2();
        let bits = aligned.min(fits);
        out.push((at as u32, 32 - bits));
        at += 1 << bits;
    }
    out
}

/// `SpikeArrest`, which knows calls per second and per minute.
pub(super) fn throttle(plan: &GatewayPlan) -> Option<Step> {
    let rate = plan.rate?;
    let calls = u64::from(rate.calls());
    let per_minute = (calls * 60).div_ceil(u64::from(rate.seconds()));
    let policy = Element::new("SpikeArrest")
        .leaf("Rate", format!("{per_minute}pm"))
        .leaf("UseEffectiveCount", "true");
    Some(Step::new(Phase::Throttle, "SA-Throttle", policy))
}

/// `VerifyAPIKey`, or the caller's user name and password compared with the stored ones.
pub(super) fn verify(plan: &GatewayPlan) -> Vec<Step> {
    match &plan.front {
        Front::ApiKey { header, .. } => {
            let key = Element::new("APIKey").with("ref", format!("request.header.{header}"));
            let policy = Element::new("VerifyAPIKey").child(key);
            vec![Step::new(Phase::Verify, "VA-Key", policy)]
        }
        Front::Basic => vec![decode(), refuse_user()],
        Front::OAuth2(_) => Vec::new(),
    }
}

fn decode() -> Step {
    let policy = Element::new("BasicAuthentication")
        .leaf("Operation", "Decode")
        .leaf("IgnoreUnresolvedVariables", "false")
        .child(Element::new("User").with("ref", "private.front.username"))
        .child(Element::new("Password").with("ref", "private.front.password"))
        .leaf("Source", "request.header.Authorization");
    Step::new(Phase::Verify, "BA-Decode", policy)
}

fn refuse_user() -> Step {
    let wrong = "(private.front.username != private.known.username) or \
                 (private.front.password != private.known.password)";
    Step::new(Phase::Verify, "RF-WrongUser", unauthorized()).when(wrong)
}

/// `RaiseFault` with 401.
pub(super) fn unauthorized() -> Element {
    let response = Element::new("Set")
        .leaf("StatusCode", "401")
        .leaf("ReasonPhrase", "Unauthorized");
    Element::new("RaiseFault")
        .child(Element::new("FaultResponse").child(response))
        .leaf("IgnoreUnresolvedVariables", "true")
}

/// `AssignMessage` that takes the caller's credential off.
pub(super) fn strip(front: &Front) -> Step {
    let header =
        |name: &str| Element::new("Headers").child(Element::new("Header").with("name", name));
    let mut remove = Element::new("Remove");
    match front {
        Front::ApiKey {
            header: name,
            query,
        } => {
            remove = remove.child(header(name));
            if let Some(query) = query {
                let parameter = Element::new("QueryParam").with("name", query);
                remove = remove.child(Element::new("QueryParams").child(parameter));
            }
        }
        Front::Basic | Front::OAuth2(_) => remove = remove.child(header("Authorization")),
    }
    Step::new(Phase::Strip, "AM-StripCredential", assign(remove))
}

/// `AssignMessage` on the request.
pub(super) fn assign(action: Element) -> Element {
    let request = Element::new("AssignTo")
        .with("createNew", "false")
        .with("transport", "http")
        .with("type", "request");
    Element::new("AssignMessage")
        .child(action)
        .leaf("IgnoreUnresolvedVariables", "false")
        .child(request)
}

/// `MessageLogging`: who called which operation and how it ended; no credential, no query.
pub(super) fn audit(plan: &GatewayPlan) -> Step {
    let message = "{\"request\": \"{messageid}\", \"caller\": \"{developer.app.name}\", \
                   \"address\": \"{client.ip}\", \"operation\": \"{request.verb} {proxy.basepath}\", \
                   \"status\": \"{response.status.code}\", \"time\": \"{system.timestamp}\"}";
    let log = format!("projects/{{organization.name}}/logs/{}audit", plan.prefix());
    let text = Element::new("Message")
        .with("contentType", "application/json")
        .text(message);
    let policy = Element::new("MessageLogging").child(
        Element::new("CloudLogging")
            .leaf("LogName", log)
            .child(text),
    );
    Step::new(Phase::Audit, "ML-Audit", policy)
}
