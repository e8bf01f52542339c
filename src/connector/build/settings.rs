//! What a build is told.

use std::path::PathBuf;

use crate::connector::assemble::Gateway;
use crate::connector::providers::Resolved;
use crate::rewrite::Request;
use crate::target::Profile;

/// What a build is told.
#[derive(Clone, Debug)]
pub struct BuildSettings {
    /// The platform.
    pub target: &'static Profile,
    /// The scheme to use.
    pub request: Request,
    /// The provider preset, when one was named.
    pub provider: Option<Resolved>,
    /// The application's client id.
    pub client_id: Option<String>,
    /// Offer every type as a parameter set.
    pub multi_auth: bool,
    /// The gateway policies are written for; none for no policies.
    pub gateway: Option<Gateway>,
    /// Accept that operations become public.
    pub accept_public: bool,
    /// The folder the connector is kept in.
    pub folder: PathBuf,
}
