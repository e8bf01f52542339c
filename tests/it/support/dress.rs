//! One value in many dressings: a writer of its own, so that the layouts are not those we insert.
#![allow(
    clippy::unwrap_used,
    clippy::single_match_else,
    clippy::too_many_lines,
    clippy::format_push_string,
    clippy::struct_excessive_bools,
    reason = "tables and writers of tests"
)]

use oneauth::document::Value;

/// Where commas stand in a spread container.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Commas {
    Usual,
    Trailing,
    First,
}

/// How YAML strings are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Quotes {
    Plain,
    Single,
    Double,
}

/// How a value is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Dress {
    pub(crate) yaml: bool,
    pub(crate) unit: &'static str,
    pub(crate) newline: &'static str,
    pub(crate) mark: bool,
    pub(crate) final_newline: bool,
    pub(crate) colon: &'static str,
    /// Members between brackets stand on lines of their own.
    pub(crate) spread: bool,
    pub(crate) commas: Commas,
    pub(crate) comments: bool,
    pub(crate) blank_lines: bool,
    pub(crate) quotes: Quotes,
    /// How far a dash is indented below its key.
    pub(crate) dash: usize,
    /// From this depth on YAML collections have brackets.
    pub(crate) flow_from: usize,
    /// Strings of several lines are block scalars.
    pub(crate) literal: bool,
}

impl Dress {
    pub(crate) fn json() -> Self {
        Self {
            yaml: false,
            unit: "  ",
            newline: "\n",
            mark: false,
            final_newline: true,
            colon: ": ",
            spread: true,
            commas: Commas::Usual,
            comments: false,
            blank_lines: false,
            quotes: Quotes::Double,
            dash: 2,
            flow_from: 0,
            literal: false,
        }
    }

    pub(crate) fn yaml() -> Self {
        Self {
            yaml: true,
            quotes: Quotes::Plain,
            flow_from: usize::MAX,
            literal: true,
            ..Self::json()
        }
    }

    /// The name a file in this dress has.
    pub(crate) fn name(&self) -> &'static str {
        if self.yaml {
            "parcels.yaml"
        } else {
            "parcels.json"
        }
    }

    pub(crate) fn write(&self, value: &Value) -> String {
        let mut pen = Pen {
            dress: self,
            out: String::new(),
        };
        if self.mark {
            pen.out.push('\u{feff}');
        }
        if self.comments && !(self.yaml && !self.spread && self.flow_from == 0) {
            pen.out.push_str(if self.yaml {
                "# a parcel API"
            } else {
                "// a parcel API"
            });
            pen.out.push('\n');
        }
        if self.block(value, 0) {
            pen.block(value, 0, 0);
        } else {
            pen.flow(value, "");
        }
        let mut text = pen.out.trim_end_matches('\n').to_owned();
        // the line ends of a `|+` scalar at the end are part of it
        if self.final_newline {
            text.push_str(&pen.out[text.len()..]);
            if !text.ends_with('\n') {
                text.push('\n');
            }
        }
        text.replace('\n', self.newline)
    }

    fn block(&self, value: &Value, depth: usize) -> bool {
        self.yaml && depth < self.flow_from && value.has_members()
    }
}

struct Pen<'d> {
    dress: &'d Dress,
    out: String,
}

