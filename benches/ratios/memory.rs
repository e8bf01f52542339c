//! Peak memory of a whole process, as the system counts it (`/usr/bin/time`).

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
