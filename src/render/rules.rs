//! The rule reference: one page that lists the chapters, and one page a chapter.
//!
//! In: what `explain` knows. Out: pages in English, the language of the explanations, with every piece of Chinese
//! marked as such. What a rule finds stands between `⟦` and `⟧`, as in the terminal.

use std::fmt::Write as _;

use super::frame::FrameParts;
use super::html;
use super::{Page, Renderer};
use crate::address::{Address, PageKind};
use crate::explain::{self, CHAPTERS, Chapter, Example, Explanation, ExplanationPart};
use crate::finding::Finding;
use crate::kinds::Kind;
use crate::lang::Lang;
use crate::languages::{Labels, Languages};
use crate::library::Library;
use crate::source::slice;
use crate::view::{self, ChapterLink, Html, Rule, RuleFact};

/// The folder of the reference below the pages of its language.
pub const FOLDER: &str = "rules";

/// So many lines of an example are shown.
const MOST_LINES: usize = 20;

impl Renderer<'_> {
    /// Where the list of chapters stands; `None` when the site does not have the reference.
    pub(super) fn rules_address(&self) -> Option<Address> {
        let wanted = self.library.config.site.rules;
        wanted.then(|| overview_address(self.library))
    }

    /// Where a rule is explained: the page and the place on it.
    pub fn rule_address(&self, name: &str) -> Option<(Address, String)> {
        self.rules_address()?;
        let chapter = Chapter::of(name)?;
        Some((chapter_address(self.library, chapter), rule_id(name)))
    }
}

/// Where the list of chapters stands.
pub fn overview_address(library: &Library) -> Address {
    library.address_of(FOLDER, &explain::language(), PageKind::Official)
}

/// Where a chapter stands.
pub fn chapter_address(library: &Library, chapter: &Chapter) -> Address {
    library.address_of(&format!("{FOLDER}/{}", chapter.slug), &explain::language(), PageKind::Official)
}

/// Makes the page of all chapters.
pub fn index(renderer: &Renderer<'_>) -> Result<Page, Finding> {
    let lang = explain::language();
    let labels = renderer.labels(&lang);
    let address = overview_address(renderer.library);
    let all = explain::all();
    let chapters = CHAPTERS.iter().map(|chapter| ChapterLink {
        title: chapter.title.to_owned(),
        href: address.link_to(&chapter_address(renderer.library, chapter)),
        count: all.iter().filter(|explanation| explanation.chapter() == Some(chapter)).count(),
    });
    let chapters = chapters.collect();
    let title = labels.get("rules").to_owned();
    let page = renderer.frame(FrameParts {
        kind: "rules",
        lang: &lang,
        address: &address,
        title: title.clone(),
        description: labels.get("rules-intro").to_owned(),
        alternates: Vec::new(),
        translations: Vec::new(),
        trail: vec![(title, address.clone())],
        work: None,
    });
    let html = renderer.templates.render("rules.html", &lang, &view::Rules { page, chapters })?;
    Ok(Page { address, html })
}

/// Makes the page of one chapter.
pub fn chapter(renderer: &Renderer<'_>, chapter: &Chapter) -> Result<Page, Finding> {
    let lang = explain::language();
    let labels = renderer.labels(&lang);
    let address = chapter_address(renderer.library, chapter);
    let all = explain::all();
    let languages = renderer.library.config.all_languages();
    let of_chapter = all.into_iter().filter(|explanation| explanation.chapter() == Some(chapter));
    let explanations: Vec<_> = of_chapter.map(|explanation| explanation.in_languages(&languages)).collect();
    let marks = explanations.iter().any(|explanation| explanation.text.contains('⟦'));
    let rules: Vec<Rule> = explanations.iter().map(|explanation| rule(explanation, labels)).collect();
    let title = chapter.title;
    let overview = overview_address(renderer.library);
    let page = renderer.frame(FrameParts {
        kind: "rules",
        lang: &lang,
        address: &address,
        title: labels.format("rules-of", &[("title", title.into())]).unwrap_or_default(),
        description: labels.get("rules-intro").to_owned(),
        alternates: Vec::new(),
        translations: Vec::new(),
        trail: vec![(labels.get("rules").to_owned(), overview), (title.to_owned(), address.clone())],
        work: None,
    });
    let html = renderer.templates.render(
        "rule-chapter.html",
        &lang,
        &view::RuleChapter { page, title: title.to_owned(), marks, rules },
    )?;
    Ok(Page { address, html })
}

