//! Saying that a finding does not count.

use oneauth::document::{Document, Pointer};
use oneauth::finding::suppress::{Ignore, KnownRules, PointerGlob, apply, unused_ignores};
use oneauth::finding::{Finding, Label, Severity, SuppressionKind};

struct Rules;

impl KnownRules for Rules {
    fn resolve(&self, id: &str) -> Option<&'static str> {
        let id = if id == "old-rule" { "some-rule" } else { id };
        self.ids().into_iter().find(|known| *known == id)
    }

    fn severity(&self, id: &str) -> Option<Severity> {
        (id != "off-rule").then_some(Severity::Warning)
    }

    fn ids(&self) -> Vec<&'static str> {
        vec!["some-rule", "other-rule", "off-rule"]
    }
}

fn found(document: &Document, rule: &'static str, pointer: &str) -> Finding {
    let pointer = Pointer::parse(pointer).expect("it is a pointer");
    let node = document.find(&pointer).expect("the document has it");
    Finding::new(
        rule,
        Severity::Error,
        "something is wrong",
        Label::key(node, ""),
    )
}

/// Apply what a text says about suppressions to a `some-rule` and an `other-rule` finding at
/// `pointer`; one line for each finding there is then.
fn after(name: &str, text: &str, pointer: &str, ignores: &[&Ignore]) -> String {
    let document = Document::of_text(name, text).expect("it is well formed");
    let mut findings = vec![
        found(&document, "some-rule", pointer),
        found(&document, "other-rule", pointer),
    ];
    apply(&document, ignores, &Rules, &mut findings);
    let lines = findings.iter().map(|finding| {
        let line = finding
            .primary
            .source
            .place(finding.primary.span.start)
            .line;
        let why = finding
            .suppression
            .as_ref()
            .map(|s| format!(" [{}: {}]", s.kind.name(), s.reason));
        let message = finding.message.replace("something is wrong", "counts");
        let help = finding
            .help
            .as_deref()
            .filter(|_| finding.rule.ends_with("invalid"));
        let help = help.map(|help| format!(" ({help})")).unwrap_or_default();
        format!(
            "{line} {}: {}{help}\n",
            finding.rule,
            why.unwrap_or(message)
        )
    });
    lines.collect()
}

fn yaml(text: &str) -> String {
    after("parcels.yaml", text, "/host", &[])
}

#[test]
fn a_comment_on_the_line() {
    insta::assert_snapshot!(
        yaml("swagger: '2.0'\nhost: a.example # oneauth: ignore[some-rule] it is a sample\n"),
        @r"
    2 some-rule:  [comment: it is a sample]
    2 other-rule: counts
    "
    );
}

