//! The command: formats, exit codes, git.

use std::path::Path;
use std::process::Command;

use crate::support::command::{Ran, oneauth};
use crate::support::sandbox::Sandbox;

fn case(name: &str) -> [String; 2] {
    let side = |side: &str| format!("fixtures/diffs/{name}/{side}.yaml");
    [side("old"), side("new")]
}

/// A side of a case.
pub(super) fn read(name: &str, side: &str) -> String {
    let path = format!("fixtures/diffs/{name}/{side}.yaml");
    std::fs::read_to_string(crate::support::command::repository().join(path))
        .expect("the fixture is there")
}

pub(super) fn diff(name: &str, more: &[&str]) -> Ran {
    let [old, new] = case(name);
    let mut arguments = vec!["diff".to_owned(), old, new];
    arguments.extend(more.iter().map(|text| (*text).to_owned()));
    oneauth(arguments).run()
}

#[test]
fn a_person_reads_protection_first_then_differences_then_text() {
    insta::assert_snapshot!(diff("global-security-removed", &[]).snapshot());
    insta::assert_snapshot!(diff("gateway-twin-to-basic", &["--no-text"]).snapshot());
}

#[test]
fn a_pull_request_gets_markdown() {
    insta::assert_snapshot!(diff("global-security-removed", &["--format", "markdown"]).snapshot());
}

#[test]
fn machines_get_json_sarif_and_annotations() {
    let json = diff("key-to-query", &["--format", "json", "--no-text"]).expect_exit(0);
    insta::assert_snapshot!(json.stdout);
    let sarif = diff("key-to-query", &["--format", "sarif"]).expect_exit(0);
    let log: serde_json::Value = serde_json::from_str(&sarif.stdout).expect("it is JSON");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "diff:apikey-location-changed");
    assert!(result["relatedLocations"].is_array());
    insta::assert_snapshot!(diff("key-to-query", &["--format", "github"]).snapshot());
}

#[test]
fn the_fail_level_is_what_was_asked_for() {
    for (case, what, code) in [
        ("global-security-removed", "security", 1),
        ("global-security-removed", "breaking", 0),
        ("key-to-basic", "breaking", 1),
        ("key-to-basic", "security", 0),
        ("key-to-basic", "any", 1),
        ("same-across-versions", "any", 0),
    ] {
        diff(case, &["--fail-on", what]).expect_exit(code);
    }
    diff("same-across-versions", &["--exit-code"]).expect_exit(1);
    let file = "fixtures/diffs/key-to-basic/old.yaml";
    oneauth(["diff", file, file, "--exit-code"])
        .run()
        .expect_exit(0);
    oneauth(["diff", file]).run().expect_exit(2);
    oneauth(["diff", "-", "-"]).run().expect_exit(2);
}

#[test]
fn a_secret_is_masked_in_every_format() {
    let secret = "AKIA5YR7QEN6SPAUL3XC";
    for format in [
        "human", "text", "json", "markdown", "html", "sarif", "github",
    ] {
        let ran = diff("secret-appeared", &["--format", format]).expect_exit(0);
        assert!(!ran.stdout.contains(secret), "{format}: {}", ran.stdout);
        assert!(!ran.stdout.is_empty(), "{format}");
    }
}

