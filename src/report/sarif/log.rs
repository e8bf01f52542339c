//! The whole log: the tool with its rules, how the run went, the results.

use std::io::{self, Write};

use super::result::Results;
use super::uri::Uris;
use super::wire::{Artifact, Driver, Invocation, Location, Log, Notification, PhysicalLocation};
use super::wire::{Run, Text, Tool, UriBases};
use super::{rule, wire};
use crate::outcome::Outcome;
use crate::report::json_text::{self, Items};
use crate::report::{self, FileReport, Sheet, Tally, shown};
use crate::text::Spool;

/// Where the schema of the format is.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The report as one run. The results wait for the files and their failures, which stand before
/// them.
pub(in crate::report) struct Sarif<'r> {
    run: &'r report::Run,
    maker: Results,
    artifacts: Vec<Artifact>,
    failures: Vec<Notification>,
    results: Items,
    written: Spool,
}

impl<'r> Sarif<'r> {
    pub(in crate::report) fn new(run: &'r report::Run) -> Self {
        Self {
            run,
            maker: Results::new(run),
            artifacts: Vec::new(),
            failures: Vec::new(),
            results: Items::within(3),
            written: Spool::default(),
        }
    }

    fn log(&mut self, tally: &Tally) -> Log<'r> {
        let base = self.maker.uris.base();
        Log {
            schema: SCHEMA,
            version: "2.1.0",
            runs: [Run {
                tool: tool(self.run),
                original_uri_base_ids: base.map(|uri| UriBases {
                    root: wire::Base { uri },
                }),
                column_kind: "unicodeCodePoints",
                invocations: [Invocation {
                    execution_successful: tally.outcome <= Outcome::Findings,
                    exit_code: tally.outcome.code(),
                    exit_code_description: tally.outcome.meaning(),
                    tool_execution_notifications: std::mem::take(&mut self.failures),
                }],
                artifacts: std::mem::take(&mut self.artifacts),
                results: [],
            }],
        }
    }
}

impl Sheet for Sarif<'_> {
    fn files(&mut self, files: &[FileReport], _out: &mut dyn Write) -> io::Result<()> {
        for file in files {
            self.artifacts.push(artifact(file, &self.maker.uris));
            self.failures.extend(notification(file, &self.maker.uris));
            for finding in &file.findings {
                let result = self.maker.result(finding);
                self.results.push(&result, &mut self.written)?;
            }
        }
        Ok(())
    }

    fn end(&mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        self.results.end(&mut self.written)?;
        let (before, after) = json_text::around(&self.log(tally))?;
        out.write_all(before.as_bytes())?;
        self.written.copy_to(out)?;
        out.write_all(after.as_bytes())
    }
}

fn tool(run: &report::Run) -> Tool<'_> {
    Tool {
        driver: Driver {
            name: "oneauth",
            semantic_version: env!("CARGO_PKG_VERSION"),
            information_uri: env!("CARGO_PKG_REPOSITORY"),
            rules: run.rules.iter().map(rule::descriptor).collect(),
        },
    }
}

fn artifact(file: &FileReport, uris: &Uris) -> Artifact {
    Artifact {
        location: uris.artifact(&file.name),
    }
}

fn notification(file: &FileReport, uris: &Uris) -> Option<Notification> {
    let failure = file.failure.as_ref()?;
    let help = failure.help.as_deref().map(|help| format!("; {help}"));
    let text = format!("{}{}", failure.message, help.unwrap_or_default());
    let place = failure.place.as_ref();
    Some(Notification {
        level: "error",
        message: Text {
            text: shown(&text).into_owned(),
        },
        locations: [Location {
            id: None,
            physical_location: PhysicalLocation {
                artifact_location: uris.artifact(&file.name),
                region: place.map(|place| wire::Region::between(place.start, place.end)),
            },
            logical_locations: Vec::new(),
            message: None,
        }],
    })
}
