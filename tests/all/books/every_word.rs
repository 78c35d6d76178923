//! Every word of a source stands on its page, in its book, its Word file, its file of Akoma Ntoso and its plain text, or in a finding: never neither.
//!
//! Texts are made of arbitrary pieces of Markdown and HTML in Chinese, English and Arabic. Each word in them is there
//! once, so it is known again. What writes no words is left out: comments, targets, labels, ids, the language of code.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use curbcut::audit::Allow;
use curbcut::check;
use curbcut::config::Config;
use curbcut::content::{Input, Role};
use curbcut::finding::{Finding, Place, Severity};
use curbcut::formats::akn::AkomaNtoso;
use curbcut::formats::docx::Word;
use curbcut::formats::epub::Epub;
use curbcut::formats::text::PlainText;
use curbcut::formats::{Download, Material, Modified, Pictures};
use curbcut::languages::Languages;
use curbcut::library::{Library, Parts};
use curbcut::parse;
use curbcut::render::{Renderer, SourceMap};
use curbcut::source::Source;
use proptest::prelude::*;
use regex::Regex;

use super::any_text::{LANGUAGES, TEMPLATES};
use super::opened::Opened;
use crate::support::BOOK;

/// Where a word will stand.
const WORD: &str = "\u{E000}";

/// Errors after which nothing is published and whose place does not show all that is missing.
const NOT_SHOWN: [&str; 5] = [
    "markdown/active-html",
    "markdown/refused-html",
    "markdown/unbalanced-html",
    "markdown/misplaced-html",
    "markdown/too-deep",
];

/// The pieces with a word in place of each mark, and the words.
fn with_words(pieces: &str, words: &mut Vec<String>) -> String {
    let mut text = String::new();
    for (at, piece) in pieces.split(WORD).enumerate() {
        if at > 0 {
            let number = words.len();
            let word = match number % 3 {
                0 => format!("词{number}条"),
                1 => format!("word{number}x"),
                _ => format!("كلمة{number}ة"),
            };
            text.push_str(&word);
            words.push(word);
        }
        text.push_str(piece);
    }
    text
}

/// What is written in a source and is no word.
static NO_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    let parts = [
        r"<!--(?s:.*?)-->",
        r"\[//\]:[^\n]*",
        // A comment of YAML after a value that ends with its mark.
        r#"["'\]}][ \t]+#[^\n]*"#,
        r"\]\((?:<[^>\n]*>|[^\s)]*)",
        r"\[\^[^\]\n]*\]",
        r"\]\[[^\]\n]*\]",
        r"\{#\S*",
        r"(?m:^[ >]*(?:```|~~~)[^\n]*$)",
        r"\[[^\]\n]*\]:[ \t]*\S+",
        r#"(?:class|style)="[^"]*""#,
    ];
    Regex::new(&parts.join("|")).unwrap()
});

/// What is written on a page and no reader reads.
static UNREAD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#" (?:id|href|src|class)="[^"]*""#).unwrap());

fn library(texts: [(Role, &str, &str); 3]) -> (Library, Vec<Finding>) {
    let mut findings = Vec::new();
    let config = Config::read(&Arc::new(Source::new(
        "book.toml",
        format!("{BOOK}[docx]\ndocuments = true\n[akn]\ndocuments = true\n"),
    )))
    .unwrap();
    let mut documents = Vec::new();
    for (role, slug, text) in texts {
        let name = if role == Role::EasyRead { "easy-read" } else { "index" };
        let source = Arc::new(Source::new(format!("content/{slug}/{name}.md"), text));
        let input = Input { source, role, slug: slug.into(), lang: "zh-Hans".parse().unwrap() };
        let (document, found) = parse::parse(&input, Languages::built_in());
        findings.extend(found);
        documents.push((role, Arc::new(document)));
    }
    let parts = Parts {
        language_data: Languages::built_in().clone(),
        config,
        documents,
        pictures: Arc::default(),
        glossaries: BTreeMap::new(),
        reviews: HashMap::new(),
        follow_ups: Default::default(),
        assets: Arc::default(),
        tracks: Default::default(),
        withheld: Default::default(),
        collections: Default::default(),
        baseline: Default::default(),
        today: Default::default(),
    };
    let library = Library::new(parts, &mut findings);
    findings.extend(check::check(&library));
    (library, findings)
}