#[test]
fn only_security_reports_what_a_rewrite_must_not_touch() {
    diff("gateway-twin-to-basic", &["--only-security"]).expect_exit(0);
    let ran = diff("output-deleted", &["--only-security"]).expect_exit(1);
    assert!(
        ran.stdout.contains("diff:unrelated-change"),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_connector_folder_is_both_its_files() {
    let document = |scheme: &str| {
        format!(
            "{{\"swagger\": \"2.0\", \"info\": {{\"title\": \"Parcels\", \"version\": \"1\"}}, \
             \"securityDefinitions\": {{\"key\": {scheme}}}, \"paths\": {{}}}}\n"
        )
    };
    let properties = |kind: &str| {
        format!(
            "{{\"properties\": {{\"connectionParameters\": {{\"api_key\": {{\"type\": \
             \"{kind}\"}}}}}}}}\n"
        )
    };
    let key = document("{\"type\": \"apiKey\", \"in\": \"header\", \"name\": \"X-Key\"}");
    let sandbox = Sandbox::with([
        ("old/apiDefinition.swagger.json", key.as_str()),
        ("old/apiProperties.json", &properties("securestring")),
        ("new/apiDefinition.swagger.json", &key),
        ("new/apiProperties.json", &properties("string")),
    ]);
    let ran = sandbox
        .oneauth(["diff", "old", "new", "--fail-on", "breaking"])
        .run();
    let ran = ran.expect_exit(1);
    assert!(
        ran.stdout.contains("diff:connection-parameter-changed"),
        "{}",
        ran.stdout
    );
}

#[test]
fn the_page_stands_alone_and_escapes() {
    let text = |title: &str| {
        format!(
            "swagger: '2.0'\ninfo: {{title: \"{title}\", version: '1'}}\npaths:\n  \
             /<script>alert(1)</script>:\n    get: {{responses: {{}}}}\n"
        )
    };
    let old = text("Parcels").replace("    get", "    post");
    let sandbox = Sandbox::with([("old.yaml", old.as_str()), ("new.yaml", &text("<b>&"))]);
    let page = sandbox
        .oneauth(["diff", "old.yaml", "new.yaml", "--format", "html"])
        .run();
    let page = page.expect_exit(0).stdout;
    assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
    for word in [" src=", " href=", "url(", "@import", "<link"] {
        assert!(!page.contains(word), "{word}");
    }
    // every element is closed: it reads as XML once the void ones are
    let body = &page[page.find("<body>").expect("a body")..page.find("</html>").expect("an end")];
    let body = body.replace("<br>", "<br/>");
    roxmltree::Document::parse(&body).unwrap_or_else(|e| panic!("{e}\n{body}"));
}

fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=T", "-c", "user.email=t@example.net"];
    let run = Command::new("git")
        .args(identity)
        .args(arguments)
        .current_dir(folder)
        .output();
    let run = run.expect("git runs");
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

#[test]
fn revisions_are_compared_by_git() {
    let [old, new] = ["old", "new"].map(|side| read("global-security-removed", side));
    let sandbox = Sandbox::with([("api/parcels.yaml", old.as_str()), ("x.json", "{}")]);
    let folder = sandbox.path();
    for arguments in [
        &["init", "-q"][..],
        &["add", "."],
        &["commit", "-qm", "one"],
    ] {
        git(folder, arguments);
    }
    let none = sandbox
        .oneauth(["diff", "--git", "HEAD"])
        .run()
        .expect_exit(0);
    assert!(
        none.stderr.contains("No API document changed."),
        "{}",
        none.snapshot()
    );
    sandbox.file("api/parcels.yaml", new);
    sandbox.file("x.json", "{\"a\": 1}");
    let ran = sandbox.oneauth([
        "diff",
        "--git",
        "HEAD",
        "--no-text",
        "--fail-on",
        "security",
    ]);
    insta::assert_snapshot!(ran.run().snapshot());
    git(folder, &["commit", "-qam", "two"]);
    git(folder, &["rm", "-q", "api/parcels.yaml"]);
    git(folder, &["commit", "-qm", "three"]);
    for (revisions, code) in [
        ("HEAD~2..HEAD~1", 1),
        ("HEAD~1..HEAD~2", 0),
        ("HEAD~2..HEAD", 0),
    ] {
        let arguments = ["diff", "--git", revisions, "--fail-on", "security", "api"];
        sandbox.oneauth(arguments).run().expect_exit(code);
    }
    let gone = sandbox
        .oneauth(["diff", "--git", "HEAD~1", "--fail-on", "breaking"])
        .run();
    assert!(
        gone.stdout.contains("diff:operation-removed"),
        "{}",
        gone.snapshot()
    );
    let bad = sandbox
        .oneauth(["diff", "--git", "--upload-pack=x"])
        .run()
        .expect_exit(2);
    let unknown = sandbox
        .oneauth(["diff", "--git", "nowhere"])
        .run()
        .expect_exit(2);
    assert!(
        unknown.stderr.contains("no revision `nowhere`"),
        "{}{}",
        bad.stderr,
        unknown.stderr
    );
}

#[test]
fn every_rule_is_explained_and_listed() {
    let page = oneauth(["explain", "diff:operation-became-public"])
        .run()
        .expect_exit(0);
    assert!(
        page.stdout.starts_with("# diff:operation-became-public\n"),
        "{}",
        page.stdout
    );
    assert!(page.stdout.contains("```yaml,old"), "{}", page.stdout);
    let list = oneauth(["rules", "--format", "json"])
        .run()
        .expect_exit(0)
        .stdout;
    for meta in oneauth::diff::rules::ALL {
        assert!(
            list.contains(&format!("\"id\": \"{}\"", meta.id)),
            "{}",
            meta.id
        );
    }
}

#[test]
fn cycles_and_odd_references_end() {
    let text = |kind: &str| {
        format!(
            "swagger: '2.0'\ninfo: {{title: T, version: '1'}}\npaths:\n  /a:\n    get:\n      \
             responses:\n        '200':\n          description: d\n          schema: {{$ref: \
             '#/definitions/A'}}\ndefinitions:\n  A:\n    allOf: [{{$ref: '#/definitions/A'}}, \
             {{$ref: '#/definitions/B'}}, {{$ref: '#/nowhere'}}]\n    properties:\n      a: \
             {{$ref: '#/definitions/A'}}\n      loop: {{$ref: '#/definitions/L'}}\n  B:\n    \
             properties:\n      b: {{type: {kind}}}\n      up: {{type: array, items: {{$ref: \
             '#/definitions/A'}}}}\n  L: {{$ref: '#/definitions/L'}}\n"
        )
    };
    let (old, new) = (text("string"), text("integer"));
    let found = super::support::compared_texts(&old, &new);
    assert_eq!(super::support::rules(&found), ["diff:output-type-changed"]);
    assert_eq!(found.differences.len(), 1);
    assert!(found.complete);
}

#[test]
fn callbacks_and_unused_path_items_are_seen() {
    let text = |scheme: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\nservers: [{{url: \
             'https://api.example.net'}}]\nsecurity: [{{a: []}}]\npaths:\n  /a:\n    post:\n      \
             responses: {{}}\n      callbacks:\n        done:\n          '{{$request.body#/url}}':\n            \
             post: {{security: [{{{scheme}: []}}], responses: {{}}}}\ncomponents:\n  pathItems:\n    \
             Shared:\n      get: {{security: [{{{scheme}: []}}], responses: {{}}}}\n  \
             securitySchemes:\n    a: {{type: http, scheme: basic}}\n    b: {{type: http, scheme: bearer}}\n"
        )
    };
    let found = super::support::compared_texts(&text("a"), &text("b"));
    let rows: Vec<&str> = found.security.iter().map(|row| &*row.operation).collect();
    assert_eq!(rows, ["POST {$request.body#/url}", "GET Shared"]);
    assert_eq!(found.differences.len(), 4, "two came and two went");
    let sandbox = Sandbox::with([("t.yaml", text("b").as_str())]);
    let ran = sandbox.oneauth(["rewrite", "t.yaml", "--keep", "a"]).run();
    let ran = ran.expect_exit(0);
    assert!(
        ran.stdout
            .contains("  POST {$request.body#/url}, GET Shared\n    - bearer\n    + basic\n"),
        "{}",
        ran.stdout
    );
}

