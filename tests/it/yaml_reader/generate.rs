//! Random documents in random layouts, with the value they have.

use serde_json::{Map, Value};

use super::mutate::Random;

/// How a document is laid out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// Everything inside brackets.
    pub(super) flow: bool,
    /// Comments and blank lines between the lines.
    pub(super) comments: bool,
}

/// A text and its value, from a seed.
pub(super) fn document(seed: u64, layout: Layout) -> (String, Value) {
    let mut writer = Writer {
        random: Random::new(seed),
        layout,
        out: String::new(),
        after_text: false,
    };
    let value = if layout.flow {
        let value = writer.flow(0);
        writer.out.push('\n');
        value
    } else {
        writer.comment();
        writer.mapping(0, 0)
    };
    (writer.out, value)
}

struct Writer {
    random: Random,
    layout: Layout,
    out: String,
    /// The last value was a text over several lines.
    after_text: bool,
}

/// Source and value of scalars that stand on one line, in block and in flow layout.
const SCALARS: &[(&str, &str)] = &[
    ("text", "\"text\""),
    ("two words", "\"two words\""),
    ("'it''s'", "\"it's\""),
    ("\"tab\\tand \\u00e9\"", "\"tab\\tand é\""),
    ("''", "\"\""),
    ("12", "12"),
    ("-0.5", "-0.5"),
    ("true", "true"),
    ("~", "null"),
    (
        "http://parcels.example/a#b",
        "\"http://parcels.example/a#b\"",
    ),
    ("\"[not: a list]\"", "\"[not: a list]\""),
    ("é📦", "\"é📦\""),
    ("'# no comment'", "\"# no comment\""),
    ("\"{}\"", "\"{}\""),
];

/// Scalars over several lines: the lines after the first get the indentation.
const LONG: &[(&str, &str)] = &[
    ("|\none\n two\n\nthree", "\"one\\n two\\n\\nthree\\n\""),
    ("|-\none", "\"one\""),
    (">\none\ntwo\n\nthree", "\"one two\\nthree\\n\""),
    (">-  # folded\none\ntwo", "\"one two\""),
    ("one\ntwo", "\"one two\""),
    ("'one\ntwo'", "\"one two\""),
    ("\"one \\\ntwo\"", "\"one two\""),
];

const KEYS: &[&str] = &[
    "a",
    "two words",
    "'quoted'",
    "\"double\"",
    "/parcels/{id}",
    "404",
    "x-é",
    "k:v",
];

impl Writer {
    fn scalar(&mut self) -> Value {
        let (source, value) = SCALARS[self.random.below(SCALARS.len())];
        self.out.push_str(source);
        serde_json::from_str(value).expect("the table holds JSON")
    }

    /// A key that the mapping does not have yet.
    fn key(&mut self, members: &Map<String, Value>) -> Option<String> {
        let source = KEYS[self.random.below(KEYS.len())];
        let key = source.trim_matches(['\'', '"']).to_owned();
        if members.contains_key(&key) || (self.layout.flow && source.contains('{')) {
            return None;
        }
        self.out.push_str(source);
        Some(key)
    }

