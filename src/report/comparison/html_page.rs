//! What every page has: its head and its look. Nothing is fetched from anywhere.

/// Everything before the title's text. The policy forbids the browser to load or run anything.
pub(super) const HEAD: &str = r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
"#;

/// The look, in light and in dark.
pub(super) const STYLE: &str = r"<style>
:root { color-scheme: light dark; --line: #8884; --bad: #c62828; --warn: #b26a00; --good: #2e7d32; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff7b72; --warn: #e3b341; --good: #7ee787; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
code, pre { font: 13px/1.45 ui-monospace, monospace; }
pre { overflow-x: auto; border: 1px solid var(--line); padding: .6rem; }
.error, .weaker, .breaks, .gone { color: var(--bad); }
.warning, .may { color: var(--warn); }
.stronger, .came { color: var(--good); }
.hunk { opacity: .65; }
</style>
";
