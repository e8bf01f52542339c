//! What every page has: its head and its look. Nothing is fetched from anywhere.

/// Everything before the title's text. The policy forbids the browser to load or run anything.
pub(super) const HEAD: &str = r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
"#;

/// The look: in light, in dark, on a narrow screen, on paper.
pub(super) const STYLE: &str = r"<style>
:root { color-scheme: light dark; --page: #fff; --text: #1f2328; --soft: #59636e; --line: #d1d9e0;
  --code: #f2f4f7; --bad: #b3261e; --warn: #8a5300; --good: #1a7f37; --info: #0a5bb5;
  --badly: #ffebe9; --goodly: #e6f7ea; }
@media (prefers-color-scheme: dark) { :root { --page: #0f1318; --text: #e3e8ee; --soft: #98a3af;
  --line: #343b44; --code: #1c222a; --bad: #ff8a80; --warn: #e8b04b; --good: #6fd587;
  --info: #79b8ff; --badly: #3a1a1c; --goodly: #12301c; } }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1.5rem;
  background: var(--page); color: var(--text); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1rem 0 .25rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 .6rem; }
.names, .place { color: var(--soft); margin: 0; }
.place { font-size: .85rem; }
code, pre { font: .87em/1.5 ui-monospace, monospace; }
code { background: var(--code); border-radius: .25rem; padding: .1em .3em; }
table { border-collapse: collapse; width: 100%; }
th { color: var(--soft); font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: .45rem .75rem .45rem 0;
  border-bottom: 1px solid var(--line); }
td:first-child { min-width: 9rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { border: 1px solid var(--line); border-left: .3rem solid var(--info); border-radius: .4rem;
  padding: .6rem .9rem; margin: .6rem 0; }
li p { margin: 0 0 .35rem; }
li.error { border-left-color: var(--bad); }
li.warning { border-left-color: var(--warn); }
.tag { display: inline-block; font-size: .78rem; font-weight: 600; padding: 0 .5em;
  border: 1px solid currentColor; border-radius: 1em; color: var(--soft); white-space: nowrap; }
.tag.error, .tag.weaker, .tag.breaks { color: var(--bad); }
.tag.warning, .tag.may { color: var(--warn); }
.tag.info { color: var(--info); }
.tag.stronger { color: var(--good); }
pre { overflow-x: auto; overflow-wrap: normal; border: 1px solid var(--line);
  border-radius: .4rem; padding: .6rem 0; }
pre span { display: block; min-width: max-content; padding: 0 .9rem; }
.file { font-weight: 600; }
.hunk { color: var(--soft); }
.gone { background: var(--badly); }
.came { background: var(--goodly); }
@media (max-width: 40rem) {
  body { padding: .9rem; }
  thead { display: none; }
  tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; }
  td { display: block; border: 0; padding: .1rem 0; }
  td:nth-child(2)::before { content: 'before: '; color: var(--soft); }
  td:nth-child(3)::before { content: 'after: '; color: var(--soft); }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  li, tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  pre { white-space: pre-wrap; }
  pre span { min-width: 0; }
  .gone, .came { print-color-adjust: exact; }
}
</style>
";
