//! The page in a real browser: what it draws, and that it asks nobody for anything.

use std::path::Path;
use std::process::Command;

use super::command::diff;
use crate::support::sandbox::Sandbox;

/// Writes into the page what the browser made of it. The page itself forbids scripts; the copy that
/// is measured does not.
const MEASURE: &str = r"<script>
addEventListener('load', () => {
  const seen = [...document.querySelectorAll('tbody tr, li, pre span')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && box.height >= 10 && getComputedStyle(one).visibility === 'visible';
  });
  const root = document.documentElement;
  root.dataset.rows = seen.filter(one => one.matches('tr')).length;
  root.dataset.cards = seen.filter(one => one.matches('li')).length;
  root.dataset.lines = seen.filter(one => one.matches('span')).length;
  root.dataset.fits = root.scrollWidth <= innerWidth;
  root.dataset.width = innerWidth;
  root.dataset.page = getComputedStyle(document.body).backgroundColor;
});
</script>";

fn browser() -> Option<&'static str> {
    let browsers = ["chromium", "chromium-browser", "google-chrome"];
    let is_there = |name: &&str| Command::new(name).arg("--version").output().is_ok();
    let found = browsers.into_iter().find(is_there);
    if found.is_none() {
        eprintln!("skipped: no chromium is installed");
    }
    found
}

/// Show a page; give back standard output and standard error.
fn show(browser: &str, page: &Path, profile: &Path, more: &[&str]) -> (String, String) {
    let quiet = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-extensions",
        "--enable-logging=stderr",
    ];
    let ran = Command::new(browser)
        .args(quiet)
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(more)
        .arg(format!("file://{}", page.display()))
        .output()
        .expect("the browser runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(ran.status.success(), "{}", text(&ran.stderr));
    (text(&ran.stdout), text(&ran.stderr))
}

#[test]
fn a_browser_draws_every_row_on_a_narrow_screen_and_in_the_dark() {
    let Some(browser) = browser() else { return };
    let page = diff("gateway-twin-to-basic", &["--format", "html"]).stdout;
    let policy = page.find("<meta http-equiv").expect("it has a policy");
    let end = policy + page[policy..].find('\n').expect("the policy is a line");
    let measured = format!("{}{MEASURE}{}", &page[..policy], &page[end..]);
    let lines = page.matches("<span class=").count();
    let sandbox = Sandbox::new();
    let path = sandbox.file("page.html", measured);
    for (size, width, scheme, colour) in [
        ("--window-size=1200,800", "1200", "1", "rgb(255, 255, 255)"),
        ("--window-size=500,900", "500", "0", "rgb(15, 19, 24)"),
    ] {
        let profile = sandbox.path().join(width);
        let scheme = format!("--blink-settings=preferredColorScheme={scheme}");
        let (dom, log) = show(browser, &path, &profile, &["--dump-dom", size, &scheme]);
        for (name, value) in [
            ("width", width),
            ("rows", "3"),
            ("cards", "3"),
            ("lines", &lines.to_string()),
            ("fits", "true"),
            ("page", colour),
        ] {
            let wanted = format!("data-{name}=\"{value}\"");
            let root = &dom[..dom.find("<head").unwrap_or(dom.len())];
            assert!(root.contains(&wanted), "{wanted} is not in {root}");
        }
        assert!(!log.contains("CONSOLE"), "{log}");
    }
}

#[test]
fn a_browser_loads_nothing_but_the_page_and_runs_nothing() {
    let Some(browser) = browser() else { return };
    let page = diff("global-security-removed", &["--format", "html"]).stdout;
    let hostile =
        "<img src=\"http://127.0.0.1:9/x\"><script>document.title = 'ran'</script></body>";
    let sandbox = Sandbox::new();
    for (name, text, is_clean) in [
        ("page.html", page.clone(), true),
        // were something to get through the escaping, the policy would stop it
        ("bad.html", page.replace("</body>", hostile), false),
    ] {
        let path = sandbox.file(name, text);
        let (picture, requests) = (path.with_extension("png"), path.with_extension("net"));
        let arguments = [
            "--window-size=1200,800".to_owned(),
            format!("--screenshot={}", picture.display()),
            format!("--log-net-log={}", requests.display()),
        ];
        let profile = path.with_extension("profile");
        let (_, log) = show(
            browser,
            &path,
            &profile,
            &arguments.each_ref().map(String::as_str),
        );
        let png = std::fs::read(&picture).expect("a picture was taken");
        assert!(png.starts_with(b"\x89PNG"));
        assert_eq!(png[16..24], [0, 0, 4, 0xb0, 0, 0, 3, 0x20], "1200 by 800");
        assert!(png.len() > 10_000, "only {} bytes: it is blank", png.len());
        let refused = log.contains("Content Security Policy");
        assert_eq!(!log.contains("CONSOLE") && !refused, is_clean, "{log}");
        let requests = std::fs::read_to_string(&requests).expect("requests were noted");
        assert!(!requests.contains("127.0.0.1:9"), "a request went out");
        // the browser itself calls its maker
        let called = requests.split("\"url\":\"http").skip(1);
        let hosts = called.filter_map(|url| url.split('/').nth(2));
        let makers = ["google.com", "googleapis.com", "gvt1.com", "gstatic.com"];
        let strangers: Vec<&str> = hosts
            .filter(|host| !makers.iter().any(|own| host.ends_with(own)))
            .collect();
        assert!(strangers.is_empty(), "{strangers:?}");
    }
}
