//! The record of a call.

use crate::connector::policies::{Element, GatewayPlan};

/// `trace`: who called which operation, from where, and how it ended. Headers, the URL and its query
/// stay out, because credentials travel in them.
pub(super) fn trace(plan: &GatewayPlan) -> Element {
    let prefix = plan.prefix();
    let metadata = |name: &str, value: &str| {
        Element::new("metadata")
            .with("name", name)
            .with("value", value)
    };
    Element::new("trace")
        .with("source", format!("{prefix}audit"))
        .with("severity", "information")
        .leaf(
            "message",
            "@(context.Request.Method + \" \" + context.Operation?.Id)",
        )
        .child(metadata("request", "@(context.RequestId.ToString())"))
        .child(metadata(
            "caller",
            "@(context.Subscription?.Id ?? \"none\")",
        ))
        .child(metadata("address", "@(context.Request.IpAddress)"))
        .child(metadata(
            "status",
            "@((context.Response?.StatusCode ?? 0).ToString())",
        ))
        .child(metadata("time", "@(context.Timestamp.ToString(\"o\"))"))
}
