//! The one report every format is shown with.

use std::sync::Arc;

use oneauth::document::{Document, Pointer};
use oneauth::error::{Error, Misfit};
use oneauth::finding::{
    FailLevel, File, Finding, Fix, Label, Safety, SecretSpan, Severity, Suppression,
    SuppressionKind,
};
use oneauth::report::{Detail, FileReport, Format, RenderOptions, Report, RuleFacts, Run, emit};
use oneauth::text::{SourceFile, Span};

/// A document with everything a finding can be about; the description is hostile.
const PARCELS: &str = r#"{
  "swagger": "2.0",
  "info": {
    "title": "Parcel Tracking API",
    "description": "::error::x \u001b[31m ##vso[task.x]y ]]> <b> | ` & 'q'",
    "version": "1.0"
  },
  "host": "apim-parcels.azure-api.net",
  "schemes": ["https", "http"],
  "securityDefinitions": {
    "api_key": { "type": "apiKey", "in": "header", "name": "Ocp-Apim-Subscription-Key" },
    "basic": { "type": "basic" }
  },
  "paths": {
    "/parcels": {
      "get": {
        "parameters": [
          { "name": "code", "in": "query", "type": "string", "default": "9f8e7d6c5b4a39281706" }
        ],
        "responses": { "200": { "description": "Überblick — 荷物 RIGHT-TO-LEFT" } }
      }
    }
  }
}
"#;

const BROKEN: &str = "openapi: 3.0.3\ninfo:\n  title: [Parcel\n  version: 1\n";

/// Write the canonical report in a format.
pub(super) fn written(format: Format, options: &RenderOptions) -> String {
    let mut out = Vec::new();
    emit(format, &report(options.width), options, &mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("reports are UTF-8")
}

/// Two files: one with a finding of every kind, one that cannot be read.
pub(super) fn report(width: usize) -> Report {
    let document = Document::of_text("api/parcels ü.json", parcels()).expect("it is well formed");
    let lower = |fix: &Fix| {
        let node = document.find(&Pointer::parse("/schemes").expect("it is a pointer"))?;
        assert_eq!(fix.title, "remove `http` from `schemes`");
        let edit = (
            Arc::clone(document.source()),
            node.span(),
            "[\"https\"]".to_owned(),
        );
        Some(vec![edit])
    };
    let detail = Detail {
        width,
        lower: Some(&lower),
        ..Detail::default()
    };
    let name = "api/parcels ü.json";
    let checked = FileReport::new(name, findings(&document), &[], &detail);
    let error = broken();
    Report {
        files: vec![
            checked,
            FileReport::failed("api/broken.yaml", &error, width),
        ],
        run: Run {
            rules: rules(),
            fail_level: FailLevel::At(Severity::Warning),
            base: Some("/repo tree/parcels".into()),
        },
    }
}

fn broken() -> Error {
    let source = Arc::new(SourceFile::new("api/broken.yaml", BROKEN));
    let at = BROKEN.find('[').expect("it has one") as u32;
    Error::Place(Box::new(Misfit {
        source,
        span: Span::new(at, at + 1),
        message: "this list is not closed".into(),
        label: "opened here".into(),
        help: Some("write `]` after its last item".into()),
    }))
}

fn parcels() -> String {
    PARCELS.replace("RIGHT-TO-LEFT", "\u{202e}gnp\u{202c}")
}

fn label(document: &Document, pointer: &str, text: &str) -> Label {
    let pointer = Pointer::parse(pointer).expect("it is a pointer");
    let node = document.find(&pointer).expect("the document has it");
    Label::value(node, text)
}

fn findings(document: &Document) -> Vec<Finding> {
    vec![
        cleartext(document),
        several(document),
        secret(document),
        hostile(document),
        hint(document),
        suppressed(document),
        known(document),
    ]
}

fn cleartext(document: &Document) -> Finding {
    let place = label(document, "/schemes/1", "everyone on the way can read it");
    let message = "credentials travel in clear text over `http`";
    let mut finding = Finding::new("transport-http", Severity::Error, message, place);
    finding.note = Some("a subscription key sent without TLS is a public key".into());
    finding.help = Some("offer `https` alone".into());
    finding.fix = Some(Fix {
        title: "remove `http` from `schemes`".into(),
        safety: Safety::Safe,
        file: File::Document,
        changes: Vec::new(),
    });
    finding
}

fn several(document: &Document) -> Finding {
    let place = label(document, "/securityDefinitions/basic", "the second");
    let message = "the document defines 2 security schemes, `power-platform` takes 1";
    let mut finding = Finding::new(
        "connector-multiple-schemes",
        Severity::Warning,
        message,
        place,
    );
    finding.related = vec![
        label(document, "/securityDefinitions/api_key", "the first"),
        label(document, "/swagger", "a Swagger 2.0 document"),
    ];
    finding
}

fn secret(document: &Document) -> Finding {
    let place = label(
        document,
        "/paths/~1parcels/get/parameters/0/default",
        "rotate it",
    );
    let mut value = place.span;
    value = Span::new(value.start + 1, value.end - 1);
    let message = "`default` holds a credential: 9f8e7d6c5b4a39281706";
    let mut finding = Finding::new("hardcoded-secret", Severity::Error, message, place);
    finding.arguments = vec!["code".into()];
    finding.secrets = vec![SecretSpan {
        source: Arc::clone(document.source()),
        span: value,
    }];
    finding
}

fn hostile(document: &Document) -> Finding {
    let place = label(document, "/info/description", "]]> ::error::");
    let message = "`\u{1b}[31m` in ::error:: ##vso[task.x] <b>|`x`|</b> ]]> \"q\" & \u{202e}gnp\r\n::warning::%25";
    Finding::new("info-text", Severity::Info, message, place)
}

fn hint(document: &Document) -> Finding {
    let place = label(
        document,
        "/paths/~1parcels/get/responses/200/description",
        "",
    );
    let message = "the description of `200` is not in one direction of writing";
    Finding::new("text-direction", Severity::Hint, message, place)
}

fn suppressed(document: &Document) -> Finding {
    let place = label(document, "/host", "");
    let message = "the host is one environment's";
    let mut finding = Finding::new("host-environment", Severity::Warning, message, place);
    finding.suppression = Some(Suppression {
        kind: SuppressionKind::Member,
        reason: "there is only one".into(),
        place: Some(Box::new(label(document, "/info", ""))),
    });
    finding
}

fn known(document: &Document) -> Finding {
    let place = label(document, "/info/version", "");
    let mut finding = Finding::new(
        "info-version",
        Severity::Warning,
        "`1.0` is no release",
        place,
    );
    finding.suppression = Some(Suppression {
        kind: SuppressionKind::Baseline,
        reason: "known in the baseline".into(),
        place: None,
    });
    finding
}

fn rules() -> Vec<RuleFacts> {
    let rule = |id, severity, summary| RuleFacts {
        id,
        summary,
        family: "transport",
        severity,
        markdown: "Credentials are sent in clear text.\n\n## Why\n\nAnyone can read them.\n",
        url: Some(format!("https://example.com/rules/{id}.md")),
        formerly: &["http-transport"],
        tags: vec!["security".into(), "CWE-319".into()],
    };
    vec![
        rule(
            "transport-http",
            Some(Severity::Error),
            "Credentials travel over `http`",
        ),
        rule(
            "hardcoded-secret",
            Some(Severity::Error),
            "A credential stands in the document",
        ),
        rule("never-run", None, "A rule that is off"),
    ]
}
