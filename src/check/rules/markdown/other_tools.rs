//! What other tools read as commands, and readers here would see as signs.

mod blocks;
mod formulas;
mod links;

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Match, Regex};

use crate::check::prose::Line;
use crate::check::{Applies, Reporter, Rule, Subject, is_given};
use crate::content::CONTENT;
use crate::document::{Body, Document};
use crate::finding::Severity;
use crate::library::Library;
use crate::source::{Source, slice};

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
    let in_text = r"[\]］] ?[(（]|\{[{%.:#a-z]|\[\[|\^|[A-Za-z)]~[0-9a-z]|%%|\[(?:TOC|toc|_TOC_|-?@)|\\[bnp]|\[![A-Za-z]|==|\$|:[a-z]";
    let begins = format!(r"(?m:^(?:::|: |!!!|\?\?\?|\*\[|\(@|#\. |\| |{}))", blocks::FIRST);
    Regex::new(&format!("{in_text}|{begins}")).expect("a pattern")
});

/// What stands in running text, by what it is.
static IN_TEXT: LazyLock<[(Kind, Regex); 14]> = LazyLock::new(|| {
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
        (Kind::Raised, r"[\p{L}\p{N})）](\^[\p{L}\p{N}+−-]{1,12}\^)"),
        (Kind::Lowered, r"[A-Za-z)](~(?:[0-9]{1,3}|[a-z])[+−-]?~)(?:$|[^~])"),
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
    Raised,
    Lowered,
    Emoji,
}

/// What something is, and what to write instead.
type Told = (String, String);

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    // What an official document says in print stays as it is.
    let prose = subject.prose();
    if is_given(subject.document) {
        return;
    }
    formulas::in_brackets(subject, reporter);
    if !FIRST.is_match(prose.text()) {
        return;
    }
    let is_resolution = matches!(subject.document.body, Body::Resolution(_));
    let source = &subject.document.source;
    // The block that is told of as a whole.
    let mut told_whole = None;
    let mut open = 0usize;
    // The lines of a block of lines are one fault.
    let mut begun_in = None;
    for (index, line) in prose.lines().enumerate().filter(|(_, line)| FIRST.is_match(line.text)) {
        let whole = 0..line.text.trim_end().len();
        if told_whole == Some(line.block) {
            continue;
        }
        // The numbers of a resolution are its own.
        let block = blocks::begun(prose, index, &line).filter(|_| !is_resolution);
        if let Some(block) = block
            && let Some(line) = prose.line(block.line)
        {
            let place = 0..line.text.trim_end().len();
            let is_literal = line.is_literal(&place, source);
            if is_literal && !is_code(subject, &line, place.clone()) {
                report(reporter, source, &line, place, block.told);
                told_whole = Some(line.block).filter(|_| block.is_whole);
                continue;
            }
        }
        let begins = boxed(line.text, &mut open).or_else(|| {
            let is_first = line.role.is_running() && begun_in != Some(line.block);
            let found = begun(line.text).filter(|_| is_first)?;
            begun_in = Some(line.block);
            Some(found)
        });
        if let Some(told) = begins.filter(|_| !is_code(subject, &line, whole.clone())) {
            report(reporter, source, &line, whole, told);
        }
        let broken = links::broken(&line, source).into_iter();
        for (place, told) in broken.filter(|(place, _)| !is_code(subject, &line, place.clone())) {
            report(reporter, source, &line, place, told);
        }
        for (kind, pattern) in IN_TEXT.iter() {
            let places = pattern.captures_iter(line.text).filter_map(|found| found.get(1).or(found.get(0)));
            let is_meant = |found: &Match<'_>| match kind {
                Kind::Wiki => !NO_LINKS.contains(&found.as_str().trim_matches(['[', ']'])),
                Kind::Emoji => is_emoji(found.as_str().trim_matches(':')),
                _ => true,
            };
            for found in places.filter(|found| is_meant(found) && !is_code(subject, &line, found.range())) {
                let told = told(*kind, found.as_str(), subject);
                report(reporter, source, &line, found.range(), told);
            }
        }
    }
}

/// Says what stands at a place of a line, and what to write instead.
fn report(
    reporter: &mut Reporter<'_>,
    source: &Source,
    line: &Line<'_>,
    place: Range<usize>,
    (is, help): Told,
) {
    let mut span = line.span(place.clone());
    let mut shown = short(slice(line.text, place));
    // After a paragraph the first colon of a box is read as that of a definition.
    if shown.starts_with("::") && slice(source.text(), ..span.start as usize).ends_with(':') {
        span.start -= 1;
        shown.insert(0, ':');
    }
    reporter.add(span, format!("“{shown}” is {is}; here readers see the signs"), help);
}

fn is_code(subject: &Subject<'_>, line: &Line<'_>, range: Range<usize>) -> bool {
    subject.prose().is_code(line.place(&range).start)
}

/// What a line is that other tools read as the beginning or the end of a box.
fn boxed(text: &str, open: &mut usize) -> Option<Told> {
    let help = "Write it as a notice: a line “> [!NOTE]”, then its words in lines that begin with “> ”; or TIP, IMPORTANT, WARNING, CAUTION.";
    let called = |tool: &str, help: &str| Some((format!("a box of {tool}"), help.to_owned()));
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
fn begun(text: &str) -> Option<Told> {
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

/// What stands between two pairs of brackets and is no link: a remark of editors, and attributes of C++.
const NO_LINKS: [&str; 9] = [
    "sic",
    "deprecated",
    "fallthrough",
    "likely",
    "maybe_unused",
    "no_unique_address",
    "nodiscard",
    "noreturn",
    "unlikely",
];

/// Whether GitHub makes a sign of this name. These are the names that texts use most; of others nobody would say for sure that no words
/// are meant.
fn is_emoji(name: &str) -> bool {
    const NAMES: &str = "+1 -1 100 alarm_clock angry art bangbang bell blush book books boom bug bulb calendar chart checkered_flag clap \
        clipboard cloud coffee computer confused construction cry dizzy email exclamation eyes file_folder fire gear gift grey_question \
        grin grinning hammer heart heavy_check_mark heavy_exclamation_mark heavy_plus_sign hourglass house information_source joy key \
        laughing link lock mag man mega memo mortar_board muscle new no_entry no_entry_sign ok ok_hand package page_facing_up paperclip \
        partying_face phone pencil pencil2 point_down point_left point_right point_up pray pushpin question rabbit raised_hands recycle \
        relaxed rocket rotating_light round_pushpin scream see_no_evil shield sheep slightly_smiling_face smile smiley smirk sob sparkles \
        speech_balloon star stop_sign sunglasses sunny sweat_smile tada telephone thinking thought_balloon thumbsdown thumbsup ticket \
        tools trophy unlock vs warning wave white_check_mark wheelchair wink woman wrench x yum zap";
    NAMES.split_whitespace().any(|known| known == name)
        || name.starts_with("flag_")
        || name.ends_with("_face")
}

/// What is said of something in running text.
fn told(kind: Kind, found: &str, subject: &Subject<'_>) -> Told {
    let (is, help) = match kind {
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
        Kind::Formula => return formulas::formula(),
        Kind::Raised => ("what pandoc raises", format!("Write <sup>{}</sup>.", found.trim_matches('^'))),
        Kind::Lowered => ("what pandoc lowers", format!("Write <sub>{}</sub>.", found.trim_matches('~'))),
        Kind::Emoji => {
            ("the name of an emoji", "Write the sign itself, or the word that it stands for.".to_owned())
        }
    };
    (is.to_owned(), help)
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
