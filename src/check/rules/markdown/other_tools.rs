//! What other tools read as commands, and readers here would see as signs.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::prose::Line;
use crate::check::{Applies, Reporter, Rule, Subject, is_given};
use crate::content::CONTENT;
use crate::document::Document;
use crate::finding::Severity;
use crate::library::Library;
use crate::source::slice;

/// `markdown/other-tools`
pub static RULE: Rule = Rule {
    name: "markdown/other-tools",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: None,
    source: "the documentation of Zola, Hugo, Jekyll, Docusaurus, MkDocs, Obsidian and pandoc (derived)",
    docs: include_str!("other_tools.md"),
    check,
};

/// What begins any of these; most texts have none.
static FIRST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\{[{%.:#a-z]|\[\[|\^\[|%%|\[(?:TOC|toc|_TOC_|-?@)|\\[bnp]|\[![A-Za-z]|==|\$|:[a-z]|(?m:^(?:::|: |!!!|\?\?\?|\*\[|\(@|#\. |\| ))")
        .expect("a pattern")
});

/// What stands in running text, by what it is.
static IN_TEXT: LazyLock<[(Kind, Regex); 12]> = LazyLock::new(|| {
    [
        (Kind::Shortcode, r"\{\{[^{}\n]*\}\}"),
        (Kind::Tag, r"\{%[^\n]*?%\}"),
        (Kind::Wiki, r"\[\[[^\[\]\n]*[^\[\]\n0-9][^\[\]\n]*\]\]"),
        (
            Kind::Attributes,
            r"\{:? *[.#][A-Za-z][^{}\n]*\}|\{:?(?:width|height|target|class|id|style|loading|align|rel)=[^{}\n]*\}",
        ),
        (Kind::Language, r"\[[^\[\]\n]*\]\{[^{}\n]*\b(?:lang|dir)=[^{}\n]*\}"),
        (Kind::Note, r"\^\[[^\[\]\n]*[^\[\]\n0-9][^\[\]\n]*\]"),
        (Kind::Remark, r"%%[^%\n]+%%"),
        (Kind::Contents, r"^\[(?:TOC|toc|_TOC_)\]$"),
        (Kind::Citation, r"\[-?@[A-Za-z][^\[\]\n]*\]"),
        (Kind::Mark, r"(?:^|[^0-9A-Za-z=])(==[^=\s](?:[^=\n]*[^=\s])?==)(?:$|[^0-9A-Za-z=])"),
        // Sums of money are no formula.
        (Kind::Formula, r"\$\$[^$\n]+\$\$|\$(?:[A-Za-z]|\\[A-Za-z]+)\$|\$[A-Za-z\\][^$\n]*?(?:\\[A-Za-z]|[_^=+])[^$\n]*\$|\\(?:begin\{|newpage\b|pagebreak\b)"),
        (Kind::Emoji, r"(?:^|[\s（(])(:[a-z][a-z0-9_+-]*[a-z0-9]:)(?:$|[\s.,!?)。，！？）])"),
    ]
    .map(|(kind, pattern)| (kind, Regex::new(pattern).expect("a pattern")))
});

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Shortcode,
    Tag,
    Wiki,
    Attributes,
    Language,
    Note,
    Remark,
    Contents,
    Citation,
    Mark,
    Formula,
    Emoji,
}

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    // What an official document says in print stays as it is.
    let prose = subject.prose();
    if is_given(subject.document) || !FIRST.is_match(prose.text()) {
        return;
    }
    let mut open = 0usize;
    // The lines of a block of lines are one fault.
    let mut begun_in = None;
    for line in prose.lines().filter(|line| FIRST.is_match(line.text)) {
        let whole = 0..line.text.trim_end().len();
        let begins = boxed(line.text, &mut open).or_else(|| {
            let is_first = line.role.is_running() && begun_in != Some(line.block);
            let found = begun(line.text).filter(|_| is_first)?;
            begun_in = Some(line.block);
            Some(found)
        });
        if let Some((is, help)) = begins.filter(|_| !is_code(subject, &line, whole.clone())) {
            report(reporter, &line, whole, &is, help);
        }
        for (kind, pattern) in IN_TEXT.iter() {
            let places = pattern.captures_iter(line.text).filter_map(|found| found.get(1).or(found.get(0)));
            for found in places.filter(|found| !is_code(subject, &line, found.range())) {
                let (is, help) = told(*kind, found.as_str(), subject);
                report(reporter, &line, found.range(), is, help);
            }
        }
    }
}

