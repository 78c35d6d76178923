//! Words that Markdown must not act on.

/// Where in its block a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// At the start, where some characters begin a heading, a list or a fence.
    Start,
    /// Just after the mark of a note, where a colon makes the mark a note, and a parenthesis a link.
    AfterMark,
    /// In a cell of a table, which a bar ends.
    Cell,
    /// Elsewhere, where they do not.
    Inside,
}

/// Writes text so that Markdown reads it as just that text.
pub fn escape(text: &str, place: Position, out: &mut String) {
    let bytes = text.as_bytes();
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_number = (1..=9).contains(&digits)
        && matches!(bytes.get(digits), Some(b'.' | b')'))
        && matches!(bytes.get(digits + 1), None | Some(b' '));
    for (at, c) in text.char_indices() {
        let leads = match c {
            ':' => at == 0 && matches!(place, Position::Start | Position::AfterMark),
            '(' => at == 0 && place == Position::AfterMark,
            '|' if place == Position::Cell => true,
            '#' | '+' | '-' | '=' | '>' | '|' => at == 0 && place == Position::Start,
            '.' | ')' => is_number && at == digits && place == Position::Start,
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

/// Writes text so that HTML reads it as just that text.
pub fn html(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
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
            escape(text, Position::Start, &mut out);
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
