//! A provider with its blanks filled in.

use super::{Field, Platform, Provider};
use crate::connector::{Entra, IdentityProvider, RedirectMode, SignIn, Templates, Urls};

/// A provider's URLs and scopes for one user.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resolved {
    /// Who signs the user in.
    pub identity: IdentityProvider,
    /// The URLs, which the document's security scheme needs whatever the platform asks for.
    pub urls: Urls,
    /// Scopes that every sign-in needs.
    pub scopes: Vec<String>,
    /// Fields that nobody filled: they stand as `{{NAME}}` where they belong.
    pub missing: Vec<&'static Field>,
}

/// A value that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unfit {
    /// The provider has no field of this name.
    Unknown {
        /// The name.
        name: String,
        /// The names there are.
        known: Vec<&'static str>,
    },
    /// The value would break the URL it goes into.
    Broken {
        /// The field.
        field: &'static Field,
        /// The value.
        value: String,
    },
}

impl std::fmt::Display for Unfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown { name, known } if known.is_empty() => {
                write!(f, "`{name}` is not needed: there is nothing to fill in")
            }
            Self::Unknown { name, known } => {
                write!(f, "`{name}` is not needed: fill in {}", known.join(", "))
            }
            Self::Broken { field, value } => {
                let name = field.name;
                write!(f, "`{value}` cannot be the {name}: {}", field.says)
            }
        }
    }
}

impl Provider {
    /// Fill in the blanks from named values, then from the usual values.
    ///
    /// # Errors
    /// When a value has no place, or would break a URL.
    pub fn resolve(&self, values: &[(String, String)]) -> Result<Resolved, Unfit> {
        for (name, value) in values {
            self.accepts(name, value)?;
        }
        let mut missing = Vec::new();
        let mut filled = Vec::new();
        for field in self.fields {
            let given = values.iter().find(|(name, _)| name == field.name);
            let value = given.map(|(_, value)| value.as_str()).or(field.default);
            if value.is_none() {
                missing.push(field);
            }
            let open = format!("{{{{{}}}}}", field.name.to_ascii_uppercase());
            filled.push((field.name, value.map_or(open, str::to_owned)));
        }
        let fill = |template: &str| fill(template, &filled);
        Ok(Resolved {
            identity: self.identity(&fill),
            urls: self.urls(&fill),
            scopes: self.scopes.iter().map(|scope| fill(scope)).collect(),
            missing,
        })
    }

    fn accepts(&self, name: &str, value: &str) -> Result<(), Unfit> {
        let Some(field) = self.field(name) else {
            return Err(Unfit::Unknown {
                name: name.to_owned(),
                known: self.fields.iter().map(|field| field.name).collect(),
            });
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-_:".contains(c);
        let in_url = |c: char| plain(c) || "/~".contains(c);
        let fits = !value.is_empty()
            && value
                .chars()
                .all(|c| if field.is_url { in_url(c) } else { plain(c) });
        if fits {
            Ok(())
        } else {
            Err(Unfit::Broken {
                field,
                value: value.to_owned(),
            })
        }
    }

    fn urls(&self, fill: &impl Fn(&str) -> String) -> Urls {
        Urls {
            authorization: fill(self.authorization_url),
            token: fill(self.token_url),
            refresh: self.refresh_url.map(fill),
        }
    }

    fn identity(&self, fill: &impl Fn(&str) -> String) -> IdentityProvider {
        let pairs = |custom: &[(&str, &str)]| {
            let filled = custom
                .iter()
                .map(|(name, value)| ((*name).to_owned(), fill(value)));
            filled.collect()
        };
        match self.platform {
            Platform::Generic => IdentityProvider::Generic(self.urls(fill)),
            Platform::Templates(more) => IdentityProvider::Templates(Templates {
                urls: self.urls(fill),
                more: pairs(more),
            }),
            Platform::Entra { resource } => IdentityProvider::Entra(Entra {
                login_uri: Entra::LOGIN_URI.to_owned(),
                tenant_id: fill("{tenant_id}"),
                resource: fill(resource),
                on_behalf_of: false,
            }),
            Platform::Named { name, custom } => IdentityProvider::Named {
                name: name.to_owned(),
                custom: pairs(custom),
            },
        }
    }
}

impl Resolved {
    /// A sign-in with these scopes beside the ones it needs anyway.
    pub fn sign_in(&self, client_id: Option<String>, scopes: &[String]) -> SignIn {
        let mut all = self.scopes.clone();
        for scope in scopes {
            if !all.contains(scope) {
                all.push(scope.clone());
            }
        }
        SignIn {
            provider: self.identity.clone(),
            client_id,
            scopes: all,
            redirect: RedirectMode::GlobalPerConnector,
        }
    }
}

fn fill(template: &str, filled: &[(&str, String)]) -> String {
    let mut out = template.to_owned();
    for (name, value) in filled {
        out = out.replace(&format!("{{{name}}}"), value);
    }
    out
}