/// Says what stands at a place of a line, and what to write instead.
fn report(reporter: &mut Reporter<'_>, line: &Line<'_>, place: Range<usize>, is: &str, help: String) {
    let message = format!("“{}” is {is}; here readers see the signs", short(slice(line.text, place.clone())));
    reporter.add(line.span(place), message, help);
}

fn is_code(subject: &Subject<'_>, line: &Line<'_>, range: Range<usize>) -> bool {
    subject.prose().is_code(line.place(&range).start)
}

/// What a line is that other tools read as the beginning or the end of a box.
fn boxed(text: &str, open: &mut usize) -> Option<(String, String)> {
    let help = "Write it as a notice: a line “> [!NOTE]”, then its words in lines that begin with “> ”; or TIP, IMPORTANT, WARNING, CAUTION.";
    let called = |tool: &str, help: &str| Some((format!("a box of {tool}"), help.to_owned()));
    // After a paragraph the first colon is read as that of a definition.
    if let Some(rest) = text.strip_prefix("::") {
        let attributes = rest.trim_start_matches(':');
        let is_end = attributes.trim().is_empty();
        match is_end && *open > 0 {
            // The end goes with its beginning.
            true => {
                *open -= 1;
                return None;
            }
            false => *open += usize::from(!is_end),
        }
        return match attribute(attributes, "lang") {
            Some(lang) => called(
                "pandoc",
                &format!(
                    "Write <div lang=\"{lang}\"> in a line before its words and </div> after them, with empty lines between."
                ),
            ),
            None => called("Docusaurus or pandoc", help),
        };
    }
    let marks = ["!!! ", "??? ", "???+ "];
    let named = marks.iter().find_map(|mark| text.strip_prefix(mark));
    if named.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase())) {
        return called("MkDocs", help);
    }
    // What GitHub has passes only by its five names, alone in its line.
    let name = text.strip_prefix("[!")?.split(']').next()?;
    if name.chars().all(|c| c.is_ascii_alphabetic()) { called("Obsidian", help) } else { None }
}

/// What a paragraph is that other tools read as something else by its first signs.
fn begun(text: &str) -> Option<(String, String)> {
    let (is, help) = if let Some((short, long)) =
        text.strip_prefix("*[").and_then(|rest| rest.split_once("]:"))
    {
        let help = format!(
            "Write <abbr title=\"{}\">{short}</abbr> where the text first says it, or put it into the glossary.",
            long.trim()
        );
        ("the long form of an abbreviation", help)
    } else if text.starts_with(": ") {
        ("a caption of pandoc", "Write it before the table: “Table: …”, “表：……”.".to_owned())
    } else if text.starts_with("#. ") || text.strip_prefix("(@").is_some_and(|rest| rest.contains(')')) {
        ("an item that pandoc numbers", "Write the numbers: “1.”, “2.”.".to_owned())
    } else if text.starts_with("| ") && !text.get(1..).is_some_and(|rest| rest.contains('|')) {
        (
            "a block of lines of pandoc",
            "End each line but the last with a backslash, and take out the “|”.".to_owned(),
        )
    } else {
        return None;
    };
    Some((is.to_owned(), help))
}

/// The value of an attribute of pandoc: `{lang=fr dir="rtl"}`.
fn attribute<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let words = text.split([' ', '{', '}']);
    let mut values = words.filter_map(|word| word.strip_prefix(name)?.strip_prefix('='));
    values.next().map(|value| value.trim_matches('"'))
}

