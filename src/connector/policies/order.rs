//! When a policy acts.

/// The phases of a call, in order. Cheap refusals come first; the caller's key is gone before
/// anything looks at a token or calls another service.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Phase {
    /// Answer the test page's preflight.
    Cors,
    /// Refuse callers by address.
    Addresses,
    /// Refuse too many calls.
    Throttle,
    /// Check the caller's key, or user name and password.
    Verify,
    /// Take the caller's key off the call.
    Strip,
    /// Check the caller's token.
    Validate,
    /// Show the back end its own credential.
    Forward,
    /// Record the call.
    Audit,
}
