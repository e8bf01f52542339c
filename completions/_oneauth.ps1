
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'oneauth' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'oneauth'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'oneauth' {
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Lint documents against the target')
            [CompletionResult]::new('rewrite', 'rewrite', [CompletionResultType]::ParameterValue, 'Make a document use exactly one security scheme')
            [CompletionResult]::new('convert', 'convert', [CompletionResultType]::ParameterValue, 'Convert OpenAPI 3.x to Swagger 2.0, and say what could not be carried over')
            [CompletionResult]::new('connector', 'connector', [CompletionResultType]::ParameterValue, 'Make a whole connector: definition, properties, gateway policies')
            [CompletionResult]::new('inspect', 'inspect', [CompletionResultType]::ParameterValue, 'Show the schemes, who requires what, and what the platform would take')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Show what changed between two documents, and whose protection with it')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Explain a rule')
            [CompletionResult]::new('rules', 'rules', [CompletionResultType]::ParameterValue, 'List the rules')
            [CompletionResult]::new('providers', 'providers', [CompletionResultType]::ParameterValue, 'List the OAuth 2 providers there are presets for, or show one')
            [CompletionResult]::new('targets', 'targets', [CompletionResultType]::ParameterValue, 'List the targets, or show what is known of one')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Write completions for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Write the man page')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'oneauth;check' {
            [CompletionResult]::new('--files-from', '--files-from', [CompletionResultType]::ParameterName, 'Read the paths from a file, one a line; `-` for standard input')
            [CompletionResult]::new('--select', '--select', [CompletionResultType]::ParameterName, 'Run only these rules, by id or by family such as `oauth`')
            [CompletionResult]::new('--ignore', '--ignore', [CompletionResultType]::ParameterName, 'Do not run these rules, by id or by family')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Judge as any API or as a connector [default: by the target]')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'Fail from this severity on: hint, info, warning, error, never [default: warning]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write a report to a file as well; may be repeated')
            [CompletionResult]::new('--write-baseline', '--write-baseline', [CompletionResultType]::ParameterName, 'Write the findings of this run as the baseline')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'Set aside the findings of a baseline')
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('-0', '-0', [CompletionResultType]::ParameterName, 'The paths of `--files-from` end in a NUL byte, as `git ls-files -z` writes them')
            [CompletionResult]::new('--null', '--null', [CompletionResultType]::ParameterName, 'The paths of `--files-from` end in a NUL byte, as `git ls-files -z` writes them')
            [CompletionResult]::new('--fix', '--fix', [CompletionResultType]::ParameterName, 'Mend what can be mended safely')
            [CompletionResult]::new('--unsafe-fixes', '--unsafe-fixes', [CompletionResultType]::ParameterName, 'Mend also where the meaning may change for someone')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show what `--fix` would change, and change nothing')
            [CompletionResult]::new('--print-settings', '--print-settings', [CompletionResultType]::ParameterName, 'Show each setting and where it came from, and check nothing')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Refuse JSON that is not strict')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'oneauth;rewrite' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The type: none, api-key, basic, oauth2, bearer')
            [CompletionResult]::new('--keep', '--keep', [CompletionResultType]::ParameterName, 'Keep the scheme of this name')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'The name of a new scheme')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Send the API key in this header')
            [CompletionResult]::new('--query', '--query', [CompletionResultType]::ParameterName, 'Send the API key in this query parameter')
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'OAuth 2: URLs and scopes of a known provider; `oneauth providers` lists them')
            [CompletionResult]::new('--tenant-id', '--tenant-id', [CompletionResultType]::ParameterName, 'OAuth 2: the tenant of the provider')
            [CompletionResult]::new('--provider-value', '--provider-value', [CompletionResultType]::ParameterName, 'OAuth 2: a value the provider needs; may be repeated')
            [CompletionResult]::new('--authorization-url', '--authorization-url', [CompletionResultType]::ParameterName, 'OAuth 2: where the user signs in')
            [CompletionResult]::new('--token-url', '--token-url', [CompletionResultType]::ParameterName, 'OAuth 2: where the code is exchanged for a token')
            [CompletionResult]::new('--refresh-url', '--refresh-url', [CompletionResultType]::ParameterName, 'OAuth 2: where the token is renewed')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'OAuth 2: a scope, with its description if you like; may be repeated')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Put a value in the place of a placeholder such as {{TENANT_ID}}; may be repeated')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the result to this file; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the result to this file; `-` for standard output')
            [CompletionResult]::new('--verify', '--verify', [CompletionResultType]::ParameterName, 'How thoroughly to verify: `full` asks independent readers too')
            [CompletionResult]::new('-U', '-U ', [CompletionResultType]::ParameterName, 'Lines of context in the diff')
            [CompletionResult]::new('--context', '--context', [CompletionResultType]::ParameterName, 'Lines of context in the diff')
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'Change the file itself')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Leave with 1 when something would change, and change nothing')
            [CompletionResult]::new('--accept-public', '--accept-public', [CompletionResultType]::ParameterName, 'Accept that operations become public')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'oneauth;convert' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the result to this file instead of standard output; `.yaml` gives YAML')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the result to this file instead of standard output; `.yaml` gives YAML')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'How to report what is lost')
            [CompletionResult]::new('--prefer-media-type', '--prefer-media-type', [CompletionResultType]::ParameterName, 'Take this media type first where only one can be kept; may be repeated')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'A value for a server variable or placeholder; may be repeated')
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'OAuth 2: URLs and scopes of a known provider; `oneauth providers` lists them')
            [CompletionResult]::new('--tenant-id', '--tenant-id', [CompletionResultType]::ParameterName, 'OAuth 2: the tenant of the provider')
            [CompletionResult]::new('--provider-value', '--provider-value', [CompletionResultType]::ParameterName, 'OAuth 2: a value the provider needs; may be repeated')
            [CompletionResult]::new('--authorization-url', '--authorization-url', [CompletionResultType]::ParameterName, 'OAuth 2: where the user signs in')
            [CompletionResult]::new('--token-url', '--token-url', [CompletionResultType]::ParameterName, 'OAuth 2: where the code is exchanged for a token')
            [CompletionResult]::new('--refresh-url', '--refresh-url', [CompletionResultType]::ParameterName, 'OAuth 2: where the token is renewed')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'OAuth 2: a scope, with its description if you like; may be repeated')
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--yaml', '--yaml', [CompletionResultType]::ParameterName, 'Write YAML')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Write nothing and leave with 1 when anything is lost')
            [CompletionResult]::new('--flatten-all-of', '--flatten-all-of', [CompletionResultType]::ParameterName, 'Write `allOf` as one schema; the default where the target cannot read it')
            [CompletionResult]::new('--prune', '--prune', [CompletionResultType]::ParameterName, 'Leave out components nothing refers to')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'oneauth;connector' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The folder to make; one that is there is brought up to date')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The folder to make; one that is there is brought up to date')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Build every connector that a configuration lists')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The type: none, api-key, basic, oauth2, bearer')
            [CompletionResult]::new('--keep', '--keep', [CompletionResultType]::ParameterName, 'Keep the scheme of this name')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'The name of a new scheme')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Send the API key in this header')
            [CompletionResult]::new('--query', '--query', [CompletionResultType]::ParameterName, 'Send the API key in this query parameter')
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'OAuth 2: URLs and scopes of a known provider; `oneauth providers` lists them')
            [CompletionResult]::new('--tenant-id', '--tenant-id', [CompletionResultType]::ParameterName, 'OAuth 2: the tenant of the provider')
            [CompletionResult]::new('--provider-value', '--provider-value', [CompletionResultType]::ParameterName, 'OAuth 2: a value the provider needs; may be repeated')
            [CompletionResult]::new('--authorization-url', '--authorization-url', [CompletionResultType]::ParameterName, 'OAuth 2: where the user signs in')
            [CompletionResult]::new('--token-url', '--token-url', [CompletionResultType]::ParameterName, 'OAuth 2: where the code is exchanged for a token')
            [CompletionResult]::new('--refresh-url', '--refresh-url', [CompletionResultType]::ParameterName, 'OAuth 2: where the token is renewed')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'OAuth 2: a scope, with its description if you like; may be repeated')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Put a value in the place of a placeholder such as {{TENANT_ID}}; may be repeated')
            [CompletionResult]::new('--gateway', '--gateway', [CompletionResultType]::ParameterName, 'The gateway to write policies for')
            [CompletionResult]::new('--client-id', '--client-id', [CompletionResultType]::ParameterName, 'The application''s client id; a placeholder when absent. The secret is never asked for')
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--multi-auth', '--multi-auth', [CompletionResultType]::ParameterName, 'Offer every type the document has as a parameter set')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show what would be written, and write nothing')
            [CompletionResult]::new('--overwrite', '--overwrite', [CompletionResultType]::ParameterName, 'Replace policy files that differ from what is generated, and the definition of another API')
            [CompletionResult]::new('--accept-public', '--accept-public', [CompletionResultType]::ParameterName, 'Accept that operations become public')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'oneauth;inspect' {
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'oneauth;diff' {
            [CompletionResult]::new('--git', '--git', [CompletionResultType]::ParameterName, 'Compare with a revision: REV (against the working tree), or REV1..REV2')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'Leave with 1 when such a difference is found')
            [CompletionResult]::new('-U', '-U ', [CompletionResultType]::ParameterName, 'Lines of context in the text diff')
            [CompletionResult]::new('--context', '--context', [CompletionResultType]::ParameterName, 'Lines of context in the text diff')
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--exit-code', '--exit-code', [CompletionResultType]::ParameterName, 'Leave with 1 when the documents differ at all, as git does')
            [CompletionResult]::new('--only-security', '--only-security', [CompletionResultType]::ParameterName, 'Report everything that is not about security as an error: what a rewrite must not touch')
            [CompletionResult]::new('--no-text', '--no-text', [CompletionResultType]::ParameterName, 'Leave the text diff out')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'oneauth;explain' {
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'oneauth;rules' {
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'oneauth;providers' {
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'oneauth;targets' {
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'oneauth;completions' {
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'oneauth;man' {
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The output format [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to write colour')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the nearest oneauth.yaml')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many files to work on at once [default: one per core]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Write results only: no summary, no notes')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Read no configuration file')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'oneauth;help' {
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Lint documents against the target')
            [CompletionResult]::new('rewrite', 'rewrite', [CompletionResultType]::ParameterValue, 'Make a document use exactly one security scheme')
            [CompletionResult]::new('convert', 'convert', [CompletionResultType]::ParameterValue, 'Convert OpenAPI 3.x to Swagger 2.0, and say what could not be carried over')
            [CompletionResult]::new('connector', 'connector', [CompletionResultType]::ParameterValue, 'Make a whole connector: definition, properties, gateway policies')
            [CompletionResult]::new('inspect', 'inspect', [CompletionResultType]::ParameterValue, 'Show the schemes, who requires what, and what the platform would take')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Show what changed between two documents, and whose protection with it')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Explain a rule')
            [CompletionResult]::new('rules', 'rules', [CompletionResultType]::ParameterValue, 'List the rules')
            [CompletionResult]::new('providers', 'providers', [CompletionResultType]::ParameterValue, 'List the OAuth 2 providers there are presets for, or show one')
            [CompletionResult]::new('targets', 'targets', [CompletionResultType]::ParameterValue, 'List the targets, or show what is known of one')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Write completions for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Write the man page')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'oneauth;help;check' {
            break
        }
        'oneauth;help;rewrite' {
            break
        }
        'oneauth;help;convert' {
            break
        }
        'oneauth;help;connector' {
            break
        }
        'oneauth;help;inspect' {
            break
        }
        'oneauth;help;diff' {
            break
        }
        'oneauth;help;explain' {
            break
        }
        'oneauth;help;rules' {
            break
        }
        'oneauth;help;providers' {
            break
        }
        'oneauth;help;targets' {
            break
        }
        'oneauth;help;completions' {
            break
        }
        'oneauth;help;man' {
            break
        }
        'oneauth;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
