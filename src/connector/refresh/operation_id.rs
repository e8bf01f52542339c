//! Ids as API Management writes them.

/// An operation's id as an export shows it: lower case, hyphens for everything but letters and
/// digits, cut at 76 characters (Microsoft: import restrictions of API Management).
pub fn normalized(id: &str) -> String {
    let mut out = String::new();
    for c in id.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let cut = out.char_indices().nth(76).map_or(out.len(), |(at, _)| at);
    out.truncate(cut);
    out.truncate(out.trim_end_matches('-').len());
    out
}