    fn comment(&mut self) {
        if self.layout.comments && self.random.below(3) == 0 {
            // under a block text, an indented comment would be text
            let indent = if self.after_text {
                0
            } else {
                self.random.below(5)
            };
            let lines = ["# a: comment", "", "#", "# - 'odd"];
            let line = lines[self.random.below(lines.len())];
            self.out.push_str(&" ".repeat(indent));
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    fn indent(&mut self, columns: usize) {
        self.out.push_str(&" ".repeat(columns));
    }

    /// A block mapping whose first key is written where the text ends.
    fn mapping(&mut self, columns: usize, depth: usize) -> Value {
        let mut members = Map::new();
        let count = 1 + self.random.below(4);
        for _ in 0..count {
            let length = self.out.len();
            if !members.is_empty() {
                self.comment();
                self.indent(columns);
            }
            let Some(key) = self.key(&members) else {
                self.out.truncate(length);
                continue;
            };
            self.out.push(':');
            let value = self.block_value(columns, depth + 1);
            members.insert(key, value);
        }
        Value::Object(members)
    }

    /// A block sequence whose first dash is written where the text ends.
    fn sequence(&mut self, columns: usize, depth: usize) -> Value {
        let mut items = Vec::new();
        for order in 0..=self.random.below(3) {
            if order > 0 {
                self.comment();
                self.indent(columns);
            }
            self.out.push('-');
            let compact = depth < 4 && self.random.below(3) == 0;
            if compact {
                self.out.push(' ');
                items.push(if self.random.below(2) == 0 {
                    self.mapping(columns + 2, depth + 1)
                } else {
                    self.sequence(columns + 2, depth + 1)
                });
            } else {
                items.push(self.block_value(columns, depth + 1));
            }
        }
        Value::Array(items)
    }

    /// What follows a `:` or a `-`, to the end of its last line.
    fn block_value(&mut self, columns: usize, depth: usize) -> Value {
        let choice = self.random.below(if depth < 4 { 8 } else { 5 });
        match choice {
            0 => {
                self.end_line();
                return Value::Null;
            }
            1 => {
                self.out.push(' ');
                let value = self.flow(depth);
                self.end_line();
                return value;
            }
            2 => return self.long(columns),
            5 => {
                self.end_line();
                self.comment();
                self.indent(columns + 2);
                return self.sequence(columns + 2, depth);
            }
            6 | 7 => {
                self.end_line();
                self.comment();
                let more = 1 + self.random.below(4);
                self.indent(columns + more);
                return self.mapping(columns + more, depth);
            }
            _ => {}
        }
        self.out.push(' ');
        let value = self.scalar();
        self.end_line();
        value
    }

    fn long(&mut self, columns: usize) -> Value {
        self.after_text = true;
        let (source, value) = LONG[self.random.below(LONG.len())];
        let more = 1 + self.random.below(3);
        for (order, line) in source.lines().enumerate() {
            if order == 0 {
                self.out.push(' ');
            } else if !line.is_empty() {
                self.indent(columns + more);
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
        serde_json::from_str(value).expect("the table holds JSON")
    }

    fn end_line(&mut self) {
        self.after_text = false;
        if self.layout.comments && self.random.below(5) == 0 {
            self.out.push_str("  # why: [not");
        }
        self.out.push('\n');
    }

    /// A flow collection or a scalar.
    fn flow(&mut self, depth: usize) -> Value {
        match self.random.below(if depth < 4 { 4 } else { 2 }) {
            2 => {
                self.out.push('[');
                let mut items = Vec::new();
                for order in 0..self.random.below(4) {
                    if order > 0 {
                        self.out.push_str(", ");
                    }
                    items.push(self.flow(depth + 1));
                }
                self.out.push(']');
                Value::Array(items)
            }
            3 => self.flow_mapping(depth),
            _ if depth == 0 => self.flow_mapping(depth),
            _ => self.scalar(),
        }
    }

    fn flow_mapping(&mut self, depth: usize) -> Value {
        self.out.push('{');
        let mut members = Map::new();
        for _ in 0..self.random.below(4) {
            let length = self.out.len();
            if !members.is_empty() {
                self.out.push_str(", ");
            }
            let key = if self.layout.flow {
                self.key(&members)
            } else {
                self.flow_key(&members)
            };
            let Some(key) = key else {
                self.out.truncate(length);
                continue;
            };
            self.out.push_str(": ");
            let value = self.flow(depth + 1);
            members.insert(key, value);
        }
        self.out.push('}');
        Value::Object(members)
    }

    /// Braces in a plain key would close the mapping around it.
    fn flow_key(&mut self, members: &Map<String, Value>) -> Option<String> {
        let length = self.out.len();
        let key = self.key(members)?;
        if key.contains('{') {
            self.out.truncate(length);
            return None;
        }
        Some(key)
    }
}
