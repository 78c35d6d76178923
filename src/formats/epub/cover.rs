//! The cover: the title in large letters, as SVG, with the number larger still, so that it can be found on a shelf of
//! small pictures.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthChar;

use super::Book;
use crate::render::Renderer;
use crate::render::authority::{publisher, publisher_of};
use crate::render::easy_read::explained_label;
use crate::render::html::text;

/// Width and height, as booksellers want covers.
const SIZE: (u32, u32) = (1600, 2400);
/// The empty edge.
const EDGE: u32 = 140;
/// Where the title begins, and how high it may grow.
const TITLE: (u32, u32) = (980, 1000);

/// The words of a cover.
pub struct Cover {
    lang: String,
    publisher: String,
    /// The number of a resolution, or what kind of book it is.
    large: String,
    title: String,
    kind: String,
    easy: bool,
}

impl Cover {
    /// Gathers the words.
    pub fn new(book: &Book<'_>, renderer: &Renderer<'_>) -> Self {
        let library = renderer.library;
        let labels = library.language(book.lang()).labels();
        let (title, number, kind) = match book {
            Book::Official(work) => (
                &work.official.front.title,
                work.official.front.number.clone(),
                explained_label(work, "official-text"),
            ),
            Book::EasyRead(work, easy) => {
                (&easy.front.title, work.official.front.number.clone(), "easy-read".into())
            }
            Book::Collection(_) => (&book.title(library, labels), None, "collection".into()),
            Book::Entries(section) => (&section.front.title, None, "entries-all".into()),
        };
        let publisher = match book {
            Book::Official(work) | Book::EasyRead(work, _) => publisher_of(renderer, work),
            Book::Collection(_) | Book::Entries(_) => publisher(renderer, book.lang()),
        };
        Self {
            lang: book.lang().to_string(),
            publisher: publisher.unwrap_or_default(),
            large: number.unwrap_or_default(),
            title: title.clone(),
            // A cover names itself in one language: where that has no word for the kind, the colours alone show it.
            kind: labels.own(&kind).unwrap_or_default().to_owned(),
            easy: matches!(book, Book::EasyRead(..)),
        }
    }

    /// What the cover says, in words.
    pub fn alternative(&self) -> String {
        let words = [&*self.kind, &self.large, &self.title, &self.publisher];
        words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// The drawing.
    pub fn svg(&self) -> String {
        let (width, height) = SIZE;
        let (ground, ink) = if self.easy { ("#ffffff", "#0a3a70") } else { ("#0a3a70", "#ffffff") };
        let mut svg = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{}\" \
             width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n<title>",
            self.lang
        );
        text(&self.alternative(), &mut svg);
        let _ = writeln!(
            svg,
            "</title>\n<rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>\n\
             <rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"16\"/>",
            EDGE / 2,
            EDGE / 2,
            width - EDGE,
            height - EDGE
        );
        let _ = writeln!(
            svg,
            "<g fill=\"{ink}\" font-family=\"'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif\">"
        );
        let inner = width - 2 * EDGE;
        if !self.kind.is_empty() {
            self.badge(inner, (ground, ink), &mut svg);
        }
        if !self.large.is_empty() {
            line(&mut svg, &self.large, 900, fit(&self.large, inner, 380));
        }
        let (top, tall) = TITLE;
        let (size, lines) = set(&self.title, inner, tall);
        for (number, words) in (1..).zip(&lines) {
            line(&mut svg, words, top + number * size * 5 / 4 - size / 4, size);
        }
        if !self.publisher.is_empty() {
            line(&mut svg, &self.publisher, height - 200, fit(&self.publisher, inner, 90));
        }
        svg.push_str("</g>\n</svg>\n");
        svg
    }

    /// The badge in the colours turned round says at once which of the two versions it is.
    fn badge(&self, inner: u32, (ground, ink): (&str, &str), svg: &mut String) {
        let badge = fit(&self.kind, inner - 80, 200);
        let badge_width = width_of(&self.kind, badge) + 80;
        let _ = write!(
            svg,
            "<rect x=\"{EDGE}\" y=\"200\" width=\"{badge_width}\" height=\"{}\" fill=\"{ink}\"/>\n\
             <text x=\"{}\" y=\"{}\" font-size=\"{badge}\" font-weight=\"bold\" fill=\"{ground}\">",
            badge + 80,
            EDGE + 40,
            200 + 40 + badge * 86 / 100
        );
        text(&self.kind, svg);
        svg.push_str("</text>\n");
    }
}

