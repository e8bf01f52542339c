//! All providers.

use super::{Provider, business, content, developer, identity, microsoft};

const ALL: &[&[Provider]] = &[
    microsoft::PROVIDERS,
    identity::PROVIDERS,
    developer::PROVIDERS,
    business::PROVIDERS,
    content::PROVIDERS,
];

/// Every known provider, related ones together.
pub fn all() -> impl Iterator<Item = &'static Provider> {
    ALL.iter().flat_map(|group| group.iter())
}

/// The provider with this id or alias; letter case does not matter.
pub fn find(name: &str) -> Option<&'static Provider> {
    all().find(|provider| provider.is_named(name))
}
