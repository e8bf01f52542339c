//! `connector --from`: every connector a configuration lists.

use std::path::Path;

use super::command::{one, settings};
use crate::cli::args::{ConnectorArgs, GATEWAYS, Global, OAuthArgs, SchemeArgs};
use crate::cli::terminal::Terminal;
use crate::config::{self, Config, ConnectorEntry};
use crate::document::Value;
use crate::error::{Error, Result};
use crate::outcome::Outcome;
use crate::target;

pub(super) fn run(
    path: &Path,
    args: &ConnectorArgs,
    global: &Global,
    terminal: &Terminal,
) -> Result<Outcome> {
    let config = Config::read(path, &config::all_rules())?;
    if config.connectors.is_empty() {
        return Err(Error::usage_with_help(
            format!("{} lists no connectors", path.display()),
            "add `connectors: [{export: export.json, out: Parcels, to: basic}]`",
        ));
    }
    let mut outcome = Outcome::Clean;
    for entry in &config.connectors {
        let own = arguments(entry, args).map_err(|error| inside(path, entry, &error))?;
        let mut built = settings(&own, global, &entry.out)?;
        if let Some(name) = text(entry, "target") {
            built.target = target::find(&name)
                .ok_or_else(|| Error::usage(format!("there is no target `{name}`")))?;
        }
        outcome = outcome.and(one(&entry.export, &built, &own, terminal)?);
    }
    Ok(outcome)
}

/// The error with the entry it is about.
fn inside(path: &Path, entry: &ConnectorEntry, error: &Error) -> Error {
    let message = format!("{}, {}: {error}", path.display(), entry.export.display());
    match error {
        Error::Usage {
            help: Some(help), ..
        } => Error::usage_with_help(message, help.clone()),
        _ => Error::usage(message),
    }
}

/// The arguments an entry stands for; switches of the command line hold for all.
fn arguments(entry: &ConnectorEntry, args: &ConnectorArgs) -> Result<ConnectorArgs> {
    let to = text(entry, "to").map(|name| {
        let parsed = name.parse();
        parsed.map_err(|expected: String| {
            Error::usage_with_help(format!("`to: {name}` is no type"), expected)
        })
    });
    let gateway = text(entry, "gateway").unwrap_or_else(|| args.gateway.clone());
    if !GATEWAYS.contains(&gateway.as_str()) {
        return Err(Error::usage_with_help(
            format!("`gateway: {gateway}` is no gateway"),
            format!("it is one of {}", GATEWAYS.join(", ")),
        ));
    }
    Ok(ConnectorArgs {
        export: None,
        output: None,
        from: None,
        scheme: SchemeArgs {
            to: to.transpose()?,
            keep: text(entry, "keep"),
            name: text(entry, "name"),
            header: text(entry, "header"),
            query: text(entry, "query"),
            oauth: oauth(entry),
            set: texts(entry, "set"),
        },
        gateway,
        client_id: args.client_id.clone(),
        multi_auth: switch(entry, "multi-auth"),
        diff: args.diff,
        overwrite: args.overwrite,
        accept_public: switch(entry, "accept-public"),
    })
}

fn oauth(entry: &ConnectorEntry) -> OAuthArgs {
    OAuthArgs {
        provider: text(entry, "provider"),
        tenant_id: text(entry, "tenant-id"),
        provider_value: Vec::new(),
        authorization_url: text(entry, "authorization-url"),
        token_url: text(entry, "token-url"),
        refresh_url: text(entry, "refresh-url"),
        scope: texts(entry, "scope"),
    }
}

fn text(entry: &ConnectorEntry, name: &str) -> Option<String> {
    entry.get(name)?.as_str().map(str::to_owned)
}

fn switch(entry: &ConnectorEntry, name: &str) -> bool {
    entry.get(name) == Some(&Value::Bool(true))
}

/// A list of texts, or an object from names to texts written as `NAME=VALUE`.
fn texts(entry: &ConnectorEntry, name: &str) -> Vec<String> {
    match entry.get(name) {
        Some(Value::Array(items)) => {
            let items = items.iter().filter_map(Value::as_str);
            items.map(str::to_owned).collect()
        }
        Some(Value::Object(members)) => {
            let pair = |(key, value): &(String, Value)| {
                value.as_str().map(|value| format!("{key}={value}"))
            };
            members.iter().filter_map(pair).collect()
        }
        Some(Value::String(one)) => vec![one.clone()],
        _ => Vec::new(),
    }
}
