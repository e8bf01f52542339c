//! Change an existing properties file so that its connection asks for another type. What is not
//! named here stays as it is: policies, scripts, capabilities, brand colour, unknown members.

use super::generate::parameters;
use super::{ApiProperties, Auth, ConnectionParameter, Credentials, ParameterType, oauth_generate};
use crate::document::{Document, NodeId, NodeRef, Pointer, Value};
use crate::edit::{Change, Position};

/// How far an update goes when the type is right already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// The type only: a connection of the right type stays as it is.
    Type,
    /// The OAuth 2.0 settings too: provider, URLs, scopes.
    Settings,
}

/// What changes in a properties file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Update {
    /// The changes.
    pub changes: Vec<Change>,
    /// Names of parameters that go.
    pub removed: Vec<String>,
    /// Names of parameters that come.
    pub added: Vec<String>,
    /// Policies that read a parameter that goes: they are left for the user to judge.
    pub dangling: Vec<Pointer>,
}

/// Plan the changes that make the connection ask for `auth`. Nothing to do gives no changes.
///
/// A file with parameter sets is left alone: its connection offers several types on purpose.
pub fn update(document: &Document, auth: &Auth, reach: Reach) -> Update {
    let file = ApiProperties::new(document);
    if file.parameter_sets().is_some() {
        return Update::default();
    }
    let all = file.parameters();
    let credentials = Credentials::of(&all);
    let wanted = auth.auth_type();
    if credentials.auth == wanted {
        return match (reach, auth) {
            (Reach::Settings, Auth::OAuth2(sign_in)) => {
                let changes = settings_changes(&credentials, &oauth_generate::settings(sign_in));
                Update {
                    changes,
                    ..Update::default()
                }
            }
            _ => Update::default(),
        };
    }
    let new = parameters(auth);
    let mut old = if wanted.is_none() {
        every_secret(&all, &credentials)
    } else {
        with_companions(&all, &credentials.main)
    };
    old.extend(clashing(&all, &old, &new));
    let new = without_present(new, &all, &old);
    let dangling = dangling(file, &old);
    Update {
        removed: old.iter().map(|one| one.name().to_owned()).collect(),
        added: new.iter().map(|(name, _)| name.clone()).collect(),
        changes: replace(file, &old, new),
        dangling,
    }
}

/// Parameters and those that belong to them: `token:TenantId` goes with `token`.
fn with_companions<'d>(
    all: &[ConnectionParameter<'d>],
    main: &[ConnectionParameter<'d>],
) -> Vec<ConnectionParameter<'d>> {
    let goes = |one: &&ConnectionParameter<'d>| {
        let owner = one.belongs_to().unwrap_or(one.name());
        main.iter().any(|credential| credential.name() == owner)
    };
    all.iter().filter(goes).copied().collect()
}

/// A connection that asks for nothing keeps no secret, not even one beside its credential.
fn every_secret<'d>(
    all: &[ConnectionParameter<'d>],
    credentials: &Credentials<'d>,
) -> Vec<ConnectionParameter<'d>> {
    let secret = |one: &&ConnectionParameter<'d>| {
        one.kind() == ParameterType::SecureString
            || credentials.main.contains(one)
            || credentials.extra.contains(one)
    };
    let secrets: Vec<_> = all.iter().filter(secret).copied().collect();
    with_companions(all, &secrets)
}

/// Parameters that have a new one's name and are of another nature, as a key called `token`.
fn clashing<'d>(
    all: &[ConnectionParameter<'d>],
    old: &[ConnectionParameter<'d>],
    new: &[(String, Value)],
) -> Vec<ConnectionParameter<'d>> {
    let clashes = |one: &&ConnectionParameter<'d>| {
        let same = new.iter().find(|(name, _)| name == one.name());
        same.is_some_and(|(_, value)| is_sign_in(value) != one.oauth().is_some())
    };
    let stays = |one: &&ConnectionParameter<'d>| !old.contains(one);
    all.iter().filter(stays).filter(clashes).copied().collect()
}

fn is_sign_in(parameter: &Value) -> bool {
    parameter.get("oAuthSettings").is_some()
}

