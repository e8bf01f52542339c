//! The dressings, named.

use crate::support::dress::{Commas, Dress, Quotes};

/// All of them.
pub(super) fn dressings() -> Vec<(&'static str, Dress)> {
    let mut all = json_dressings();
    all.extend(yaml_dressings());
    all
}

fn json_dressings() -> Vec<(&'static str, Dress)> {
    let json = Dress::json;
    let minified = || Dress {
        spread: false,
        colon: ":",
        ..json()
    };
    vec![
        ("json", json()),
        (
            "json, 4 spaces",
            Dress {
                unit: "    ",
                ..json()
            },
        ),
        (
            "json, tabs",
            Dress {
                unit: "\t",
                ..json()
            },
        ),
        ("json, no indentation", Dress { unit: "", ..json() }),
        (
            "json, crlf",
            Dress {
                newline: "\r\n",
                ..json()
            },
        ),
        (
            "json, tabs, crlf, no final line end",
            Dress {
                unit: "\t",
                newline: "\r\n",
                final_newline: false,
                ..json()
            },
        ),
        (
            "json, byte order mark",
            Dress {
                mark: true,
                ..json()
            },
        ),
        (
            "json, byte order mark, crlf",
            Dress {
                mark: true,
                newline: "\r\n",
                ..json()
            },
        ),
        (
            "json, no final line end",
            Dress {
                final_newline: false,
                ..json()
            },
        ),
        (
            "json, spaced colons",
            Dress {
                colon: " : ",
                ..json()
            },
        ),
        (
            "json, tight colons",
            Dress {
                colon: ":",
                ..json()
            },
        ),
        (
            "json, comments",
            Dress {
                comments: true,
                ..json()
            },
        ),
        (
            "json, comments, crlf",
            Dress {
                comments: true,
                newline: "\r\n",
                ..json()
            },
        ),
        (
            "json, trailing commas",
            Dress {
                commas: Commas::Trailing,
                ..json()
            },
        ),
        (
            "json, comments, trailing commas",
            Dress {
                comments: true,
                commas: Commas::Trailing,
                ..json()
            },
        ),
        (
            "json, commas first",
            Dress {
                commas: Commas::First,
                ..json()
            },
        ),
        (
            "json, blank lines",
            Dress {
                blank_lines: true,
                ..json()
            },
        ),
        (
            "minified",
            Dress {
                final_newline: false,
                ..minified()
            },
        ),
        ("minified, final line end", minified()),
        (
            "minified, byte order mark",
            Dress {
                mark: true,
                ..minified()
            },
        ),
        (
            "one line",
            Dress {
                colon: ": ",
                ..minified()
            },
        ),
        (
            "one line, comments",
            Dress {
                colon: ": ",
                comments: true,
                ..minified()
            },
        ),
    ]
}

fn yaml_dressings() -> Vec<(&'static str, Dress)> {
    let yaml = Dress::yaml;
    let flow = || Dress {
        flow_from: 0,
        ..yaml()
    };
    vec![
        ("yaml", yaml()),
        (
            "yaml, 4 spaces",
            Dress {
                unit: "    ",
                dash: 4,
                ..yaml()
            },
        ),
        ("yaml, dashes below keys", Dress { dash: 0, ..yaml() }),
        (
            "yaml, crlf",
            Dress {
                newline: "\r\n",
                ..yaml()
            },
        ),
        (
            "yaml, crlf, no final line end",
            Dress {
                newline: "\r\n",
                final_newline: false,
                ..yaml()
            },
        ),
        (
            "yaml, byte order mark",
            Dress {
                mark: true,
                ..yaml()
            },
        ),
        (
            "yaml, no final line end",
            Dress {
                final_newline: false,
                ..yaml()
            },
        ),
        (
            "yaml, comments",
            Dress {
                comments: true,
                ..yaml()
            },
        ),
        (
            "yaml, comments, dashes below keys, crlf",
            Dress {
                comments: true,
                dash: 0,
                newline: "\r\n",
                ..yaml()
            },
        ),
        (
            "yaml, blank lines",
            Dress {
                blank_lines: true,
                ..yaml()
            },
        ),
        (
            "yaml, blank lines, comments",
            Dress {
                blank_lines: true,
                comments: true,
                ..yaml()
            },
        ),
        (
            "yaml, single quotes",
            Dress {
                quotes: Quotes::Single,
                ..yaml()
            },
        ),
        (
            "yaml, double quotes, no block scalars",
            Dress {
                quotes: Quotes::Double,
                literal: false,
                ..yaml()
            },
        ),
        (
            "yaml, flow inside",
            Dress {
                flow_from: 2,
                spread: false,
                ..yaml()
            },
        ),
        (
            "yaml, flow deep inside",
            Dress {
                flow_from: 4,
                spread: false,
                ..yaml()
            },
        ),
        (
            "yaml, flow over lines inside",
            Dress {
                flow_from: 2,
                ..yaml()
            },
        ),
        (
            "yaml, flow over lines inside, comments",
            Dress {
                flow_from: 2,
                comments: true,
                ..yaml()
            },
        ),
        (
            "yaml, all flow",
            Dress {
                spread: false,
                ..flow()
            },
        ),
        ("yaml, all flow over lines", flow()),
        (
            "yaml, all flow, commas",
            Dress {
                commas: Commas::Trailing,
                comments: true,
                ..flow()
            },
        ),
        (
            "yaml, json inside",
            Dress {
                flow_from: 1,
                quotes: Quotes::Double,
                ..yaml()
            },
        ),
    ]
}