/// What is read in each format.
struct Outputs {
    pages: String,
    books: String,
    texts: String,
    word_files: String,
    akn: String,
}

fn outputs(library: &Library) -> Outputs {
    let renderer = Renderer::new(library, &TEMPLATES, &LANGUAGES, SourceMap::Off);
    let mut pages = String::new();
    for job in renderer.jobs() {
        pages.push_str(&renderer.page(job).unwrap_or_else(|finding| panic!("{}", finding.message)).html);
    }
    let pictures = Pictures::read(library, &mut Vec::new());
    let material = Material {
        renderer: &renderer,
        pictures: &pictures,
        book_style: "",
        modified: Modified::FromContent,
    };
    let allow = Allow::default();
    let ledger = check::allowances(library, &[]);
    let made = |format: &dyn Download| -> Vec<Vec<u8>> {
        let maker = format.maker(material).unwrap();
        let make = |job| {
            let made = maker.make(job).unwrap_or_else(|error| panic!("{error:?}"));
            // What is claimed of a file holds for every text.
            maker.audit(job, &made, &allow, &ledger).unwrap();
            made.bytes
        };
        format.jobs(library, &LANGUAGES).unwrap().into_iter().map(make).collect()
    };
    let mut books = String::new();
    for book in made(&Epub) {
        for (name, bytes) in Opened::read(&book).files {
            if name.ends_with(".xhtml") {
                books.push_str(str::from_utf8(&bytes).unwrap());
            }
        }
    }
    Outputs {
        akn: words_of_xml(&String::from_utf8(made(&AkomaNtoso).concat()).unwrap()),
        word_files: made(&Word).iter().map(|file| Opened::read(file).words()).collect(),
        pages: UNREAD.replace_all(&pages, "").into_owned(),
        books: UNREAD.replace_all(&books, "").into_owned(),
        texts: String::from_utf8(made(&PlainText).concat()).unwrap(),
    }
}

/// What is read of files of XML: without what their names, addresses and ids say.
fn words_of_xml(files: &str) -> String {
    static UNREAD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"(?s:<meta>.*?</meta>)| (?:eId|wId|href|src|name|class)="[^"]*""#).unwrap()
    });
    UNREAD.replace_all(files, "").into_owned()
}

/// The words of a file that are nowhere.
fn lost<'w>(
    text: &str,
    words: &'w [String],
    path: &str,
    findings: &[Finding],
    outputs: &Outputs,
) -> Vec<&'w str> {
    let mut accounted: Vec<&str> = NO_WORDS.find_iter(text).map(|found| found.as_str()).collect();
    for finding in findings {
        if let Place::Source(source, span) = &finding.place
            && source.path() == path
        {
            if finding.severity == Severity::Error && NOT_SHOWN.contains(&finding.rule) {
                return Vec::new();
            }
            // The title of a definition is told at the link that uses it, in the message.
            accounted.extend([source.slice(*span), &finding.message]);
        }
    }
    let is_lost = |word: &&str| {
        let is_published =
            [&outputs.pages, &outputs.books, &outputs.texts, &outputs.word_files, &outputs.akn]
                .iter()
                .all(|output| output.contains(*word));
        !is_published && !accounted.iter().any(|place| place.contains(*word))
    };
    words.iter().map(String::as_str).filter(is_lost).collect()
}

fn one_of(pieces: &[&str]) -> impl Strategy<Value = String> {
    let pieces: Vec<String> = pieces.iter().map(|piece| piece.replace('W', WORD)).collect();
    prop::sample::select(pieces)
}

