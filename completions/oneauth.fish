# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_oneauth_global_optspecs
    string join \n target= format= color= q/quiet config= no-config j/jobs= h/help V/version
end

function __fish_oneauth_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_oneauth_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_oneauth_using_subcommand
    set -l cmd (__fish_oneauth_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c oneauth -n "__fish_oneauth_needs_command" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_needs_command" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_needs_command" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_needs_command" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_needs_command" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_needs_command" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_needs_command" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_needs_command" -s V -l version -d 'Print version'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "check" -d 'Lint documents against the target'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "rewrite" -d 'Make a document use exactly one security scheme'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "convert" -d 'Convert OpenAPI 3.x to Swagger 2.0, and say what could not be carried over'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "connector" -d 'Make a whole connector: definition, properties, gateway policies'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "inspect" -d 'Show the schemes, who requires what, and what the platform would take'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "diff" -d 'Show what changed between two documents, and whose protection with it'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "explain" -d 'Explain a rule'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "rules" -d 'List the rules'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "providers" -d 'List the OAuth 2 providers there are presets for, or show one'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "targets" -d 'List the targets, or show what is known of one'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "completions" -d 'Write completions for a shell'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "man" -d 'Write the man page'
complete -c oneauth -n "__fish_oneauth_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l files-from -d 'Read the paths from a file, one a line; `-` for standard input' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l select -d 'Run only these rules, by id or by family such as `oauth`' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l ignore -d 'Do not run these rules, by id or by family' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l profile -d 'Judge as any API or as a connector [default: by the target]' -r -f -a "auto\t''
api\t''
connector\t''"
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l fail-on -d 'Fail from this severity on: hint, info, warning, error, never [default: warning]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l output -d 'Write a report to a file as well; may be repeated' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l write-baseline -d 'Write the findings of this run as the baseline' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l baseline -d 'Set aside the findings of a baseline' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -s 0 -l null -d 'The paths of `--files-from` end in a NUL byte, as `git ls-files -z` writes them'
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l fix -d 'Mend what can be mended safely'
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l unsafe-fixes -d 'Mend also where the meaning may change for someone'
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l diff -d 'Show what `--fix` would change, and change nothing'
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l print-settings -d 'Show each setting and where it came from, and check nothing'
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l strict -d 'Refuse JSON that is not strict'
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l to -d 'The type: none, api-key, basic, oauth2, bearer' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l keep -d 'Keep the scheme of this name' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l name -d 'The name of a new scheme' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l header -d 'Send the API key in this header' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l query -d 'Send the API key in this query parameter' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l provider -d 'OAuth 2: URLs and scopes of a known provider; `oneauth providers` lists them' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l tenant-id -d 'OAuth 2: the tenant of the provider' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l provider-value -d 'OAuth 2: a value the provider needs; may be repeated' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l authorization-url -d 'OAuth 2: where the user signs in' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l token-url -d 'OAuth 2: where the code is exchanged for a token' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l refresh-url -d 'OAuth 2: where the token is renewed' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l scope -d 'OAuth 2: a scope, with its description if you like; may be repeated' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l set -d 'Put a value in the place of a placeholder such as {{TENANT_ID}}; may be repeated' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -s o -l output -d 'Write the result to this file; `-` for standard output' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l verify -d 'How thoroughly to verify: `full` asks independent readers too' -r -f -a "usual\t''
full\t''"
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -s U -l context -d 'Lines of context in the diff' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l write -d 'Change the file itself'
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l check -d 'Leave with 1 when something would change, and change nothing'
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l accept-public -d 'Accept that operations become public'
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_using_subcommand rewrite" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -s o -l output -d 'Write the result to this file instead of standard output; `.yaml` gives YAML' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l report -d 'How to report what is lost' -r -f -a "human\t''
json\t''
jsonl\t''"
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l prefer-media-type -d 'Take this media type first where only one can be kept; may be repeated' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l set -d 'A value for a server variable or placeholder; may be repeated' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l provider -d 'OAuth 2: URLs and scopes of a known provider; `oneauth providers` lists them' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l tenant-id -d 'OAuth 2: the tenant of the provider' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l provider-value -d 'OAuth 2: a value the provider needs; may be repeated' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l authorization-url -d 'OAuth 2: where the user signs in' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l token-url -d 'OAuth 2: where the code is exchanged for a token' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l refresh-url -d 'OAuth 2: where the token is renewed' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l scope -d 'OAuth 2: a scope, with its description if you like; may be repeated' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l yaml -d 'Write YAML'
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l strict -d 'Write nothing and leave with 1 when anything is lost'
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l flatten-all-of -d 'Write `allOf` as one schema; the default where the target cannot read it'
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l prune -d 'Leave out components nothing refers to'
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_using_subcommand convert" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -s o -l output -d 'The folder to make; one that is there is brought up to date' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l from -d 'Build every connector that a configuration lists' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l to -d 'The type: none, api-key, basic, oauth2, bearer' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l keep -d 'Keep the scheme of this name' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l name -d 'The name of a new scheme' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l header -d 'Send the API key in this header' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l query -d 'Send the API key in this query parameter' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l provider -d 'OAuth 2: URLs and scopes of a known provider; `oneauth providers` lists them' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l tenant-id -d 'OAuth 2: the tenant of the provider' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l provider-value -d 'OAuth 2: a value the provider needs; may be repeated' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l authorization-url -d 'OAuth 2: where the user signs in' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l token-url -d 'OAuth 2: where the code is exchanged for a token' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l refresh-url -d 'OAuth 2: where the token is renewed' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l scope -d 'OAuth 2: a scope, with its description if you like; may be repeated' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l set -d 'Put a value in the place of a placeholder such as {{TENANT_ID}}; may be repeated' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l gateway -d 'The gateway to write policies for' -r -f -a "apim\t''
apigee\t''
none\t''"
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l client-id -d 'The application\'s client id; a placeholder when absent. The secret is never asked for' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l multi-auth -d 'Offer every type the document has as a parameter set'
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l diff -d 'Show what would be written, and write nothing'
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l overwrite -d 'Replace policy files that differ from what is generated, and the definition of another API'
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l accept-public -d 'Accept that operations become public'
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_using_subcommand connector" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_using_subcommand inspect" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_using_subcommand inspect" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand inspect" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_using_subcommand inspect" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand inspect" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand inspect" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_using_subcommand inspect" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_using_subcommand inspect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -l git -d 'Compare with a revision: REV (against the working tree), or REV1..REV2' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -l fail-on -d 'Leave with 1 when such a difference is found' -r -f -a "breaking\t'Clients or connections that exist break'
security\t'Security is weaker'
any\t'Anything that changes the meaning'"
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -s U -l context -d 'Lines of context in the text diff' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -l exit-code -d 'Leave with 1 when the documents differ at all, as git does'
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -l only-security -d 'Report everything that is not about security as an error: what a rewrite must not touch'
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -l no-text -d 'Leave the text diff out'
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_using_subcommand diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_using_subcommand explain" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_using_subcommand explain" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand explain" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_using_subcommand explain" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand explain" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand explain" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_using_subcommand explain" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_using_subcommand explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_using_subcommand rules" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_using_subcommand rules" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rules" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_using_subcommand rules" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand rules" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand rules" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_using_subcommand rules" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_using_subcommand rules" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_using_subcommand providers" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_using_subcommand providers" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand providers" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_using_subcommand providers" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand providers" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand providers" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_using_subcommand providers" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_using_subcommand providers" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_using_subcommand targets" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_using_subcommand targets" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand targets" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_using_subcommand targets" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand targets" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand targets" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_using_subcommand targets" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_using_subcommand targets" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_using_subcommand completions" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_using_subcommand completions" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand completions" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_using_subcommand completions" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand completions" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand completions" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_using_subcommand completions" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_using_subcommand man" -l target -d 'The platform the document is meant for, one of `oneauth targets` [default: power-platform]' -r -f -a "power-platform\t'Power Platform custom connector'
logic-apps\t'Azure Logic Apps, HTTP + Swagger action'
copilot-studio\t'Microsoft Copilot Studio, REST API tool'
m365-copilot-plugin\t'Microsoft 365 Copilot API plugin'
azure-ai-foundry\t'Azure AI Foundry, OpenAPI tool of an agent'
apim-import\t'Azure API Management, import'
3scale\t'Red Hat 3scale toolbox'
apigee\t'Google Apigee'
aws-api-gateway\t'Amazon API Gateway, REST API import'
bedrock-agentcore\t'Amazon Bedrock AgentCore Gateway'
google-api-gateway\t'Google Cloud Endpoints and API Gateway'
gpt-actions\t'OpenAI GPT Actions'
mulesoft-rest-connect\t'MuleSoft REST Connect'
okta-workflows\t'Okta Workflows Integration Builder'
salesforce-external-services\t'Salesforce External Services'
talend\t'Talend Cloud API Designer'
openapi\t'Any consumer of OpenAPI documents'"
complete -c oneauth -n "__fish_oneauth_using_subcommand man" -l format -d 'The output format [default: human]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand man" -l color -d 'When to write colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c oneauth -n "__fish_oneauth_using_subcommand man" -l config -d 'The configuration file, instead of the nearest oneauth.yaml' -r -F
complete -c oneauth -n "__fish_oneauth_using_subcommand man" -s j -l jobs -d 'How many files to work on at once [default: one per core]' -r
complete -c oneauth -n "__fish_oneauth_using_subcommand man" -s q -l quiet -d 'Write results only: no summary, no notes'
complete -c oneauth -n "__fish_oneauth_using_subcommand man" -l no-config -d 'Read no configuration file'
complete -c oneauth -n "__fish_oneauth_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "check" -d 'Lint documents against the target'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "rewrite" -d 'Make a document use exactly one security scheme'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "convert" -d 'Convert OpenAPI 3.x to Swagger 2.0, and say what could not be carried over'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "connector" -d 'Make a whole connector: definition, properties, gateway policies'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "inspect" -d 'Show the schemes, who requires what, and what the platform would take'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "diff" -d 'Show what changed between two documents, and whose protection with it'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "explain" -d 'Explain a rule'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "rules" -d 'List the rules'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "providers" -d 'List the OAuth 2 providers there are presets for, or show one'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "targets" -d 'List the targets, or show what is known of one'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "completions" -d 'Write completions for a shell'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "man" -d 'Write the man page'
complete -c oneauth -n "__fish_oneauth_using_subcommand help; and not __fish_seen_subcommand_from check rewrite convert connector inspect diff explain rules providers targets completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
