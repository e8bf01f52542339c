//! `check --print-settings`: each value and where it came from.

use std::fmt::Write as _;

use super::{Config, Settings};
use crate::rule::Configured;
use crate::text::visible;

/// The settings of a file as text, one value a line.
pub fn print(file: &str, settings: &Settings, config: Option<&Config>) -> String {
    let mut rows = vec![
        row("target", settings.target.value.id, &settings.target.origin),
        row(
            "profile",
            settings.profile.value.name(),
            &settings.profile.origin,
        ),
        row(
            "fail-on",
            settings.fail_level.value.name(),
            &settings.fail_level.origin,
        ),
    ];
    for (id, level) in &settings.levels {
        rows.push(row(
            &format!("rules.{id}"),
            level.value.name(),
            &level.origin,
        ));
    }
    for ((id, name), value) in &settings.options {
        rows.push(row(
            &format!("rules.{id}.{name}"),
            &shown(&value.value),
            &value.origin,
        ));
    }
    let entries = settings
        .ignores
        .iter()
        .filter_map(|at| config?.ignores.get(*at));
    for entry in entries {
        let ignore = &entry.ignore;
        let (rule, pointer) = (ignore.rule, ignore.pointer.as_str());
        let place = &ignore.place;
        let line = place.source.place(place.span.start).line;
        let origin = format!("{}:{line}", place.source.name());
        rows.push(row("ignore", &format!("{rule} {pointer}"), &origin));
    }
    let config = config.map_or("no configuration".into(), |config| {
        config.path.display().to_string()
    });
    format!(
        "{} ({})\n{}",
        visible::one_line(file),
        visible::one_line(&config),
        table(&rows)
    )
}

type Row = [String; 3];

fn row(name: &str, value: &str, origin: &impl ToString) -> Row {
    let texts = [name.to_owned(), value.to_owned(), origin.to_string()];
    texts.map(|text| visible::one_line(&text).into_owned())
}

fn table(rows: &[Row]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let (name, value) = (width(0).unwrap_or(0), width(1).unwrap_or(0));
    let mut out = String::new();
    for row in rows {
        let _ = writeln!(out, "  {:name$}  {:value$}  {}", row[0], row[1], row[2]);
    }
    out
}

fn shown(value: &Configured) -> String {
    match value {
        Configured::Bool(yes) => yes.to_string(),
        Configured::Number(number) => number.to_string(),
        Configured::Text(text) => text.clone(),
        Configured::List(texts) => texts.join(", "),
    }
}
