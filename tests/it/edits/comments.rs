//! Which comments go with a member, and which stay.

use super::removed;

const JSON: &str = r#"{ // about the object
  // about a

  // about b, first line
  /* about b, second line */
  "b": 1, // behind b
  // between

  "c": { "d": 1 /* behind d */, /* before e */ "e": 2 }, /* behind c */ // and again
    // indented otherwise
  "f": [ // about f
    1, // one
    2 // two
  ] // behind f
  // at the end
}
// below
"#;

const YAML: &str = "\
# about the document
a: 1 # behind a
# between

# about b, first line
# about b, second line
b: # behind b
  # about c
  c: 1
  # inside b, below c

  # inside b, at the end
# about d
d:
  - 1 # one
  # about two
  - 2
# not about two
  - 3
    # below three
# above e

e: |
  # not a comment
# about f
f: [ # open
  1, # one
  # about two
  2 # two
]
g: 1
# the end
";

#[test]
fn json_comments() {
    for gone in ["/b", "/c", "/c/d", "/c/e", "/f", "/f/0", "/f/1"] {
        insta::assert_snapshot!(
            format!("json{}", gone.replace('/', "_")),
            removed(JSON, &[gone])
        );
    }
    insta::assert_snapshot!("json_all", removed(JSON, &["/b", "/c", "/f"]));
    insta::assert_snapshot!("json_items", removed(JSON, &["/f/0", "/f/1"]));
}

#[test]
fn yaml_comments() {
    for gone in [
        "/a", "/b", "/b/c", "/d", "/d/0", "/d/1", "/d/2", "/e", "/f", "/f/0", "/f/1", "/g",
    ] {
        insta::assert_snapshot!(
            format!("yaml{}", gone.replace('/', "_")),
            removed(YAML, &[gone])
        );
    }
    insta::assert_snapshot!("yaml_items", removed(YAML, &["/d/0", "/d/1", "/d/2"]));
    insta::assert_snapshot!("yaml_flow_items", removed(YAML, &["/f/0", "/f/1"]));
}

#[test]
fn a_comment_below_the_dash_keeps_its_member() {
    let text = "- a: 1\n  # about b\n  b: 2\n";
    assert_eq!(removed(text, &["/0/a"]), "-\n  # about b\n  b: 2\n");
}
