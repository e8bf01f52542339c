//! What stops a call: addresses, rate, a wrong key.

use crate::connector::policies::{Address, Back, Element, Front, GatewayPlan, NamedValue};

/// Pages that call when a connector is tested; calls at run time come from no browser.
const TEST_PAGES: &[&str] = &[
    "https://make.powerapps.com",
    "https://make.powerautomate.com",
    "https://flow.microsoft.com",
];

/// `cors` for the test pages. Credentials travel in headers, so cookies stay out.
pub(super) fn cors() -> Element {
    let origins = TEST_PAGES.iter().copied();
    let any = |list: &'static str, item: &'static str| Element::new(list).leaf(item, "*");
    Element::new("cors")
        .with("allow-credentials", "false")
        .child(
            Element::new("allowed-origins")
                .children(origins.map(|page| Element::new("origin").text(page))),
        )
        .child(any("allowed-methods", "method"))
        .child(any("allowed-headers", "header"))
}

/// `ip-filter`
pub(super) fn addresses(addresses: &[Address]) -> Element {
    let items = addresses.iter().map(|address| match address {
        Address::One(one) => Element::new("address").text(one.to_string()),
        Address::Range(from, to) => Element::new("address-range")
            .with("from", from.to_string())
            .with("to", to.to_string()),
    });
    Element::new("ip-filter")
        .with("action", "allow")
        .children(items)
}

/// `rate-limit-by-key`: by subscription, or by address where there is none.
pub(super) fn throttle(plan: &GatewayPlan) -> Option<Element> {
    let rate = plan.rate?;
    let key = match plan.front {
        Front::ApiKey { .. } => "@(context.Subscription?.Id ?? context.Request.IpAddress)",
        Front::Basic | Front::OAuth2(_) => "@(context.Request.IpAddress)",
    };
    let limit = Element::new("rate-limit-by-key")
        .with("calls", rate.calls().to_string())
        .with("renewal-period", rate.seconds().to_string())
        .with("counter-key", key);
    Some(limit)
}

/// `check-header`: the key of the subscription, or the expected user name and password. A call
/// without a subscription fails, because there is no key to compare with.
pub(super) fn verify(plan: &GatewayPlan) -> Option<Element> {
    let (header, expected) = match &plan.front {
        Front::ApiKey { header, .. } => (header.as_str(), "@(context.Subscription.Key)".to_owned()),
        Front::Basic => {
            let prefix = plan.prefix();
            let pair = format!("{{{{{prefix}front-username}}}}:{{{{{prefix}front-password}}}}");
            let encoded = format!("Convert.ToBase64String(Encoding.UTF8.GetBytes(\"{pair}\"))");
            ("Authorization", format!("@(\"Basic \" + {encoded})"))
        }
        Front::OAuth2(_) => return None,
    };
    let check = Element::new("check-header")
        .with("name", header)
        .with("failed-check-httpcode", "401")
        .with("failed-check-error-message", "Unauthorized")
        .with("ignore-case", "false")
        .leaf("value", expected);
    Some(check)
}

/// The caller's key, wherever it may stand, or its `Authorization`.
pub(super) fn strip(front: &Front) -> Vec<Element> {
    match front {
        Front::ApiKey { header, query } => {
            let mut out = vec![delete_header(header)];
            out.extend(query.as_ref().map(|name| {
                Element::new("set-query-parameter")
                    .with("name", name)
                    .with("exists-action", "delete")
            }));
            out
        }
        Front::Basic | Front::OAuth2(_) => vec![delete_header("Authorization")],
    }
}

pub(super) fn delete_header(name: &str) -> Element {
    Element::new("set-header")
        .with("name", name)
        .with("exists-action", "delete")
}

pub(super) fn named_values(plan: &GatewayPlan) -> Vec<NamedValue> {
    if plan.front != Front::Basic || plan.back == Back::Forward {
        return Vec::new();
    }
    let prefix = plan.prefix();
    vec![
        NamedValue::secret(&prefix, "front-username", "the user name callers show"),
        NamedValue::secret(&prefix, "front-password", "the password callers show"),
    ]
}
