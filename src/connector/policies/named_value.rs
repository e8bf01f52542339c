//! Values that stand in the gateway's own store, never in a policy.

/// A value the gateway keeps: a secret from its vault, or a setting.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct NamedValue {
    /// Its name in the store: letters, digits, `-`.
    pub name: String,
    /// What it is.
    pub says: &'static str,
    /// It belongs in a vault.
    pub is_secret: bool,
}

impl NamedValue {
    pub(super) fn secret(prefix: &str, name: &str, says: &'static str) -> Self {
        Self {
            name: format!("{prefix}{name}"),
            says,
            is_secret: true,
        }
    }

    pub(super) fn setting(prefix: &str, name: &str, says: &'static str) -> Self {
        Self {
            name: format!("{prefix}{name}"),
            says,
            is_secret: false,
        }
    }
}

/// The beginning of all names of one API, from its title: `parcel-tracking-`.
pub(super) fn prefix_of(title: &str) -> String {
    let mut out = String::new();
    for c in title.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() >= 60 {
            break;
        }
    }
    if out.is_empty() || out.ends_with('-') {
        return out;
    }
    out.push('-');
    out
}
