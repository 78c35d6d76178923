//! Words that YAML takes for its own: after “ #” a comment, after “!” or “&” at the beginning a tag or a name.
//!
//! In: YAML. Out: findings where the words of a value vanish. A comment on a line of its own, after a value in
//! quotation marks or after a value that is no text (a date, a kind) is a comment.

use std::sync::Arc;

use memchr::memchr3;

use crate::finding::Finding;
use crate::source::{Source, Span, slice};

/// Keys whose values are no words.
const NO_WORDS: [&str; 29] = [
    "kind",
    "date",
    "draft",
    "authority",
    "digest",
    "pictures-digest",
    "start",
    "end",
    "paragraph",
    "counts",
    "session",
    "agenda-item",
    "vote",
    "distribution",
    "in-favour",
    "against",
    "abstaining",
    "states",
    "left-out",
    "allow",
    "extra",
    "role",
    "readers",
    "consent",
    "text",
    "paragraphs",
    "sections",
    "covers",
    "sums-up",
];

/// Finds the values in `span` of which YAML takes a part.
pub fn find(source: &Arc<Source>, span: Span, findings: &mut Vec<Finding>) {
    let text = source.slice(span);
    if memchr3(b'#', b'!', b'&', text.as_bytes()).is_none() {
        return;
    }
    let mut scan = Scan::default();
    let mut start = span.start as usize;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let words = line.trim_end();
        let next = lines.peek().copied().unwrap_or_default();
        for taken in scan.line(words) {
            if taken.is_all && scan.goes_on_in(next) {
                continue;
            }
            let place = Span::from(start + taken.at..start + taken.end);
            let what = match slice(words, taken.at..).starts_with('#') {
                true => "a comment",
                false => "a name or tag of its own",
            };
            findings.push(
                Finding::warning(
                    "front-matter/cut-value",
                    source,
                    place,
                    format!(
                        "YAML takes “{}” for {what}, so it is not published",
                        slice(words, taken.at..taken.end)
                    ),
                )
                .help("Put the whole value between quotation marks, or the comment on a line of its own."),
            );
        }
        start += line.len();
    }
}

/// What YAML takes of a line.
struct Taken {
    at: usize,
    end: usize,
    /// Whether nothing is left of the value.
    is_all: bool,
}

/// What goes on from one line to the next.
#[derive(Default)]
struct Scan {
    /// The column of the key or item whose value is written as lines of its own (`|`, `>`).
    lines_below: Option<usize>,
    /// The mark that ends the value in quotation marks.
    quote: Option<u8>,
    /// How many `[` and `{` are open.
    depth: usize,
    /// The column of the last key or item.
    column: usize,
    /// Whether that was an item.
    is_item: bool,
    /// Whether the last line ended in a value without quotation marks.
    goes_on: bool,
    /// Whether the last key has words for a value.
    has_words: bool,
    /// The column of `distribution`, while keys below it are read.
    cover: Option<usize>,
}

impl Scan {
    /// Whether the next line begins a list or keys of their own, which belong to the key on the last line.
    fn goes_on_in(&self, next: &str) -> bool {
        let indent = next.len() - next.trim_start().len();
        let words = next.trim();
        let is_item = words.starts_with("- ");
        let is_nested = is_item || words.contains(": ") || words.ends_with(':');
        // Items of the list of a key may stand at the column of the key; those of an item stand further in.
        is_nested && (indent > self.column || indent == self.column && is_item && !self.is_item)
    }

