//! The body as Markdown, and the ledger's entries for it.
//!
//! In: paragraphs, notes and marks. Out: one paragraph a line with a blank line between; numbers as list items,
//! labelled paragraphs indented under them, headings of an annex as headings, notes at the end. Characters that Markdown would act on are escaped,
//! so the parsed text is the source's text.

use std::ops::Range;

use super::body::{Body, Kind};
use super::inline::{Token, tokens};
use super::ledger::{Destination, Ledger};
use super::notes::labels;
use super::passage::Passage;
use crate::source::slice;

/// Writes the body of a document.
pub fn body(body: &Body, ledger: &mut Ledger) -> String {
    let mut writer = Writer { out: String::new(), labels: labels(&body.notes), ledger };
    let mut indent = 0;
    for (at, paragraph) in body.paragraphs.iter().enumerate() {
        let at = at as u32;
        match (paragraph.kind, &paragraph.marker) {
            (Kind::Operative(number, _) | Kind::Numbered(number), Some(marker)) => {
                let written = format!("{number}. ");
                indent = written.len();
                writer.out.push_str(&written);
                writer.ledger.add(marker.clone().into(), Destination::Paragraph(at));
            }
            (Kind::SubParagraph | Kind::Labelled, _) => writer.out.extend(std::iter::repeat_n(' ', indent)),
            (Kind::Heading(level), _) => {
                writer.out.extend(std::iter::repeat_n('#', level.into()));
                writer.out.push(' ');
                indent = 0;
            }
            // What stands at the margin ends the list before it.
            _ => indent = 0,
        }
        writer.inline(&paragraph.passage, &tokens(&paragraph.passage, &body.marks), Home::Paragraph(at));
        writer.out.truncate(writer.out.trim_end().len());
        writer.out.push_str("\n\n");
    }
    for (at, note) in body.notes.iter().enumerate() {
        let at = at as u32;
        let start = format!("[^{}]: ", writer.labels[at as usize]);
        writer.out.push_str(&start);
        writer.ledger.add(note.mark.clone().into(), Destination::NoteLabel(at));
        // A note's own marks stay what they are: notes do not lead to notes.
        writer.inline(&note.passage, &tokens(&note.passage, &[]), Home::Note(at));
        writer.out.push_str("\n\n");
    }
    writer.out.truncate(writer.out.trim_end().len());
    writer.out.push('\n');
    writer.out
}

struct Writer<'a> {
    out: String,
    labels: Vec<String>,
    ledger: &'a mut Ledger,
}

/// What a passage belongs to.
#[derive(Clone, Copy)]
enum Home {
    Paragraph(u32),
    Note(u32),
}

impl Writer<'_> {
    fn inline(&mut self, passage: &Passage, tokens: &[(Range<usize>, Token)], home: Home) {
        let mut place = Place::Start;
        for (range, token) in tokens {
            let text = slice(passage.text(), range.clone());
            match token {
                Token::Text => escape(text, place, &mut self.out),
                Token::Bold => self.out.push_str(text),
                Token::Mark(note) => {
                    // Before a bracket it would begin a picture.
                    if self.out.ends_with('!') {
                        self.out.insert(self.out.len() - 1, '\\');
                    }
                    self.out.push_str("[^");
                    self.out.push_str(&self.labels[*note]);
                    self.out.push(']');
                }
                Token::DeadLink => {}
            }
            place = match token {
                Token::DeadLink => place,
                Token::Mark(_) => Place::AfterMark,
                Token::Text | Token::Bold => Place::Inside,
            };
            for span in passage.spans(range.clone()) {
                self.ledger.add(span, destination(*token, home));
            }
        }
    }
}

fn destination(token: Token, home: Home) -> Destination {
    match (token, home) {
        (Token::DeadLink, _) => Destination::Dropped("link that leads nowhere".to_owned()),
        (Token::Mark(note), Home::Paragraph(paragraph)) => Destination::Mark { paragraph, note: note as u32 },
        (_, Home::Paragraph(paragraph)) => Destination::Paragraph(paragraph),
        (_, Home::Note(note)) => Destination::Note(note),
    }
}

/// Where in its block a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the start, where some characters begin a heading, a list or a fence.
    Start,
    /// Just after the mark of a note, where a colon makes the mark a note, and a parenthesis a link.
    AfterMark,
    /// Elsewhere, where they do not.
    Inside,
}

/// Writes text so that Markdown reads it as just that text.
fn escape(text: &str, place: Place, out: &mut String) {
    let bytes = text.as_bytes();
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_number = (1..=9).contains(&digits)
        && matches!(bytes.get(digits), Some(b'.' | b')'))
        && matches!(bytes.get(digits + 1), None | Some(b' '));
    for (at, c) in text.char_indices() {
        let leads = match c {
            ':' => at == 0 && place != Place::Inside,
            '(' => at == 0 && place == Place::AfterMark,
            '#' | '+' | '-' | '=' | '>' | '|' => at == 0 && place == Place::Start,
            '.' | ')' => is_number && at == digits && place == Place::Start,
            _ => false,
        };
        let acts = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' => true,
            '&' => bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'#'),
            _ => false,
        };
        if acts || leads {
            out.push('\\');
        }
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Options, Parser};

    #[test]
    fn live_markdown_is_read_back_as_its_text() {
        for text in [
            "# 井号",
            "1. 数目",
            "1) 数目",
            "- 横线",
            "+ 加号",
            "* 星",
            "> 引",
            "---",
            "***",
            "===",
            "~~~",
            "```",
            ": 冒号",
            "[链](x)",
            "![图](x)",
            "<b>粗</b>",
            "&amp; &#65;",
            "a_b_c *d* `e`",
            "\\",
            "结尾\\",
            "[^1]",
            "| a | b |",
            "~~删~~",
            "2030 年",
            "12345678901. 长",
            "**不",
            "http://a.b <http://a.b>",
            "A&B",
            "#标签",
            "1.",
            "$x$",
            "{#id}",
        ] {
            let mut out = String::new();
            escape(text, Place::Start, &mut out);
            let options = Options::all().difference(Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_MATH);
            let mut read = String::new();
            for event in Parser::new_ext(&out, options) {
                match event {
                    Event::Text(part) => read.push_str(&part),
                    Event::Start(pulldown_cmark::Tag::Paragraph) | Event::End(_) => {}
                    other => panic!("{text} became {other:?}"),
                }
            }
            assert_eq!(read, text);
        }
    }
}
