#!/usr/bin/env bash
# Convert every OpenAPI 3.x document of a list to Swagger 2.0 and validate each result with an
# independent validator (npm @apidevtools/swagger-parser: parse, resolve, validate).
#
#   .ci/convert-corpus.sh FOLDER [FOLDER ...]
#
# ONEAUTH_NPM names a folder with node_modules (default target/npm), ONEAUTH_CONVERT_TARGET the
# target (generic, power-platform), ONEAUTH_CONVERT_OUT the folder for results, ONEAUTH_PROFILE the
# cargo profile. Prints the figures; report.tsv and verdicts.jsonl in the result folder hold the rest.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
out=${ONEAUTH_CONVERT_OUT:-$(mktemp -d)}
mkdir -p "$out"
rm -f "$out"/*.json "$out"/report.tsv "$out"/verdicts.jsonl
find "$@" -type f \( -name '*.json' -o -name '*.yaml' -o -name '*.yml' \) -size +0 -print0 |
    xargs -0 -r grep -lE "^[[:space:]{]*[\"']?openapi[\"']?[[:space:]]*:[[:space:]]*[\"']?3\.[0-2]" | LC_ALL=C sort > "$out/list.txt" || true
# documents on one line have their version somewhere in their first bytes
find "$@" -type f -name '*.json' -size +0 -print0 |
    xargs -0 -r sh -c 'for f; do head -c 400 "$f" | grep -qE "\"openapi\"[[:space:]]*:[[:space:]]*\"3\.[0-2]" && echo "$f"; done; true' sh >> "$out/list.txt"
LC_ALL=C sort -u -o "$out/list.txt" "$out/list.txt"
cd "$here"
ONEAUTH_CONVERT_LIST="$out/list.txt" ONEAUTH_CONVERT_OUT="$out" \
    cargo test -q ${ONEAUTH_PROFILE:+--profile "$ONEAUTH_PROFILE"} --test it \
    conversion::corpus::convert_a_list_of_documents -- --ignored >/dev/null
ls "$out" | grep -E '^[0-9]+\.json$' | sort -n | sed "s|^|$out/|" > "$out/results.txt"
ONEAUTH_NPM=${ONEAUTH_NPM:-$here/target/npm} \
    node --max-old-space-size=6000 .ci/validate-swagger.mjs --list "$out/results.txt" > "$out/verdicts.jsonl"
awk -F'\t' '
    { all++; if ($6 == "PANIC") panics++; else if ($6 != "") errors++; else { done++; read += $3; conv += $4; losses += $5 } }
    END { printf "documents %d\nconverted %d\nerrors %d\npanics %d\nlosses %d\nread %.2f s\nconvert %.2f s\n", all, done, errors, panics, losses, read / 1e6, conv / 1e6 }
' "$out/report.tsv"
echo "valid $(grep -c '"ok":true' "$out/verdicts.jsonl") of $(wc -l < "$out/verdicts.jsonl")"
echo "results in $out"
