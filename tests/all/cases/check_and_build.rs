//! What `check` passes, `build` publishes: over every construct of Markdown and raw HTML, every key of the front matter and
//! the settings, in texts of three scripts in sites of three languages.

use std::collections::BTreeSet;

use curbcut::check;
use curbcut::finding::{Finding, Severity};
use curbcut::library::Drafts;
use curbcut::site;
use proptest::prelude::*;

use crate::support::{self, Site};

/// A language, two words and two sentences in it.
struct Tongue {
    tag: &'static str,
    words: &'static str,
    more: &'static str,
    sentence: &'static str,
}

const TONGUES: [Tongue; 3] = [
    Tongue {
        tag: "zh-Hans", words: "人权报告", more: "开放数据", sentence: "这是一个例子。它有两句话。"
    },
    Tongue {
        tag: "en",
        words: "Open Data",
        more: "Executive Summary",
        sentence: "This is a test. It has two sentences.",
    },
    Tongue {
        tag: "ar", words: "حقوق الإنسان", more: "الأمم المتحدة", sentence: "هذا مثال. وهو قصير."
    },
];

/// What stands in the body of a text: `W` and `M` are words, `S` is a sentence.
const BODIES: &[&str] = &[
    "S",
    "## Note 1\n\nS[^1]\n\n## Mark 1\n\nS[^1]\n\n## P 1\n\nS\n\n[^1]: W",
    "## Page 3\n\nS[](page:3)",
    "## Documents\n\nS\n\n## Notes\n\n## Contents\n\nS\n\n## Words\n\n## Summary",
    "## W {#w}\n\nS\n\n### M\n\nS\n\n#### W\n\nS",
    "## W\n\nS\n\n## W\n\nS",
    "#### W\n\nS",
    "# W\n\nS",
    "S\n\n1. W\n2. M\n\n   - W\n   - M\n\n5. W",
    "- [ ] W\n- [x] M",
    "> S\n>\n> ## W",
    "> [!NOTE]\n> S",
    "> [!WARNING]\n> W\n>\n> | W | M |\n> |---|---|\n> | 1 | 2 |",
    "| W | M |\n|---|---|\n| 1 | 2 |",
    "表：W\n\n|  | M |\n|---|---|\n| W | 2 |",
    "Table: W\n\n| W |\n|---|\n|  |",
    "| |\n|-|\n| |",
    "```rust\nlet W = 1;\n```\n\n    M",
    "W\n: S\n: M",
    "***W*** **M** ~~W~~ `M` <https://example.org/> a@b.example",
    "[W](#w)\n\n## W {#w}",
    "[W](https://example.org/) [](https://example.org/) [ ](https://example.org/) [![](concept:x)](https://example.org/)",
    "![W](tu.svg)\n\n![](tu.svg)\n\n[![M](tu.svg)](https://example.org/)",
    "S[^甲] S[^乙] S[^甲]\n\n[^甲]: W\n\n    M\n\n    - W\n\n[^乙]: | W |\n    |---|\n    | M |",
    "S[^1]\n\n[^1]: W[^2]\n\n[^2]: M[^1]",
    "S[^1]\n\n[^1]:\n    ```\n    W\n    ```",
    "---\n\nS\n\n***",
    "W  \nM\\\nW",
    "&lt;W&gt; &amp; &#72;ome &nbsp; \u{200B}",
    "<table><tr><td>W</td></tr></table>",
    "<table><caption>W</caption><tr><th>W</th></tr><tr><td>M</td></tr></table>",
    "<table><caption></caption><tr><th scope=\"col\">W</th></tr></table>",
    "<table>\n<caption>W</caption>\n<thead><tr><th scope=\"col\" abbr=\"M\">W</th></tr></thead>\n<tbody><tr><td>1</td></tr></tbody>\n</table>",
    "<table><tr><td><table><tr><th>W</th></tr></table></td></tr></table>",
    "S <abbr title=\"M\">W</abbr> <span title=\"W\">M</span> <ruby>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>",
    "<details><summary>W</summary><p>S</p></details>",
    "<details><summary></summary><p>S</p></details>",
    "<details><p>S</p></details>",
    "<p lang=\"fr\">Bonjour</p>\n\n<p lang=\"x-none\">W</p>\n\n<p lang=\"no_tag\">W</p>\n\n<p lang=\"\">W</p>",
    "S <span lang=\"12\">W</span> <bdo dir=\"rtl\">M</bdo> <q>W</q> <time datetime=\"2023-04-03\">W</time>",
    "<figure><p>W</p><figcaption>M</figcaption></figure>",
    "<ol start=\"3\" type=\"a\" reversed><li value=\"4\">W</li></ol>\n\n<ul><li>W</ul>",
    "<dl><dt>W</dt><dd>M</dd></dl>",
    "<pre>W\n M</pre>\n\n<blockquote>S</blockquote>\n\n<address>W</address>",
    "<div title=\"M\">S</div>\n\n<hr>\n\n<br>",
    "<table title=\"W\"><colgroup><col span=\"2\"></colgroup><tr><th scope=\"row\">W</th><td colspan=\"2\">M</td></tr></table>",
    "<script>W</script>\n\n<b onclick=\"a()\">W</b>",
    "<button>W</button> <a href=\"x\">M</a> <img src=\"tu.svg\">",
    "<p hidden>W</p> <p aria-label=\"M\">W</p> <p style=\"color:red\" id=\"main\" class=\"visually-hidden\">W</p>",
    "M\u{FFFE}\u{0007} W",
];

