//! Fenced examples in a rule's documentation.

/// A fenced block: ```` ```yaml,fires ````.
#[derive(Debug)]
pub(crate) struct Fence {
    /// The language: the first word.
    pub(crate) language: String,
    /// The other words.
    pub(crate) words: Vec<String>,
    /// What stands inside.
    pub(crate) text: String,
    /// The text of a `json,properties` fence directly before it: the apiProperties.json beside.
    pub(crate) properties: Option<String>,
}

impl Fence {
    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.iter().any(|own| own == word)
    }
}

/// Make a text larger than platforms take; blanks at the end change nothing.
pub(crate) fn pad(text: &mut String) {
    text.push_str(&"\n".repeat(1 << 20));
}

/// The examples of a Markdown text: fences that say `fires`, `silent` or `fixed`.
pub(crate) fn fences(markdown: &str) -> Vec<Fence> {
    let mut out = Vec::new();
    let mut properties = None;
    let mut open: Option<Fence> = None;
    for line in markdown.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (&mut open, line.trim_end().strip_prefix("```")) {
            (None, Some(words)) => {
                let mut words = words.split(',').map(str::to_owned);
                open = Some(Fence {
                    language: words.next().unwrap_or_default(),
                    words: words.collect(),
                    text: String::new(),
                    properties: None,
                });
            }
            (Some(_), Some("")) => {
                let mut fence = open.take().expect("a fence is open");
                if fence.has("padded") {
                    pad(&mut fence.text);
                }
                if fence.has("properties") {
                    properties = Some(fence.text);
                } else if !fence.words.is_empty() {
                    fence.properties = properties.take();
                    out.push(fence);
                }
            }
            (Some(fence), _) => {
                fence.text.push_str(line);
                fence.text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a fence is not closed");
    out
}
