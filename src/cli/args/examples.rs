//! What the help of each command ends with.

pub(super) const CHECK: &str = "\
Examples:
  oneauth check .                                  every API document below this folder
  oneauth check export.json --format concise       one line a finding
  oneauth check export.json --diff                 what `--fix` would change
  oneauth check . --output sarif=oneauth.sarif     a report in a file as well
  oneauth check - < export.json                    standard input

Formats: human, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, markdown";

pub(super) const REWRITE: &str = "\
Examples:
  oneauth rewrite export.json                      the plan and the diff; nothing is written
  oneauth rewrite export.json --to api-key --header X-Api-Key -o one.json
  oneauth rewrite export.json --keep apiKeyHeader --write
  oneauth rewrite export.json --to oauth2 --provider entra --tenant-id contoso.onmicrosoft.com
  oneauth rewrite - --to basic -o - < export.json  as a filter

Formats: human, json";

pub(super) const CONVERT: &str = "\
Examples:
  oneauth convert api.yaml                         Swagger 2.0 on standard output
  oneauth convert api.yaml -o apiDefinition.swagger.json
  oneauth convert api.yaml -o api.json --strict    write nothing when anything is lost
  oneauth convert api.yaml -o api.json --report json   what is lost, for programs";

pub(super) const CONNECTOR: &str = "\
Examples:
  oneauth connector export.json -o Parcels --to basic --diff   what would be written
  oneauth connector export.json -o Parcels --to oauth2 --provider entra
  oneauth connector export.json -o Parcels         bring the folder up to date
  oneauth connector --from oneauth.yaml            every connector of a configuration";

pub(super) const INSPECT: &str = "\
Examples:
  oneauth inspect export.json                      schemes, requirements, what would be taken
  oneauth inspect Parcels/                         a connector's folder
  oneauth inspect api.yaml --format json           for programs

Formats: human, json";

pub(super) const EXPLAIN: &str = "\
Examples:
  oneauth explain auth-apikey-in-query
  oneauth explain diff:operation-became-public     a rule of `oneauth diff`

`oneauth rules` lists them.";

pub(super) const TARGETS: &str = "\
Examples:
  oneauth targets                                  the platforms that are known
  oneauth targets power-platform                   what one takes, with the evidence";

pub(super) const PROVIDERS: &str = "\
Examples:
  oneauth providers                                the providers that are known
  oneauth providers entra                          URLs, scopes, what to fill in";

pub(super) const COMPLETIONS: &str = "\
Examples:
  oneauth completions bash > ~/.local/share/bash-completion/completions/oneauth
  oneauth completions zsh > ~/.zfunc/_oneauth
  oneauth completions powershell | Out-String | Invoke-Expression";