/// A value is a secret because of where it stands, too: no form of a token tells it.
#[test]
fn a_secret_that_changed_is_told_without_its_text() {
    let key = "0f58904dba41ecccc3fc1626e53a1304";
    let document = |default: &str| {
        format!(
            r#"{{"swagger": "2.0", "info": {{"title": "Parcels", "version": "1"}}, "paths": {{"/parcels": {{"get": {{
"parameters": [{{"name": "subscription-key", "in": "query", "type": "string", "default": "{default}"}}],
"responses": {{"200": {{"description": "Parcels"}}}}}}}}}}}}"#
        )
    };
    let sandbox = Sandbox::with([
        ("old.json", &*document(key)),
        ("new.json", &*document("no")),
    ]);
    for format in [
        "human", "text", "json", "markdown", "html", "sarif", "github",
    ] {
        let ran = sandbox.oneauth(["diff", "old.json", "new.json", "--format", format]);
        let ran = ran.run().expect_exit(0);
        assert!(!ran.stdout.contains(&key[8..]), "{format}: {}", ran.stdout);
    }
}

/// A person sees what differs in a line of thousands of characters; patch(1) gets all of it.
#[test]
fn a_document_of_one_line_is_shown_around_what_differs() {
    let document = |kind: &str| {
        let path = |number: usize| {
            let kind = if number == 40 { kind } else { "string" };
            format!(
                r#""/p{number}":{{"get":{{"parameters":[{{"name":"id","in":"query","type":"{kind}"}}]}}}}"#
            )
        };
        let paths: Vec<String> = (0..80).map(path).collect();
        let head = r#"{"swagger":"2.0","info":{"title":"P","version":"1"},"paths":{"#;
        format!("{head}{}}}}}", paths.join(","))
    };
    let (old, new) = (document("string"), document("integer"));
    let sandbox = Sandbox::with([("old.json", old.as_str()), ("new.json", new.as_str())]);
    let run = |format: &str| {
        let ran = sandbox.oneauth(["diff", "old.json", "new.json", "--format", format]);
        ran.run().expect_exit(0).stdout
    };
    let human = run("human");
    assert!(human.lines().all(|line| line.len() < 300), "{human}");
    assert!(
        human.contains(r#""in":"query","type":"integer"}]"#),
        "{human}"
    );
    let differs = old.bytes().zip(new.bytes()).position(|(a, b)| a != b);
    let column = differs.expect("they differ") + 1;
    assert!(human.contains(&format!("@@ column {column} @@")), "{human}");
    assert_eq!(crate::support::oracle::patched(&old, &run("text")), new);
}
