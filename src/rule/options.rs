//! Options of rules, resolved.

use rustc_hash::FxHashMap;

use super::RuleMeta;

/// The value of an option, as declared. A configured value has the same shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OptionValue {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number, zero or more.
    Number(u64),
    /// A text.
    Text(&'static str),
    /// A list of texts.
    List(&'static [&'static str]),
}

/// A configured option value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Configured {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number, zero or more.
    Number(u64),
    /// A text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

/// Configured options, by rule id and option name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RuleOptions {
    values: FxHashMap<(&'static str, &'static str), Configured>,
}

impl RuleOptions {
    /// Set an option. The error says which shape was expected.
    pub fn set(
        &mut self,
        rule: &'static RuleMeta,
        name: &str,
        value: Configured,
    ) -> Result<(), String> {
        let Some(option) = rule.options.iter().find(|option| option.name == name) else {
            return Err(format!("`{}` has no option `{name}`", rule.id));
        };
        let expected = match (&option.default, &value) {
            (OptionValue::Bool(_), Configured::Bool(_))
            | (OptionValue::Number(_), Configured::Number(_))
            | (OptionValue::Text(_), Configured::Text(_))
            | (OptionValue::List(_), Configured::List(_)) => None,
            (OptionValue::Bool(_), _) => Some("true or false"),
            (OptionValue::Number(_), _) => Some("a whole number"),
            (OptionValue::Text(_), _) => Some("a text"),
            (OptionValue::List(_), _) => Some("a list of texts"),
        };
        if let Some(expected) = expected {
            return Err(format!("`{name}` takes {expected}"));
        }
        self.values.insert((rule.id, option.name), value);
        Ok(())
    }

    /// A number option.
    pub fn number(&self, rule: &'static RuleMeta, name: &'static str) -> u64 {
        match (self.values.get(&(rule.id, name)), declared(rule, name)) {
            (Some(Configured::Number(value)), _) => *value,
            (_, Some(OptionValue::Number(value))) => value,
            _ => 0,
        }
    }

    /// A switch.
    pub fn switch(&self, rule: &'static RuleMeta, name: &'static str) -> bool {
        match (self.values.get(&(rule.id, name)), declared(rule, name)) {
            (Some(Configured::Bool(value)), _) => *value,
            (_, Some(OptionValue::Bool(value))) => value,
            _ => false,
        }
    }

    /// True when a list option holds `text`, case aside.
    pub fn list_has(&self, rule: &'static RuleMeta, name: &'static str, text: &str) -> bool {
        match (self.values.get(&(rule.id, name)), declared(rule, name)) {
            (Some(Configured::List(items)), _) => {
                items.iter().any(|item| item.eq_ignore_ascii_case(text))
            }
            (_, Some(OptionValue::List(items))) => {
                items.iter().any(|item| item.eq_ignore_ascii_case(text))
            }
            _ => false,
        }
    }
}

fn declared(rule: &'static RuleMeta, name: &str) -> Option<OptionValue> {
    let option = rule.options.iter().find(|option| option.name == name)?;
    Some(option.default)
}
