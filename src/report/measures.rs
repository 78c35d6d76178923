//! The measures as a page of HTML that stands alone: a chart, and a table with the same numbers.
//!
//! In: measures and the language of the page's own words. Out: one file without script, styles of its own, nothing
//! from elsewhere. Colours hold 7:1 on white; the two versions also differ by pattern and by their place.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::check::Measures;
use crate::check::measure::{TextMeasures, WorkMeasures};
use crate::hidden::visible;
use crate::lang::Lang;
use crate::languages::{self, Languages};

/// The width of the chart, in its own units.
const WIDTH: usize = 600;
/// The height of a document's part of it.
const ROW: usize = 64;

const STYLE: &str = "body{font:1.125rem/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;\
color:#111;background:#fff}table{border-collapse:collapse}caption{text-align:start;font-weight:bold;padding:.5rem 0}\
th,td{border-block-end:1px solid #767676;padding:.4rem .75rem;text-align:start;vertical-align:top}\
td{font-variant-numeric:tabular-nums}.scroll{overflow-x:auto}svg{width:100%;height:auto}svg text{font-size:16px;fill:#111}\
.official{fill:#fff;stroke:#00457c;stroke-width:2}.easy{fill:#00457c}";

/// Writes the page.
pub fn html(measures: &Measures, lang: &Lang, languages: &Languages) -> String {
    let words = Words::of(lang, languages);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title{}>{}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n<p>{}</p>\n",
        lang.direction().attribute(),
        words.lang("title"),
        words.plain("title"),
        words.get("title"),
        words.get("intro"),
    );
    chart(measures, &words, &mut page);
    table(measures, &words, &mut page);
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn chart(measures: &Measures, words: &Words<'_>, page: &mut String) {
    let texts = |work: &WorkMeasures| {
        [Some(work.official.median_sentence), work.easy_read.as_ref().map(|t| t.median_sentence)]
    };
    let longest = measures.works.iter().flat_map(texts).flatten().max().unwrap_or(0).max(1);
    let height = measures.works.len() * ROW;
    let _ = write!(
        page,
        "<h2>{}</h2>\n<svg viewBox=\"0 0 {} {height}\" role=\"img\" aria-labelledby=\"chart-name chart-words\">\n\
         <title id=\"chart-name\"{}>{}</title>\n<desc id=\"chart-words\"{}>{}</desc>\n",
        words.get("chart"),
        WIDTH + 60,
        words.lang("chart"),
        words.plain("chart"),
        words.lang("chart-description"),
        words.plain("chart-description"),
    );
    for (index, work) in measures.works.iter().enumerate() {
        let top = index * ROW;
        let _ = writeln!(page, "<text x=\"0\" y=\"{}\">{}</text>", top + 16, escape(&work.title));
        let bars = [("official", Some(&work.official)), ("easy", work.easy_read.as_ref())];
        for (at, (class, text)) in bars.iter().enumerate() {
            let Some(text) = text else { continue };
            let width = text.median_sentence * WIDTH / longest;
            let y = top + 22 + at * 18;
            let _ = writeln!(
                page,
                "<rect class=\"{class}\" x=\"1\" y=\"{y}\" width=\"{width}\" height=\"14\"/>\
                 <text x=\"{}\" y=\"{}\">{}</text>",
                width + 8,
                y + 13,
                text.median_sentence
            );
        }
    }
    page.push_str("</svg>\n");
}

