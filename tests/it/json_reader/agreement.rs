//! An independent reader says the same about broken and unbroken texts.

use std::path::PathBuf;
use std::sync::Arc;

use oneauth::document::{Document, Format, ProblemKind, ReadOptions, Value};
use oneauth::text::SourceFile;

use crate::support::command::repository;
use crate::support::corpus::{documents, files_named};

/// A small generator of numbers: the same from run to run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }
}

/// Our value equals that of `serde_json`.
fn equal(ours: &Value, theirs: &serde_json::Value) -> bool {
    match (ours, theirs) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(a), serde_json::Value::Bool(b)) => a == b,
        (Value::String(a), serde_json::Value::String(b)) => a == b,
        (Value::Number(a), serde_json::Value::Number(b)) => {
            // they write an exponent's sign, we keep what stands there
            let plain = |text: &str| text.to_ascii_lowercase().replace('+', "");
            plain(a) == plain(b.as_str()) || a.parse::<f64>().ok() == b.as_f64()
        }
        (Value::Array(a), serde_json::Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(a, b))
        }
        (Value::Object(a), serde_json::Value::Object(b)) => {
            let member = |((k, v), (l, w)): (&(String, Value), (&String, _))| k == l && equal(v, w);
            a.len() == b.len() && a.iter().zip(b).all(member)
        }
        _ => false,
    }
}

/// Why the two readers differ on a text, when they do.
fn difference(text: &str) -> Option<String> {
    let options = ReadOptions {
        format: Some(Format::Json),
        strict: true,
        ..ReadOptions::default()
    };
    let source = Arc::new(SourceFile::new("a.json", text));
    let ours = Document::parse(source, options);
    let theirs = serde_json::from_str::<serde_json::Value>(text);
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => {
            let value = ours.value().expect("JSON does not expand");
            (!equal(&value, &theirs)).then(|| "the values differ".to_owned())
        }
        (Err(_), Err(_)) => None,
        // we read half a surrogate pair as U+FFFD and say so
        (Ok(ours), Err(_)) if lone_surrogate(&ours) => None,
        (Ok(_), Err(theirs)) => Some(format!("they refuse: {theirs}")),
        (Err(ours), Ok(_)) => Some(format!("we refuse: {ours}")),
    }
}

fn lone_surrogate(document: &Document) -> bool {
    let problems = document.problems();
    problems
        .iter()
        .any(|problem| problem.kind == ProblemKind::LoneSurrogate)
}

/// Break a text in a few places, by pieces that matter to JSON.
fn mutate(text: &str, numbers: &mut Numbers) -> Option<String> {
    const PIECES: &[&[u8]] = &[
        b"\"",
        b"\\",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"0",
        b"-",
        b".",
        b"e5",
        b"1E",
        b"\n",
        b"\\u00",
        b"\\ud83d",
        b"\\ude00",
        b"\x00",
        b"\x1f",
        b" ",
        b"true",
        b"nul",
        b"\xc3\xa9",
        b"+",
    ];
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=numbers.below(3) {
        let at = numbers.below(bytes.len());
        let until = (at + numbers.below(4)).min(bytes.len());
        match numbers.below(4) {
            0 => drop(bytes.drain(at..until)),
            1 => bytes.truncate(at.max(1)),
            2 => {
                let from = numbers.below(bytes.len());
                let part = bytes[from..(from + 12).min(bytes.len())].to_vec();
                bytes.splice(at..until, part);
            }
            _ => {
                let piece = PIECES[numbers.below(PIECES.len())];
                bytes.splice(at..until, piece.iter().copied());
            }
        }
        if bytes.is_empty() {
            return None;
        }
    }
    String::from_utf8(bytes).ok()
}

fn agree_on_mutations(texts: &[String], rounds: usize) {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let mut read = 0;
    for round in 0..rounds {
        let Some(text) = mutate(&texts[round % texts.len()], &mut numbers) else {
            continue;
        };
        if let Some(difference) = difference(&text) {
            panic!("{difference}\n{text}");
        }
        read += 1;
    }
    println!("{read} mutations of {} texts", texts.len());
}

const SAMPLES: &[&str] = &[
    r#"{"a": [1, -2.5e+3, true, false, null, "x\u00e9\n\\"], "b": {"c": {}, "d": []}, "a": 0.0}"#,
    "[\"\\ud83d\\ude00 \\\" é 😀\", {\"\": \"\"}, [[[]]], 1e400, 123456789012345678901234567890]",
    "{\n    \"swagger\": \"2.0\",\n    \"paths\": {\n        \"/a/{b}\": { \"get\": {} }\n    }\n}\n",
    "0",
];

#[test]
fn mutated_samples() {
    let samples: Vec<String> = SAMPLES.iter().map(ToString::to_string).collect();
    for sample in &samples {
        assert_eq!(difference(sample), None);
    }
    agree_on_mutations(&samples, 60_000);
}

#[test]
fn fixtures() {
    agree_on(files_named(&repository().join("fixtures"), &[".json"]));
}

#[test]
fn corpus_documents() {
    let files = documents();
    agree_on(
        files
            .into_iter()
            .filter(|p| p.extension().is_some_and(|e| e == "json"))
            .collect(),
    );
}

#[test]
fn mutated_corpus_documents() {
    let small = |text: &String| text.len() < 40_000;
    let texts = documents()
        .into_iter()
        .filter(|p| p.extension().is_some_and(|e| e == "json"));
    let texts: Vec<String> = texts
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .filter(small)
        .collect();
    if !texts.is_empty() {
        agree_on_mutations(&texts, 20_000);
    }
}

fn agree_on(files: Vec<PathBuf>) {
    let mut differing = Vec::new();
    let mut read = 0;
    for path in files {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        read += 1;
        if let Some(difference) = difference(&text) {
            differing.push(format!("{}: {difference}", path.display()));
        }
    }
    println!("{read} documents");
    assert!(differing.is_empty(), "{differing:#?}");
}
