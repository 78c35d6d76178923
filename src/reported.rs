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

const fn reported(
    name: &'static str,
    severity: Severity,
    found_in: &'static str,
    docs: &'static str,
) -> Reported {
    Reported { name, severity, found_in, docs }
}

/// All of them, by name.
pub static REPORTED: &[Reported] = &[
    reported(
        "book/active-picture",
        Severity::Error,
        "pictures",
        include_str!("reported/book/active-picture.md"),
    ),
    reported(
        "book/broken-picture",
        Severity::Error,
        "pictures",
        include_str!("reported/book/broken-picture.md"),
    ),
    reported("book/not-xml", Severity::Error, "books", include_str!("reported/book/not-xml.md")),
    reported("book/picture-kind", Severity::Error, "pictures", include_str!("reported/book/picture-kind.md")),
    reported(
        "book/same-address",
        Severity::Error,
        "the folder content",
        include_str!("reported/book/same-address.md"),
    ),
    reported(
        "config/no-base-url",
        Severity::Note,
        "book.toml",
        include_str!("reported/config/no-base-url.md"),
    ),
    reported(
        "config/no-pictures",
        Severity::Warning,
        "book.toml",
        include_str!("reported/config/no-pictures.md"),
    ),
    reported(
        "config/no-such-files",
        Severity::Warning,
        "book.toml",
        include_str!("reported/config/no-such-files.md"),
    ),
    reported(
        "config/no-such-page",
        Severity::Warning,
        "book.toml",
        include_str!("reported/config/no-such-page.md"),
    ),
    reported("config/wrong", Severity::Error, "book.toml", include_str!("reported/config/wrong.md")),
    reported(
        "content/bad-name",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/bad-name.md"),
    ),
    reported(
        "content/control-character",
        Severity::Error,
        "every text",
        include_str!("reported/content/control-character.md"),
    ),
    reported("content/link", Severity::Error, "the folder content", include_str!("reported/content/link.md")),
    reported(
        "content/missing",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/missing.md"),
    ),
    reported(
        "content/not-a-file",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/not-a-file.md"),
    ),
    reported(
        "content/not-published",
        Severity::Note,
        "the folder content",
        include_str!("reported/content/not-published.md"),
    ),
    reported(
        "content/not-text",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/not-text.md"),
    ),
    reported(
        "content/same-address",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/same-address.md"),
    ),
    reported(
        "content/too-large",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/too-large.md"),
    ),
    reported(
        "content/unknown-file",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/unknown-file.md"),
    ),
    reported(
        "content/unreadable",
        Severity::Error,
        "the folder content",
        include_str!("reported/content/unreadable.md"),
    ),
    reported(
        "easy-read/no-official-text",
        Severity::Error,
        "easy-read versions",
        include_str!("reported/easy-read/no-official-text.md"),
    ),
    reported(
        "easy-read/unknown-attribute",
        Severity::Error,
        "easy-read versions",
        include_str!("reported/easy-read/unknown-attribute.md"),
    ),
    reported(
        "front-matter/bad-yaml",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/bad-yaml.md"),
    ),
    reported(
        "front-matter/cut-value",
        Severity::Warning,
        "front matter and data files",
        include_str!("reported/front-matter/cut-value.md"),
    ),
    reported(
        "front-matter/duplicate-key",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/duplicate-key.md"),
    ),
    reported(
        "front-matter/full-width-colon",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/full-width-colon.md"),
    ),
    reported(
        "front-matter/long-title",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/long-title.md"),
    ),
    reported(
        "front-matter/missing",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/missing.md"),
    ),
    reported(
        "front-matter/missing-key",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/missing-key.md"),
    ),
    reported(
        "front-matter/not-a-mapping",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/not-a-mapping.md"),
    ),
    reported(
        "front-matter/too-deep",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/too-deep.md"),
    ),
    reported(
        "front-matter/too-large",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/too-large.md"),
    ),
    reported(
        "front-matter/unclosed",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/unclosed.md"),
    ),
    reported(
        "front-matter/unknown-key",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/unknown-key.md"),
    ),
    reported(
        "front-matter/wrong-value",
        Severity::Error,
        "front matter",
        include_str!("reported/front-matter/wrong-value.md"),
    ),
    reported(
        "glossary/bad-entry",
        Severity::Error,
        "glossary.yaml",
        include_str!("reported/glossary/bad-entry.md"),
    ),
    reported(
        "glossary/hard-meaning",
        Severity::Warning,
        "glossary.yaml",
        include_str!("reported/glossary/hard-meaning.md"),
    ),
    reported(
        "glossary/term-twice",
        Severity::Error,
        "glossary.yaml",
        include_str!("reported/glossary/term-twice.md"),
    ),
    reported(
        "import/no-language-rules",
        Severity::Note,
        "sources to import",
        include_str!("reported/import/no-language-rules.md"),
    ),
    reported(
        "import/not-sealed",
        Severity::Note,
        "sources to import",
        include_str!("reported/import/not-sealed.md"),
    ),
    reported(
        "import/part-not-found",
        Severity::Note,
        "sources to import",
        include_str!("reported/import/part-not-found.md"),
    ),
    reported(
        "import/unsure",
        Severity::Warning,
        "sources to import",
        include_str!("reported/import/unsure.md"),
    ),
    reported(
        "language/failed-sample",
        Severity::Error,
        "the samples of a language",
        include_str!("reported/language/failed-sample.md"),
    ),
    reported(
        "language/label-values",
        Severity::Error,
        "the folder languages",
        include_str!("reported/language/label-values.md"),
    ),
    reported(
        "language/unknown-file",
        Severity::Error,
        "the folder languages",
        include_str!("reported/language/unknown-file.md"),
    ),
    reported(
        "language/unknown-label",
        Severity::Error,
        "the folder languages",
        include_str!("reported/language/unknown-label.md"),
    ),
    reported(
        "language/wrong-file",
        Severity::Error,
        "the folder languages",
        include_str!("reported/language/wrong-file.md"),
    ),
    reported(
        "link/spaces-in-target",
        Severity::Warning,
        "every text",
        include_str!("reported/link/spaces-in-target.md"),
    ),
    reported(
        "markdown/active-html",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/active-html.md"),
    ),
    reported(
        "markdown/id-taken",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/id-taken.md"),
    ),
    reported(
        "markdown/lost-words",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/lost-words.md"),
    ),
    reported(
        "markdown/misplaced-html",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/misplaced-html.md"),
    ),
    reported(
        "markdown/note-twice",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/note-twice.md"),
    ),
    reported(
        "markdown/refused-attribute",
        Severity::Warning,
        "every text",
        include_str!("reported/markdown/refused-attribute.md"),
    ),
    reported(
        "markdown/refused-html",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/refused-html.md"),
    ),
    reported(
        "markdown/too-deep",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/too-deep.md"),
    ),
    reported(
        "markdown/unbalanced-html",
        Severity::Error,
        "every text",
        include_str!("reported/markdown/unbalanced-html.md"),
    ),
    reported(
        "official/date-mismatch",
        Severity::Warning,
        "sources to import",
        include_str!("reported/official/date-mismatch.md"),
    ),
    reported(
        "official/no-operative-part",
        Severity::Error,
        "official texts",
        include_str!("reported/official/no-operative-part.md"),
    ),
    reported(
        "official/unread-number",
        Severity::Warning,
        "official texts",
        include_str!("reported/official/unread-number.md"),
    ),
    reported(
        "pictures/bad-words",
        Severity::Error,
        "pictures.yaml",
        include_str!("reported/pictures/bad-words.md"),
    ),
    reported(
        "pictures/concept-twice",
        Severity::Error,
        "pictures.yaml",
        include_str!("reported/pictures/concept-twice.md"),
    ),
    reported(
        "pictures/no-file",
        Severity::Error,
        "pictures.yaml",
        include_str!("reported/pictures/no-file.md"),
    ),
    reported(
        "pictures/no-licence",
        Severity::Error,
        "pictures.yaml",
        include_str!("reported/pictures/no-licence.md"),
    ),
    reported(
        "pictures/same-picture",
        Severity::Warning,
        "pictures.yaml",
        include_str!("reported/pictures/same-picture.md"),
    ),
    reported(
        "pictures/two-concepts",
        Severity::Error,
        "pictures.yaml",
        include_str!("reported/pictures/two-concepts.md"),
    ),
    reported(
        "review/bad-record",
        Severity::Error,
        "review.yaml",
        include_str!("reported/review/bad-record.md"),
    ),
    reported("review/untold", Severity::Note, "review.yaml", include_str!("reported/review/untold.md")),
    reported("template/error", Severity::Error, "templates", include_str!("reported/template/error.md")),
    reported(
        "template/lost-words",
        Severity::Error,
        "templates",
        include_str!("reported/template/lost-words.md"),
    ),
    reported("theme/unknown-file", Severity::Error, "themes", include_str!("reported/theme/unknown-file.md")),
];