fn inline() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => one_of(&["W", "W ", "W。", "（W）", "W，W", " W. ", "W\nW"]),
        6 => one_of(&[
            "**W**", "*W*", "~~W~~", "`W`", "``W`W``", "[W](index.md)", "[W](x y.pdf)", "[W](<a W.pdf>)", "[W](index.md \"W\")",
            "![W](a.png)", "![W](a.png \"W\")", "![W](<a.png> 'W\nW')", "![W **W**](concept:x)", "<https://example.org/W>", "<W@example.org>", "<u>W</u>",
            "<span lang=\"fr\">W</span>", "<ruby>W<rt>W</rt></ruby>", "<b class=\"W\">W</b>", "<br>", "<q>W</q>", "[^1]", "[^W]",
            "W{W}", "{W}", "{#W}", "&amp;W", "\\*W", "W\\\nW", "W  \nW", "<!-- W -->", "<?W?>", "<!W>", "<![CDATA[W]]>", "[W][W]",
            "[W]", "[W][]", "[1]", "[W]: W", "$W$", "&W;", "&copy;W", ":W:", "**W（W）**W", "W**《W》**W", "<var>W</var>",
            "[W](page:3)", "[](page:4)", "![W][1]", "[*W* `W`](index.md)", "[![W](a.png)](index.md)", "< W", "W > W", "<bdi>W</bdi>",
            "~W~", "^W^", "||W||", "[[W]]", "[ ] W", "W\u{3000}W", "W\u{A0}W", "![W][]", "<span title=\"W\">W</span>",
        ]),
        1 => one_of(&["</b>", "<b>", "|", "[", "](", ")", "<", ">", "*", "**", "`", "~~", "!", "\\", "{", "}", "#", "<W>", "&", "_", "\"", "W_W_W"]),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat())
}

fn block() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => inline(),
        2 => (inline(), inline(), inline(), one_of(&[
            "- A\n- B\n  C", "3. A\n5. B\n\n   C", "1) A\n1) B", "+ A\n\n  B", "- [x] A\n- [ ] B", "A\n: B\n: C", "> A\n> B", "> A\nB",
            "> [!NOTE]\n> A\n> B", "| A | B |\n|---|:-:|\n| C | W | W |\n| W |", "| A |\n|---|\n| C \\| W |\n| `W|W` |",
            "表：A\n\n| W | W |\n|---|---|\n| B | C | |", "W\nA | B\n--- | ---\nC | W", "# A", "## A {#W}", "## A {W, W}", "### A ###",
            "## A {#W W=W}", "#### {W}", "A\n---", "A {#W}\n===", "[^1]: A\n\n    B", "[^W]: A", "[^1]: A\n[^1]: B", "A[^W]\n\n[^W]: B",
            "1. A\n\n   (a) B\n\n   (b) C\n\nW", "(a) A", "人权理事会，\n\nA，\n\n1. B；\n2. C。", "> > A\n>\n> - B", "- > A\n  > ## W {#W}",
            "A\n\n***\n\nB", "## A\n\nB\n\n## A\n\nC", "\\# A", "A\n    B", "  A\n\tB", "一、A\n二、B", "A\\", "1986. A", "-A\n-B",
        ])).prop_map(|(a, b, c, form)| {
            let filled = form.chars().map(|letter| match letter {
                'A' => a.clone(),
                'B' => b.clone(),
                'C' => c.clone(),
                other => other.to_string(),
            });
            filled.collect::<String>()
        }),
        2 => one_of(&[
            "[W]: W", "[1]: index.md", "[1]: index.md \"W\"", "[1]: index.md\n[1]: W", "[//]: # (W)", "```W W\nW\n```", "~~~\nW", "    W\n\n    W", "***",
            "<p>W</p>", "<p>W", "<table><caption>W</caption><tr><th>W</th><td>W</td></tr></table>", "<!-- W -->", "<!-- W --> W", "<!-- W",
            "<div title=\"W\">W</div>", "<div>\nW\n<p>W\n</div>", "<dl><dt>W<dd>W</dl>", "<ul><li>W<li>W</ul>", "<pre>\nW\n\nW\n</pre>", "<div>*W*</div>",
            "<?W\n\nW?>", "<!W\nW>", "<![CDATA[W\n\nW]]>", "<script>W</script>", "<textarea>\nW", "<xmp>W</xmp>", "<select><option>W</select>", "<template>W</template>",
            "<u>\nW\n</u>", "<span lang=\"fr\">\nW\n</span>", "<ruby>W<rt>W</ruby>", "<table>\n<tr><td>\n\nW\n\n</td></tr></table>", "<table>W</table>", "<hr>\nW",
            "![W](a.png \"W\")", "![W](a.png (W*W*))\n\n<details>\n<summary>长描述：W</summary>\n\nW\n\n</details>",
            "![W](a.png)\n\n<details><summary>W长描述</summary>\n<p>W</p>\n\n</details>", "<details><summary>长描述</summary><p>W</details>",
            "<figure>\n\n![W](a.png)\n\n<figcaption>W</figcaption>\n</figure>", "<details><summary>W</summary>W</details>", "<div", "</div>", "<div>\n\n", "</details>\nW",
            "</p>\nW", "</br>W", "<p>\nW\n\nW\n</p>", "<td>W</td>", "<tr><td>W", "<li>W</li>", "<caption>W</caption>", "<col>W", "<dd>W", "<rt>W</rt>", "<body>W", "<head>W</head>",
            "<title>W</title>", "<frameset>W", "<html><p>W", "<image>W", "<p><div>W</div></p>", "<b><p>W</b>W</p>", "<table><tr>W<td>W</table>", "<div/>W</div>", "<ul>W</ul>",
            "<blockquote>W<p>W</blockquote>", "<button>W", "<math>W</math>", "<svg>W</svg>", "<noscript>W</noscript>", "<p a=\"W>W</p>", "<div title='W'>W", "<summary>W</summary>",
            "<ol title=\"W\"><li title=\"W\">W<p title=\"W\">W</ol>", "<dl><dt title=\"W\">W<dd title=\"W\">W</dl>", "<hr title=\"W\">", "<pre title=\"W\">W</pre>",
            "<table title=\"W\"><caption title=\"W\">W</caption><tr title=\"W\"><th title=\"W\">W</th><td title=\"W\">W</td></tr></table>",
        ]),
    ];
    leaf.prop_recursive(3, 24, 3, |inner| {
        (
            prop::collection::vec(inner, 1..4),
            one_of(&[
                "<div lang=\"fr\">\n\nB\n\n</div>",
                "<div>W\n\nB\n</div> W",
                "<details>\n<summary>W</summary>\n\nB\n\n</details>",
                "![W](a.png \"W\")\n\n<details title=\"W\" open>\n<summary title=\"W\">W 长描述</summary>\n\nB\n\n</details>",
                "<details>\n<summary>长描述</summary>\n\nB\n\n</details>\nW",
                "<section>\n\nB\n\n</section>\n</div>",
                "<div><blockquote>\n\nB\n\n</blockquote>\nW\n</div>",
                "<ul>\n<li>W\n\nB\n\n</ul>",
                "<section>\n\nB",
                "<section title='W'>\n\nB\n\n</section>",
                "<figure title=\"W\">\n\nB\n\n<figcaption title=\"W\">W</figcaption>\n</figure>",
                "<div dir=\"rtl\">\nW\n\nB\n\nW</div>",
                "<article>\n\nB\n\n</div>\n\n</article>",
            ]),
        )
            .prop_map(|(blocks, form)| form.replace('B', &blocks.join("\n\n")))
    })
}