/// What stands in the front matter of an official text, beside its title and summary.
const FRONTS: &[&str] = &[
    "",
    "kind: report\nsymbol: A/HRC/RES/52/8\nnumber: 52/8\ndate: 2023-04-03\nbody: W",
    "kind: event\nadopted: W\nclosing: M\nmeeting: W",
    "number: W\nextra:\n  M: W",
    "kind: entry\nagenda-item:\n  number: 3\n  title: W",
];

/// What stands in `book.toml` below the title.
const SETTINGS: &[&str] = &[
    "",
    "authors = [\"W\"]\ndescription = \"M\"\n[site]\nrules = true\npictures = true\ncontact = \"mailto:a@b.example\"\nbase-url = \"https://example.org/\"\nsymbol-url = \"https://docs.example.org/{lang}/{symbol}\"",
    "authors = [\"W\", \"M\"]\n[accessibility.assessment]\nby = \"W\"\ndate = \"2026-12-01\"\nmethod = \"self\"\nwith = [\"M\"]\nstatus = \"partial\"\n[[accessibility.limitations]]\nreason = \"non-compliance\"\nwhat = { zh-Hans = \"W。\", en = \"M.\", ar = \"W.\" }",
    "[epub]\ncertified-by = \"W\"\ncertifier-credential = \"M\"\neasy-read-standard = \"https://example.org/\"",
];

fn filled(text: &str, tongue: &Tongue) -> String {
    let mut out = String::new();
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let alone = !is_word(before) && !is_word(rest.peek().copied());
        match c {
            'W' if alone => out.push_str(tongue.words),
            'M' if alone => out.push_str(tongue.more),
            'S' if alone => out.push_str(tongue.sentence),
            c => out.push(c),
        }
        before = Some(c);
    }
    out
}

