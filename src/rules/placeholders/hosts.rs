//! Hosts that say what they are.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::rule::{Address, AddressKind, host_of};
use crate::spec::Server;

/// The host an address names; that of a server with every variable at its default. A server that
/// forgot its `https://` is read as what its author meant.
pub(super) fn host(address: &Address<'_>) -> Option<String> {
    if address.kind != AddressKind::Server {
        return address.host();
    }
    let server = Server {
        node: address.node.parent()?,
    };
    let urls = server.urls();
    let url = urls.first()?;
    host_in(url).or_else(|| {
        let bare = url.strip_prefix("//").unwrap_or(url);
        bare.split(['/', '?', '#']).next().map(host_of)
    })
}

/// The host of an absolute URL.
pub(super) fn host_in(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    Some(host_of(rest.split(['/', '?', '#']).next()?))
}

/// True for a host that only the machine itself or its own network reaches: loopback, link-local,
/// RFC 1918 and RFC 4193 addresses, `localhost`, `.local`.
pub(super) fn is_local(host: &str) -> bool {
    let host = host.trim_end_matches('.');
    if let Ok(address) = host.parse::<IpAddr>() {
        return match address {
            IpAddr::V4(v4) => is_local_v4(v4),
            IpAddr::V6(v6) => v6.to_ipv4_mapped().map_or(is_local_v6(v6), is_local_v4),
        };
    }
    let last = host.rsplit('.').next();
    matches!(last, Some("localhost" | "local")) || host == "host.docker.internal"
}

const fn is_local_v4(address: Ipv4Addr) -> bool {
    address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_unspecified()
}

const fn is_local_v6(address: Ipv6Addr) -> bool {
    let first = address.segments()[0];
    address.is_loopback()
        || address.is_unspecified()
        || first & 0xfe00 == 0xfc00
        || first & 0xffc0 == 0xfe80
}

/// Names that stand for a customer in Microsoft's documentation: a label, or a part of one between
/// hyphens, never the beginning of another word.
const COMPANIES: [&str; 2] = ["contoso", "fabrikam"];

/// True for a host that documentation uses: the names RFC 2606 reserves, a company that does not
/// exist, the pet store.
pub(super) fn is_example(host: &str) -> bool {
    let host = host.trim_end_matches('.');
    let mut labels = host.rsplit('.');
    let (top, second) = (labels.next().unwrap_or_default(), labels.next());
    let reserved = matches!(top, "example" | "test" | "invalid")
        && (second.is_some() || top == "example")
        || matches!(top, "com" | "org" | "net") && second == Some("example");
    let named = host.starts_with("example.") && host.split('.').count() > 2;
    let mut words = host.split(['.', '-']);
    let store = matches!(
        host,
        "petstore.swagger.io" | "petstore3.swagger.io" | "petstore31.swagger.io"
    );
    reserved || named || store || words.any(|word| COMPANIES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::{is_example, is_local};

    #[test]
    fn local_hosts() {
        for host in [
            "localhost",
            "api.localhost",
            "printer.local",
            "127.0.0.1",
            "10.1.2.3",
            "172.31.0.1",
            "192.168.0.9",
            "169.254.1.1",
            "::1",
            "fe80::1",
            "fd00::1",
            "::ffff:127.0.0.1",
            "0.0.0.0",
        ] {
            assert!(is_local(host), "{host}");
        }
        for host in [
            "172.32.0.1",
            "8.8.8.8",
            "localhost.parcels.net",
            "local.net",
            "2001:db8::1",
        ] {
            assert!(!is_local(host), "{host}");
        }
    }

    #[test]
    fn hosts_of_documentation() {
        for host in [
            "example.com",
            "api.example.org",
            "parcels.example",
            "api.test",
            "x.invalid",
            "contoso.sharepoint.com",
            "apim-fabrikam.azure-api.net",
            "petstore.swagger.io",
            "example.parcels.net",
        ] {
            assert!(is_example(host), "{host}");
        }
        for host in [
            "example-post.net",
            "myexample.com",
            "test.parcels.net",
            "contosos.net",
            "contosobank.net",
            "api.mycontoso.net",
            "example.co",
        ] {
            assert!(!is_example(host), "{host}");
        }
    }
}
