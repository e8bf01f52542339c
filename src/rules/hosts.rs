//! Hosts that rules treat in a way of their own.

use crate::document::{NodeRef, key};
use crate::rule::host_of;
use crate::spec::{Spec, Version};

/// True for a host that never leaves the machine: `localhost`, `127.0.0.1`, `::1`.
pub fn is_loopback(host: &str) -> bool {
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "::1"
        || host.strip_prefix("127.").is_some_and(|rest| {
            rest.split('.').count() == 3 && rest.split('.').all(|part| part.parse::<u8>().is_ok())
        })
}

/// The host a URL names, in lower case; empty for a relative one.
pub fn host_of_url(url: &str) -> String {
    let Some((_, rest)) = url.split_once("://") else {
        return String::new();
    };
    host_of(rest.split(['/', '?', '#']).next().unwrap_or(rest))
}

/// What is wrong with a `host[:port]` (RFC 3986 section 3.2); `None` when nothing is. Underscores and
/// letters of any script are let pass.
pub fn problem(host: &str) -> Option<&'static str> {
    let port = host.rsplit_once(':').map(|(_, port)| port);
    Some(match host {
        "" => "it is empty",
        _ if host.contains('@') => "it has a user name",
        _ if host.contains(['/', '\\', '?', '#']) => "it has a path",
        _ if host.contains(char::is_whitespace) => "it has spaces",
        _ if host.starts_with('[') => return (!host.contains(']')).then_some("a bracket is open"),
        _ if port.is_some_and(|port| port.parse::<u16>().is_err()) => {
            "what follows the colon is no port"
        }
        _ if !host
            .chars()
            .all(|c| c.is_alphanumeric() || ".-_:".contains(c)) =>
        {
            "it has characters that no host name has"
        }
        _ if host.split(':').next().is_some_and(has_empty_label) => "a part of it is empty",
        _ => return None,
    })
}

/// True for `a..b`; a final dot stands for the root.
fn has_empty_label(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    name.split('.').any(str::is_empty)
}

/// True when what an item of `schemes` or a server's `url` allows stays on the machine.
pub fn stays_local(spec: &Spec<'_>, allows: NodeRef<'_>) -> bool {
    if spec.version() == Version::Swagger2 {
        let host = spec.root().member(key::HOST);
        host.is_some_and(|host| is_loopback(&host_of(&host.text())))
    } else {
        is_loopback(&host_of_url(&allows.text()))
    }
}

#[cfg(test)]
mod tests {
    use super::{host_of_url, is_loopback};

    #[test]
    fn only_this_machine_is_loopback() {
        for host in [
            "localhost",
            "api.localhost",
            "127.0.0.1",
            "127.1.2.3",
            "::1",
        ] {
            assert!(is_loopback(host), "{host}");
        }
        for host in [
            "localhost.example.com",
            "127.0.0.1.example.com",
            "128.0.0.1",
            "",
        ] {
            assert!(!is_loopback(host), "{host}");
        }
    }

    #[test]
    fn the_host_of_a_url_has_neither_port_nor_user() {
        assert_eq!(host_of_url("http://u@Localhost:8080/a"), "localhost");
        assert_eq!(host_of_url("http://[::1]:80?x"), "::1");
        assert_eq!(host_of_url("/relative"), "");
    }
}
