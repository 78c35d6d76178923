//! Findings that no rule of its own makes: they are reported while files are read, parsed, imported or rendered.

use crate::finding::Severity;

/// What is reported of one kind of trouble.
#[derive(Debug)]
pub struct Reported {
    /// The name findings carry.
    pub name: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is found.
    pub found_in: &'static str,
    /// What is wanted and why, with bad and good examples: Markdown that is also a test where a file can show it.
    pub docs: &'static str,
}

const fn told(
    name: &'static str,
    severity: Severity,
    found_in: &'static str,
    docs: &'static str,
) -> Reported {
    Reported { name, severity, found_in, docs }
}

/// All of them, by name.
pub static REPORTED: &[Reported] = &[
    told("book/active-picture", Severity::Error, "pictures", include_str!("reported/book/active-picture.md")),
    told("book/broken-picture", Severity::Error, "pictures", include_str!("reported/book/broken-picture.md")),
    told("book/not-xml", Severity::Error, "books", include_str!("reported/book/not-xml.md")),
    told("book/picture-kind", Severity::Error, "pictures", include_str!("reported/book/picture-kind.md")),
    told(
        "book/same-address",
        Severity::Error,
        "the folder content",
        include_str!("reported/book/same-address.md"),
    ),
    told(
        "config/no-such-files",
        Severity::Warning,
        "book.toml",
        include_str!("reported/config/no-such-files.md"),
    ),
    told(
        "config/no-such-page",
        Severity::Warning,
        "book.toml",
        include_str!("reported/config/no-such-page.md"),
    ),
    told("config/wrong", Severity::Error, "book.toml", include_str!("reported/config/wrong.md")),
    told(
        "content/bad-name",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/bad-name.md"),
    ),
    told(
        "content/control-character",
        Severity::Error,
        "every text",
        include_str!("reported/content/control-character.md"),
    ),
    told("content/link", Severity::Error, "the folder content", include_str!("reported/content/link.md")),
    told(
        "content/missing",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/missing.md"),
    ),
    told(
        "content/not-a-file",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/not-a-file.md"),
    ),
    told(
        "content/not-published",
        Severity::Note,
        "the folder content",
        include_str!("reported/content/not-published.md"),
    ),
    told(
        "content/not-text",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/not-text.md"),
    ),
    told(
        "content/same-address",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/same-address.md"),
    ),
    told(
        "content/too-large",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/too-large.md"),
    ),
    told(
        "content/unknown-file",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/unknown-file.md"),
    ),
    told(
        "content/unreadable",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/unreadable.md"),
    ),
    told(
        "easy-read/no-official-text",
        Severity::Error,
        "easy-read versions",
        include_str!("reported/easy-read/no-official-text.md"),
    ),
    told(
        "easy-read/unknown-attribute",
        Severity::Error,
        "easy-read versions",
        include_str!("reported/easy-read/unknown-attribute.md"),
    ),
    told(
        "front-matter/bad-yaml",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/bad-yaml.md"),
    ),
    told(
        "front-matter/cut-value",
        Severity::Warning,
        "front matter and data files",
        include_str!("reported/front-matter/cut-value.md"),
    ),
    told(
        "front-matter/duplicate-key",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/duplicate-key.md"),
    ),
    told(
        "front-matter/full-width-colon",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/full-width-colon.md"),
    ),
    told(
        "front-matter/long-title",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/long-title.md"),
    ),
    told(
        "front-matter/missing",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/missing.md"),
    ),
    told(
        "front-matter/missing-key",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/missing-key.md"),
    ),
    told(
        "front-matter/not-a-mapping",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/not-a-mapping.md"),
    ),
    told(
        "front-matter/too-deep",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/too-deep.md"),
    ),
    told(
        "front-matter/too-large",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/too-large.md"),
    ),
    told(
        "front-matter/unclosed",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/unclosed.md"),
    ),
    told(
        "front-matter/unknown-key",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/unknown-key.md"),
    ),
    told(
        "front-matter/wrong-value",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/wrong-value.md"),
    ),
    told(
        "glossary/bad-entry",
        Severity::Error,
        "glossary.yaml",
        include_str!("reported/glossary/bad-entry.md"),
    ),
    told(
        "glossary/hard-meaning",
        Severity::Warning,
        "glossary.yaml",
        include_str!("reported/glossary/hard-meaning.md"),
    ),
    told(
        "glossary/term-twice",
        Severity::Error,
        "glossary.yaml",
        include_str!("reported/glossary/term-twice.md"),
    ),
    told(
        "import/no-language-rules",
        Severity::Note,
        "sources to import",
        include_str!("reported/import/no-language-rules.md"),
    ),
    told(
        "import/not-sealed",
        Severity::Note,
        "sources to import",
        include_str!("reported/import/not-sealed.md"),
    ),
    told(
        "import/part-not-found",
        Severity::Note,
        "sources to import",
        include_str!("reported/import/part-not-found.md"),
    ),
    told("import/unsure", Severity::Warning, "sources to import", include_str!("reported/import/unsure.md")),
    told(
        "language/failed-sample",
        Severity::Error,
        "the samples of a language",
        include_str!("reported/language/failed-sample.md"),
    ),
    told(
        "language/label-values",
        Severity::Error,
        "the folder languages",
        include_str!("reported/language/label-values.md"),
    ),
    told(
        "language/unknown-file",
        Severity::Error,
        "the folder languages",
        include_str!("reported/language/unknown-file.md"),
    ),
    told(
        "language/unknown-label",
        Severity::Error,
        "the folder languages",
        include_str!("reported/language/unknown-label.md"),
    ),
    told(
        "language/wrong-file",
        Severity::Error,
        "the folder languages",
        include_str!("reported/language/wrong-file.md"),
    ),
    told(
        "link/spaces-in-target",
        Severity::Warning,
        "every text",
        include_str!("reported/link/spaces-in-target.md"),
    ),
    told(
        "markdown/active-html",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/active-html.md"),
    ),
    told("markdown/id-taken", Severity::Error, "every text", include_str!("reported/markdown/id-taken.md")),
    told(
        "markdown/lost-words",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/lost-words.md"),
    ),
    told(
        "markdown/misplaced-html",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/misplaced-html.md"),
    ),
    told(
        "markdown/note-twice",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/note-twice.md"),
    ),
    told(
        "markdown/refused-attribute",
        Severity::Warning,
        "every text",
        include_str!("reported/markdown/refused-attribute.md"),
    ),
    told(
        "markdown/refused-html",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/refused-html.md"),
    ),
    told("markdown/too-deep", Severity::Error, "every text", include_str!("reported/markdown/too-deep.md")),
    told(
        "markdown/unbalanced-html",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/unbalanced-html.md"),
    ),
    told(
        "official/date-mismatch",
        Severity::Warning,
        "sources to import",
        include_str!("reported/official/date-mismatch.md"),
    ),
    told(
        "official/date-outside-session",
        Severity::Warning,
        "sources to import",
        include_str!("reported/official/date-outside-session.md"),
    ),
    told(
        "official/no-operative-part",
        Severity::Error,
        "official texts",
        include_str!("reported/official/no-operative-part.md"),
    ),
    told(
        "official/session-mismatch",
        Severity::Warning,
        "sources to import",
        include_str!("reported/official/session-mismatch.md"),
    ),
    told(
        "official/unread-number",
        Severity::Warning,
        "official texts",
        include_str!("reported/official/unread-number.md"),
    ),
    told(
        "official/vote-mismatch",
        Severity::Warning,
        "sources to import",
        include_str!("reported/official/vote-mismatch.md"),
    ),
    told(
        "pictures/concept-twice",
        Severity::Error,
        "pictures.yaml",
        include_str!("reported/pictures/concept-twice.md"),
    ),
    told("pictures/no-file", Severity::Error, "pictures.yaml", include_str!("reported/pictures/no-file.md")),
    told(
        "pictures/no-licence",
        Severity::Error,
        "pictures.yaml",
        include_str!("reported/pictures/no-licence.md"),
    ),
    told(
        "pictures/two-concepts",
        Severity::Error,
        "pictures.yaml",
        include_str!("reported/pictures/two-concepts.md"),
    ),
    told("review/bad-record", Severity::Error, "review.yaml", include_str!("reported/review/bad-record.md")),
    told("template/error", Severity::Error, "templates", include_str!("reported/template/error.md")),
    told("theme/unknown-file", Severity::Error, "themes", include_str!("reported/theme/unknown-file.md")),
];
