//! What stands beside the parts of an official text: the number of a paragraph as a link, and where a part is explained.

use std::fmt::Write as _;

use super::html::{Form, Label, text};
use crate::address::Address;
use crate::coverage::{self, Coverage};
use crate::document::{BlockKind, Document, Paragraph, ParagraphId, ResolutionPart};
use crate::languages::Labels;
use crate::numbering::Suffix;

/// Stands in a label where the title goes, which has markup: Unicode’s character for an object among words.
const TITLE: &str = "\u{fffc}";

/// What stands beside the parts of an official text.
pub struct Beside<'a> {
    /// The page.
    pub address: &'a Address,
    /// Its labels.
    pub labels: &'a Labels,
    /// What is explained where.
    pub coverage: &'a Coverage,
    /// The easy-read version and its page.
    pub easy: Option<(&'a Document, Address)>,
}

impl Beside<'_> {
    /// What stands beside one paragraph.
    pub fn margin(&self, paragraph: &Paragraph, out: &mut String) {
        self.margin_of(&[paragraph], out);
    }

    /// What stands beside the first line of several paragraphs, of which each is in the one before.
    pub fn margin_of(&self, paragraphs: &[&Paragraph], out: &mut String) {
        out.push_str("<div class=\"beside\">");
        for paragraph in paragraphs {
            let id = paragraph.id.to_string();
            out.push_str("<a class=\"permalink\" href=\"#");
            out.push_str(&id);
            out.push_str("\">");
            text(&paragraph_name(&paragraph.id, self.labels), out);
            out.push_str("</a>");
            self.explained_links(&id, out);
        }
        out.push_str("</div>\n");
    }

    /// A line of its own that says where the part of this name is explained, if it is.
    pub fn explained(&self, id: &str, out: &mut String) {
        let start = out.len();
        out.push_str("<div class=\"beside\">");
        let empty = out.len();
        self.explained_links(id, out);
        match out.len() == empty {
            true => out.truncate(start),
            false => out.push_str("</div>\n"),
        }
    }

    /// The sections that explain a part: the address of each, and the words of a link to it as HTML.
    pub fn sections(&self, id: &str) -> impl Iterator<Item = (String, String)> {
        let sections = self.coverage.sections(id).iter().zip(std::iter::repeat(self.easy.as_ref()));
        sections.filter_map(|(&index, easy)| {
            let (easy, easy_address) = easy?;
            let heading = coverage::sections(easy).get(index)?.heading.as_ref()?;
            let BlockKind::Heading { content, .. } = &heading.kind else { return None };
            let mut href = self.address.link_to(easy_address);
            href.extend(["#", heading.id.as_deref().unwrap_or_default()]);
            let words = self.labels.format("explained-in", &[("title", TITLE.into())]).unwrap_or_default();
            let (before, after) = words.split_once(TITLE).unwrap_or((&words, ""));
            let mut out = String::new();
            text(before, &mut out);
            out.extend(Label::of(easy, Form::Page(self.address), content).map(|title| title.html));
            text(after, &mut out);
            Some((href, out))
        })
    }

    fn explained_links(&self, id: &str, out: &mut String) {
        let Some((easy, _)) = &self.easy else { return };
        for (href, words) in self.sections(id) {
            let lang = easy.lang.simple();
            let _ = write!(out, " <a class=\"explained\" href=\"{href}\" hreflang=\"{lang}\">{words}</a>");
        }
        if let Some(reason) = self.coverage.left_out(id) {
            out.push_str(" <span class=\"left-out\">");
            let words = self.labels.format("left-out-in-easy-read", &[("reason", reason.into())]);
            text(&words.unwrap_or_default(), out);
            out.push_str("</span>");
        }
    }
}

/// How a paragraph is called: 第 17(a) 段.
pub fn paragraph_name(id: &ParagraphId, labels: &Labels) -> String {
    if id.part == ResolutionPart::Preamble && id.number == 0 {
        return labels.get("opening-words").to_owned();
    }
    let parts: String = id.letters.iter().flat_map(|letter| ["(", letter, ")"]).collect();
    let label = match id.part {
        ResolutionPart::Preamble => "preambular-paragraph",
        ResolutionPart::Operative => "operative-paragraph",
        ResolutionPart::Article => return article_name(id, ["article", "article-inserted"], labels) + &parts,
        ResolutionPart::Section => return article_name(id, ["section", "section-inserted"], labels) + &parts,
    };
    let number = format!("{}{}{parts}", id.number, id.suffix.said());
    labels.format(label, &[("number", number.as_str().into())]).unwrap_or_default()
}

/// How an article is called: 第 5 条, 第 5 条之 1, 附件第 5 条.
fn article_name(id: &ParagraphId, [plain, put_in]: [&str; 2], labels: &Labels) -> String {
    let number = id.number.to_string();
    let number = ("number", number.as_str().into());
    let name = match id.suffix {
        Suffix::Letter(letter) => {
            let place = u32::from(letter).saturating_sub(u32::from('a')) as usize + 1;
            let letter = letter.to_ascii_uppercase().to_string();
            labels.format(put_in, &[number, ("place", place.into()), ("letter", letter.as_str().into())])
        }
        Suffix::None | Suffix::Word(_) => labels.format(plain, &[number]),
    };
    let name = name.unwrap_or_default();
    if id.annex == 0 {
        return name;
    }
    let annex = ("annex", (id.annex as usize).into());
    labels.format("in-annex", &[annex, ("name", name.as_str().into())]).unwrap_or_default()
}