#[test]
fn comments_above_the_line() {
    let text = "# oneauth: ignore[some-rule]: first\n# a word\n# oneauth:ignore[ other-rule ] - second\nhost: a.example\n";
    insta::assert_snapshot!(yaml(text), @r"
    4 some-rule:  [comment: first]
    4 other-rule:  [comment: second]
    ");
}

#[test]
fn several_rules_at_once_and_a_former_id() {
    insta::assert_snapshot!(
        yaml("# oneauth: ignore[old-rule, other-rule] both are meant\nhost: a.example\n"),
        @r"
    2 some-rule:  [comment: both are meant]
    2 other-rule:  [comment: both are meant]
    "
    );
}

#[test]
fn an_empty_line_ends_the_reach_of_a_comment() {
    insta::assert_snapshot!(yaml("# oneauth: ignore[some-rule] far away\n\nhost: a.example\n"), @r"
    3 some-rule: counts
    3 other-rule: counts
    1 suppression-unused: no `some-rule` finding is suppressed here
    ");
}

#[test]
fn a_comment_needs_a_reason_a_shape_and_a_known_rule() {
    let text = "host: a.example # oneauth: ignore[some-rule]\na: 1 # oneauth: disable\nb: 2 # oneauth: ignore[some-rul, x] why\n";
    insta::assert_snapshot!(yaml(text), @r"
    1 some-rule: counts
    1 other-rule: counts
    1 suppression-invalid: the suppression gives no reason (write `# oneauth: ignore[rule-id] reason`; several ids are separated by commas)
    2 suppression-invalid: this comment is not understood (write `# oneauth: ignore[rule-id] reason`; several ids are separated by commas)
    3 suppression-invalid: no rule is called `some-rul` (did you mean `some-rule`?)
    3 suppression-invalid: no rule is called `x` (one of: some-rule, other-rule, off-rule)
    ");
}

#[test]
fn a_rule_that_did_not_run_is_no_unused_suppression() {
    insta::assert_snapshot!(yaml("# oneauth: ignore[off-rule] not now\nhost: a.example\n"), @r"
    2 some-rule: counts
    2 other-rule: counts
    ");
}

#[test]
fn words_in_scalars_are_no_comments() {
    let text = "host: 'x # oneauth: ignore[some-rule] no'\nb: |\n  # oneauth: ignore[some-rule] no\nc: \"x\n  # oneauth: ignore[some-rule] no\"\n";
    insta::assert_snapshot!(yaml(text), @r"
    1 some-rule: counts
    1 other-rule: counts
    ");
}

#[test]
fn a_member_reaches_everything_below_its_object() {
    let text = r#"{"x-oneauth-ignore": {"some-rule": "all of it"}, "paths": {"/a": {"get": {}, "x-oneauth-ignore": {"other-rule": "this one"}}, "/b": {"x-oneauth-ignore": {"other-rule": "nothing here"}}}}"#;
    insta::assert_snapshot!(after("parcels.json", text, "/paths/~1a/get", &[]), @r"
    1 some-rule:  [member: all of it]
    1 other-rule:  [member: this one]
    1 suppression-unused: no `other-rule` finding is suppressed here
    ");
}

#[test]
fn a_member_needs_an_object_of_reasons() {
    let text = "host: a\nx-oneauth-ignore: some-rule\ninfo:\n  x-oneauth-ignore:\n    some-rule: ''\n    other-rul: why\n    other-rule: true\n";
    insta::assert_snapshot!(yaml(text), @r#"
    1 some-rule: counts
    1 other-rule: counts
    2 suppression-invalid: `x-oneauth-ignore` is a string, not an object (write `"x-oneauth-ignore": {"rule-id": "reason"}`)
    5 suppression-invalid: the suppression gives no reason (write `"x-oneauth-ignore": {"rule-id": "reason"}`)
    6 suppression-invalid: no rule is called `other-rul` (did you mean `other-rule`?)
    7 suppression-invalid: the suppression gives no reason (write `"x-oneauth-ignore": {"rule-id": "reason"}`)
    "#);
}

fn ignore(rule: &'static str, pointer: &str) -> Ignore {
    let config = Document::of_text("oneauth.yaml", "ignore:\n  - rule: some-rule\n");
    let config = config.expect("it is well formed");
    Ignore {
        rule,
        pointer: PointerGlob::parse(pointer).expect("it is a pattern"),
        reason: "agreed with the owners".into(),
        place: Label::value(config.root(), ""),
    }
}

#[test]
fn the_configuration_names_rule_and_pointer() {
    let hit = ignore("some-rule", "/ho*");
    let miss = ignore("other-rule", "/paths/**");
    insta::assert_snapshot!(after("a.yaml", "host: a\npaths: {}\n", "/host", &[&hit, &miss]), @r"
    1 some-rule:  [config: agreed with the owners]
    1 other-rule: counts
    ");
    let unused = unused_ignores(&[hit, miss], &[true, false], &Rules);
    assert_eq!(unused.len(), 1);
    assert_eq!(
        unused[0].message,
        "no `other-rule` finding is suppressed here"
    );
}

#[test]
fn a_pattern_stands_for_pointers() {
    let matches = |pattern: &str, pointer: &str| {
        let pattern = PointerGlob::parse(pattern).expect("it is a pattern");
        pattern.matches(&Pointer::parse(pointer).expect("it is a pointer"))
    };
    for (pattern, pointer) in [
        ("", ""),
        ("/**", ""),
        ("/**", "/paths/~1a/get"),
        ("/paths/*/get", "/paths/~1pets~1{id}/get"),
        ("/paths/~1pets*/**", "/paths/~1pets~1{id}/get/parameters/0"),
        ("/paths/**/parameters/*", "/paths/~1a/get/parameters/0"),
        ("/**/security", "/security"),
        ("/*a*b*", "/xaybz"),
    ] {
        assert!(
            matches(pattern, pointer),
            "{pattern} should match {pointer}"
        );
    }
    for (pattern, pointer) in [
        ("", "/host"),
        ("/paths", "/paths/~1a"),
        ("/paths/*", "/paths/~1a/get"),
        ("/paths/~1a", "/paths/~1A"),
        ("/**/get", "/paths/~1a/put"),
        ("/a*b", "/ab/c"),
    ] {
        assert!(
            !matches(pattern, pointer),
            "{pattern} should not match {pointer}"
        );
    }
    assert_eq!(PointerGlob::parse("paths"), None);
}

#[test]
fn a_pattern_of_many_stars_ends_soon() {
    let pattern = PointerGlob::parse(&format!("/{}b", "*a".repeat(2000))).expect("a pattern");
    let pointer = Pointer::parse(&format!("/{}", "a".repeat(20_000))).expect("a pointer");
    assert!(!pattern.matches(&pointer));
}

#[test]
fn kinds_in_the_source_and_outside() {
    let inside = [SuppressionKind::Comment, SuppressionKind::Member];
    assert!(inside.into_iter().all(SuppressionKind::is_in_source));
    assert!(!SuppressionKind::Config.is_in_source());
    assert!(!SuppressionKind::Baseline.is_in_source());
}
