//! The text of an explanation in its parts, for pages.
//!
//! In: its Markdown, which is plain: headings of level 2, paragraphs, fenced examples. Out: the parts in order. The
//! terminal shows the text as it is.

use crate::source::slice;

/// One part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExplanationPart<'a> {
    /// `## Bad`
    Heading(&'a str),
    /// A paragraph; code stands between backticks.
    Paragraph(&'a str),
    /// A fenced block.
    Example(Example<'a>),
}

/// An example: the body of a text, or a whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example<'a> {
    /// What it is: `easy-read`, `resolution`, `document`, `text`, or the path of a file.
    pub what: &'a str,
    /// Its language tag, if the example says it.
    pub lang: Option<&'a str>,
    /// The text; what is found stands between `⟦` and `⟧`.
    pub text: &'a str,
}

/// Takes a text apart.
pub fn parts(text: &str) -> Vec<ExplanationPart<'_>> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches('\n');
    while !rest.is_empty() {
        let (part, after) = if let Some(fenced) = rest.strip_prefix("```") {
            example(fenced)
        } else {
            let (block, after) = rest.split_once("\n\n").unwrap_or((rest.trim_end(), ""));
            let part =
                block.strip_prefix("## ").map_or(ExplanationPart::Paragraph(block), ExplanationPart::Heading);
            (part, after)
        };
        parts.push(part);
        rest = after.trim_start_matches('\n');
    }
    parts
}

/// The example after its opening fence, and what follows it.
fn example(fenced: &str) -> (ExplanationPart<'_>, &str) {
    let ticks = fenced.len() - fenced.trim_start_matches('`').len();
    let (info, body) = slice(fenced, ticks..).split_once('\n').unwrap_or((slice(fenced, ticks..), ""));
    let close = format!("\n{}", "`".repeat(3 + ticks));
    let (text, after) = body.split_once(close.as_str()).unwrap_or((body, ""));
    let mut words = info.split_whitespace();
    let what = words.next().unwrap_or("text");
    let lang = words.next().filter(|_| !what.contains('.'));
    (ExplanationPart::Example(Example { what, lang, text }), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_paragraphs_and_examples_come_apart() {
        let text = "\n\n## Why\n\n一个理由。\n\n## Bad\n\n```easy-read zh-Hans warning\n⟦一句。⟧\n\n又一句。\n```\n\n````book.toml\n```\n````\n";
        let example = |what, lang, text| ExplanationPart::Example(Example { what, lang, text });
        assert_eq!(
            parts(text),
            [
                ExplanationPart::Heading("Why"),
                ExplanationPart::Paragraph("一个理由。"),
                ExplanationPart::Heading("Bad"),
                example("easy-read", Some("zh-Hans"), "⟦一句。⟧\n\n又一句。"),
                example("book.toml", None, "```"),
            ]
        );
    }
}
