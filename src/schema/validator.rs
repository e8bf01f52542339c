//! The schema of each version, compiled when it is first asked for.

use std::sync::OnceLock;

use jsonschema::{Draft, Validator};

use super::bounds::is_bounded;
use super::failure::Failure;
use super::format;
use super::glance::{Sight, glance};
use super::message::failures_of;
use super::shape::Shapes;
use super::shaping::shapes;
use super::tree::{Tree, View};
use crate::document::{Document, NodeId};
use crate::finding::On;
use crate::spec::Version;

/// A schema and what it was compiled to.
struct Schema {
    source: serde_json::Value,
    shapes: Shapes,
    validator: OnceLock<Validator<Tree>>,
}

/// The schema of a version: JSON Schema 2020-12.
pub const fn source(version: Version) -> &'static str {
    match version {
        Version::Swagger2 => include_str!("swagger20.json"),
        Version::OpenApi30 => include_str!("openapi30.json"),
        Version::OpenApi31 => include_str!("openapi31.json"),
        Version::OpenApi32 => include_str!("openapi32.json"),
    }
}

/// Check a document against the schema of its version. The failures come in source order; none
/// means that the document is valid. Aliases and merge keys are looked through; placeholders that
/// wait for their value, such as `{{TENANT_ID}}`, are never a failure.
pub fn validate(document: &Document, version: Version) -> Vec<Failure> {
    if !is_bounded(document) {
        return vec![Failure {
            node: NodeId::ROOT,
            on: On::Value,
            message: "aliases expand this document too far to check it".to_owned(),
            help: Some("write out the values that its aliases repeat".to_owned()),
            dialect: false,
        }];
    }
    let schema = known(version);
    let sight = glance(&schema.shapes, document);
    if sight == Sight::Valid {
        return Vec::new();
    }
    let validator = schema.validator.get_or_init(|| of_one(&schema.source));
    let root = View::Node(document.root());
    // to say that a document is valid takes a third of what looking for errors takes
    if sight == Sight::Unsure && validator.is_valid(root) {
        return Vec::new();
    }
    let errors = validator.iter_errors(root);
    let mut failures: Vec<Failure> = errors
        .flat_map(|error| failures_of(&error, document, &schema.source))
        .collect();
    failures.sort_by_key(|failure| failure.node);
    failures.dedup();
    failures
}

fn known(version: Version) -> &'static Schema {
    static KNOWN: [OnceLock<Schema>; 4] = [const { OnceLock::new() }; 4];
    let slot = Version::ALL.iter().position(|known| *known == version);
    let slot = slot.expect("every version is one of all");
    KNOWN[slot].get_or_init(|| {
        let source = serde_json::from_str(source(version)).expect("our schemas are JSON");
        Schema {
            shapes: shapes(&source),
            source,
            validator: OnceLock::new(),
        }
    })
}

/// The validator of a schema of ours.
pub(super) fn of_one(schema: &serde_json::Value) -> Validator<Tree> {
    let options = jsonschema::options_for::<Tree>()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true);
    let formats = format::ALL.into_iter();
    let options = formats.fold(options, |options, (name, is_one)| {
        options.with_format(name, is_one)
    });
    let validator = options.build(schema);
    validator.expect("our schemas are sound: a test compiles each")
}

#[cfg(test)]
mod tests {
    use super::{Sight, View, glance, known, of_one};
    use crate::document::{Document, NodeId};
    use crate::spec::detect;

    /// What a value may become by mistake.
    const MISTAKES: [&str; 10] = [
        "null",
        "true",
        "-1",
        "1.5",
        "2",
        "\"\u{e9}\"",
        "[]",
        "[1, 1]",
        "{}",
        "{\"in\": {}}",
    ];
    /// What a key may become.
    const NAMES: [&str; 2] = ["\"in\"", "\"x-in\""];

    fn texts() -> Vec<String> {
        let mut folders = vec![std::path::PathBuf::from("fixtures/clean")];
        let mut texts = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder)
                .expect("the fixtures are there")
                .flatten()
            {
                match entry.path() {
                    path if path.is_dir() => folders.push(path),
                    path => texts.extend(std::fs::read_to_string(path)),
                }
            }
        }
        texts
    }

    /// Documents with one mistake each: a value of another kind, or a key of another name.
    fn mistaken(text: &str) -> Vec<String> {
        let document = Document::of_text("whole", text).expect("the fixtures can be read");
        let nodes = document.nodes().iter().enumerate().skip(1);
        let replaced = |span: crate::text::Span, with: &str| {
            format!(
                "{}{with}{}",
                &text[..span.start as usize],
                &text[span.end as usize..]
            )
        };
        nodes
            .flat_map(|(at, node)| {
                let value = replaced(node.span(), MISTAKES[at % MISTAKES.len()]);
                let key = node
                    .key_span()
                    .map(|key| replaced(key, NAMES[at % NAMES.len()]));
                [Some(value), key]
            })
            .flatten()
            .collect()
    }

    /// What is told at a glance is what the validator says.
    #[test]
    fn a_glance_is_never_wrong() {
        let mut sights = [0; 3];
        for text in texts().iter().flat_map(|text| mistaken(text)) {
            let Ok(document) = Document::of_text("mistaken", text) else {
                continue;
            };
            let Ok(version) = detect(&document) else {
                continue;
            };
            let schema = known(version);
            let validator = schema.validator.get_or_init(|| of_one(&schema.source));
            let is_valid = validator.is_valid(View::Node(document.at(NodeId::ROOT)));
            let sight = glance(&schema.shapes, &document);
            sights[sight as usize] += 1;
            match sight {
                Sight::Valid => assert!(is_valid, "{}", document.text()),
                Sight::Invalid => assert!(!is_valid, "{}", document.text()),
                Sight::Unsure => {}
            }
        }
        assert!(
            sights[2] * 10 < sights[0] + sights[1],
            "seldom unsure: {sights:?}"
        );
    }
}