/// What is said of something in running text.
fn told(kind: Kind, found: &str, subject: &Subject<'_>) -> (&'static str, String) {
    match kind {
        Kind::Shortcode => {
            let inside = found.trim_matches(['{', '}', '<', '>', '%', ' ']);
            let end = inside.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
            let help = match slice(inside, ..end.unwrap_or(inside.len())) {
                "figure" | "image" | "img" => "Write the picture as Markdown: ![what it shows](file).",
                "ref" | "relref" | "url" | "link" => {
                    "Write the link as Markdown: [words](../folder/index.md)."
                }
                "youtube" | "vimeo" | "video" => "Write a link to the film: [what it shows](https://…).",
                "gist" | "highlight" => "Write code between lines of three backquotes.",
                _ => "Write in Markdown what it makes, or take it out; code stands between backquotes.",
            };
            ("a shortcode of Zola or Hugo", help.to_owned())
        }
        Kind::Tag => {
            let help = "Write in Markdown what it makes, or take it out; code stands between backquotes.";
            ("a command of Jekyll or Zola", help.to_owned())
        }
        Kind::Wiki => ("a link of a wiki", wiki(found, subject)),
        Kind::Attributes => {
            let help = match found.contains('#') {
                true => {
                    "Only a heading has an id: ## words {#id}. Take out the rest: the theme decides how it looks."
                }
                false => "Take it out: the theme decides how it looks.",
            };
            ("a list of attributes", help.to_owned())
        }
        Kind::Language => {
            let words = found.trim_start_matches('[').split(']').next().unwrap_or_default();
            let said = ["lang", "dir"].into_iter().filter_map(|name| Some((name, attribute(found, name)?)));
            let said: String = said.map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
            ("words with a language of pandoc", format!("Write <span{said}>{words}</span>."))
        }
        Kind::Note => {
            let help = "Write a mark, [^1], and the note in a line of its own: “[^1]: …”.";
            ("a note of pandoc", help.to_owned())
        }
        Kind::Remark => (
            "a remark of Obsidian, which nobody was to read",
            "Take it out, or write it as a comment: what stands in <!-- and --> is on no page.".to_owned(),
        ),
        Kind::Contents => ("the place for contents", "Take it out: every page has its contents.".to_owned()),
        Kind::Citation => (
            "a citation of pandoc",
            "Write a note: a mark, [^1], and in a line of its own “[^1]: …”.".to_owned(),
        ),
        Kind::Mark => {
            ("what pandoc and Obsidian mark", format!("Write <mark>{}</mark>.", found.trim_matches('=')))
        }
        Kind::Formula => {
            let help = "Write it in words or signs; <sub> and <sup> lower and raise them. Code stands between backquotes.";
            ("a formula or a command of TeX", help.to_owned())
        }
        Kind::Emoji => {
            ("the name of an emoji", "Write the sign itself, or the word that it stands for.".to_owned())
        }
    }
}

/// The link in Markdown, to the text that is meant if there is one.
fn wiki(found: &str, subject: &Subject<'_>) -> String {
    let inside = found.trim_matches(['[', ']']);
    let (name, words) = inside.split_once('|').unwrap_or((inside, inside));
    let (name, words) = (name.trim(), words.trim());
    match meant(name, subject.library, subject.document) {
        Some(path) => format!("Write [{words}]({path})."),
        None => format!("Write [{words}](../folder/index.md) with the folder of the text that is meant."),
    }
}

/// The path to the text in the folder of this name, or in one of that name beside the folder of this text.
fn meant(name: &str, library: &Library, document: &Document) -> Option<String> {
    let beside = document.slug.rsplit_once('/').map(|(folder, _)| format!("{folder}/{name}"));
    let folders = beside.into_iter().chain([name.to_owned()]);
    let work = folders.filter_map(|folder| library.work(&folder, &document.lang)).next()?;
    let file = work.official.source.path().strip_prefix(CONTENT)?.trim_start_matches('/');
    let up = "../".repeat(document.slug.split('/').filter(|part| !part.is_empty()).count());
    Some(format!("{up}{file}"))
}

/// The first characters of what was found: a line may be very long.
fn short(found: &str) -> String {
    const MOST: usize = 60;
    match found.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", slice(found, ..end)),
        None => found.to_owned(),
    }
}