fn body() -> impl Strategy<Value = String> {
    prop::collection::vec((block(), one_of(&["\n\n", "\n\n", "\n\n", "\n"])), 0..7)
        .prop_map(|blocks| blocks.into_iter().map(|(block, end)| block + &end).collect())
}

/// A value of the front matter, however YAML reads it.
fn value() -> impl Strategy<Value = String> {
    let piece = one_of(&[
        "W", "W ", "W", " #", "#", " # W", ": ", "：", "'", "\"", "!", "! ", "&W ", "!W ", "*", "- ", "|",
        ">", "[W]", ",", "\n  W", "%", "@", "`", "{W}", "52/8 ",
    ]);
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

/// A kind, and a key of it with `V` in the place of a value.
const LINES: [(&str, &str); 18] = [
    ("page", "number: V"),
    ("report", "symbol: V"),
    ("event", "body: V"),
    ("entry", "session:\n  name: V"),
    ("document", "session:\n  name: 例\n  dates: V"),
    ("document", "agenda-item:\n  number: V"),
    ("resolution", "agenda-item:\n  number: 例\n  title: V"),
    ("resolution", "adopted: V"),
    ("resolution", "body: 例\ndate: 2023-04-03\nadopted: V"),
    ("resolution", "closing: V"),
    ("resolution", "meeting: V"),
    ("resolution", "vote:\n  statement: V"),
    ("resolution", "vote:\n  statement: 例\n  against:\n    heading: V\n    states: []"),
    ("resolution", "vote:\n  statement: 例\n  in-favour:\n    heading: 例\n    states:\n      - V"),
    ("document", "distribution:\n  type: V"),
    ("report", "distribution:\n  date: V"),
    ("resolution", "distribution:\n  language: V"),
    ("resolution", "distribution:\n  original: V"),
];

fn cases(many: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(many);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn words_of_a_body_are_published_or_found(document in body(), resolution in body(), easy in body()) {
        let mut words = [Vec::new(), Vec::new(), Vec::new()];
        let files = [
            (Role::Official, "a", "index", format!("---\ntitle: 例\nsummary: 例。\n---\n\n{document}")),
            (Role::Official, "b", "index", format!("---\ntitle: 例\nsummary: 例。\nkind: resolution\nbody: 人权理事会\n---\n\n{resolution}")),
            (Role::EasyRead, "a", "easy-read", format!("---\ntitle: 例\nabout: 例。\n---\n\n{easy}")),
        ];
        // The words of one file are not those of another.
        let mut all = Vec::new();
        let mut texts = Vec::new();
        for ((_, _, _, pieces), words) in files.iter().zip(&mut words) {
            let before = all.len();
            texts.push(with_words(pieces, &mut all));
            words.extend_from_slice(&all[before..]);
        }
        let (library, findings) = library([
            (Role::Official, "a", &texts[0]), (Role::Official, "b", &texts[1]), (Role::EasyRead, "a", &texts[2]),
        ]);
        let outputs = outputs(&library);
        for (((_, slug, name, _), text), words) in files.iter().zip(&texts).zip(&words) {
            let lost = lost(text, words, &format!("content/{slug}/{name}.md"), &findings, &outputs);
            prop_assert!(lost.is_empty(), "{lost:?} of {name} {text}");
        }
    }

    #[test]
    fn words_of_the_front_matter_are_published_or_found(title in value(), summary in value(), number in value(), about in value()) {
        let mut words = Vec::new();
        let official = format!("---\ntitle: {title}\nsummary: {summary}\nnumber: {number}\n---\n\n话。\n");
        let official = with_words(&official, &mut words);
        let own = words.len();
        let easy = with_words(&format!("---\ntitle: 例\nabout: {about}\n---\n\n话。\n"), &mut words);
        let (library, findings) = library([
            (Role::Official, "a", &official), (Role::Official, "b", "---\ntitle: 例\nsummary: 例。\n---\n\n话。\n"), (Role::EasyRead, "a", &easy),
        ]);
        let outputs = outputs(&library);
        for (path, text, words) in [("content/a/index.md", &official, &words[..own]), ("content/a/easy-read.md", &easy, &words[own..])] {
            // YAML that cannot be read is an error, and nothing is published.
            let broken = findings.iter().any(|finding| finding.severity == Severity::Error && finding.place.path() == path && finding.rule.starts_with("front-matter/"));
            let lost = lost(text, words, path, &findings, &outputs);
            prop_assert!(broken || lost.is_empty(), "{lost:?} of {text} {findings:?}");
        }
    }

    #[test]
    fn words_of_a_key_of_any_kind_are_published_or_found(line in prop::sample::select(LINES.to_vec()), value in value()) {
        let (kind, line) = line;
        let mut words = Vec::new();
        let text = format!("---\ntitle: 例\nsummary: 例。\nkind: {kind}\n{}\n---\n\n1. 话。\n", line.replace('V', &value));
        let text = with_words(&text, &mut words);
        let (library, findings) = library([
            (Role::Official, "a", &text), (Role::Official, "b", "---\ntitle: 例\nsummary: 例。\n---\n\n话。\n"),
            (Role::EasyRead, "a", "---\ntitle: 例\nabout: 例。\n---\n\n话。\n"),
        ]);
        let mut outputs = outputs(&library);
        // Of a page no book is made.
        if kind == "page" {
            outputs.books.clone_from(&outputs.pages);
            outputs.texts.clone_from(&outputs.pages);
        }
        let path = "content/a/index.md";
        let broken = findings.iter().any(|finding| finding.severity == Severity::Error && finding.place.path() == path && finding.rule.starts_with("front-matter/"));
        let lost = lost(&text, &words, path, &findings, &outputs);
        prop_assert!(broken || lost.is_empty(), "{lost:?} of {text} {findings:?}");
    }
}
