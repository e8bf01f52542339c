//! Every document is read, or refused with its place.

use std::sync::Arc;

use oneauth::document::{Document, NodeId, ReadOptions};
use oneauth::edit::to_yaml;
use oneauth::error::Error;
use oneauth::spec::Spec;
use oneauth::text::SourceFile;

use super::{connectors_and_specs, readable};
use crate::support::corpus::documents;

#[test]
fn every_document_is_read_or_refused_at_a_place() {
    let (mut read, mut refused) = (0, 0);
    for path in documents() {
        let outcome = SourceFile::read(&path)
            .and_then(|source| Document::parse(Arc::new(source), ReadOptions::default()));
        match outcome {
            Ok(_) => read += 1,
            Err(error) => {
                refused += 1;
                println!("{error}");
                let has_place = match &error {
                    Error::Place(_) => true,
                    other => other.to_string().contains("at line"),
                };
                assert!(has_place, "no place: {error}");
                assert_eq!(error.outcome().code(), 2);
            }
        }
    }
    println!("{read} documents read, {refused} refused");
}

#[test]
fn every_connector_and_description_is_viewed() {
    let (mut viewed, mut refused, mut operations) = (0, 0, 0);
    for path in connectors_and_specs() {
        let Some(document) = super::read(&path) else {
            refused += 1;
            continue;
        };
        match Spec::new(&document) {
            Ok(spec) => {
                viewed += 1;
                for operation in spec.operations() {
                    operations += 1;
                    let _ = spec.protection(operation);
                    let _ = spec.parameters(operation);
                }
            }
            Err(error) => panic!("{}: {error}", path.display()),
        }
    }
    println!("{viewed} viewed with {operations} operations, {refused} not readable");
}

#[test]
fn every_value_survives_as_yaml() {
    let mut twins = 0;
    for (path, document) in readable() {
        let Ok(value) = document.value() else {
            continue;
        };
        let text = to_yaml(&value);
        let twin = Document::of_text("twin.yaml", text);
        let twin = twin.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert!(
            twin.value() == Ok(value),
            "{} differs as YAML",
            path.display()
        );
        twins += 1;
    }
    println!("{twins} twins");
}

#[test]
fn spans_lie_inside_the_text_and_nest() {
    for (path, document) in readable() {
        let length = document.text().len() as u32;
        for index in 0..document.nodes().len() {
            let node = document.at(NodeId(index as u32));
            let span = node.entry_span();
            assert!(
                span.start <= span.end && span.end <= length,
                "{}",
                path.display()
            );
            assert!(node.node().next.index() > index);
        }
    }
}
