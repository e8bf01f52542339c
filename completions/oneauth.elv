
use builtin;
use str;

set edit:completion:arg-completer[oneauth] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'oneauth'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'oneauth'= {
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand check 'Lint documents against the target'
            cand rewrite 'Make a document use exactly one security scheme'
            cand convert 'Convert OpenAPI 3.x to Swagger 2.0, and say what could not be carried over'
            cand connector 'Make a whole connector: definition, properties, gateway policies'
            cand inspect 'Show the schemes, who requires what, and what the platform would take'
            cand diff 'Show what changed between two documents, and whose protection with it'
            cand explain 'Explain a rule'
            cand rules 'List the rules'
            cand providers 'List the OAuth 2 providers there are presets for, or show one'
            cand targets 'List the targets, or show what is known of one'
            cand completions 'Write completions for a shell'
            cand man 'Write the man page'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'oneauth;check'= {
            cand --files-from 'Read the paths from a file, one a line; `-` for standard input'
            cand --select 'Run only these rules, by id or by family such as `oauth`'
            cand --ignore 'Do not run these rules, by id or by family'
            cand --profile 'Judge as any API or as a connector [default: by the target]'
            cand --fail-on 'Fail from this severity on: hint, info, warning, error, never [default: warning]'
            cand --output 'Write a report to a file as well; may be repeated'
            cand --write-baseline 'Write the findings of this run as the baseline'
            cand --baseline 'Set aside the findings of a baseline'
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand -0 'The paths of `--files-from` end in a NUL byte, as `git ls-files -z` writes them'
            cand --null 'The paths of `--files-from` end in a NUL byte, as `git ls-files -z` writes them'
            cand --fix 'Mend what can be mended safely'
            cand --unsafe-fixes 'Mend also where the meaning may change for someone'
            cand --diff 'Show what `--fix` would change, and change nothing'
            cand --print-settings 'Show each setting and where it came from, and check nothing'
            cand --strict 'Refuse JSON that is not strict'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'oneauth;rewrite'= {
            cand --to 'The type: none, api-key, basic, oauth2, bearer'
            cand --keep 'Keep the scheme of this name'
            cand --name 'The name of a new scheme'
            cand --header 'Send the API key in this header'
            cand --query 'Send the API key in this query parameter'
            cand --provider 'OAuth 2: URLs and scopes of a known provider; `oneauth providers` lists them'
            cand --tenant-id 'OAuth 2: the tenant of the provider'
            cand --provider-value 'OAuth 2: a value the provider needs; may be repeated'
            cand --authorization-url 'OAuth 2: where the user signs in'
            cand --token-url 'OAuth 2: where the code is exchanged for a token'
            cand --refresh-url 'OAuth 2: where the token is renewed'
            cand --scope 'OAuth 2: a scope, with its description if you like; may be repeated'
            cand --set 'Put a value in the place of a placeholder such as {{TENANT_ID}}; may be repeated'
            cand -o 'Write the result to this file; `-` for standard output'
            cand --output 'Write the result to this file; `-` for standard output'
            cand --verify 'How thoroughly to verify: `full` asks independent readers too'
            cand -U 'Lines of context in the diff'
            cand --context 'Lines of context in the diff'
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand --write 'Change the file itself'
            cand --check 'Leave with 1 when something would change, and change nothing'
            cand --accept-public 'Accept that operations become public'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'oneauth;convert'= {
            cand -o 'Write the result to this file instead of standard output; `.yaml` gives YAML'
            cand --output 'Write the result to this file instead of standard output; `.yaml` gives YAML'
            cand --report 'How to report what is lost'
            cand --prefer-media-type 'Take this media type first where only one can be kept; may be repeated'
            cand --set 'A value for a server variable or placeholder; may be repeated'
            cand --provider 'OAuth 2: URLs and scopes of a known provider; `oneauth providers` lists them'
            cand --tenant-id 'OAuth 2: the tenant of the provider'
            cand --provider-value 'OAuth 2: a value the provider needs; may be repeated'
            cand --authorization-url 'OAuth 2: where the user signs in'
            cand --token-url 'OAuth 2: where the code is exchanged for a token'
            cand --refresh-url 'OAuth 2: where the token is renewed'
            cand --scope 'OAuth 2: a scope, with its description if you like; may be repeated'
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand --yaml 'Write YAML'
            cand --strict 'Write nothing and leave with 1 when anything is lost'
            cand --flatten-all-of 'Write `allOf` as one schema; the default where the target cannot read it'
            cand --prune 'Leave out components nothing refers to'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'oneauth;connector'= {
            cand -o 'The folder to make; one that is there is brought up to date'
            cand --output 'The folder to make; one that is there is brought up to date'
            cand --from 'Build every connector that a configuration lists'
            cand --to 'The type: none, api-key, basic, oauth2, bearer'
            cand --keep 'Keep the scheme of this name'
            cand --name 'The name of a new scheme'
            cand --header 'Send the API key in this header'
            cand --query 'Send the API key in this query parameter'
            cand --provider 'OAuth 2: URLs and scopes of a known provider; `oneauth providers` lists them'
            cand --tenant-id 'OAuth 2: the tenant of the provider'
            cand --provider-value 'OAuth 2: a value the provider needs; may be repeated'
            cand --authorization-url 'OAuth 2: where the user signs in'
            cand --token-url 'OAuth 2: where the code is exchanged for a token'
            cand --refresh-url 'OAuth 2: where the token is renewed'
            cand --scope 'OAuth 2: a scope, with its description if you like; may be repeated'
            cand --set 'Put a value in the place of a placeholder such as {{TENANT_ID}}; may be repeated'
            cand --gateway 'The gateway to write policies for'
            cand --client-id 'The application''s client id; a placeholder when absent. The secret is never asked for'
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand --multi-auth 'Offer every type the document has as a parameter set'
            cand --diff 'Show what would be written, and write nothing'
            cand --overwrite 'Replace policy files that differ from what is generated, and the definition of another API'
            cand --accept-public 'Accept that operations become public'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'oneauth;inspect'= {
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'oneauth;diff'= {
            cand --git 'Compare with a revision: REV (against the working tree), or REV1..REV2'
            cand --fail-on 'Leave with 1 when such a difference is found'
            cand -U 'Lines of context in the text diff'
            cand --context 'Lines of context in the text diff'
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand --exit-code 'Leave with 1 when the documents differ at all, as git does'
            cand --only-security 'Report everything that is not about security as an error: what a rewrite must not touch'
            cand --no-text 'Leave the text diff out'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'oneauth;explain'= {
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'oneauth;rules'= {
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'oneauth;providers'= {
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'oneauth;targets'= {
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'oneauth;completions'= {
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'oneauth;man'= {
            cand --target 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]'
            cand --format 'The output format [default: human]'
            cand --color 'When to write colour'
            cand --config 'The configuration file, instead of the nearest oneauth.yaml'
            cand -j 'How many files to work on at once [default: one per core]'
            cand --jobs 'How many files to work on at once [default: one per core]'
            cand -q 'Write results only: no summary, no notes'
            cand --quiet 'Write results only: no summary, no notes'
            cand --no-config 'Read no configuration file'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'oneauth;help'= {
            cand check 'Lint documents against the target'
            cand rewrite 'Make a document use exactly one security scheme'
            cand convert 'Convert OpenAPI 3.x to Swagger 2.0, and say what could not be carried over'
            cand connector 'Make a whole connector: definition, properties, gateway policies'
            cand inspect 'Show the schemes, who requires what, and what the platform would take'
            cand diff 'Show what changed between two documents, and whose protection with it'
            cand explain 'Explain a rule'
            cand rules 'List the rules'
            cand providers 'List the OAuth 2 providers there are presets for, or show one'
            cand targets 'List the targets, or show what is known of one'
            cand completions 'Write completions for a shell'
            cand man 'Write the man page'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'oneauth;help;check'= {
        }
        &'oneauth;help;rewrite'= {
        }
        &'oneauth;help;convert'= {
        }
        &'oneauth;help;connector'= {
        }
        &'oneauth;help;inspect'= {
        }
        &'oneauth;help;diff'= {
        }
        &'oneauth;help;explain'= {
        }
        &'oneauth;help;rules'= {
        }
        &'oneauth;help;providers'= {
        }
        &'oneauth;help;targets'= {
        }
        &'oneauth;help;completions'= {
        }
        &'oneauth;help;man'= {
        }
        &'oneauth;help;help'= {
        }
    ]
    $completions[$command]
}
