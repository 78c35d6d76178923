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
use crate::languages;

/// The file of a language's folder with the page's words.
pub const FILE: &str = "measures.yaml";

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
pub fn html(measures: &Measures, lang: &Lang) -> String {
    let words = Words::of(lang);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{}</p>\n",
        lang.direction().attribute(),
        words.get("intro"),
        title = words.get("title"),
    );
    chart(measures, &words, &mut page);
    table(measures, &words, &mut page);
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn chart(measures: &Measures, words: &Words, page: &mut String) {
    let texts = |work: &WorkMeasures| {
        [Some(work.official.median_sentence), work.easy_read.as_ref().map(|t| t.median_sentence)]
    };
    let longest = measures.works.iter().flat_map(texts).flatten().max().unwrap_or(0).max(1);
    let height = measures.works.len() * ROW;
    let _ = write!(
        page,
        "<h2>{name}</h2>\n<svg viewBox=\"0 0 {} {height}\" role=\"img\" aria-labelledby=\"chart-name chart-words\">\n\
         <title id=\"chart-name\">{name}</title>\n<desc id=\"chart-words\">{}</desc>\n",
        WIDTH + 60,
        words.get("chart-description"),
        name = words.get("chart"),
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

fn table(measures: &Measures, words: &Words, page: &mut String) {
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
    let caption = words.get("table");
    let _ = write!(
        page,
        "<div class=\"scroll\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>"
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

fn numbers(text: &TextMeasures, words: &Words, page: &mut String) {
    let clause = (text.median_clause > 0).then_some(text.median_clause);
    let some = |number: Option<usize>| {
        number.map_or_else(|| words.get("none").to_owned(), |number| number.to_string())
    };
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
struct Words(BTreeMap<String, String>);

impl Words {
    /// Those of the language, or the English ones.
    fn of(lang: &Lang) -> Self {
        let english = || languages::file(&"en".parse().ok()?, FILE);
        let text = languages::file(lang, FILE).or_else(english).unwrap_or_default();
        Self(serde_yaml::from_str(text).unwrap_or_default())
    }

    fn get<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }
}

fn escape(text: &str) -> String {
    visible(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_every_word() {
        let words = |tag: &str| Words::of(&tag.parse().unwrap()).0.into_keys().collect::<Vec<_>>();
        assert_eq!(words("zh-Hans"), words("en"));
        assert!(words("zh-Hans").len() > 10);
    }
}
