//! The known forms, as data. Of two that match the same bytes the one further up is reported.
//!
//! The forms are facts their makers published; the expressions are our own. They are compiled when
//! a literal of theirs was met, never before.

use super::addresses;
use super::pattern::{Edge, Guard, Pattern};

const fn new(
    id: &'static str,
    title: &'static str,
    literals: &'static [&'static str],
    regex: &'static str,
) -> Pattern {
    Pattern::new(id, title, literals, regex)
}

/// Every known form, the most telling first.
pub static PATTERNS: &[Pattern] = &[
    // clouds
    new(
        "aws-access-key-id",
        "an AWS access key id",
        &["AKIA", "ASIA", "ABIA", "ACCA"],
        r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}",
    )
    .entropy(3.0),
    new(
        "azure-storage-key",
        "an Azure Storage account key",
        &["+ASt"],
        r"[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{5}[AQgw]==",
    )
    .edge(Edge::Base64),
    new(
        "azure-512-bit-key",
        "an Azure Cosmos DB, Batch, Machine Learning or API Management key",
        &["ACDb", "+ABa", "+AMC", "APIM"],
        r"[A-Za-z0-9+/]{76}(?:ACDb|\+ABa|\+AMC|APIM)[A-Za-z0-9+/]{5}[AQgw]==",
    )
    .edge(Edge::Base64),
    new(
        "azure-256-bit-key",
        "an Azure Service Bus, Event Hubs, Relay, IoT Hub, Redis or Event Grid key",
        &["+ASb", "+AEh", "+ARm", "AIoT", "AzCa", "AZEG"],
        r"[A-Za-z0-9+/]{33}(?:\+ASb|\+AEh|\+ARm|AIoT|AzCa|AZEG)[A-P][A-Za-z0-9+/]{5}=",
    )
    .edge(Edge::Base64),
    new(
        "azure-functions-key",
        "an Azure Functions key",
        &["AzFu"],
        r"[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw](?:==|%3[Dd]%3[Dd])",
    )
    .edge(Edge::Name),
    new(
        "azure-search-key",
        "an Azure AI Search or Container Registry key",
        &["AzSe", "+ACR"],
        r"[A-Za-z0-9+/]{42}(?:AzSe|\+ACR)[A-D][A-Za-z0-9]{5}",
    )
    .edge(Edge::Base64),
    new(
        "azure-service-key",
        "a key of an Azure AI service",
        &["JQQJ99"],
        r"[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9][A-L][A-Za-z0-9]{12}AAA[A-Za-z]{5}[A-Za-z0-9]{4}",
    ),
    new(
        "entra-client-secret",
        "a Microsoft Entra client secret",
        &["7Q~", "8Q~"],
        r"[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "azure-connection-key",
        "the key of an Azure connection string",
        &["Key="],
        r"(?:SharedAccessKey=([A-Za-z0-9+/]{42,}=)|AccountKey=([A-Za-z0-9+/]{40,}={1,2}))",
    )
    .edge(Edge::Base64)
    .entropy(3.5),
    new(
        "google-api-key",
        "a Google API key",
        &["AIza"],
        r"AIza[A-Za-z0-9_-]{35}",
    )
    .edge(Edge::Name)
    .entropy(3.5),
    new(
        "google-client-secret",
        "a Google OAuth client secret",
        &["GOCSPX-"],
        r"GOCSPX-[A-Za-z0-9_-]{28}",
    )
    .edge(Edge::Name)
    .entropy(3.5),
    new(
        "google-access-token",
        "a Google access token",
        &["ya29."],
        r"ya29\.[A-Za-z0-9_-]{30,}",
    )
    .edge(Edge::Name)
    .entropy(3.5),
    new(
        "digitalocean-token",
        "a DigitalOcean token",
        &["dop_v1_", "doo_v1_", "dor_v1_"],
        r"do[opr]_v1_[a-f0-9]{64}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    // keys and tokens of no one vendor
    new(
        "private-key",
        "a private key",
        &["PRIVATE KEY-----"],
        r"-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY-----([A-Za-z0-9+/=\s\\:,-]{64,}?)-----END",
    )
    .guard(Guard::Lines)
    .edge(Edge::Free)
    .entropy(3.0),
    new(
        "jwt",
        "a JSON Web Token",
        &["eyJ"],
        r"eyJ[A-Za-z0-9_-]{14,}\.eyJ[A-Za-z0-9_-]{14,}\.[A-Za-z0-9_-]{10,}",
    )
    .edge(Edge::Name)
    .entropy(3.0)
    .guard(Guard::Jwt),
    // code hosting
    new(
        "github-token",
        "a GitHub token",
        &["ghp_", "gho_", "ghs_", "ghu_", "ghr_"],
        r"gh[opsur]_[A-Za-z0-9]{36}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "github-fine-grained-token",
        "a GitHub fine-grained token",
        &["github_pat_"],
        r"github_pat_[A-Za-z0-9_]{82}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "gitlab-token",
        "a GitLab token",
        &[
            "glpat-", "gldt-", "glrt-", "glcbt-", "glptt-", "gloas-", "glft-", "glagent-",
            "glsoat-",
        ],
        r"gl(?:pat|dt|rt|cbt|ptt|oas|ft|agent|soat)-[A-Za-z0-9_-]{20,}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "npm-token",
        "an npm token",
        &["npm_"],
        r"npm_[A-Za-z0-9]{36}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "pypi-token",
        "a PyPI token",
        &["pypi-AgE"],
        r"pypi-AgE[A-Za-z0-9_-]{50,}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    // talk and mail
    new(
        "slack-token",
        "a Slack token",
        &["xox", "xapp-"],
        r"(?:xox[abposre]-[0-9A-Za-z-]{10,}|xapp-[0-9]-[A-Z0-9]+-[0-9]+-[a-z0-9]{20,})",
    )
    .edge(Edge::Name)
    .entropy(2.5),
    new(
        "slack-webhook",
        "a Slack webhook address",
        &["hooks.slack.com"],
        r"hooks\.slack\.com/(?:services|workflows|triggers)/([A-Za-z0-9]+/[A-Za-z0-9]+/[A-Za-z0-9/]{20,})",
    )
    .entropy(3.0),
    new(
        "teams-webhook",
        "a Teams webhook address",
        &["webhook.office.com"],
        r"webhook\.office\.com/webhookb2/[A-Za-z0-9@-]+/IncomingWebhook/([a-f0-9]{32}/[a-f0-9-]{36})",
    )
    .entropy(3.0),
    new(
        "discord-webhook",
        "a Discord webhook address",
        &["api/webhooks/", r"api\/webhooks\/"],
        r"discord(?:app)?\.com/api/webhooks/[0-9]{17,20}/([A-Za-z0-9_-]{60,70})",
    )
    .edge(Edge::Name)
    .entropy(3.5),
    new(
        "telegram-token",
        "a Telegram bot token",
        &[":AA"],
        r"[0-9]{8,10}:AA[A-Za-z0-9_-]{33}",
    )
    .edge(Edge::Name)
    .entropy(3.5),
    new(
        "sendgrid-key",
        "a SendGrid key",
        &["SG."],
        r"SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "mailgun-key",
        "a Mailgun key",
        &["key-"],
        r"key-[a-f0-9]{32}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "mailchimp-key",
        "a Mailchimp key",
        &[
            "-us1", "-us2", "-us3", "-us4", "-us5", "-us6", "-us7", "-us8", "-us9",
        ],
        r"[a-f0-9]{32}-us[1-9][0-9]?",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "brevo-key",
        "a Brevo key",
        &["xkeysib-"],
        r"xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    // money and shops
    new(
        "stripe-key",
        "a Stripe secret key",
        &["k_live_", "k_prod_"],
        r"[rs]k_(?:live|prod)_[A-Za-z0-9]{10,99}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "stripe-test-key",
        "a Stripe test key",
        &["k_test_"],
        r"[rs]k_test_[A-Za-z0-9]{10,99}",
    )
    .edge(Edge::Name)
    .entropy(3.0)
    .guard(Guard::TestMode),
    new(
        "shopify-token",
        "a Shopify token",
        &["shpat_", "shpca_", "shppa_", "shpss_"],
        r"shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}",
    )
    .edge(Edge::Name)
    .entropy(2.5),
    new(
        "square-token",
        "a Square token",
        &["sq0atp-", "sq0csp-"],
        r"sq0(?:atp|csp)-[A-Za-z0-9_-]{22,43}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    // models
    new(
        "openai-key",
        "an OpenAI key",
        &["T3BlbkFJ", "sk-proj-", "sk-svcacct-", "sk-admin-"],
        r"sk-(?:(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "anthropic-key",
        "an Anthropic key",
        &["sk-ant-"],
        r"sk-ant-(?:api|admin)[0-9]{2}-[A-Za-z0-9_-]{80,}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "hugging-face-token",
        "a Hugging Face token",
        &["hf_"],
        r"hf_[A-Za-z0-9]{34}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    // workplaces
    new(
        "atlassian-token",
        "an Atlassian token",
        &["ATATT3"],
        r"ATATT3[A-Za-z0-9_=-]{60,}",
    )
    .edge(Edge::Name)
    .entropy(3.5),
    new(
        "notion-token",
        "a Notion token",
        &["ntn_", "secret_"],
        r"(?:ntn_[A-Za-z0-9]{46}|secret_[A-Za-z0-9]{43})",
    )
    .edge(Edge::Name)
    .entropy(3.5),
    new(
        "linear-key",
        "a Linear key",
        &["lin_api_"],
        r"lin_api_[A-Za-z0-9]{40}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "databricks-token",
        "a Databricks token",
        &["dapi"],
        r"dapi[a-f0-9]{32}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "postman-key",
        "a Postman key",
        &["PMAK-"],
        r"PMAK-[a-f0-9]{24}-[a-f0-9]{34}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    new(
        "new-relic-key",
        "a New Relic key",
        &["NRAK-"],
        r"NRAK-[A-Z0-9]{27}",
    )
    .edge(Edge::Name)
    .entropy(3.0),
    // connections, URLs, headers
    addresses::SQL_PASSWORD,
    addresses::DATABASE_URL,
    addresses::USER_PART,
    addresses::SHARED_ACCESS_SIGNATURE,
    addresses::FUNCTIONS_CODE,
    addresses::QUERY_CREDENTIAL,
    addresses::QUERY_KEY,
    addresses::BASIC,
    addresses::BEARER,
];
