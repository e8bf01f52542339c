//! What is checked, and with which settings.

use std::sync::Arc;

use crate::cli::args::{CheckArgs, Global};
use crate::cli::input::{self, Item};
use crate::config::{self, CommandLine, Config, Configs, Settings};
use crate::error::{Error, Result};
use crate::finding::FailLevel;
use crate::finding::suppress::{Ignore, unused_ignores};
use crate::report::{Detail, FileReport};
use crate::rule::{RuleMeta, SeverityProfile};

/// A file and what holds for it.
pub(super) struct Entry {
    pub(super) item: Item,
    pub(super) config: Option<Arc<Config>>,
    /// What holds, unless the document itself shows what it is for.
    pub(super) settings: Arc<Settings>,
    /// What holds for a document that shows that it belongs to a connector.
    pub(super) as_connector: Arc<Settings>,
}

/// The files of a run in order, each with its settings.
pub(super) struct Plan {
    pub(super) entries: Vec<Entry>,
    configs: Vec<Arc<Config>>,
    command_line: CommandLine,
    rules: Vec<&'static RuleMeta>,
    /// True when the run looks at whole folders: then an unused ignore is one.
    complete: bool,
}

impl Plan {
    pub(super) fn new(args: &CheckArgs, global: &Global) -> Result<Self> {
        let rules = config::all_rules();
        let command_line = command_line(args, global, &rules)?;
        let mut configs = match (&global.config, global.no_config) {
            (None, false) => Configs::discovered(&rules),
            (path, _) => Configs::given(path.as_deref(), &rules)?,
        };
        let files = input::files(&args.paths, list(args))?;
        if files.is_empty() && args.files_from.is_none() {
            return Err(nothing_found(args));
        }
        let mut entries = Vec::new();
        let mut shared = None;
        for item in files {
            let config = configs.of(&item.path)?;
            if config.as_ref().is_some_and(|it| it.excludes(&item.path)) {
                continue;
            }
            entries.push(entry(item, config, (&command_line, &rules), &mut shared));
        }
        Ok(Self {
            entries,
            configs: configs.met(),
            command_line,
            complete: args.paths.iter().any(|path| path.is_dir()),
            rules,
        })
    }

    /// The profile the catalogue is described in: that of the first file.
    pub(super) fn profile(&self) -> SeverityProfile {
        let first = self
            .entries
            .first()
            .map(|entry| entry.settings.profile.value);
        first.unwrap_or(SeverityProfile::Connector)
    }

    /// From which severity on the run fails: the strictest of all files.
    pub(super) fn fail_level(&self) -> FailLevel {
        let levels = self
            .entries
            .iter()
            .map(|entry| entry.settings.fail_level.value);
        let usual = self.command_line.fail_level.unwrap_or_default();
        levels.min().unwrap_or(usual)
    }

    /// Reports of configurations whose ignores suppressed nothing in a run over whole folders.
    pub(super) fn unused_ignores(&self, used: &[Vec<usize>], width: usize) -> Vec<FileReport> {
        if !self.complete {
            return Vec::new();
        }
        let one = |config: &Arc<Config>| self.unused_of(config, used, width);
        self.configs.iter().filter_map(one).collect()
    }

    fn unused_of(
        &self,
        config: &Arc<Config>,
        used: &[Vec<usize>],
        width: usize,
    ) -> Option<FileReport> {
        let mut hit = vec![false; config.ignores.len()];
        for (entry, used) in self.entries.iter().zip(used) {
            if entry
                .config
                .as_ref()
                .is_some_and(|own| Arc::ptr_eq(own, config))
            {
                for at in used {
                    hit[*at] = true;
                }
            }
        }
        let ignores: Vec<Ignore> = config
            .ignores
            .iter()
            .map(|one| one.ignore.clone())
            .collect();
        let settings =
            Settings::resolve(Some(config), &config.path, &self.command_line, &self.rules);
        let findings = unused_ignores(&ignores, &hit, &settings);
        let detail = Detail {
            width,
            ..Detail::default()
        };
        let name = config.path.display().to_string();
        (!findings.is_empty()).then(|| FileReport::new(&name, findings, &[], &detail))
    }
}

/// A run over nothing would pass for the wrong reason.
fn nothing_found(args: &CheckArgs) -> Error {
    let paths: Vec<String> = args
        .paths
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    Error::usage_with_help(
        format!("no API document was found in {}", paths.join(", ")),
        "a document is JSON or YAML with `swagger` or `openapi` at its root; what git ignores is \
         left out",
    )
}

/// Files without a configuration share their settings.
type Shared = Option<(Arc<Settings>, Arc<Settings>)>;

fn entry(
    item: Item,
    config: Option<Arc<Config>>,
    (command_line, rules): (&CommandLine, &[&'static RuleMeta]),
    shared: &mut Shared,
) -> Entry {
    let known = shared.clone().filter(|_| config.is_none());
    let (settings, as_connector) = known.unwrap_or_else(|| {
        let connector = CommandLine {
            judged: Some(SeverityProfile::Connector),
            ..command_line.clone()
        };
        let resolve = |line: &CommandLine| {
            Arc::new(Settings::resolve(
                config.as_deref(),
                &item.path,
                line,
                rules,
            ))
        };
        (resolve(command_line), resolve(&connector))
    });
    if config.is_none() {
        *shared = Some((Arc::clone(&settings), Arc::clone(&as_connector)));
    }
    Entry {
        item,
        config,
        settings,
        as_connector,
    }
}

fn command_line(
    args: &CheckArgs,
    global: &Global,
    rules: &[&'static RuleMeta],
) -> Result<CommandLine> {
    let known = |names: &[String]| -> Result<Vec<&'static str>> {
        let one = |name: &String| config::selected(rules, name);
        names.iter().map(one).collect()
    };
    Ok(CommandLine {
        target: global.target.as_deref().map(|_| global.target()),
        profile: match args.profile.as_deref() {
            Some("api") => Some(SeverityProfile::Api),
            Some("connector") => Some(SeverityProfile::Connector),
            _ => None,
        },
        fail_level: match &args.fail_on {
            Some(text) => Some(text.parse().map_err(Error::usage)?),
            None => None,
        },
        select: known(&args.select)?,
        ignore: known(&args.ignore)?,
        judged: None,
    })
}

fn list(args: &CheckArgs) -> Option<input::List<'_>> {
    let path = args.files_from.as_deref()?;
    let null = args.null;
    Some(input::List { path, null })
}
