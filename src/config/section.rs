//! What may stand at the root and in an override alike.

use super::levels::{self, RuleEntry};
use super::members::{named, text, wrong};
use super::{Origin, Rules, Setting};
use crate::document::NodeRef;
use crate::error::Result;
use crate::finding::FailLevel;
use crate::rule::SeverityProfile;
use crate::target::{self, Profile};
use crate::text::suggest;

/// The members of a section.
pub(super) const MEMBERS: [&str; 4] = ["target", "profile", "fail-on", "rules"];

/// The settings that may stand at the root and in an override alike.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// The platform the documents are meant for.
    pub target: Option<Setting<&'static Profile>>,
    /// Whose eyes they are judged with.
    pub profile: Option<Setting<SeverityProfile>>,
    /// From which severity on a run fails.
    pub fail_level: Option<Setting<FailLevel>>,
    pub(super) rules: Vec<RuleEntry>,
}

impl Section {
    /// Take in a member when it belongs to a section.
    pub(super) fn read(&mut self, member: NodeRef<'_>, known: Rules<'_>) -> Result<()> {
        let origin = Origin::of(member);
        match member.key() {
            "target" => self.target = Some(Setting::new(target(member)?, origin)),
            "profile" => self.profile = Some(Setting::new(profile(member)?, origin)),
            "fail-on" => {
                let names = FailLevel::ALL.map(FailLevel::name);
                self.fail_level = Some(Setting::new(named(member, &names)?, origin));
            }
            "rules" => self.rules = levels::read(member, known)?,
            _ => {}
        }
        Ok(())
    }
}

fn target(node: NodeRef<'_>) -> Result<&'static Profile> {
    let name = text(node)?;
    target::find(&name).ok_or_else(|| {
        let help = suggest::help(&name, target::all().iter().map(|profile| profile.id));
        let help = help.or_else(|| Some("`oneauth targets` lists them".into()));
        let shown = crate::text::visible::one_line(&name);
        wrong(node, format!("no target is called `{shown}`"), help)
    })
}

fn profile(node: NodeRef<'_>) -> Result<SeverityProfile> {
    let name = text(node)?;
    let all = [SeverityProfile::Api, SeverityProfile::Connector];
    let found = all.into_iter().find(|profile| profile.name() == name);
    found.ok_or_else(|| {
        let help = suggest::help(&name, all.map(SeverityProfile::name));
        let shown = crate::text::visible::one_line(&name);
        wrong(node, format!("`{shown}` is not a profile"), help)
    })
}
