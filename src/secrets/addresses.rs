//! The forms that have something around them: connection strings, URLs, headers.

use super::pattern::{Edge, Guard, Pattern, PatternKind};

/// The password of an ADO.NET connection string.
pub(super) const SQL_PASSWORD: Pattern = Pattern::new(
    "sql-password",
    "the password of a connection string",
    &["assword="],
    r#"(?:[Ss]erver|Data Source)=[^;"']+;[^"']*?[Pp]assword=([^;"'\s]{6,})"#,
)
.edge(Edge::Free)
.entropy(2.0)
.guard(Guard::UserPart);

/// A database URL with a password.
pub(super) const DATABASE_URL: Pattern = Pattern::new(
        "database-url",
        "a database address with a password",
        &[],
        r#"(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver)://[^\s:/@"'<>]*:([^\s:/@"'<>]{3,})@[A-Za-z0-9.-]+"#,
    )
    .edge(Edge::Free)
    .guard(Guard::UserPart);

/// `user:password@` of a URL.
pub(super) const USER_PART: Pattern = Pattern::new(
    "user-part",
    "a user and a password",
    &[],
    r#"(?:https?|ftps?|sftp|wss?)://([^\s:/?#@"'<>]+:[^\s:/?#@"'<>]+)@[A-Za-z0-9{\[]"#,
)
.edge(Edge::Free)
.kind(PatternKind::UserPart)
.guard(Guard::UserPart);

/// `sig` of a shared access signature.
pub(super) const SHARED_ACCESS_SIGNATURE: Pattern = Pattern::new(
    "shared-access-signature",
    "a shared access signature",
    &["sig="],
    r"[?&;]sig=([A-Za-z0-9%+/_-]{20,}={0,2})",
)
.edge(Edge::Free)
.kind(PatternKind::Query)
.entropy(3.5)
.guard(Guard::SharedAccess);

/// `code` of an Azure Functions address.
pub(super) const FUNCTIONS_CODE: Pattern = Pattern::new(
    "functions-code",
    "the key of an Azure Functions address",
    &["code="],
    r#"azurewebsites\.net[^\s"'<>]*[?&;]code=([A-Za-z0-9%+/_-]{20,}={0,2})"#,
)
.edge(Edge::Base64)
.kind(PatternKind::Query)
.entropy(3.3)
.guard(Guard::Digit);

/// A query member with the name of a credential.
pub(super) const QUERY_CREDENTIAL: Pattern = Pattern::new(
        "query-credential",
        "a credential in the query",
        &["key=", "Key=", "KEY=", "oken=", "ecret=", "assword="],
        r#"[?&;](?:api[_-]?[kK]ey|apiKey|APIKEY|API_KEY|app[_-]?[kK]ey|[aA]ccess_?[tT]oken|auth_?[tT]oken|(?:ocp-apim-)?subscription-[kK]ey|client_?[sS]ecret|secret|password)=([^\s&#"'<>(){}\[\]\\,;|]{16,})"#,
    )
    .edge(Edge::Free)
    .kind(PatternKind::Query)
    .entropy(2.8)
    .guard(Guard::Digit);

/// A query member whose name is a credential only with such a value.
pub(super) const QUERY_KEY: Pattern = Pattern::new(
    "query-key",
    "a key in the query",
    &["key=", "oken=", "code="],
    r"[?&;](?:key|token|code)=([A-Za-z0-9%+/_.~-]{24,}={0,2})",
)
.edge(Edge::Free)
.kind(PatternKind::Query)
.entropy(3.3)
.guard(Guard::LongAndEven);

/// `Basic` credentials (RFC 7617).
pub(super) const BASIC: Pattern = Pattern::new(
    "basic-authorization",
    "a `Basic` credential",
    &["Basic ", "basic "],
    r"[Bb]asic +([A-Za-z0-9+/]{7,}={0,2})",
)
.edge(Edge::Base64)
.kind(PatternKind::Authorization)
.guard(Guard::Basic);

/// `Bearer` credentials (RFC 6750).
pub(super) const BEARER: Pattern = Pattern::new(
    "bearer-authorization",
    "a bearer token",
    &["Bearer ", "bearer "],
    r"[Bb]earer +([A-Za-z0-9._~+/-]{20,}={0,2})",
)
.edge(Edge::Base64)
.kind(PatternKind::Authorization)
.entropy(3.3)
.guard(Guard::Digit);