/// A site in one language with texts that are also in another.
fn site(site: &Tongue, settings: &str, texts: &[(String, &str)]) -> Site {
    let files = Site::new(&[]);
    let book = format!("[book]\ntitle = \"{}\"\nlanguage = \"{}\"\n{settings}\n", site.words, site.tag);
    files.write("book.toml", book);
    for (at, (index, easy)) in texts.iter().enumerate() {
        files.write(&format!("content/t{at}/index.md"), index);
        files.write(
            &format!("content/t{at}/tu.svg"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>图</title></svg>",
        );
        if !easy.is_empty() {
            files.write(&format!("content/t{at}/easy-read.md"), easy);
        }
    }
    files
}

fn official(tongue: &Tongue, front: &str, body: &str) -> String {
    let text = format!("---\ntitle: W\nsummary: S\n{front}\n---\n\n{body}\n");
    filled(&text.replace("\n\n---\n\n", "\n---\n\n"), tongue)
}

fn errors(findings: &[Finding]) -> BTreeSet<String> {
    support::errors(findings).into_iter().collect()
}

/// Checks and builds; both find the same errors, and each of them in a source.
fn agree(files: &Site, what: &str) -> Result<(), String> {
    let (library, reading) = site::read(files.root(), Drafts::Skip).unwrap();
    let checked = match &library {
        Some(library) => site::check(files.root(), library, reading).unwrap(),
        None => reading,
    };
    let built = files.build();
    let (checked, found) = (errors(&checked), errors(&built.findings));
    if checked != found {
        return Err(format!("{what}\ncheck {checked:#?}\nbuild {found:#?}"));
    }
    let nowhere =
        found.iter().find(|place| !place.starts_with("content/") && !place.starts_with("book.toml:"));
    nowhere.map_or(Ok(()), |place| Err(format!("{what}\nin no source: {place}")))
}

/// Whether the text has no error that the rules for texts find: only such a text becomes a page.
fn is_sound(files: &Site) -> bool {
    let (library, findings) = site::read(files.root(), Drafts::Skip).unwrap();
    let findings = findings.into_iter().chain(library.iter().flat_map(check::check));
    findings.into_iter().all(|finding| finding.severity != Severity::Error)
}

#[test]
fn what_check_passes_is_published() {
    let mut wrong = Vec::new();
    // Of the third language nothing is built in: its pages have the labels of the fallback.
    for language in &TONGUES {
        for tongue in &TONGUES {
            let text = |front: &str, body: &str| (official(tongue, front, body), "");
            let bodies = BODIES.iter().map(|body| text("", body));
            let fronts = FRONTS.iter().map(|front| text(front, "S"));
            let is_sound =
                |one: &(String, &'static str)| is_sound(&site(language, "", std::slice::from_ref(one)));
            let texts: Vec<_> = bodies.chain(fronts).filter(is_sound).collect();
            assert!(texts.len() > 10, "{} {}: {}", language.tag, tongue.tag, texts.len());
            // No page stops another, so each fault of a page is seen among all.
            let what = format!("{} in {}", tongue.tag, language.tag);
            wrong.extend(agree(&site(language, "", &texts), &what).err());
            for settings in SETTINGS {
                let files = site(language, &filled(settings, tongue), &texts[..1]);
                wrong.extend(agree(&files, &format!("{what}: {settings}")).err());
            }
        }
    }
    assert!(wrong.is_empty(), "{} sites\n{}", wrong.len(), wrong.join("\n\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn constructs_together_are_found_by_both(
        picked in prop::collection::vec((0..BODIES.len(), 0..3usize), 1..6),
        front in 0..FRONTS.len(),
        settings in 0..SETTINGS.len(),
        language in 0..3usize,
        tongue in 0..3usize,
    ) {
        let body: Vec<String> = picked.iter().map(|&(body, tongue)| filled(BODIES[body], &TONGUES[tongue])).collect();
        let index = official(&TONGUES[tongue], FRONTS[front], &body.join("\n\n"));
        let easy = filled(
            &format!("---\ntitle: M\nabout: S\nmade-by: W\n---\n\n## W {{covers=w}}\n\nS\n\n{}\n", body[0]),
            &TONGUES[tongue],
        );
        let files = site(&TONGUES[language], &filled(SETTINGS[settings], &TONGUES[tongue]), &[(index.clone(), &easy)]);
        let agreed = agree(&files, &index);
        prop_assert!(agreed.is_ok(), "{}", agreed.unwrap_err());
    }
}
