//! What holds for one file, each value with its origin.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::section::Section;
use super::{Config, Origin, Rules, Setting, rules};
use crate::finding::suppress::KnownRules;
use crate::finding::{FailLevel, Severity};
use crate::rule::{Configured, Judgement, Level, RuleMeta, RuleSet, RuleSettings, SeverityProfile};
use crate::target::{self, Profile};

/// What the command line says; it wins over every configuration.
#[derive(Clone, Debug, Default)]
pub struct CommandLine {
    /// `--target`
    pub target: Option<&'static Profile>,
    /// `--profile`
    pub profile: Option<SeverityProfile>,
    /// `--fail-on`
    pub fail_level: Option<FailLevel>,
    /// `--select`: only these run, rules by id and families by name.
    pub select: Vec<&'static str>,
    /// `--ignore`: these do not run, rules by id and families by name.
    pub ignore: Vec<&'static str>,
    /// The profile the document itself speaks for, where nobody chose one.
    pub judged: Option<SeverityProfile>,
}

/// What holds for one file.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The platform it is meant for.
    pub target: Setting<&'static Profile>,
    /// Whose eyes it is judged with.
    pub profile: Setting<SeverityProfile>,
    /// From which severity on its findings fail the run.
    pub fail_level: Setting<FailLevel>,
    /// The level of each rule.
    pub levels: BTreeMap<&'static str, Setting<Level>>,
    /// Options that were configured, by rule and name.
    pub options: BTreeMap<(&'static str, &'static str), Setting<Configured>>,
    /// Which entries of the configuration's `ignores` are about it.
    pub ignores: Vec<usize>,
    rules: Vec<&'static RuleMeta>,
    select: Vec<&'static str>,
    skip: Vec<&'static str>,
    rule_set: Arc<OnceLock<RuleSet<'static>>>,
}

impl Settings {
    /// Resolve what holds for `file`: defaults, then the configuration, then its overrides in
    /// order, then the command line.
    pub fn resolve(
        config: Option<&Config>,
        file: &Path,
        command_line: &CommandLine,
        rules: Rules<'_>,
    ) -> Self {
        let path = config.map(|config| config.relative(file));
        let path = path.as_deref().unwrap_or(file);
        let sections = config
            .map(|config| sections(config, path))
            .unwrap_or_default();
        let mut settings = Self::base(&sections, command_line);
        settings.rules = rules.to_vec();
        settings.take_rules(&sections);
        settings.take_selection();
        if let Some(config) = config {
            settings.ignores = ignores(config, path);
        }
        settings
    }

    fn base(sections: &[&Section], command_line: &CommandLine) -> Self {
        let target = last(
            sections,
            |section| section.target.clone(),
            command_line.target,
        );
        let target = target.unwrap_or_else(|| Setting::default(target::default()));
        let profile = last(
            sections,
            |section| section.profile.clone(),
            command_line.profile,
        );
        let usual = || usual_profile(target.value);
        let profile = profile.unwrap_or_else(|| match command_line.judged {
            Some(judged) => Setting::new(judged, Origin::Document),
            None => usual(),
        });
        let level = last(
            sections,
            |section| section.fail_level.clone(),
            command_line.fail_level,
        );
        Self {
            target,
            profile,
            fail_level: level.unwrap_or_else(|| Setting::default(FailLevel::default())),
            levels: BTreeMap::new(),
            options: BTreeMap::new(),
            ignores: Vec::new(),
            rules: Vec::new(),
            select: command_line.select.clone(),
            skip: command_line.ignore.clone(),
            rule_set: Arc::default(),
        }
    }

    fn take_rules(&mut self, sections: &[&Section]) {
        let profile = self.profile.value;
        for rule in &self.rules {
            let level = Setting::new(rule.severity.of(profile), Origin::Profile);
            self.levels.insert(rule.id, level);
        }
        for entry in sections.iter().flat_map(|section| &section.rules) {
            if let Some(level) = &entry.level {
                self.levels.insert(entry.rule.id, level.clone());
            }
            for (name, value) in &entry.options {
                self.options.insert((entry.rule.id, name), value.clone());
            }
        }
    }

    /// What is selected by its own name runs even where it is off; nothing else does then but the
    /// families selected.
    fn take_selection(&mut self) {
        let chosen = self.rule_settings();
        for rule in &self.rules {
            let wanted = self.select.is_empty() || rule.is_among(&self.select);
            let level = if wanted {
                chosen.level(rule).0
            } else {
                Level::Off
            };
            let slot = self
                .levels
                .get_mut(rule.id)
                .expect("every rule has a level");
            if slot.value != level || rule.is_among(&self.skip) {
                *slot = Setting::new(level, Origin::CommandLine);
            }
        }
    }

    /// What a run over the file is told.
    pub fn rule_settings(&self) -> RuleSettings {
        let mut settings = RuleSettings::new(self.profile.value);
        for (id, level) in &self.levels {
            if level.origin != Origin::Profile {
                settings.levels.insert(id, level.value);
            }
        }
        settings.select.clone_from(&self.select);
        settings.ignore.clone_from(&self.skip);
        for ((id, name), value) in &self.options {
            if let Some(rule) = rules::find(&self.rules, id) {
                let set = settings.options.set(rule, name, value.value.clone());
                set.expect("the option was checked when it was read");
            }
        }
        settings
    }

    /// The rules that run over files it holds for, made ready when first asked for.
    pub fn rule_set(&self) -> &RuleSet<'static> {
        let new = || RuleSet::new(crate::rules::ALL, self.rule_settings());
        self.rule_set.get_or_init(new)
    }

    /// The rules, in the order of the catalogue.
    pub fn rules(&self) -> &[&'static RuleMeta] {
        &self.rules
    }
}

impl KnownRules for Settings {
    fn resolve(&self, id: &str) -> Option<&'static str> {
        rules::find(&self.rules, id).map(|rule| rule.id)
    }

    fn severity(&self, id: &str) -> Option<Severity> {
        match self.levels.get(id)?.value {
            Level::Off => None,
            Level::On(severity) => Some(severity),
        }
    }

    fn ids(&self) -> Vec<&'static str> {
        self.rules.iter().map(|rule| rule.id).collect()
    }
}

/// The sections that hold for a path, weakest first.
fn sections<'c>(config: &'c Config, path: &Path) -> Vec<&'c Section> {
    let overrides = config
        .overrides
        .iter()
        .filter(|over| over.paths.matches(path));
    let sections = overrides.map(|over| &over.section);
    std::iter::once(&config.root).chain(sections).collect()
}

fn ignores(config: &Config, path: &Path) -> Vec<usize> {
    let entries = config.ignores.iter().enumerate();
    let meant = entries.filter(|(_, entry)| {
        let paths = entry.paths.as_ref();
        paths.is_none_or(|paths| paths.matches(path))
    });
    meant.map(|(at, _)| at).collect()
}

/// The strongest word on a value.
fn last<T>(
    sections: &[&Section],
    of: impl Fn(&Section) -> Option<Setting<T>>,
    command_line: Option<T>,
) -> Option<Setting<T>> {
    let given = command_line.map(|value| Setting::new(value, Origin::CommandLine));
    given.or_else(|| sections.iter().rev().find_map(|section| of(section)))
}

fn usual_profile(target: &'static Profile) -> Setting<SeverityProfile> {
    Setting::new(Judgement::profile_of(target), Origin::Target)
}
