//! Whole folders of documents through the conversion.
//!
//! `.ci/convert-corpus.sh` runs this with `ONEAUTH_CONVERT_LIST` (a file with one path a line) and
//! `ONEAUTH_CONVERT_OUT` (a folder): each document is converted to `NUMBER.json` there, and
//! `report.tsv` tells number, path, milliseconds to read and to convert, losses, and any error.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use oneauth::convert::{ConvertTarget, Options, convert};
use oneauth::document::{Document, ReadOptions};
use oneauth::text::SourceFile;

#[test]
#[ignore = "a run over a whole corpus; see .ci/convert-corpus.sh"]
fn convert_a_list_of_documents() {
    let (Ok(list), Ok(out)) = (
        std::env::var("ONEAUTH_CONVERT_LIST"),
        std::env::var("ONEAUTH_CONVERT_OUT"),
    ) else {
        println!("skipped: ONEAUTH_CONVERT_LIST and ONEAUTH_CONVERT_OUT are not set");
        return;
    };
    let target = match std::env::var("ONEAUTH_CONVERT_TARGET").as_deref() {
        Ok("power-platform") => ConvertTarget::PowerPlatform,
        _ => ConvertTarget::Generic,
    };
    let options = Options::for_target(target);
    let list = std::fs::read_to_string(list).unwrap();
    let mut report = String::new();
    for (number, path) in list.lines().enumerate() {
        let verdict = std::panic::catch_unwind(|| one(Path::new(path), &options))
            .unwrap_or_else(|_| Err("PANIC".into()));
        match verdict {
            Ok((text, read, converted, losses)) => {
                std::fs::write(Path::new(&out).join(format!("{number}.json")), text).unwrap();
                let _ = writeln!(report, "{number}\t{path}\t{read}\t{converted}\t{losses}\t");
            }
            Err(error) => {
                let error = error.replace(['\n', '\t'], " ");
                let _ = writeln!(report, "{number}\t{path}\t\t\t\t{error}");
            }
        }
    }
    std::fs::write(Path::new(&out).join("report.tsv"), report).unwrap();
}

type Outcome = (String, u128, u128, usize);

fn one(path: &Path, options: &Options) -> Result<Outcome, String> {
    let start = Instant::now();
    let source = SourceFile::read(path).map_err(|e| e.to_string())?;
    let document = Document::parse(Arc::new(source), ReadOptions::default());
    let document = document.map_err(|e| e.to_string())?;
    let read = start.elapsed().as_micros();
    let start = Instant::now();
    let conversion = convert(&document, options).map_err(|e| e.to_string())?;
    let text = conversion.text.text().to_owned();
    let converted = start.elapsed().as_micros();
    Ok((text, read, converted, conversion.losses.len()))
}