impl Pen<'_> {
    fn scalar(&self, value: &Value, column: Option<usize>) -> String {
        match value {
            Value::Null => "null".into(),
            Value::Bool(yes) => yes.to_string(),
            Value::Number(text) => text.clone(),
            Value::String(text) => match column {
                Some(column) if self.dress.literal => {
                    literal(text, column).unwrap_or_else(|| self.string(text))
                }
                _ => self.string(text),
            },
            Value::Array(_) => "[]".into(),
            Value::Object(_) => "{}".into(),
        }
    }

    fn string(&self, text: &str) -> String {
        let json = serde_json::to_string(text).unwrap();
        if !self.dress.yaml {
            return json;
        }
        let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
        let lower = text.to_ascii_lowercase();
        let plain = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_/.".contains(c))
            && !words.contains(&lower.as_str());
        match self.dress.quotes {
            Quotes::Plain if plain => text.to_owned(),
            Quotes::Single if !text.chars().any(char::is_control) => {
                format!("'{}'", text.replace('\'', "''"))
            }
            _ => json.replace('\u{7f}', "\\u007f"),
        }
    }

    fn about(&mut self, what: &str, indent: &str) {
        if self.dress.comments {
            let sign = if self.dress.yaml { "#" } else { "//" };
            let word: String = what.chars().filter(char::is_ascii_alphanumeric).collect();
            self.out.push_str(&format!("{indent}{sign} about {word}\n"));
        }
    }

    fn behind(&mut self, line: bool) {
        match (self.dress.comments, self.dress.yaml) {
            (true, true) if line => self.out.push_str(" # behind"),
            (true, false) => self.out.push_str(" /* behind */"),
            _ => {}
        }
    }

    fn block(&mut self, value: &Value, column: usize, depth: usize) {
        let pad = " ".repeat(column);
        let members: Vec<(Option<&str>, &Value)> = match value {
            Value::Object(members) => members.iter().map(|(k, v)| (Some(k.as_str()), v)).collect(),
            Value::Array(items) => items.iter().map(|v| (None, v)).collect(),
            _ => Vec::new(),
        };
        for (order, (key, value)) in members.into_iter().enumerate() {
            let inline = order == 0 && self.out.ends_with("- ");
            if !inline {
                if self.dress.blank_lines && order > 0 && !self.out.ends_with("\n\n") {
                    let keeps = self.out.lines().any(|line| line.ends_with("|+"));
                    if !keeps {
                        self.out.push('\n');
                    }
                }
                self.about(key.unwrap_or("item"), &pad);
                self.out.push_str(&pad);
            }
            match key {
                Some(key) => {
                    let key = self.string(key);
                    self.out.push_str(&key);
                    self.out.push(':');
                    let step = if matches!(value, Value::Array(_)) {
                        self.dress.dash
                    } else {
                        self.dress.unit.len()
                    };
                    self.block_value(value, column, step, depth);
                }
                None => {
                    self.out.push('-');
                    self.block_value(value, column, 2, depth);
                }
            }
        }
    }

    fn block_value(&mut self, value: &Value, column: usize, step: usize, depth: usize) {
        if self.dress.block(value, depth + 1) {
            if self.out.ends_with('-') {
                self.out.push(' ');
            } else {
                self.behind(true);
                self.out.push('\n');
            }
            self.block(value, column + step, depth + 1);
        } else if value.has_members() {
            self.out.push(' ');
            self.flow(value, &" ".repeat(column + step));
            self.out.push('\n');
        } else {
            let text = self.scalar(value, Some(column + step));
            self.out.push(' ');
            self.out.push_str(&text);
            if !text.contains('\n') {
                self.behind(true);
            }
            if !text.ends_with('\n') {
                self.out.push('\n');
            }
        }
    }

    fn flow(&mut self, value: &Value, indent: &str) {
        let (open, close, members): (_, _, Vec<(Option<&str>, &Value)>) = match value {
            Value::Object(members) if !members.is_empty() => (
                '{',
                '}',
                members.iter().map(|(k, v)| (Some(k.as_str()), v)).collect(),
            ),
            Value::Array(items) if !items.is_empty() => {
                ('[', ']', items.iter().map(|v| (None, v)).collect())
            }
            scalar => {
                let text = self.scalar(scalar, None);
                self.out.push_str(&text);
                return;
            }
        };
        let spread = self.dress.spread;
        let inner = format!("{indent}{}", self.dress.unit);
        let inner = if self.dress.yaml {
            inner.replace('\t', "  ")
        } else {
            inner
        };
        self.out.push(open);
        let count = members.len();
        for (order, (key, value)) in members.into_iter().enumerate() {
            if spread {
                self.out.push('\n');
                if self.dress.blank_lines && order > 0 {
                    self.out.push('\n');
                }
                self.about(key.unwrap_or("item"), &inner);
                self.out.push_str(&inner);
                if self.dress.commas == Commas::First && order > 0 {
                    self.out.push_str(", ");
                }
            } else if order > 0 && (self.dress.colon.ends_with(' ') || self.dress.yaml) {
                self.out.push(' ');
            }
            if let Some(key) = key {
                let key = self.string(key);
                self.out.push_str(&key);
                let plain = !key.ends_with(['"', '\'']);
                self.out
                    .push_str(if plain { ": " } else { self.dress.colon });
            }
            self.flow(value, &inner);
            let last = order + 1 == count;
            let behind = match self.dress.commas {
                Commas::Usual => !last,
                Commas::Trailing => true,
                Commas::First => !last && !spread,
            };
            if behind {
                self.out.push(',');
            }
            self.behind(spread);
        }
        if spread {
            self.out.push('\n');
            self.out.push_str(indent);
        }
        self.out.push(close);
    }
}

/// A block scalar, where the text can be one.
fn literal(text: &str, column: usize) -> Option<String> {
    let body = text.trim_end_matches('\n');
    let fits = body.contains('\n')
        && !body.starts_with([' ', '\n', '\t'])
        && body.lines().all(|line| line.trim() == line)
        && !text.contains(|c: char| {
            c != '\n' && (c.is_control() || "\u{85}\u{2028}\u{2029}".contains(c))
        });
    if !fits {
        return None;
    }
    let ends = text.len() - body.len();
    let chomp = ["-", "", "+"][ends.min(2)];
    let pad = " ".repeat(column);
    let mut out = format!("|{chomp}\n");
    for line in body.lines() {
        if !line.is_empty() {
            out.push_str(&pad);
            out.push_str(line);
        }
        out.push('\n');
    }
    out.push_str(&"\n".repeat(ends.saturating_sub(1)));
    Some(out)
}
