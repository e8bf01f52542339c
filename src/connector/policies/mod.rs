//! Gateway policies for what the connector no longer carries: one plan, written for a gateway.
//!
//! A connector shows the gateway one credential; the gateway checks it, takes it off, and shows the
//! back end another. The order is the same everywhere: throttle, verify, strip, validate, forward.

pub mod apigee;
pub mod apim;
mod named_value;
mod order;
mod plan;
mod xml;

pub use named_value::NamedValue;
pub use order::Phase;
pub use plan::{Address, Back, Front, GatewayPlan, Rate, TokenCheck, back_for};
pub use xml::Element;
