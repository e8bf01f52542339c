//! Work on a document that is read: validation, the rules, a rewrite, a conversion.

use std::hint::black_box;
use std::sync::Arc;

use oneauth::convert::{Options, convert};
use oneauth::document::{Document, Format};
use oneauth::edit::Thoroughness;
use oneauth::rewrite::{AuthType, Decision, Request, Wanted, carry_out, plan};
use oneauth::rule::{Input, RuleSettings, SeverityProfile, run};
use oneauth::rules;
use oneauth::schema::validate;
use oneauth::spec::{Spec, Version};
use oneauth::target;
use oneauth::text::SourceFile;

use crate::contest::{Table, fastest};
use crate::inputs::Inputs;
use crate::plain::Plain;
use crate::reading::read;

/// Many: most of this works on several cores, which a shared machine has free now and then.
const ROUNDS: u32 = 45;

/// Add the rows about work inside one process.
pub(crate) fn rows(inputs: &Inputs, table: &mut Table) {
    let source = Arc::new(SourceFile::new("input.json", inputs.json.as_str()));
    let document = read(&source, Format::Json);
    let version = Spec::new(&document).map_or(Version::OpenApi30, |spec| spec.version());
    let mut value = || drop(black_box(Plain::read(&inputs.json)));
    let mut reading = || drop(black_box(read(&source, Format::Json)));
    let mut viewing = || _ = black_box(Spec::new(&document).is_ok());
    let mut validating = || drop(black_box(validate(&document, version)));
    let mut linting = || lint(&document);
    let mut rewriting = || rewrite(&source);
    let mut converting = || convert_whole(&document);
    // in the order of a run, where each finds in the caches what the one before it looked at
    let [read, view, validation, lint, rewrite, conversion, value] = fastest(
        ROUNDS,
        [
            &mut reading,
            &mut viewing,
            &mut validating,
            &mut linting,
            &mut rewriting,
            &mut converting,
            &mut value,
        ],
    );
    table.ratio("read, view : serde_json value", [read + view, value], 0.8);
    table.ratio(
        "read, validate : serde_json value",
        [read + validation, value],
        1.0,
    );
    table.ratio(
        "view and all rules but the schema : read",
        [lint, read],
        0.8,
    );
    table.ratio("read, plan, rewrite, verify : read", [rewrite, read], 4.0);
    table.ratio("convert, write, verify : read", [conversion, read], 4.0);
    table.sizes(
        "memory of the tree : input",
        [tree_bytes(&document), inputs.json.len() as u64],
        1.2,
    );
}

/// View a document and run every rule over it, each at its level.
fn lint(document: &Document) {
    let spec = Spec::new(document).expect("the input is a description");
    let mut settings = RuleSettings::new(SeverityProfile::Api);
    settings.ignore.push("invalid-document");
    let input = Input {
        spec: &spec,
        target: target::find("openapi").expect("there is a target without limits"),
        companion: None,
        secrets: None,
    };
    drop(black_box(run(input, rules::ALL, &settings)));
}

/// All of `rewrite --to basic` but the output.
fn rewrite(source: &Arc<SourceFile>) {
    let document = read(source, Format::Json);
    let spec = Spec::new(&document).expect("the input is a description");
    let target = target::find("openapi").expect("there is a target without limits");
    let request = Request {
        wanted: Some(Wanted::To(AuthType::Basic)),
        ..Request::default()
    };
    let plan = match plan(&spec, target, &request) {
        Decision::Plan(plan) => Some(plan),
        _ => None,
    };
    let plan = plan.expect("nothing stands in the way of a scheme made anew");
    let done = carry_out(&spec, target, &request, &plan, Thoroughness::Usual);
    drop(black_box(done.expect("the rewrite holds")));
}

/// All of `convert` but reading the input and writing the file.
fn convert_whole(document: &Document) {
    let conversion = convert(document, &Options::default());
    drop(black_box(conversion.expect("the result holds")));
}

fn tree_bytes(document: &Document) -> u64 {
    document.tree_bytes() as u64
}
