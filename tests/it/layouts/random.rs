//! Random documents in random dressings, changed at random.

use proptest::prelude::*;

use super::{LowerError, document, generate, rewrite};

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changes_of_random_documents(
        value in generate::root(),
        dress in generate::dress(),
        picks in generate::picks(),
    ) {
        let text = dress.write(&value);
        let old = document(dress.name(), &text);
        // a block scalar that ends the text without a line end is another text
        prop_assume!(dress.final_newline || old.value().unwrap() == value);
        prop_assert!(old.value().unwrap() == value, "{}", text);
        let steps: Vec<_> = picks.iter().filter_map(|pick| generate::step(&old, pick)).collect();
        // several at once where they can be made together, each alone otherwise
        if let Err(refusal) = rewrite(dress.name(), &text, &steps) {
            prop_assert!(!matches!(refusal, LowerError::Aliased { .. }), "{refusal}\n{text}");
            for step in steps {
                let alone = rewrite(dress.name(), &text, std::slice::from_ref(&step));
                if let Err(refusal) = alone {
                    let told = refusal.to_string();
                    let known = told.contains("twice") || told.contains("no line end");
                    prop_assert!(known, "{told}\n{step:?}\n{text}");
                }
            }
        }
    }

    #[test]
    fn whole_documents_written_anew(value in generate::root()) {
        use oneauth::document::Document;
        use oneauth::edit::{JsonStyle, to_json, to_yaml};
        let json = to_json(&value, &JsonStyle::default());
        prop_assert_eq!(Document::of_text("a.json", json.as_str()).unwrap().value().unwrap(), value.clone());
        let yaml = to_yaml(&value);
        prop_assert_eq!(Document::of_text("a.yaml", yaml.as_str()).unwrap().value().unwrap(), value);
    }
}
