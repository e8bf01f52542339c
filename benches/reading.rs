//! Small measurements for daily work: `cargo bench --bench reading`.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use oneauth::document::{Document, Pointer};
use oneauth::schema::validate;
use oneauth::spec::Version;

const JSON: &str = r#"{
  "swagger": "2.0",
  "info": { "title": "Parcel Tracking API", "version": "1.0" },
  "paths": {
    "/parcels/{id}": {
      "get": {
        "parameters": [ { "name": "id", "in": "path", "required": true, "type": "string" } ],
        "responses": { "200": { "description": "The \"parcel\"" } }
      }
    }
  }
}
"#;

const YAML: &str = "swagger: '2.0'
info:
  title: Parcel Tracking API
  version: '1.0'
paths:
  /parcels/{id}:
    get:
      parameters:
        - name: id
          in: path
          required: true
          type: string
      responses:
        '200':
          description: The \"parcel\"
";

fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    for (name, text) in [("a.json", JSON), ("a.yaml", YAML)] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), text, |bencher, text| {
            bencher.iter(|| Document::of_text(name, text).expect("it is well formed"));
        });
    }
}

fn looking_up(criterion: &mut Criterion) {
    let document = Document::of_text("a.json", JSON).expect("it is well formed");
    let pointer =
        Pointer::parse("/paths/~1parcels~1{id}/get/responses/200").expect("it starts with /");
    criterion.bench_function("find", |bencher| bencher.iter(|| document.find(&pointer)));
    criterion.bench_function("validate", |bencher| {
        bencher.iter(|| validate(&document, Version::Swagger2));
    });
}

criterion_group!(benches, reading, looking_up);
criterion_main!(benches);
