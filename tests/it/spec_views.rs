//! The vocabulary of an OpenAPI document, against the text of Swagger 2.0, OpenAPI 3.0.4, 3.1.1
//! and 3.2.0.

mod duplicates;
mod operations;
mod parameters;
mod references;
mod requirements;
mod roles;
mod schemes;
mod servers;
mod versions;
mod yaml;

use oneauth::document::Document;
use oneauth::spec::{Operation, Parameter, Spec};

/// Read JSON as JSON and, once more, as the YAML it is too; `look` must hold for both.
#[track_caller]
fn both(text: &str, look: impl Fn(&Spec<'_>)) {
    for name in ["parcels.json", "parcels.yaml"] {
        with(name, text, &look);
    }
}

/// Read a text under a name.
#[track_caller]
fn with(name: &str, text: &str, look: impl Fn(&Spec<'_>)) {
    let document = Document::of_text(name, text).unwrap_or_else(|e| panic!("{name}: {e}\n{text}"));
    let spec = Spec::new(&document).unwrap_or_else(|e| panic!("{name}: {e}\n{text}"));
    look(&spec);
}

/// `GET /parcels: key AND oauth [read]`, for each operation.
fn protected(spec: &Spec<'_>) -> Vec<String> {
    let describe = |operation: &Operation<'_>| {
        let protection = spec.protection(operation).describe();
        format!("{}: {protection}", operation.title())
    };
    spec.operations().iter().map(describe).collect()
}

/// The titles of the operations.
fn titles(spec: &Spec<'_>) -> Vec<String> {
    spec.operations().iter().map(Operation::title).collect()
}

/// `Query page @ /paths/…/parameters/0`, for each parameter of the first operation.
fn parameters(spec: &Spec<'_>) -> Vec<String> {
    let describe = |parameter: &Parameter<'_>| {
        let place = parameter.place.map(|place| format!("{place:?}"));
        let name = parameter.name.as_deref().unwrap_or("-");
        let at = parameter.node.pointer();
        format!("{} {name} @ {}", place.unwrap_or_default(), at.as_str())
    };
    let list = spec.parameters(&spec.operations()[0]);
    list.iter().map(describe).collect()
}
