//! The parser's errors in words that help.

use granit_parser::ErrorKind;

/// Message, label and help; without a message, the parser's own. An empty help is none.
pub(super) struct Words(
    pub(super) Option<&'static str>,
    pub(super) &'static str,
    pub(super) &'static str,
);

pub(super) fn words(kind: &ErrorKind) -> Words {
    use ErrorKind as E;
    let (message, label, help) = match kind {
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping => (
            "the bracket is never closed",
            "it opens here",
            "close it, and indent its lines deeper than the key before it",
        ),
        E::MisplacedFlowCollectionEnd => (
            "a closing bracket that fits no opening one",
            "it closes nothing",
            "text that starts with a bracket needs quotes",
        ),
        E::ExpectedFlowMappingSeparator => {
            ("expected `,` or `}` after the member", "`,` or `}`", "")
        }
        E::ExpectedFlowSequenceSeparator => {
            ("expected `,` or `]` after the item", "`,` or `]`", "")
        }
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => (
            "the string never ends",
            "it starts here",
            "close the string; a quote inside '…' is written twice, inside \"…\" after a backslash",
        ),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => (
            "text after a closing quote",
            "nothing may follow here",
            "a quote inside '…' is written twice, inside \"…\" after a backslash",
        ),
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::InvalidMappingValueWhitespace => {
            (
                "a `:` where no key can be",
                "not a key",
                "a text with `: ` in it needs quotes; a key needs a line of its own, indented like its neighbours",
            )
        }
        _ => return more_words(kind),
    };
    Words(Some(message), label, help)
}

fn more_words(kind: &ErrorKind) -> Words {
    use ErrorKind as E;
    let (message, label, help) = match kind {
        E::ExpectedBlockMappingKey | E::SimpleKeyExpected | E::InvalidSimpleKey => (
            "a line that is no member of the mapping around it",
            "expected `key: value`",
            "is a `:` missing, or is the line indented differently from its neighbours?",
        ),
        E::ExpectedBlockSequenceEntry => (
            "a line that is no item of the list around it",
            "expected `- `",
            "is the line indented differently from its neighbours?",
        ),
        E::InvalidIndentation
        | E::InvalidQuotedScalarIndent
        | E::InvalidFlowScalarIndent
        | E::InvalidBlockScalarIndent => (
            "the indentation fits nothing around it",
            "wrong indentation",
            "indent it like its neighbours, and deeper than the key it belongs to",
        ),
        E::BlockSequenceEntryNotAllowed | E::BlockEntryInFlowCollection => (
            "a list item where none can be",
            "unexpected `-`",
            "a list starts on the line after its key; a text that starts with `- ` needs quotes",
        ),
        E::MappingKeyNotAllowed => ("a key where none can be", "unexpected key", ""),
        E::InvalidQuotedScalarHexEscape | E::InvalidUnicodeEscape => (
            "an escape with a code that is none",
            "expected `\\xXX`, `\\uXXXX` or `\\UXXXXXXXX`",
            "write a backslash as `\\\\`, or use single quotes",
        ),
        E::UnexpectedCharacter { .. } | E::PlainScalarStartsWithDashFlowIndicator => (
            "a text cannot start with this character",
            "unexpected here",
            "put the text in quotes",
        ),
        _ => return last_words(kind),
    };
    Words(Some(message), label, help)
}

fn last_words(kind: &ErrorKind) -> Words {
    use ErrorKind as E;
    let (message, label, help) = match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => (
            "a tab where only spaces may be",
            "YAML is indented by spaces",
            "replace each tab by spaces",
        ),
        E::UndeclaredTagHandle => (
            "the tag's handle is not declared",
            "unknown handle",
            "declare it with `%TAG`, or remove the tag",
        ),
        E::CommentInterceptedScalar => (
            "text after a comment that ended the text before it",
            "not part of the text",
            "put the whole text in quotes, or use `|`",
        ),
        E::CommentNotSeparated => (
            "no space before a comment",
            "expected a space before `#`",
            "",
        ),
        E::InvalidDocumentEnd | E::ExpectedDocumentStart => (
            "text after the end of the document",
            "nothing may follow",
            "put each document into a file of its own",
        ),
        E::BomInsideDocument => (
            "a byte order mark inside the document",
            "an invisible character",
            "remove it",
        ),
        _ => return rare_words(kind),
    };
    Words(Some(message), label, help)
}

fn rare_words(kind: &ErrorKind) -> Words {
    use ErrorKind as E;
    let (message, label, help) = match kind {
        E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate => (
            "this escape is half a surrogate pair and names no character",
            "the other half is missing",
            "write the character itself",
        ),
        E::ZeroBlockScalarIndent | E::InvalidBlockScalarHeader => (
            "the header of a block text has something else than `+`, `-` and an indent of 1 to 9",
            "unexpected here",
            "the text starts on the next line",
        ),
        E::UnsupportedYamlMajorVersion => (
            "a version of YAML that does not exist",
            "expected `%YAML 1.2`",
            "remove the line",
        ),
        _ => return Words(None, "not valid YAML", ""),
    };
    Words(Some(message), label, help)
}
