//! What Swagger 2.0 and OpenAPI 3.x say in other words.

use super::support::compared_texts;

/// A list in a parameter, as 2.0 and as 3.0 describe it: `same` when the same is sent.
#[test]
fn lists_are_compared_by_what_is_sent() {
    let document = |version: &str, parameter: &str| {
        format!(
            "{version}\ninfo: {{title: P, version: '1'}}\npaths:\n  /p/{{ids}}:\n    get:\n      \
             parameters: [{parameter}]\n      responses: {{'200': {{description: P}}}}\n"
        )
    };
    let two = |more: &str| {
        let text = format!("{{name: ids, in: query, type: array, items: {{type: string}}{more}}}");
        document("swagger: '2.0'", &text)
    };
    let three = |more: &str| {
        let schema = "schema: {type: array, items: {type: string}}";
        document(
            "openapi: 3.0.3",
            &format!("{{name: ids, in: query, {schema}{more}}}"),
        )
    };
    for (old, new, same) in [
        (two(""), two(", collectionFormat: csv"), true),
        (two(", collectionFormat: multi"), three(""), true),
        (two(""), three(", explode: false"), true),
        (
            two(", collectionFormat: pipes"),
            three(", style: pipeDelimited"),
            true,
        ),
        (three(""), three(", style: form, explode: true"), true),
        (three(""), three(", explode: false"), false),
        (two(""), three(""), false),
        (two(", collectionFormat: ssv"), two(""), false),
    ] {
        for (old, new) in [(&old, &new), (&new, &old)] {
            let found = compared_texts(old, new);
            let rules: Vec<_> = found
                .differences
                .iter()
                .map(|one| one.finding.rule)
                .collect();
            let expected = if same {
                vec![]
            } else {
                vec!["diff:input-style-changed"]
            };
            assert_eq!(rules, expected, "{old}{new}");
        }
    }
}

/// What bodies are made of, as 2.0 and as 3.0 say it.
#[test]
fn media_types_are_compared_across_versions() {
    let two = |consumes: &str, produces: &str| {
        format!(
            "swagger: '2.0'\ninfo: {{title: P, version: '1'}}\nconsumes: [{consumes}]\nproduces: \
             [{produces}]\npaths:\n  /p:\n    post:\n      parameters: [{{name: b, in: body, schema: \
             {{type: object}}}}]\n      responses: {{'200': {{description: P, schema: {{type: \
             object}}}}}}\n    get:\n      responses: {{'204': {{description: P}}}}\n"
        )
    };
    let three = |sent: &str, given: &str| {
        format!(
            "openapi: 3.0.3\ninfo: {{title: P, version: '1'}}\npaths:\n  /p:\n    post:\n      \
             requestBody: {{content: {{{sent}: {{schema: {{type: object}}}}}}}}\n      responses: \
             {{'200': {{description: P, content: {{{given}: {{schema: {{type: object}}}}}}}}}}\n    \
             get:\n      responses: {{'204': {{description: P}}}}\n"
        )
    };
    let rules = |old: &str, new: &str| -> Vec<&'static str> {
        let found = compared_texts(old, new);
        found
            .differences
            .iter()
            .map(|one| one.finding.rule)
            .collect()
    };
    let (json, xml) = ("application/json", "application/xml");
    assert!(rules(&two(json, json), &three(json, json)).is_empty());
    assert!(rules(&three(json, xml), &two(json, xml)).is_empty());
    assert_eq!(
        rules(&two(json, json), &three(xml, json)),
        [
            "diff:input-media-type-removed",
            "diff:input-media-type-added"
        ]
    );
    assert_eq!(
        rules(&three(json, json), &two(json, &format!("{json}, {xml}"))),
        ["diff:output-media-type-added"]
    );
}
