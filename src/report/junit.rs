//! `junit`: a test suite for each file, a failed test for each finding that fails the run.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::escape::for_xml;
use super::model::{FileReport, Reported, Run};
use super::{Sheet, Tally};
use crate::finding::FailLevel;
use crate::text::Spool;

/// The report. A finding below the fail level is a passed test that says so on its output; a file
/// without any is one passed test. The suites wait for the counts, which stand before them.
pub(super) struct Junit<'r> {
    run: &'r Run,
    /// The counts.
    all: Report,
    suites: Spool,
}

impl<'r> Junit<'r> {
    pub(super) fn new(run: &'r Run) -> Self {
        Self {
            run,
            all: Report::new("oneauth"),
            suites: Spool::default(),
        }
    }
}

impl Sheet for Junit<'_> {
    fn files(&mut self, files: &[FileReport], _out: &mut dyn Write) -> io::Result<()> {
        for file in files {
            let level = file.fail_level.unwrap_or(self.run.fail_level);
            let mut one = Report::new("oneauth");
            one.add_test_suite(suite(file, level));
            let text = text(&one)?;
            let (_, suites, _) = around(&text)?;
            self.suites.write_all(suites.as_bytes())?;
            self.all.tests += one.tests;
            self.all.failures += one.failures;
            self.all.errors += one.errors;
        }
        Ok(())
    }

    fn end(&mut self, _tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        let text = text(&self.all)?;
        let (before, _, after) = around(&text)?;
        out.write_all(before.as_bytes())?;
        self.suites.copy_to(out)?;
        writeln!(out, "{after}")
    }
}

/// As Jenkins' schema has it: it knows `skipped` for a suite, not for all suites together, and we
/// skip none.
fn text(report: &Report) -> io::Result<String> {
    let text = report.to_string().map_err(io::Error::other)?;
    Ok(text.replacen(" skipped=\"0\"", "", 1))
}

/// The start of a report, its suites, and its end.
fn around(text: &str) -> io::Result<(&str, &str, &str)> {
    let start = text
        .find("<testsuites")
        .and_then(|at| text[at..].find('>').map(|end| at + end + 1));
    let parts = start.zip(text.rfind("\n</testsuites>"));
    let parts = parts.filter(|(start, end)| start <= end);
    let (start, end) = parts.ok_or_else(|| io::Error::other("not a report of JUnit"))?;
    Ok((&text[..start], &text[start..end], &text[end..]))
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