    fn line(&mut self, line: &str) -> Vec<Taken> {
        let mut taken = Vec::new();
        let bytes = line.as_bytes();
        let indent = bytes.iter().take_while(|&&byte| byte == b' ').count();
        if let Some(column) = self.lines_below {
            if line.trim().is_empty() || indent > column {
                return taken;
            }
            self.lines_below = None;
        }
        let mut at = indent;
        // Where a value in quotation marks ended on this line.
        let mut closed = None;
        if let Some(quote) = self.quote {
            let Some(end) = quote_end(bytes, 0, quote) else { return taken };
            (at, closed) = (end, Some(end));
            self.quote = None;
        }
        let goes_on = std::mem::take(&mut self.goes_on) && indent > self.column;
        // Where the value begins that is being read, and what came before it on this line.
        let mut plain = goes_on.then_some(indent);
        let mut is_quoted = closed.is_some();
        let mut after_key = false;
        let mut after_mark = false;
        if !goes_on && self.depth == 0 {
            self.column = indent;
        }
        while let Some(&byte) = bytes.get(at) {
            let is_first = at == indent || matches!(bytes[at - 1], b' ' | b'\t');
            let ends = matches!(bytes.get(at + 1), None | Some(b' ' | b'\t'));
            match byte {
                b' ' | b'\t' => {}
                // Directly after a quotation mark it begins a comment for the library, and for nobody else.
                b'#' if is_first || closed == Some(at) => {
                    let is_value =
                        !is_quoted && (plain.is_some() || after_key || after_mark) || closed == Some(at);
                    if self.has_words && has_words(slice(line, at..)) && is_value {
                        let is_all = plain.is_none() && closed != Some(at);
                        taken.push(Taken { at, end: line.len(), is_all });
                    }
                    // A comment ends the value.
                    return taken;
                }
                b'-' | b'?' if plain.is_none() && !after_key && ends && self.depth == 0 => {
                    self.column = at;
                    (self.is_item, self.has_words, after_mark) = (true, true, true);
                }
                b'[' | b'{' if plain.is_none() => self.depth += 1,
                b']' | b'}' if self.depth > 0 => {
                    self.depth -= 1;
                    plain = None;
                    is_quoted = true;
                }
                b',' if self.depth > 0 => plain = None,
                b'"' | b'\'' if plain.is_none() => match quote_end(bytes, at + 1, byte) {
                    Some(end) => {
                        is_quoted = true;
                        (at, closed) = (end, Some(end));
                        continue;
                    }
                    None => {
                        self.quote = Some(byte);
                        return taken;
                    }
                },
                b':' if ends && !goes_on => {
                    let begin = plain.unwrap_or(indent);
                    let key = slice(line, begin..at).trim().trim_matches(['"', '\'']);
                    if self.depth == 0 {
                        self.cover = self.cover.filter(|&cover| begin > cover);
                        if key == "distribution" {
                            self.cover = Some(begin);
                        }
                    }
                    // The cover prints its date in words.
                    let is_printed = key == "date" && self.cover.is_some();
                    self.has_words = is_printed || !NO_WORDS.contains(&key);
                    if self.depth == 0 {
                        self.column = begin;
                        self.is_item = false;
                    }
                    (plain, is_quoted, after_key) = (None, false, true);
                }
                b'|' | b'>' if plain.is_none() && self.depth == 0 => {
                    self.lines_below = Some(self.column);
                    let is_header = |c: char| matches!(c, '|' | '>' | '+' | '-' | '0'..='9' | ' ' | '\t');
                    let comment = slice(line, at..).find(|c| !is_header(c)).map(|length| at + length);
                    let comment = comment.filter(|&at| self.has_words && has_words(slice(line, at..)));
                    taken.extend(comment.map(|at| Taken { at, end: line.len(), is_all: false }));
                    return taken;
                }
                b'&' | b'!' if plain.is_none() && !is_quoted => {
                    let end = at + bytes[at..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
                    let is_word = line.get(at..end).is_some_and(|word| {
                        word.contains(|c: char| c.is_alphanumeric() || !c.is_ascii()) && word != "!!str"
                    });
                    if self.has_words && after_key && is_word {
                        taken.push(Taken { at, end, is_all: false });
                    }
                    at = end;
                    continue;
                }
                _ if plain.is_none() => plain = Some(at),
                _ => {}
            }
            at += 1;
        }
        self.goes_on = plain.is_some() && self.depth == 0;
        taken
    }
}

fn has_words(text: &str) -> bool {
    text.contains(|c: char| c.is_alphanumeric() || !c.is_ascii())
}

/// Where the value ends that this quotation mark began.
fn quote_end(bytes: &[u8], mut at: usize, quote: u8) -> Option<usize> {
    loop {
        match *bytes.get(at)? {
            b'\\' if quote == b'"' => at += 2,
            byte if byte == quote && quote == b'\'' && bytes.get(at + 1) == Some(&quote) => at += 2,
            byte if byte == quote => return Some(at + 1),
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(text: &str) -> Vec<String> {
        let source = Arc::new(Source::new("content/a/index.md", text));
        let mut findings = Vec::new();
        find(&source, Span::from(0..text.len()), &mut findings);
        let words = |finding: &Finding| match &finding.place {
            crate::finding::Place::Source(source, span) => source.slice(*span).to_owned(),
            _ => String::new(),
        };
        findings.iter().map(words).collect()
    }

    #[test]
    fn words_that_vanish_are_found() {
        for (text, words) in [
            ("title: 议程 #4 的报告", "#4 的报告"),
            ("title: #4 的报告", "#4 的报告"),
            ("summary: 我们开了会\n  第 #1 次会", "#1 次会"),
            ("- term: 决议 #1\n  meaning: 好", "#1"),
            ("vote:\n  statement: 通过 # 未经表决", "# 未经表决"),
            ("states:\n  - 法国\n  - 德国 # 也", "# 也"),
            ("title: !注意 决议", "!注意"),
            ("made-by: &组 编写组", "&组"),
            ("body: # 下一行\n  人权理事会", "# 下一行"),
            ("body: | # 说明\n  人权理事会", "# 说明"),
            ("names: [甲, 乙 #丙\n]", "#丙"),
            ("title: '议程'#4\n", "#4"),
            ("states:\n  - # 法国\n  - 德国", "# 法国"),
            ("title: '议程\n  的'#4\n", "#4"),
            ("distribution:\n  date: 4 月 6 日 # 印发\n", "# 印发"),
            ("distribution: {date: 4 月 6 日 #印发\n}", "#印发"),
        ] {
            assert_eq!(taken(text), [words], "{text}");
        }
    }

    #[test]
    fn comments_and_quoted_words_are_left_alone() {
        for text in [
            "# 说明\ntitle: 决议",
            "title: \"议程 #4\" # 说明",
            "title: '议程 #4 it''s #5'",
            "title: \"议程\n  第 #4 项\"",
            "summary: |\n  第 #4 项\n\n  第 #5 项\ntitle: a#b",
            "summary: >-\n  第 #4 项\n",
            "kind: resolution # 或 document",
            "date: 2023-04-03 # 通过",
            "distribution:\n  type: 普遍\ndate: 2023-04-03 # 通过",
            "extra:\n  # 说明\n  a: 1",
            "other: # 下一行\n  name: 人权理事会",
            "states: # 名单\n- 法国",
            "- # 第一个\n  term: 会议",
            "title: C# 和 R&D! 好",
            "title: 决议 #",
            "digest: blake3:00 # 说明",
        ] {
            assert_eq!(taken(text), [""; 0], "{text}");
        }
    }
}
