//! What names say: the words of an identifier, and whether they name a credential.

/// What a credential's name says it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Credential {
    /// `api_key`, `subscription-key`, `x-functions-key`
    Key,
    /// `client_secret`
    Secret,
    /// `password`, `pwd`, `passphrase`
    Password,
    /// `access_token`, `jwt`; never `token` alone, which also names pages and one-time links.
    Token,
    /// `Authorization`, `bearer`
    Authorization,
    /// `sig`: the signature of a shared access URL.
    Signature,
}

impl Credential {
    /// Its name in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Secret => "secret",
            Self::Password => "password",
            Self::Token => "token",
            Self::Authorization => "authorization",
            Self::Signature => "signature",
        }
    }
}

/// Words that make a `key` a credential when they stand directly before it.
const BEFORE_KEY: [&str; 13] = [
    "api",
    "app",
    "subscription",
    "account",
    "access",
    "auth",
    "functions",
    "function",
    "private",
    "secret",
    "shared",
    "consumer",
    "master",
];

/// Words that make a `token` a credential when they stand directly before it.
const BEFORE_TOKEN: [&str; 13] = [
    "access",
    "auth",
    "authentication",
    "authorization",
    "refresh",
    "id",
    "bearer",
    "sas",
    "api",
    "oauth",
    "jwt",
    "security",
    "session",
];

/// First words that ask a question or name an act, not a value: `hasPassword`, `reset_password`.
const ASKING: [&str; 20] = [
    "is", "has", "had", "can", "no", "with", "without", "use", "uses", "show", "hide", "include",
    "exclude", "require", "requires", "need", "needs", "reset", "forgot", "enable",
];

/// Longest name looked at, in bytes: longer ones are no names.
const MAX_NAME: usize = 128;

/// The words of an identifier in lower case: split at everything that is no letter or digit, and
/// where case changes (`clientSecret`, `APIKey`). Digits at a word's end are dropped (`key2`).
pub fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let chars: Vec<char> = name.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1);
        let starts = c.is_uppercase()
            && before.is_some_and(|b| {
                !b.is_uppercase() || after.is_some_and(|after| after.is_lowercase())
            });
        if starts || !c.is_alphanumeric() {
            finish(&mut words, &mut word);
        }
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
    }
    finish(&mut words, &mut word);
    words
}

fn finish(words: &mut Vec<String>, word: &mut String) {
    let word = std::mem::take(word);
    let kept = word.trim_end_matches(|c: char| c.is_ascii_digit());
    if !kept.is_empty() {
        words.push(kept.to_owned());
    }
}

/// The credential a name stands for, judged by its last word or its last two: `client_secret`,
/// `X-API-Key`, `accessToken`, `apikey`. `None` for names that only speak about one:
/// `secret-name`, `passwordPolicy`, `pageToken`, `hasPassword`.
pub fn credential_name(name: &str) -> Option<Credential> {
    if name.len() > MAX_NAME || !may_name_one(name) {
        return None;
    }
    let words = words(name);
    let last = words.last()?.as_str();
    if words.len() > 1 && ASKING.contains(&words[0].as_str()) {
        return None;
    }
    let before = words.iter().rev().nth(1).map_or("", String::as_str);
    credential_word(last).or_else(|| credential_pair(before, last))
}

fn credential_word(word: &str) -> Option<Credential> {
    Some(match word {
        "password" | "passwd" | "pwd" | "passphrase" => Credential::Password,
        "secret" => Credential::Secret,
        "jwt" => Credential::Token,
        "authorization" | "bearer" => Credential::Authorization,
        "sig" => Credential::Signature,
        _ => return fused(word),
    })
}

/// False for nearly all names that name no credential: their last word ends like no name of one.
fn may_name_one(name: &str) -> bool {
    const ENDS: [&str; 11] = [
        "key",
        "token",
        "secret",
        "password",
        "passwd",
        "pwd",
        "passphrase",
        "authorization",
        "bearer",
        "sig",
        "jwt",
    ];
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || !c.is_alphanumeric());
    let ends = |end: &str| {
        let tail = name
            .len()
            .checked_sub(end.len())
            .and_then(|at| name.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(end))
    };
    !name.is_ascii() || ENDS.iter().any(|end| ends(end))
}

/// Two words written as one: `apikey`, `accesstoken`, `clientsecret`.
fn fused(word: &str) -> Option<Credential> {
    if let Some(before) = word.strip_suffix("key") {
        return BEFORE_KEY.contains(&before).then_some(Credential::Key);
    }
    if let Some(before) = word.strip_suffix("token") {
        return BEFORE_TOKEN.contains(&before).then_some(Credential::Token);
    }
    let before = word.strip_suffix("secret")?;
    let known = ["client", "app", "api", "consumer", "shared"].contains(&before);
    known.then_some(Credential::Secret)
}

fn credential_pair(before: &str, last: &str) -> Option<Credential> {
    match last {
        "key" if BEFORE_KEY.contains(&before) => Some(Credential::Key),
        "token" if BEFORE_TOKEN.contains(&before) => Some(Credential::Token),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Credential, credential_name, words};

    #[test]
    fn words_split_where_a_reader_splits() {
        assert_eq!(words("clientSecret"), ["client", "secret"]);
        assert_eq!(words("X-APIKey"), ["x", "api", "key"]);
        assert_eq!(words("OAuth_2.token1"), ["o", "auth", "token"]);
        assert_eq!(words("-- "), [""; 0]);
    }

    #[test]
    fn credentials_are_recognised_in_any_spelling() {
        for (name, expected) in [
            ("api_key", Credential::Key),
            ("apikey", Credential::Key),
            ("X-API-KEY", Credential::Key),
            ("Ocp-Apim-Subscription-Key", Credential::Key),
            ("x-functions-key", Credential::Key),
            ("client_secret", Credential::Secret),
            ("clientSecret2", Credential::Secret),
            ("Password", Credential::Password),
            ("user.pwd", Credential::Password),
            ("access_token", Credential::Token),
            ("accessToken", Credential::Token),
            ("accesstoken", Credential::Token),
            ("oAuthToken", Credential::Token),
            ("session_token", Credential::Token),
            ("jwt", Credential::Token),
            ("AUTHORIZATION", Credential::Authorization),
            ("sig", Credential::Signature),
        ] {
            assert_eq!(credential_name(name), Some(expected), "{name}");
        }
    }

    #[test]
    fn names_that_only_speak_about_a_credential_are_left_alone() {
        for name in [
            "token",
            "pageToken",
            "nextToken",
            "moreToken",
            "continuationToken",
            "syncToken",
            "password_policy",
            "secret-name",
            "secret-version",
            "secretId",
            "apiKeyId",
            "hasPassword",
            "reset_password",
            "key",
            "sortKey",
            "monkey",
            "design",
            "",
        ] {
            assert_eq!(credential_name(name), None, "{name}");
        }
    }
}