/// New parameters whose names are not taken by one that stays.
fn without_present(
    mut new: Vec<(String, Value)>,
    all: &[ConnectionParameter<'_>],
    old: &[ConnectionParameter<'_>],
) -> Vec<(String, Value)> {
    let stays = |name: &str| {
        let mut same = all.iter().filter(|one| one.name() == name);
        same.any(|one| !old.contains(one))
    };
    new.retain(|(name, _)| !stays(name));
    new
}

/// The first new parameter takes the place of the first old one, so that order and layout stay.
fn replace(
    file: ApiProperties<'_>,
    old: &[ConnectionParameter<'_>],
    new: Vec<(String, Value)>,
) -> Vec<Change> {
    let Some(object) = file.parameters_node().filter(|node| node.is_object()) else {
        return fill(file, new);
    };
    let mut changes = Vec::new();
    let mut new = new.into_iter();
    let mut old = old.iter().map(|one| one.entry());
    let mut position = Position::First;
    if old.len() > 0
        && let Some((name, value)) = new.next()
        && let Some(entry) = old.next()
    {
        changes.extend(rename(entry, name));
        changes.push(Change::Replace {
            node: entry.id(),
            value,
        });
        position = Position::After(entry.id());
    }
    changes.extend(old.map(|entry| Change::RemoveEntry { entry: entry.id() }));
    changes.extend(new.map(|(key, value)| insert(object.id(), position, key, value)));
    changes
}

fn rename(entry: NodeRef<'_>, key: String) -> Option<Change> {
    let entry_id = entry.id();
    (entry.key() != key).then_some(Change::RenameKey {
        entry: entry_id,
        key,
    })
}

fn insert(object: NodeId, position: Position, key: String, value: Value) -> Change {
    Change::InsertEntry {
        object,
        position,
        key,
        value,
    }
}

/// A file without `connectionParameters` gets them; one without `properties` gets both.
fn fill(file: ApiProperties<'_>, new: Vec<(String, Value)>) -> Vec<Change> {
    let root = file.document().root();
    let value = Value::object(new);
    let key = "connectionParameters".to_owned();
    match (file.parameters_node(), file.properties()) {
        (Some(odd), _) => vec![Change::Replace {
            node: odd.id(),
            value,
        }],
        (None, Some(object)) if object.is_object() => {
            vec![insert(object.id(), Position::First, key, value)]
        }
        (None, Some(odd)) => vec![Change::Replace {
            node: odd.id(),
            value: Value::object([(key, value)]),
        }],
        (None, None) if root.is_object() => {
            let value = Value::object([(key, value)]);
            vec![insert(
                root.id(),
                Position::First,
                "properties".into(),
                value,
            )]
        }
        (None, None) => Vec::new(),
    }
}

fn dangling(file: ApiProperties<'_>, old: &[ConnectionParameter<'_>]) -> Vec<Pointer> {
    let policies = file.policies().into_iter();
    policies
        .filter(|policy| old.iter().any(|one| policy.reads(one.name())))
        .map(|policy| policy.node().pointer())
        .collect()
}

/// Members of `oAuthSettings` that a sign-in names, where they differ. The application's id is
/// replaced only by a known one; `redirectMode` is the file's own choice.
fn settings_changes(credentials: &Credentials<'_>, wanted: &Value) -> Vec<Change> {
    let settings = credentials.main.iter().find_map(|one| one.oauth());
    let Some(settings) = settings else {
        return Vec::new();
    };
    let node = settings.node();
    let mut changes = Vec::new();
    for key in ["identityProvider", "clientId", "scopes", "customParameters"] {
        let Some(value) = wanted.get(key) else {
            continue;
        };
        let placeholder = value.as_str() == Some(oauth_generate::CLIENT_ID_PLACEHOLDER);
        match node.get(key) {
            Some(_) if placeholder => {}
            Some(present) if is_equal(present, value) => {}
            Some(present) => changes.push(Change::Replace {
                node: present.id(),
                value: value.clone(),
            }),
            None => {
                changes.push(insert(node.id(), Position::Last, key.into(), value.clone()));
            }
        }
    }
    changes
}

fn is_equal(node: NodeRef<'_>, value: &Value) -> bool {
    Value::of(node, 10_000).is_ok_and(|present| present == *value)
}
