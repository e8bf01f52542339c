//! `rules:` of a configuration: levels and options.

use super::members::{items, members, object, text, words, wrong, wrong_key};
use super::{Origin, Rules, Setting, rules};
use crate::document::{Kind, NodeRef};
use crate::error::Result;
use crate::finding::Severity;
use crate::rule::{Configured, Level, RuleMeta, RuleOptions};
use crate::text::suggest;

/// The names of the levels.
pub(super) const LEVELS: [&str; 5] = ["off", "hint", "info", "warning", "error"];
/// The member that holds the level where options stand beside it.
const LEVEL: &str = "level";

/// What is said of a rule.
#[derive(Clone, Debug)]
pub(super) struct RuleEntry {
    pub(super) rule: &'static RuleMeta,
    pub(super) level: Option<Setting<Level>>,
    pub(super) options: Vec<(&'static str, Setting<Configured>)>,
}

/// Read `rules`. What is said of a family is said of each of its rules, before what is said of a
/// rule by its own name.
pub(super) fn read(node: NodeRef<'_>, known: Rules<'_>) -> Result<Vec<RuleEntry>> {
    let (mut of_families, mut of_rules) = (Vec::new(), Vec::new());
    for entry in object(node)?.entries() {
        if let Some(rule) = rules::find(known, entry.key()) {
            of_rules.push(read_entry(entry, rule)?);
        } else {
            of_families.extend(read_family(entry, known)?);
        }
    }
    of_families.append(&mut of_rules);
    Ok(of_families)
}

fn read_family(entry: NodeRef<'_>, known: Rules<'_>) -> Result<Vec<RuleEntry>> {
    let Some(family) = rules::family(entry.key()) else {
        let help = suggest::help(entry.key(), rules::names(known));
        return Err(wrong_key(entry, rules::unknown_name(entry.key()), help));
    };
    let said = if entry.is_object() {
        members(entry, &[LEVEL])?.pop()
    } else {
        Some(entry)
    };
    let level = said.map(level).transpose()?;
    let of_family = known.iter().filter(|rule| rule.family == family);
    let one = |rule: &&'static RuleMeta| RuleEntry {
        rule,
        level: level.clone(),
        options: Vec::new(),
    };
    Ok(of_family.map(one).collect())
}

fn read_entry(entry: NodeRef<'_>, rule: &'static RuleMeta) -> Result<RuleEntry> {
    let mut out = RuleEntry {
        rule,
        level: None,
        options: Vec::new(),
    };
    if !entry.is_object() {
        out.level = Some(level(entry)?);
        return Ok(out);
    }
    let names: Vec<&str> = rule.options.iter().map(|option| option.name).collect();
    let names: Vec<&str> = std::iter::once(LEVEL).chain(names).collect();
    for member in members(entry, &names)? {
        if member.key() == LEVEL {
            out.level = Some(level(member)?);
        } else {
            out.options.push(option(rule, member)?);
        }
    }
    Ok(out)
}

fn level(node: NodeRef<'_>) -> Result<Setting<Level>> {
    let text = text(node).map_err(|error| match node.as_bool() {
        Some(false) => wrong(
            node,
            "a level is expected here".into(),
            Some("write `off`".into()),
        ),
        _ => error,
    })?;
    let level = match text.parse::<Severity>() {
        Ok(severity) => Level::On(severity),
        Err(_) if text == "off" => Level::Off,
        Err(_) => {
            let message = format!("`{}` is not a level", crate::text::visible::one_line(&text));
            return Err(wrong(node, message, suggest::help(&text, LEVELS)));
        }
    };
    Ok(Setting::new(level, Origin::of(node)))
}

/// Read an option; the rule's own declaration says which shape it has.
fn option(
    rule: &'static RuleMeta,
    node: NodeRef<'_>,
) -> Result<(&'static str, Setting<Configured>)> {
    let value = configured(node)?;
    let check = RuleOptions::default().set(rule, node.key(), value.clone());
    check.map_err(|reason| wrong(node, reason, None))?;
    let option = rule.options.iter().find(|option| option.name == node.key());
    let name = option.expect("the declaration was just asked").name;
    Ok((name, Setting::new(value, Origin::of(node))))
}

fn configured(node: NodeRef<'_>) -> Result<Configured> {
    match node.kind() {
        Kind::True | Kind::False => Ok(Configured::Bool(node.kind() == Kind::True)),
        Kind::Integer => {
            let number = node.text().parse();
            let refuse = |_| {
                wrong(
                    node,
                    "a whole number, zero or more, is expected".into(),
                    None,
                )
            };
            Ok(Configured::Number(number.map_err(refuse)?))
        }
        Kind::Array => {
            let texts: Result<Vec<String>> = items(node)?.map(words).collect();
            Ok(Configured::List(texts?))
        }
        _ => Ok(Configured::Text(text(node)?.into_owned())),
    }
}
