//! The whole log: the tool with its rules, how the run went, the results.

use std::io::{self, Write};

use super::result::Results;
use super::uri::Uris;
use super::wire::{
    Artifact, Driver, Each, Invocation, Location, Log, Notification, PhysicalLocation,
};
use super::wire::{Run, Text, Tool, UriBases};
use super::{rule, wire};
use crate::outcome::Outcome;
use crate::report::model::{FileReport, Report};
use crate::report::{json_text, shown};

/// Where the schema of the format is.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Write the report as one run.
pub(in crate::report) fn emit(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let uris = Uris::new(report.base.as_deref());
    let results = Results::new(report, &uris);
    let all = report.files.iter().flat_map(|file| &file.findings);
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: tool(report),
            original_uri_base_ids: uris.base().map(|uri| UriBases {
                root: wire::Base { uri },
            }),
            column_kind: "unicodeCodePoints",
            invocations: [invocation(report, &uris)],
            artifacts: report
                .files
                .iter()
                .map(|file| artifact(file, &uris))
                .collect(),
            results: Each(all.map(|finding| results.result(finding))),
        }],
    };
    json_text::pretty(&log, out)
}

fn tool(report: &Report) -> Tool<'_> {
    Tool {
        driver: Driver {
            name: "oneauth",
            semantic_version: env!("CARGO_PKG_VERSION"),
            information_uri: env!("CARGO_PKG_REPOSITORY"),
            rules: report.rules.iter().map(rule::descriptor).collect(),
        },
    }
}

fn artifact(file: &FileReport, uris: &Uris) -> Artifact {
    Artifact {
        location: uris.artifact(&file.name),
    }
}

fn invocation<'r>(report: &'r Report, uris: &Uris) -> Invocation<'r> {
    let outcome = report.outcome();
    let failed = report.files.iter().filter(|file| file.failure.is_some());
    Invocation {
        execution_successful: outcome <= Outcome::Findings,
        exit_code: outcome.code(),
        exit_code_description: outcome.meaning(),
        tool_execution_notifications: failed.filter_map(|file| notification(file, uris)).collect(),
    }
}

fn notification<'r>(file: &'r FileReport, uris: &Uris) -> Option<Notification<'r>> {
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
                region: place.map(|place| wire::Region::of(place, false)),
            },
            logical_locations: Vec::new(),
            message: None,
        }],
    })
}
