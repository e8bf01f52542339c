//! Operations that are open to everyone by their nature.

use super::words::words;
use crate::spec::Operation;

/// Words of a path's last part that say so: signs of life, sign-in, and what others call back.
const OPEN: [&str; 18] = [
    "health",
    "healthz",
    "healthcheck",
    "livez",
    "readyz",
    "ping",
    "heartbeat",
    "status",
    "login",
    "logon",
    "signin",
    "token",
    "authenticate",
    "register",
    "signup",
    "webhook",
    "webhooks",
    "callback",
];

/// True for an operation that asks for no credential for a good reason: `/health`, `/oauth2/token`,
/// `/webhook_response`. A path about one thing, `/orders/{id}/status`, is none of them.
pub fn by_nature(operation: &Operation<'_>) -> bool {
    let path = operation.path.trim_end_matches('/');
    if path.contains('{') {
        return false;
    }
    let last = path.rsplit('/').next().unwrap_or_default();
    let words = words(last);
    let open = |word: &str| OPEN.contains(&word);
    words.iter().any(|word| open(word)) || open(&words.concat())
}
