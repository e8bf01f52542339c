//! `junit`: a test suite for each file, a failed test for each finding that fails the run.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use super::Report;
use super::escape::for_xml;
use super::model::{FileReport, Reported};
use crate::finding::FailLevel;

/// Write the report. A finding below the fail level is a passed test that says so on its output; a
/// file without any is one passed test.
pub(super) fn emit(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut suites = quick_junit::Report::new("oneauth");
    for file in &report.files {
        let level = file.fail_level.unwrap_or(report.fail_level);
        suites.add_test_suite(suite(file, level));
    }
    let text = suites.to_string().map_err(io::Error::other)?;
    writeln!(out, "{}", as_the_schema_has_it(&text))
}

/// Jenkins' schema knows `skipped` for a suite, not for all suites together, and we skip none.
fn as_the_schema_has_it(text: &str) -> String {
    text.replacen(" skipped=\"0\"", "", 1)
}

fn suite(file: &FileReport, level: FailLevel) -> TestSuite {
    let name = for_xml(&file.name);
    let mut suite = TestSuite::new(name.clone());
    for finding in file.active() {
        suite.add_test_case(found(finding, &name, level));
    }
    if let Some(failure) = &file.failure {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_message(for_xml(&failure.message));
        status.set_type("unreadable");
        suite.add_test_case(case("unreadable", &name, status));
    }
    if suite.test_cases.is_empty() {
        suite.add_test_case(case("check", &name, TestCaseStatus::success()));
    }
    suite
}

fn found(finding: &Reported, file: &str, level: FailLevel) -> TestCase {
    let start = finding.place.start;
    let title = format!("{} at {}:{}", finding.rule, start.line, start.column);
    let message = for_xml(&finding.message);
    if !level.is_reached_by(finding.severity) {
        let mut case = case(&title, file, TestCaseStatus::success());
        case.set_system_out(format!("{}: {message}", finding.severity));
        return case;
    }
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status.set_message(message);
    status.set_type(finding.severity.name());
    status.set_description(description(finding));
    case(&title, file, status)
}

fn case(name: &str, file: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(name, status);
    case.set_classname(file);
    case
}

/// Place, note and help on one line: a line of its own could be taken for a command by a build
/// agent that reads the report from its log.
fn description(finding: &Reported) -> String {
    let place = &finding.place;
    let place = format!("{}:{}:{}", place.file, place.start.line, place.start.column);
    let parts = [Some(&place), finding.note.as_ref(), finding.help.as_ref()];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .map(|text| for_xml(text))
        .collect();
    parts.join("; ")
}
