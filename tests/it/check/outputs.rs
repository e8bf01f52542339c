//! Reports in files, and as little as possible.

use super::OPEN;
use crate::support::sandbox::Sandbox;

#[test]
fn several_reports_at_once() {
    let sandbox = Sandbox::with([("open.json", OPEN)]);
    let run = |format: &str| {
        sandbox
            .oneauth(["check", "--format", format, "open.json"])
            .run()
            .stdout
    };
    let all = [
        "check",
        "--format",
        "concise",
        "--output",
        "json=out/report.json",
        "--output",
        "junit=report.xml",
        "--output",
        "concise=report.txt",
        "open.json",
    ];
    std::fs::create_dir(sandbox.join("out")).expect("it can be made");
    let ran = sandbox.oneauth(all).run().expect_exit(1);
    assert_eq!(ran.stdout, run("concise"));
    assert_eq!(sandbox.read("report.txt"), run("concise"));
    assert_eq!(sandbox.read("out/report.json"), run("json"));
    assert_eq!(sandbox.read("report.xml"), run("junit"));
}

#[test]
fn an_output_that_cannot_be_is_a_mistake() {
    let sandbox = Sandbox::with([("open.json", OPEN)]);
    for output in [
        "json",
        "json=",
        "=a.json",
        "bogus=a.json",
        "json=gone/report.json",
    ] {
        sandbox
            .oneauth(["check", "--output", output, "open.json"])
            .run()
            .expect_exit(2);
    }
    assert_eq!(sandbox.files(), ["open.json"]);
    let late = ["check", "--output", "json=gone/report.json", "open.json"];
    let ran = sandbox.oneauth(late).run().expect_exit(2);
    let wanted = "cannot write gone/report.json: the folder gone is not there: make it first";
    assert!(
        ran.stderr.contains(wanted) && ran.stdout.is_empty(),
        "{}",
        ran.snapshot()
    );
}

/// What one report meets is no matter of the others.
#[cfg(unix)]
#[test]
fn a_report_that_cannot_be_written_cuts_no_other() {
    use std::os::unix::fs::PermissionsExt as _;
    let sandbox = Sandbox::with([("open.json", OPEN), ("locked.json", "{}")]);
    let mode = std::fs::Permissions::from_mode(0o444);
    std::fs::set_permissions(sandbox.join("locked.json"), mode).expect("it is ours");
    let check = ["check", "--format", "gitlab", "open.json"];
    let alone = sandbox.oneauth(check).run().expect_exit(1).stdout;
    for (output, name) in [
        ("json=locked.json", "locked.json"),
        ("json=/dev/full", "/dev/full"),
    ] {
        let beside = ["--output", output, "--output", "gitlab=whole.json"];
        let ran = sandbox.oneauth(check.into_iter().chain(beside)).run();
        let ran = ran.expect_exit(2);
        let wanted = format!("cannot write {name}: ");
        assert!(ran.stderr.contains(&wanted), "{}", ran.snapshot());
        assert_eq!(ran.stdout, alone, "{output}");
        assert_eq!(sandbox.read("whole.json"), alone, "{output}");
    }
    let diff = || sandbox.oneauth(check.into_iter().chain(["--diff"]));
    let ran = diff().through("exec \"$0\" \"$@\" 2> /dev/full").run();
    assert_eq!(ran.expect_exit(2).stdout, diff().run().stdout);
}

/// `/dev/stdout` and its like stay what they are when the shell made them a file.
#[cfg(unix)]
#[test]
fn a_stream_is_written_to_when_it_is_a_file() {
    let sandbox = Sandbox::with([("open.json", OPEN)]);
    let check = |outputs: &[&str]| {
        let arguments = ["check", "--format", "concise"].iter().chain(outputs);
        sandbox.oneauth(arguments.chain(&["open.json"]).copied())
    };
    let concise = check(&[]).run().stdout;
    let json = sandbox.oneauth(["check", "--format", "json", "open.json"]);
    let json = json.run().stdout;
    let redirected = "exec \"$0\" \"$@\" > all 2> errors 3> third";
    for (output, [all, errors, third]) in [
        ("json=/dev/stdout", [&*json, "", ""]),
        ("json=/dev/fd/1", [&json, "", ""]),
        ("json=/dev/stderr", ["", &json, ""]),
        ("json=/dev/fd/3", ["", "", &json]),
    ] {
        let ran = check(&["--output", output]).through(redirected).run();
        ran.expect_exit(1);
        assert_eq!(sandbox.read("all"), format!("{all}{concise}"));
        assert_eq!(sandbox.read("errors"), errors, "{output}");
        assert_eq!(sandbox.read("third"), third, "{output}");
    }
}

/// The temporary file of a long report gets no longer than the shell says.
#[cfg(unix)]
#[test]
fn a_full_disk_for_temporary_files_loses_nothing() {
    let sandbox = Sandbox::with([("large.json", &*large())]);
    let check = || sandbox.oneauth(["check", "--format", "json", "large.json"]);
    let roomy = check().run().expect_exit(1).stdout;
    assert!(roomy.len() > 1 << 20, "{}", roomy.len());
    let full = "trap '' XFSZ; ulimit -f 600; exec \"$0\" \"$@\"";
    let ran = check().through(full).run().expect_exit(1);
    assert!(ran.stdout == roomy);
}