fn line(svg: &mut String, words: &str, y: u32, size: u32) {
    let _ = write!(svg, "<text x=\"{EDGE}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"bold\">");
    text(words, svg);
    svg.push_str("</text>\n");
}

/// How wide words are at a size. A Latin letter is seldom wider than six tenths of its height.
fn width_of(words: &str, size: u32) -> u32 {
    tenths_of(words) * size / 10
}

/// The same in tenths of the size.
fn tenths_of(words: &str) -> u32 {
    words.chars().map(|c| if c.width().unwrap_or(0) > 1 { 10 } else { 6 }).sum()
}

/// The largest size at which words fit on one line.
fn fit(words: &str, width: u32, largest: u32) -> u32 {
    (1..=largest / 10).rev().map(|size| size * 10).find(|&size| width_of(words, size) <= width).unwrap_or(10)
}

/// The largest size at which a title fits, and its lines.
fn set(title: &str, width: u32, height: u32) -> (u32, Vec<String>) {
    for size in (4..=26).rev().map(|size| size * 10) {
        let lines = wrap(title, width, size);
        if lines.len() as u32 * size * 5 / 4 <= height
            && lines.iter().all(|line| width_of(line, size) <= width)
        {
            return (size, balanced(title, width, size, lines));
        }
    }
    // A title longer than any cover: what fits, and a sign that there is more.
    let size = 40;
    let mut lines = wrap(title, width, size);
    lines.truncate((height / (size * 5 / 4)) as usize);
    if let Some(last) = lines.last_mut() {
        last.push('…');
    }
    (size, lines)
}

/// The same number of lines, as even as they can be: no last line of one character.
fn balanced(title: &str, width: u32, size: u32, lines: Vec<String>) -> Vec<String> {
    let narrower = (1..width / size).map(|ems| wrap(title, width - ems * size, size));
    narrower.take_while(|even| even.len() == lines.len()).last().unwrap_or(lines)
}

/// Cuts a title into lines: between Chinese characters, but not before a mark; between words elsewhere.
fn wrap(title: &str, width: u32, size: u32) -> Vec<String> {
    let mut units: Vec<Unit> = Vec::new();
    for c in title.chars() {
        let wide = c.width().unwrap_or(0) > 1;
        let closes = "，。、；：！？）》”’」』】〕".contains(c);
        let opens = |unit: &Unit| unit.words.ends_with(['（', '《', '“', '‘', '「', '『', '【', '〔']);
        match units.last_mut() {
            Some(last) if closes || opens(last) || !(wide || last.wide || last.words.ends_with(' ')) => {
                last.words.push(c);
                last.wide |= wide;
            }
            _ => units.push(Unit { words: c.to_string(), wide }),
        }
    }
    let mut lines = vec![String::new()];
    let mut tenths = 0;
    for Unit { words, .. } in units {
        if tenths > 0 && (tenths + tenths_of(words.trim_end())) * size / 10 > width {
            lines.push(String::new());
            tenths = 0;
        }
        tenths += tenths_of(&words);
        lines.last_mut().expect("there is always a line").push_str(&words);
    }
    lines.into_iter().map(|line| line.trim().to_owned()).collect()
}

/// What is not cut: a Chinese character with the marks that belong to it, a word of letters.
struct Unit {
    words: String,
    /// It has a character of full width.
    wide: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_cut_where_chinese_and_latin_may_be() {
        let lines = wrap("关于“一带一路”，（修订）的决议", 600, 100);
        assert!(
            lines.iter().all(|line| !line.starts_with(['”', '，', '）']) && !line.ends_with(['“', '（'])),
            "{lines:?}"
        );
        assert_eq!(wrap("Human Rights Council", 1000, 100), ["Human Rights", "Council"]);
        assert_eq!(lines.concat(), "关于“一带一路”，（修订）的决议");
    }

    #[test]
    fn a_title_fills_the_cover_and_never_leaves_it() {
        for title in ["决议", "公共服务要保护人的权利", &"很长的题目".repeat(10), &"长".repeat(3000)]
        {
            let (size, lines) = set(title, 1320, 1000);
            assert!(lines.iter().all(|line| width_of(line, size) <= 1320 + size), "{title}");
            assert!(lines.len() as u32 * size * 5 / 4 <= 1000, "{title}");
        }
        assert_eq!(set("公共服务要保护人的权利", 1320, 1000).1, ["公共服务", "要保护人", "的权利"]);
    }
}
