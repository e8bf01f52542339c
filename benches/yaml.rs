//! Reading YAML against the bare event stream of a general parser.
//!
//! Reads `specs/*.yaml` below the folder `ONEAUTH_CORPUS` names; without it, a made-up document.

use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use oneauth::document::{Document, Format, ReadOptions, YamlReader};
use oneauth::text::SourceFile;

fn texts() -> Vec<(String, String)> {
    let specs = std::env::var_os("ONEAUTH_CORPUS").map(|root| PathBuf::from(root).join("specs"));
    let names = ["github-api.yaml", "openai.yaml"];
    let read = |name: &str| {
        let text = std::fs::read_to_string(specs.as_ref()?.join(name)).ok()?;
        Some((name.to_owned(), text))
    };
    let found: Vec<_> = names.into_iter().filter_map(read).collect();
    if found.is_empty() {
        vec![("made up".to_owned(), made_up())]
    } else {
        found
    }
}

fn made_up() -> String {
    let item = include_str!("../fixtures/yaml/usual-block.yaml");
    let indented = item.replace('\n', "\n  ");
    let copies = (0..1_000).map(|copy| format!("copy{copy}:\n  {}\n", indented.trim_end()));
    copies.collect()
}

fn events(text: &str) -> usize {
    let options = granit_parser::options! { emit_comments: false };
    granit_parser::Parser::new_from_str_with_options(text, options)
        .flatten()
        .count()
}

fn read(source: &Arc<SourceFile>, yaml_reader: YamlReader) -> usize {
    let options = ReadOptions {
        format: Some(Format::Yaml),
        yaml_reader,
        ..ReadOptions::default()
    };
    let document = Document::parse(Arc::clone(source), options);
    document.map_or(0, |document| document.nodes().len())
}

fn yaml(criterion: &mut Criterion) {
    for (name, text) in texts() {
        let mut group = criterion.benchmark_group(&name);
        group.sample_size(10);
        group.throughput(Throughput::Bytes(text.len() as u64));
        let source = Arc::new(SourceFile::new(name, text));
        group.bench_function("events", |b| b.iter(|| events(black_box(source.text()))));
        group.bench_function("fast", |b| b.iter(|| read(&source, YamlReader::Fast)));
        group.bench_function("general", |b| b.iter(|| read(&source, YamlReader::General)));
        group.finish();
    }
}

criterion_group!(benches, yaml);
criterion_main!(benches);
