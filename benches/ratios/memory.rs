//! Peak memory of a whole process, as the system counts it (`/usr/bin/time`).

use std::path::Path;
use std::process::Command;

use crate::contest::Table;
use crate::inputs::Inputs;
use crate::process::{file, oneauth};

/// Add the rows about memory; none where the system does not say.
pub(crate) fn rows(inputs: &Inputs, table: &mut Table) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let json = file(folder.path(), "large.json", &inputs.json);
    let yaml = file(folder.path(), "large.yaml", &inputs.block_yaml);
    let cases = [
        ("JSON", json, &inputs.json),
        ("YAML", yaml, &inputs.block_yaml),
    ];
    for (format, path, text) in cases {
        let Some(peak) = peak(&["inspect", &path]) else {
            println!("peak memory is not measured: there is no /usr/bin/time");
            return;
        };
        let what = format!("peak memory of inspect, {format} : input");
        table.sizes(&what, [peak, text.len() as u64], 3.0);
    }
    let _ = growth(inputs, folder.path(), table);
}

/// Many files take no more than few: a run holds what it reads one file a thread.
fn growth(inputs: &Inputs, folder: &Path, table: &mut Table) -> Option<()> {
    let copies = |count: usize| {
        let folder = folder.join(count.to_string());
        std::fs::create_dir(&folder).ok()?;
        for number in 0..count {
            file(&folder, &format!("{number}.json"), &inputs.small);
        }
        Some(folder.display().to_string())
    };
    let (many, few) = (copies(800)?, copies(80)?);
    for format in ["human", "json", "sarif"] {
        let arguments = ["check", "--no-config", "-q", "-j", "2", "--format", format];
        let peak_of = |folder| peak(&[&arguments[..], &[folder]].concat());
        let what = format!("peak memory of check, {format}, 800 files : 80 files");
        table.sizes(&what, [peak_of(&*many)?, peak_of(&*few)?], 1.5);
    }
    Some(())
}

/// Largest resident set of a run, in bytes.
fn peak(arguments: &[&str]) -> Option<u64> {
    let output = Command::new("/usr/bin/time")
        .args(["-f", "peak %M", oneauth()])
        .args(arguments)
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let kibibytes = text
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix("peak "))?;
    Some(kibibytes.parse::<u64>().ok()? * 1024)
}