/// A device or a pipe is written to: never read to its end first, never replaced by a file.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_written_to_as_it_is() {
    use std::os::unix::fs::FileTypeExt as _;
    let sandbox = Sandbox::with([("open.json", OPEN)]);
    let ran = sandbox.oneauth(["check", "-q", "--output", "json=/dev/full", "open.json"]);
    let ran = ran.run().expect_exit(2);
    assert!(
        ran.stderr.contains("cannot write /dev/full: No space left"),
        "{}",
        ran.stderr
    );
    let null = [
        "check",
        "-q",
        "--output",
        "json=/dev/null",
        "--write-baseline",
        "/dev/null",
        "open.json",
    ];
    sandbox.oneauth(null).run().expect_exit(0);
    let kind = std::fs::metadata("/dev/null").expect("it is there");
    assert!(kind.file_type().is_char_device());
}

#[cfg(unix)]
#[test]
fn what_may_not_be_written_says_so_by_its_own_name() {
    use std::os::unix::fs::PermissionsExt as _;
    let sandbox = Sandbox::with([("open.json", OPEN)]);
    let mode = std::fs::Permissions::from_mode(0o444);
    std::fs::set_permissions(sandbox.join("open.json"), mode).expect("it is ours");
    let ran = sandbox.oneauth(["check", "--fix", "open.json"]).run();
    let ran = ran.expect_exit(2);
    let wanted = "cannot write open.json: the file is read-only";
    assert!(ran.stdout.contains(wanted), "{}", ran.snapshot());
    assert_eq!(sandbox.read("open.json"), OPEN);
    let folder = sandbox.oneauth(["check", "--output", "json=.", "open.json"]);
    let ran = folder.run().expect_exit(2);
    assert!(
        ran.stderr
            .contains("cannot write .: a folder of this name is there"),
        "{}",
        ran.stderr
    );
}

#[test]
fn quiet_writes_results_only() {
    let sandbox = Sandbox::with([("open.json", OPEN), ("sound.json", &super::sound())]);
    let loud = sandbox.oneauth(["check", "open.json"]).run().expect_exit(1);
    let quiet = sandbox
        .oneauth(["check", "-q", "open.json"])
        .run()
        .expect_exit(1);
    assert!(
        loud.stdout.contains("2 errors in 1 file"),
        "{}",
        loud.stdout
    );
    assert!(!quiet.stdout.contains("in 1 file"), "{}", quiet.stdout);
    assert!(loud.stdout.starts_with(quiet.stdout.trim_end()));
    let nothing = sandbox
        .oneauth(["check", "-q", "sound.json"])
        .run()
        .expect_exit(0);
    assert_eq!(
        (nothing.stdout, nothing.stderr),
        (String::new(), String::new())
    );
}

/// Large enough that several threads share the walk, with findings of every kind of part.
fn large() -> String {
    use std::fmt::Write as _;
    let mut text = String::from(
        "{\n\"swagger\": \"2.0\",\n\"info\": {\"title\": \"Parcels\", \"version\": \"1\"},\n\
         \"host\": \"localhost\",\n\"schemes\": [\"http\"],\n\
         \"securityDefinitions\": {\"login\": {\"type\": \"basic\"}},\n\"paths\": {\n",
    );
    for at in 0..4000 {
        let security = if at % 400 == 0 {
            "[]"
        } else {
            "[{\"login\": []}]"
        };
        let kind = if at % 500 == 3 { "array" } else { "object" };
        let token = if at % 900 == 7 {
            "AKIAZ5Q2R7T4W6Y3U3K7"
        } else {
            "A parcel, as it was sent"
        };
        let _ = writeln!(
            text,
            "\"/parcels/{at}\": {{\"post\": {{\"operationId\": \"Send{at}\", \"security\": {security}, \
             \"description\": \"{token}\", \"responses\": {{\"200\": {{\"description\": \"Sent\", \
             \"schema\": {{\"type\": \"{kind}\"}}}}}}}}}},"
        );
    }
    text.push_str("\"/last\": {\"get\": {\"responses\": {\"200\": {\"description\": \"x\"}}}}}}\n");
    text.push_str(&" ".repeat((1_usize << 20).saturating_sub(text.len())));
    text
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let sandbox = Sandbox::with([("large.json", &*large())]);
    let findings = |jobs: &str| {
        let arguments = ["check", "--format", "json", "--jobs", jobs, "large.json"];
        sandbox.oneauth(arguments).run().expect_exit(1).stdout
    };
    let alone = findings("1");
    for rule in [
        "transport-http-global",
        "security-empty-array-operation",
        "array-items-missing",
        "secret-in-description",
    ] {
        assert!(alone.contains(rule), "{rule}");
    }
    for jobs in ["2", "3", "8"] {
        assert_eq!(alone, findings(jobs), "{jobs} jobs");
    }
}