fn rule(explanation: &Explanation, labels: &Labels) -> Rule {
    let (mut paragraphs, mut examples) = (Vec::new(), Vec::new());
    let mut kind = "";
    for part in explanation.parts() {
        match part {
            ExplanationPart::Heading("Bad") => kind = "bad",
            ExplanationPart::Heading("Good") => kind = "good",
            ExplanationPart::Heading(_) => {}
            ExplanationPart::Paragraph(text) => paragraphs.push(Html::new(&prose(text))),
            ExplanationPart::Example(shown) => examples.push(example(kind, shown, labels)),
        }
    }
    let fact = |label: &str, words: &str| RuleFact {
        term: labels.get(label).to_owned(),
        html: Html::new(&prose(words)),
    };
    let mut facts =
        vec![fact("rule-weight", explanation.severity.word()), fact("rule-looks-at", explanation.looks_at)];
    facts.extend(explanation.criterion.map(|criterion| fact("rule-criterion", criterion)));
    facts.extend(explanation.source.map(|source| fact("rule-source", source)));
    Rule {
        id: rule_id(explanation.name),
        name: explanation.name,
        summary: Html::new(&prose(explanation.summary())),
        paragraphs,
        examples,
        facts,
    }
}

fn rule_id(name: &str) -> String {
    name.replace('/', "-")
}

fn example(kind: &'static str, example: Example<'_>, labels: &Labels) -> view::Example {
    let what = match example.what {
        "easy-read" => labels.get("easy-read"),
        name if Kind::named(name).is_some_and(Kind::is_official) => labels.get("official-text"),
        "text" => "",
        path => path,
    };
    let lang = match example.lang {
        Some(lang) => Some(lang.to_owned()),
        None if example.text.chars().any(is_chinese) => Some(chinese().to_string()),
        None => None,
    };
    let mut html = String::new();
    // A long example shows one thing again and again.
    for (number, line) in example.text.lines().enumerate() {
        if number == MOST_LINES {
            html.push_str("\n…");
            break;
        }
        html.push_str(if number > 0 { "\n" } else { "" });
        html::text(line, &mut html);
    }
    view::Example {
        kind,
        verdict: labels.get(if kind == "bad" { "rule-bad" } else { "rule-good" }).to_owned(),
        what: what.to_owned(),
        lang: lang.filter(|lang| !lang.starts_with(explain::language().as_str())),
        html: Html::new(&html.replace('⟦', "<strong>⟦").replace('⟧', "⟧</strong>")),
    }
}

/// English words as HTML: code between backticks, Chinese words marked as such.
pub fn prose(text: &str) -> String {
    let mut html = String::new();
    for (index, piece) in text.split('`').enumerate() {
        let (open, close) = if index % 2 == 1 { ("<code>", "</code>") } else { ("", "") };
        html.push_str(open);
        chinese_marked(piece, &mut html);
        html.push_str(close);
    }
    html
}

fn chinese_marked(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(start) = rest.find(is_chinese) {
        html::text(slice(rest, ..start), html);
        let run = slice(rest, start..);
        let end = run.find(|c| !is_chinese(c)).unwrap_or(run.len());
        let _ = write!(html, "<span lang=\"{}\">", chinese());
        html::text(slice(run, ..end), html);
        html.push_str("</span>");
        rest = slice(run, end..);
    }
    html::text(rest, html);
}

/// The language of words in Chinese characters: that of the built-in languages.
fn chinese() -> Lang {
    Languages::built_in().written_in("Han").unwrap_or_else(explain::language)
}

/// Han characters, and the full-width marks that stand between them.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303F}' | '\u{3400}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_words_and_code_are_marked() {
        assert_eq!(
            prose("进行讨论 is 讨论 & `a < b`, `：`"),
            "<span lang=\"zh-Hans\">进行讨论</span> is <span lang=\"zh-Hans\">讨论</span> &amp; \
             <code>a &lt; b</code>, <code><span lang=\"zh-Hans\">：</span></code>"
        );
    }
}
