//! Who gets in: schemes, requirements, transport, secrets.

mod compare;
mod flows;
mod logic;
mod pairs;
mod requirements;
mod scheme;
mod scopes;
mod secret;
mod server;
mod table;
mod transport;

pub(super) use compare::compare;
pub(super) use secret::secrets;
