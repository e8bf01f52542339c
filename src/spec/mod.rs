//! L2: the vocabulary of an OpenAPI document, as borrowed views over the tree.
//!
//! Only this layer knows Swagger 2.0 from OpenAPI 3.0, 3.1 and 3.2; above it there are schemes,
//! requirements, operations, parameters, servers.

mod detect;
mod flow;
mod operation;
mod parameter;
mod protection;
mod reference;
mod requirement;
mod role;
mod scheme;
mod server;
mod transport;
mod version;
mod view;
mod walk;

pub use detect::detect;
pub use flow::{Flow, FlowKind};
pub use operation::{Method, Operation, Origin};
pub use parameter::{DistinctParameters, Parameter, ParameterPlace};
pub use protection::Protection;
pub use reference::References;
pub(crate) use reference::below;
pub use requirement::{Requirements, SchemeUse, SecurityRequirement};
pub use role::Role;
pub use scheme::{AuthKind, KeyPlace, SchemeKind, SecurityScheme};
pub use server::Server;
pub use transport::{EffectiveTransport, Transport};
pub use version::Version;
pub use view::Spec;
