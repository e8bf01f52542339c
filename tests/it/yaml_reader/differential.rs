//! The fast reader against the general one: same tree on everything it takes, and it takes nothing
//! that is refused.

use oneauth::document::YamlReader;

use super::mutate::{Random, mutate};
use super::{corpus, fixtures, read_with, same};

/// What came of some texts.
#[derive(Default, Debug)]
struct Tally {
    texts: u64,
    taken: u64,
    wrong: Vec<String>,
}

impl Tally {
    fn compare(&mut self, name: &str, text: &str) -> bool {
        self.texts += 1;
        let Ok(fast) = read_with(text, YamlReader::Fast) else {
            return false;
        };
        self.taken += 1;
        let difference = match read_with(text, YamlReader::General) {
            Ok(general) => same::difference(&fast, &general),
            Err(error) => Some(format!("taken but refused: {error}")),
        };
        if let Some(difference) = difference {
            self.wrong.push(format!("{name}: {difference}\n{text:?}"));
        }
        true
    }

    fn check(&self) {
        eprintln!(
            "{} texts, {} taken by the fast reader",
            self.texts, self.taken
        );
        assert!(
            self.wrong.is_empty(),
            "{}",
            self.wrong[..self.wrong.len().min(8)].join("\n\n")
        );
    }
}

/// How many mutations to try: few in a usual run, more when told.
fn mutations() -> usize {
    let told = std::env::var("ONEAUTH_MUTATIONS").ok();
    told.and_then(|count| count.parse().ok()).unwrap_or(8_000)
}

#[test]
fn fixtures_have_one_tree() {
    let mut tally = Tally::default();
    for (path, text) in fixtures() {
        tally.compare(&path.display().to_string(), &text);
    }
    tally.check();
}

#[test]
fn the_fast_reader_takes_usual_documents() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/yaml/");
    for name in [
        "usual-block.yaml",
        "usual-flow.yaml",
        "scalars.yaml",
        "anchors.yaml",
    ] {
        let text = std::fs::read_to_string(format!("{folder}{name}")).expect("a fixture");
        let mut tally = Tally::default();
        assert!(tally.compare(name, &text), "{name} is declined");
        assert!(
            tally.compare(name, &text.replace('\n', "\r\n")),
            "{name} with CRLF"
        );
        assert!(
            tally.compare(name, &format!("\u{feff}{text}")),
            "{name} with BOM"
        );
        assert!(
            tally.compare(name, text.trim_end()),
            "{name} without a last line break"
        );
        tally.check();
    }
}

#[test]
fn mutations_have_one_tree() {
    let (odd, usual): (Vec<_>, Vec<_>) = fixtures()
        .into_iter()
        .filter(|(_, text)| text.len() < 20_000)
        .partition(|(path, _)| {
            path.components()
                .any(|part| part.as_os_str() == "malformed")
        });
    let text_of = |(_, text): (std::path::PathBuf, String)| text;
    let usual: Vec<String> = usual.into_iter().map(text_of).collect();
    let mut odd: Vec<String> = odd.into_iter().map(text_of).collect();
    if let Some(corpus) = std::env::var_os("ONEAUTH_CORPUS") {
        odd.extend(
            super::suite::cases(corpus.as_ref())
                .into_iter()
                .map(|case| case.text),
        );
    }
    let mut random = Random::new(1);
    let mut tally = Tally::default();
    for round in 0..mutations() {
        let seeds = if round % 4 == 0 { &odd } else { &usual };
        let seed = &seeds[random.below(seeds.len())];
        tally.compare("a mutation", &mutate(seed, &mut random));
    }
    tally.check();
    assert!(
        tally.taken * 20 > tally.texts,
        "the fast reader takes too little to be tested"
    );
}

#[test]
fn the_suite_has_one_tree() {
    let Some(corpus) = corpus() else { return };
    let mut tally = Tally::default();
    for case in super::suite::cases(&corpus) {
        tally.compare(&case.id, &case.text);
    }
    tally.check();
}

#[test]
fn twins_of_real_documents_have_one_tree() {
    let Some(corpus) = corpus() else { return };
    let mut tally = Tally::default();
    let mut declined = 0;
    for path in super::files_below(&corpus.join("corpus"), &["json"]) {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let text = text.trim_start_matches('\u{feff}');
        let Ok(value) = serde_json::from_str::<serde_yaml::Value>(text) else {
            continue;
        };
        let Ok(twin) = serde_yaml::to_string(&value) else {
            continue;
        };
        let name = path.display().to_string();
        declined += u32::from(!tally.compare(&name, &twin));
        if twin.len() < 100_000 {
            let general = read_with(&twin, YamlReader::General).expect("a twin");
            let ours = super::oracle::to_serde(&general.value().expect("no aliases"));
            assert_eq!(Some(ours), super::oracle::serde_yaml(&twin), "{name}");
        }
    }
    for name in ["github-api.yaml", "openai.yaml"] {
        let text =
            std::fs::read_to_string(corpus.join("specs").join(name)).expect("a specification");
        assert!(tally.compare(name, &text), "{name} is declined");
    }
    eprintln!("{declined} twins declined");
    tally.check();
    assert!(
        u64::from(declined) * 50 < tally.texts,
        "{declined} of {} declined",
        tally.texts
    );
}
