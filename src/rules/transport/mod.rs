//! Whether calls are encrypted, and where they go.

mod cleartext_item;
mod host_fix;
mod host_invalid;
mod host_ip_address;
mod transport_http_global;
mod transport_http_operation;
mod transport_http_server;
mod transport_scheme_undefined;

pub use host_invalid::HostInvalid;
pub use host_ip_address::HostIpAddress;
pub use transport_http_global::TransportHttpGlobal;
pub use transport_http_operation::TransportHttpOperation;
pub use transport_http_server::TransportHttpServer;
pub use transport_scheme_undefined::TransportSchemeUndefined;
