//! What no reason can allow: a closed list. Everything else that the program can find may be allowed.

/// Kinds of trouble that cannot be allowed, each with the names of its findings.
pub static NEVER: [(&str, &[&str]); 8] = [
    ("a broken seal", &["official/changed"]),
    (
        "active content",
        &[
            "book/active-picture",
            "css/third-party",
            "html/script",
            "html/third-party",
            "markdown/active-html",
            "theme/unknown-file",
        ],
    ),
    (
        "lost words",
        &[
            "book/same-address",
            "content/same-address",
            "content/unknown-file",
            "css/hides-page",
            "easy-read/footnote",
            "easy-read/no-official-text",
            "easy-read/unknown-attribute",
            "front-matter/cut-value",
            "front-matter/duplicate-key",
            "front-matter/unknown-key",
            "markdown/lost-words",
            "markdown/too-deep",
            "media/captions-format",
            "media/transcript-form",
            "template/lost-words",
        ],
    ),
    (
        "records of reviews and consent",
        &["collection/consent", "collection/not-declared", "collection/wrong-shape", "review/bad-record"],
    ),
    (
        "records of what was done",
        &[
            "follow-up/bad-entry",
            "follow-up/done-without-document",
            "follow-up/entry-twice",
            "follow-up/impossible-date",
            "follow-up/not-in-text",
        ],
    ),
    ("when and how people come", &["event/facts-elsewhere", "event/link", "event/times", "event/words"]),
    ("claims that what is known contradicts", &["baseline/claim"]),
    (
        "input that cannot be read",
        &[
            "baseline/wrong",
            "book/broken-picture",
            "book/not-xml",
            "check/allowance-without-reason",
            "check/never-allowed",
            "check/unknown-rule",
            "config/wrong",
            "content/bad-name",
            "content/link",
            "content/missing",
            "content/not-text",
            "content/unreadable",
            "epub/empty-file",
            "epub/encrypted",
            "epub/not-an-epub",
            "epub/not-well-formed",
            "epub/too-large",
            "front-matter/bad-yaml",
            "front-matter/full-width-colon",
            "front-matter/missing",
            "front-matter/not-a-mapping",
            "front-matter/unclosed",
            "front-matter/wrong-value",
            "glossary/bad-entry",
            "html/not-read",
            "published/wrong",
            "template/error",
        ],
    ),
];

/// Why a finding of this name cannot be allowed; `None` for all others.
pub fn never(rule: &str) -> Option<&'static str> {
    NEVER.iter().find(|(_, rules)| rules.contains(&rule)).map(|(why, _)| *why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::allowance;
    use crate::explain;

    #[test]
    fn the_list_names_what_there_is_and_is_the_one_that_is_explained() {
        let all = explain::all();
        for (why, rules) in NEVER {
            assert!(rules.is_sorted(), "{why}");
            for rule in rules {
                assert!(all.iter().any(|known| known.name == *rule), "{rule} is no finding");
            }
            let line = format!("\n\nTells of {why}: {}.\n", rules.join(", "));
            assert!(allowance::NEVER_ALLOWED.docs.contains(&line), "{line}");
        }
    }
}
