//! The rules a configuration may speak of: the catalogue, and the two about suppressions.

use super::Rules;
use crate::error::{Error, Result};
use crate::finding::{Severity, suppress};
use crate::rule::{Family, Level, RuleMeta, Severities};
use crate::rules;
use crate::spec::Version;
use crate::text::{suggest, visible};

const WARNING: Severities = Severities {
    api: Level::On(Severity::Warning),
    connector: Level::On(Severity::Warning),
};

/// The rules about suppressions. No check of a document finds them: applying the suppressions does.
pub static SUPPRESSION_RULES: [RuleMeta; 2] = [
    RuleMeta {
        id: suppress::UNUSED,
        family: Family::Structure,
        severity: WARNING,
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        formerly: &[],
        references: &[],
        options: &[],
        hooks: &[],
        docs: "A suppression that suppresses nothing.\n\n\
               ## Why\n\n\
               What it was written for is mended, or moved away. Left in place it would hide the\n\
               next finding of its rule without anybody having decided so.\n\n\
               ## Instead\n\n\
               Remove it.\n",
    },
    RuleMeta {
        id: suppress::INVALID,
        family: Family::Structure,
        severity: WARNING,
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        formerly: &[],
        references: &[],
        options: &[],
        hooks: &[],
        docs: "A suppression that cannot be understood, names no rule, or gives no reason.\n\n\
               ## Why\n\n\
               It suppresses nothing. A reason is asked for because whoever reads the document\n\
               later must be able to tell a decision from a habit.\n\n\
               ## Instead\n\n\
               In YAML, on the line of the finding or directly above it:\n\n\
               ```text\n\
               # oneauth: ignore[rule-id] why it does not count here\n\
               ```\n\n\
               In JSON or YAML, in the object of the finding or in one around it:\n\n\
               ```text\n\
               \"x-oneauth-ignore\": { \"rule-id\": \"why it does not count here\" }\n\
               ```\n",
    },
];

/// Every rule there is: the catalogue, then those about suppressions.
pub fn all_rules() -> Vec<&'static RuleMeta> {
    rules::metas().chain(&SUPPRESSION_RULES).collect()
}

/// The id of the rule that an id or former id names, or the family of that name, for the command
/// line.
pub fn selected(rules: Rules<'_>, name: &str) -> Result<&'static str> {
    let family = || Some(family(name)?.name());
    let found = find(rules, name).map(|rule| rule.id).or_else(family);
    found.ok_or_else(|| Error::Usage {
        message: unknown_name(name),
        help: suggest::help(name, names(rules)),
    })
}

/// The family of a name.
pub(super) fn family(name: &str) -> Option<Family> {
    Family::ALL.into_iter().find(|family| family.name() == name)
}

/// The ids of the rules, and the names of the families.
pub(super) fn names(rules: Rules<'_>) -> impl Iterator<Item = &'static str> {
    let families = Family::ALL.map(Family::name);
    rules.iter().map(|rule| rule.id).chain(families)
}

/// The rule of an id or former id.
pub(super) fn find(rules: Rules<'_>, id: &str) -> Option<&'static RuleMeta> {
    rules.iter().copied().find(|rule| rule.answers_to(id))
}

/// The message for an id that is none.
pub(super) fn unknown(id: &str) -> String {
    format!("no rule is called `{}`", visible::one_line(id))
}

/// The message for a name that is no rule's, nor a family's.
pub(super) fn unknown_name(name: &str) -> String {
    let shown = visible::one_line(name);
    format!("no rule or family is called `{shown}`")
}
