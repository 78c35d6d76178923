//! Word files: each version of each document as one .docx for offices, which edit and answer in a word processor.
//!
//! In: a version. Out: a file in the transitional form of ECMA-376: built-in styles for title, headings, lists, quotations, captions
//! and notes; the language and direction of every word that differs from the text; head rows of tables; pictures with their alternative
//! texts, or marked as decoration; places that links lead to; official numbers as typed words, which no program counts anew; and what
//! may be said of it. Nothing is refused: what a page can show can be written.

mod audit;
mod blocks;
mod finish;
mod fonts;
mod format;
mod html;
mod inlines;
mod links;
mod lists;
mod notes;
mod output;
mod package;
mod pictures;
mod places;
mod properties;
mod raster;
mod runs;
mod styles;
mod tables;
mod writer;

pub use format::Word;

/// The name of the format, of its table in `book.toml`, and what the names of files end in.
const NAME: &str = "docx";

/// The namespaces of the parts with text.
const SPACES: [(&str, &str); 6] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    // Elements of later years stand in extensions, which older programs skip.
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
];

/// The width of the text on a page of A4, in twentieths of a point.
const TEXT_WIDTH: u32 = 9026;

/// How far an item of a list, a quotation or a sub-paragraph is set in, in twentieths of a point.
const INDENT: u32 = 480;

/// The language tag by which word processors know a language: with the territory, and the script where it does not follow from that.
fn tag(lang: &crate::lang::Lang) -> String {
    let Some(tag) = lang.with_territory().map(|tag| tag.replace('_', "-")) else {
        return lang.to_string();
    };
    let script = |tag: &str| tag.parse::<crate::lang::Lang>().map(|lang| lang.script());
    match script(&tag) {
        Ok(script) if script == lang.script() => tag,
        _ => tag.replacen('-', &format!("-{}-", lang.script()), 1),
    }
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn languages_have_the_tags_that_word_processors_know() {
        for (lang, wanted) in [
            ("zh-Hans", "zh-CN"),
            ("zh-Hant", "zh-TW"),
            ("zh-Hant-HK", "zh-HK"),
            ("en", "en-US"),
            ("en-GB", "en-GB"),
            ("ar", "ar-EG"),
            ("sr-Latn", "sr-Latn-RS"),
        ] {
            assert_eq!(tag(&lang.parse().unwrap()), wanted, "{lang}");
        }
    }
}