fn table(measures: &Measures, words: &Words<'_>, page: &mut String) {
    let unit = measures.works.first().map_or("characters", |work| work.official.unit);
    let length = format!("length-{unit}");
    let columns = [
        "document",
        "version",
        length.as_str(),
        "sentences",
        "median-sentence",
        "longest-sentence",
        "words-a-sentence",
        "median-clause",
        "known-words",
    ];
    let (caption, label) = (words.get("table"), words.plain("table"));
    let _ = write!(
        page,
        "<div class=\"scroll\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>"
    );
    for column in columns {
        let _ = write!(page, "<th scope=\"col\">{}</th>", words.get(column));
    }
    page.push_str("</tr></thead>\n");
    for work in &measures.works {
        page.push_str("<tbody>\n");
        let texts = [("official", Some(&work.official)), ("easy-read", work.easy_read.as_ref())];
        let rows = texts.iter().filter(|(_, text)| text.is_some()).count();
        for (index, (version, text)) in texts.into_iter().filter_map(|(v, text)| Some((v, text?))).enumerate()
        {
            page.push_str("<tr>");
            if index == 0 {
                let title = escape(&work.title);
                let _ = write!(
                    page,
                    "<th scope=\"rowgroup\" rowspan=\"{rows}\" lang=\"{}\">{title}</th>",
                    work.lang
                );
            }
            let _ = write!(page, "<th scope=\"row\">{}</th>", words.get(version));
            numbers(text, words, page);
            page.push_str("</tr>\n");
        }
        page.push_str("</tbody>\n");
    }
    page.push_str("</table>\n</div>\n");
}

fn numbers(text: &TextMeasures, words: &Words<'_>, page: &mut String) {
    let clause = (text.median_clause > 0).then_some(text.median_clause);
    let some = |number: Option<usize>| number.map_or_else(|| words.get("none"), |number| number.to_string());
    let cells = [
        text.length.to_string(),
        text.sentences.to_string(),
        text.median_sentence.to_string(),
        text.longest_sentence.to_string(),
        text.words_a_sentence.to_string(),
        some(clause),
        some(text.known_words),
    ];
    cells.iter().for_each(|cell| {
        let _ = write!(page, "<td>{cell}</td>");
    });
}

/// The page's own words.
struct Words<'a> {
    own: &'a BTreeMap<String, String>,
    /// What stands in for a word that the language lacks.
    fallback: &'a BTreeMap<String, String>,
    /// How that is marked where it is no value of an attribute.
    mark: String,
}

impl<'a> Words<'a> {
    fn of(lang: &Lang, languages: &'a Languages) -> Self {
        let fallback = languages::fallback();
        let mark = format!("<span lang=\"{fallback}\" dir=\"{}\">", fallback.direction().attribute());
        Self { own: languages.of(lang).measures(), fallback: languages.fallback().measures(), mark }
    }

    /// A word, in HTML.
    fn get(&self, name: &str) -> String {
        match (self.own.get(name), self.fallback.get(name)) {
            (Some(word), _) => escape(word),
            (None, Some(word)) => format!("{}{}</span>", self.mark, escape(word)),
            (None, None) => name.to_owned(),
        }
    }

    /// What says that a word is one of the fallback, for the element that holds nothing else.
    fn lang(&self, name: &str) -> String {
        let is_own = self.own.contains_key(name);
        if is_own { String::new() } else { format!(" lang=\"{}\"", languages::fallback()) }
    }

    /// A word for an attribute or a title.
    fn plain(&self, name: &str) -> String {
        escape(self.own.get(name).or_else(|| self.fallback.get(name)).map_or(name, String::as_str))
    }
}

fn escape(text: &str) -> String {
    visible(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complete_languages_have_every_word_and_others_have_it_marked() {
        let languages = Languages::built_in();
        let names = |tag: &str| languages.of(&tag.parse().unwrap()).measures().keys().collect::<Vec<_>>();
        assert_eq!(names("zh-Hans"), names("en"));
        assert!(names("zh-Hans").len() > 10);
        let arabic = "ar".parse().unwrap();
        let page = html(&Measures { works: Vec::new() }, &arabic, languages);
        assert!(
            page.contains("<h1><span lang=\"en\" dir=\"ltr\">How hard the texts are: numbers</span></h1>"),
            "{page}"
        );
        assert!(page.contains("<title lang=\"en\">How hard the texts are: numbers</title>"), "{page}");
        assert!(page.contains("aria-label=\"The numbers of each document\""), "{page}");
    }
}
