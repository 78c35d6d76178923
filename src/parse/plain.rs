//! Markdown as most authors write it: headings, paragraphs and notes between blank lines, with strong words, links and
//! marks of notes in them.
//!
//! In: a text that [`can_be_cut`]. Out: its blocks. A plain block is read here; everything between two plain blocks goes
//! to pulldown-cmark as it is. What CommonMark could take for something else is not plain. A test with texts of
//! arbitrary pieces holds this way of reading to what pulldown-cmark makes of the whole text.

use std::ops::Range;

use memchr::{memchr, memchr2_iter, memmem};

use super::emphasis;
use super::markdown::{State, block, read_part};
use crate::document::{Block, BlockKind, Content, Element, Note, Reference, Text};
use crate::source::Span;

/// The longest label of a note that is looked at.
const LONGEST_LABEL: usize = 64;

/// Whether a text means the same when it is read in parts: it has nothing that reaches over blank lines and unindented
/// words (code between fences, raw HTML, lists of definitions, targets of links by name), every mark of a note has its
/// note, and the last line ends like the others.
pub fn can_be_cut(text: &str) -> bool {
    let bytes = text.as_bytes();
    let none = |needle: &str| memmem::find(bytes, needle.as_bytes()).is_none();
    let begins_no_line = |at: usize| {
        let before = bytes[..at].iter().rev().find(|byte| !matches!(byte, b' ' | b'\t'));
        before.is_some_and(|&byte| byte != b'\n')
    };
    bytes.ends_with(b"\n")
        && memchr(b'\r', bytes).is_none()
        && none("```")
        && none("~~~")
        && memchr2_iter(b'<', b':', bytes).all(begins_no_line)
        && (memchr(0xF0, bytes).is_none() || emphasis::is_repaired(text))
        && has_its_notes(text)
}

/// Whether every mark of a note has one note, and nothing else in brackets is defined.
fn has_its_notes(text: &str) -> bool {
    let (mut marks, mut notes) = (Vec::new(), Vec::new());
    for found in labels(text) {
        match found {
            Some(Label { words, is_note: true, .. }) => notes.push(words),
            Some(Label { words, is_note: false, .. }) => marks.push(words),
            None => return false,
        }
    }
    notes.sort_unstable();
    marks.iter().all(|mark| notes.binary_search(mark).is_ok()) && notes.windows(2).all(|two| two[0] != two[1])
}

/// The label of a note, at its mark or at the note itself.
struct Label<'t> {
    words: &'t str,
    /// From `[^` to `]`.
    range: Range<usize>,
    is_note: bool,
}

/// Every `[^label]` of a text; `None` for a label that could have more than one spelling, and for `]:` after anything
/// else.
fn labels(text: &str) -> impl Iterator<Item = Option<Label<'_>>> {
    let bytes = text.as_bytes();
    memchr2_iter(b'[', b']', bytes).filter_map(move |at| {
        if bytes[at] == b']' {
            let defines = bytes.get(at + 1) == Some(&b':') && !ends_note_label(bytes, at);
            return defines.then_some(None);
        }
        (bytes.get(at + 1) == Some(&b'^')).then(|| label(text, at))
    })
}

/// The label whose `[^` stands at this place.
fn label(text: &str, at: usize) -> Option<Label<'_>> {
    let bytes = text.as_bytes();
    let is_plain = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.');
    let length = bytes[at + 2..].iter().take(LONGEST_LABEL).take_while(|byte| is_plain(byte)).count();
    let end = at + 2 + length;
    if length == 0 || bytes.get(end) != Some(&b']') {
        return None;
    }
    let begins_line = at == 0 || bytes[at - 1] == b'\n';
    let is_note = begins_line && bytes.get(end + 1) == Some(&b':');
    Some(Label { words: &text[at + 2..end], range: at..end + 1, is_note })
}

/// Whether the `]` at this place ends the label of a note.
fn ends_note_label(bytes: &[u8], at: usize) -> bool {
    let line = &bytes[..at];
    let start = line.iter().rev().take(LONGEST_LABEL + 3).position(|&byte| byte == b'\n');
    let start = start.map_or(if at <= LONGEST_LABEL + 2 { Some(0) } else { None }, |back| Some(at - back));
    start.is_some_and(|start| {
        line[start..].starts_with(b"[^") && !line[start + 2..].iter().any(|byte| matches!(byte, b'[' | b']'))
    })
}

/// Reads a text that [`can_be_cut`], from `start` on.
pub fn read(state: &mut State<'_>, start: usize) -> Vec<Block> {
    let text = state.source.text();
    let bytes = text.as_bytes();
    let mut blocks = Vec::new();
    let mut tokens = Vec::new();
    // Where what is not plain begins.
    let mut rough = None;
    let mut at = start;
    while at < bytes.len() {
        if bytes[at] == b'\n' {
            at += 1;
            continue;
        }
        tokens.clear();
        let mut lines = Lines { text, tokens: &mut tokens, strong: None };
        match lines.plain(at) {
            Some(found) => {
                if let Some(from) = rough.take() {
                    read_rough(state, from..at, &mut blocks);
                }
                let content = content(state, &tokens);
                let span = state.trimmed((found.words.start..found.end).into());
                match found.kind {
                    Kind::Heading { level, id } => {
                        let span = state.trimmed((at..found.end).into());
                        let kind = BlockKind::Heading { level, content, attributes: None };
                        blocks.push(Block { span, id: id.map(|id| text[id].into()), kind });
                    }
                    Kind::Paragraph => blocks.push(block(span, BlockKind::Paragraph(content))),
                    Kind::Note { label } => {
                        let blocks = vec![block(span, BlockKind::Paragraph(content))];
                        let span = state.trimmed((at..found.end).into());
                        state.notes.push(Note { label: text[label].into(), span, marks: 0, blocks });
                    }
                }
                at = found.end;
            }
            None => {
                rough.get_or_insert(at);
                at = memmem::find(&bytes[at..], b"\n\n").map_or(bytes.len(), |blank| at + blank + 1);
            }
        }
    }
    if let Some(from) = rough {
        read_rough(state, from..bytes.len(), &mut blocks);
    }
    blocks.shrink_to_fit();
    blocks
}

/// Reads what is not plain; its marks of notes are marks because the notes are somewhere in the text.
fn read_rough(state: &mut State<'_>, part: Range<usize>, blocks: &mut Vec<Block>) {
    let text = &state.source.text()[part.clone()];
    let mut notes = String::new();
    if memmem::find(text.as_bytes(), b"[^").is_some() {
        let labels: Vec<Label<'_>> = labels(text).flatten().collect();
        for mark in labels.iter().filter(|label| !label.is_note) {
            let is_there = labels.iter().any(|label| label.is_note && label.words == mark.words);
            if !is_there {
                notes.push_str(if notes.is_empty() { "\n[^" } else { "[^" });
                notes.push_str(mark.words);
                notes.push_str("]:\n");
            }
        }
    }
    blocks.append(&mut read_part(state, part, &notes));
}

/// A plain block.
struct Plain {
    kind: Kind,
    /// Its words, without what makes it a heading or a note.
    words: Range<usize>,
    /// The byte after its last line.
    end: usize,
}

enum Kind {
    Heading { level: u8, id: Option<Range<usize>> },
    Paragraph,
    Note { label: Range<usize> },
}

/// A piece of running text.
#[derive(Debug)]
enum Token {
    Text(Range<usize>),
    /// The range of the whole element; what is inside follows, up to its end.
    Strong(Range<usize>),
    StrongEnd,
    Link {
        range: Range<usize>,
        words: Range<usize>,
        target: Range<usize>,
    },
    Mark(Range<usize>),
    SoftBreak(usize),
}

/// The inlines of a plain block.
fn content(state: &mut State<'_>, tokens: &[Token]) -> Content {
    let source = state.source;
    let mut strong = None;
    for token in tokens {
        match token {
            Token::Text(range) => state.content.text(range.clone().into()),
            Token::Strong(range) => {
                strong = Some(state.content.open(range.clone().into(), Element::Strong));
            }
            Token::StrongEnd => strong.take().into_iter().for_each(|open| state.content.close(open)),
            Token::Link { range, words, target } => {
                let target = Text::Source(target.clone().into());
                let open = state.content.open_reference(range.clone().into(), Reference::Link, target);
                if !words.is_empty() {
                    state.content.text(words.clone().into());
                }
                state.content.close(open);
            }
            Token::Mark(range) => {
                let label = &source.text()[range.start + 2..range.end - 1];
                let occurrence = state.mark(label);
                state.content.note_mark(range.clone().into(), label, occurrence, source);
            }
            Token::SoftBreak(at) => {
                let span = Span::from(*at..at + 1);
                let joins = state.joins(span);
                state.content.soft_break(span, joins);
            }
        }
    }
    state.content.finish()
}

/// The lines of one block, as far as they are plain.
struct Lines<'t> {
    text: &'t str,
    tokens: &'t mut Vec<Token>,
    /// Which token is the strong element that is open.
    strong: Option<usize>,
}

impl Lines<'_> {
    /// The plain block that begins at this place, with its tokens.
    fn plain(&mut self, at: usize) -> Option<Plain> {
        let bytes = self.text.as_bytes();
        match bytes[at] {
            b'#' => self.heading(at),
            b'[' if bytes.get(at + 1) == Some(&b'^') => self.note(at),
            _ => self.paragraph(at),
        }
    }

    /// Where the line that this place is in ends.
    fn line_end(&self, at: usize) -> usize {
        memchr(b'\n', &self.text.as_bytes()[at..]).map_or(self.text.len(), |length| at + length)
    }

    /// A line `## words {#id}` of words alone.
    fn heading(&mut self, at: usize) -> Option<Plain> {
        let bytes = self.text.as_bytes();
        let level = bytes[at..].iter().take_while(|&&byte| byte == b'#').count();
        let start = at + level + 1;
        let end = self.line_end(at);
        if level > 6 || start >= end || bytes[start - 1] != b' ' {
            return None;
        }
        let line = &self.text[start..end];
        let (words, id) = match line.rsplit_once(" {#") {
            Some((words, id)) => {
                let id = id.strip_suffix('}')?;
                let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
                if id.is_empty() || !id.bytes().all(is_plain) {
                    return None;
                }
                (words, Some(end - 1 - id.len()..end - 1))
            }
            None => (line, None),
        };
        let edges = [words.as_bytes().first()?, words.as_bytes().last()?];
        let has_more = words.bytes().any(|byte| is_mark(byte) || matches!(byte, b'#' | b'{' | b'}'));
        if has_more || edges.iter().any(|byte| **byte <= b' ') {
            return None;
        }
        self.tokens.push(Token::Text(start..start + words.len()));
        let kind = Kind::Heading { level: level as u8, id };
        Some(Plain { kind, words: start..start + words.len(), end: (end + 1).min(bytes.len()) })
    }

    /// A note of one line.
    fn note(&mut self, at: usize) -> Option<Plain> {
        let bytes = self.text.as_bytes();
        let label = label(self.text, at).filter(|label| label.is_note)?;
        let after = label.range.end + 1;
        let start = after + bytes[after..].iter().take_while(|&&byte| byte == b' ').count();
        let end = self.line_end(at);
        self.line(start, end)?;
        // An indented line would belong to the note, any other to its paragraph, unless it is a note itself.
        let next = end + bytes[end..].iter().take_while(|&&byte| byte == b'\n').count();
        let goes_on = match bytes.get(next) {
            None => false,
            Some(byte) if next > end + 1 => *byte <= b' ',
            Some(_) => !self::label(self.text, next).is_some_and(|label| label.is_note),
        };
        if goes_on || self.strong.is_some() {
            return None;
        }
        let kind = Kind::Note { label: label.range.start + 2..label.range.end - 1 };
        Some(Plain { kind, words: start..end, end: (end + 1).min(bytes.len()) })
    }

    /// A paragraph up to the next blank line.
    fn paragraph(&mut self, at: usize) -> Option<Plain> {
        let bytes = self.text.as_bytes();
        let mut start = at;
        loop {
            let end = self.line_end(start);
            self.line(start, end)?;
            if matches!(bytes.get(end + 1), None | Some(b'\n')) {
                let is_whole = self.strong.is_none();
                return is_whole.then_some(Plain {
                    kind: Kind::Paragraph,
                    words: at..end,
                    end: (end + 1).min(bytes.len()),
                });
            }
            self.tokens.push(Token::SoftBreak(end));
            start = end + 1;
        }
    }

    /// The tokens of a line that can only be words of a paragraph.
    fn line(&mut self, start: usize, end: usize) -> Option<()> {
        let bytes = self.text.as_bytes();
        if !begins_words(&bytes[start..end]) || bytes[end - 1] <= b' ' {
            return None;
        }
        let mut told = start;
        let mut from = start;
        while let Some(at) = find_mark(&bytes[from..end]).map(|length| from + length) {
            let next = bytes.get(at + 1).copied().unwrap_or(b'\n');
            let is_strong = match bytes[at] {
                b'*' if next == b'*' && bytes.get(at + 2) != Some(&b'*') => true,
                b'[' if self.strong.is_none() => false,
                byte if is_word(byte, next) => {
                    from = at + 1;
                    continue;
                }
                _ => return None,
            };
            if told < at {
                self.tokens.push(Token::Text(told..at));
            }
            told = if is_strong { self.stars(start, at, end)? } else { self.bracket(at, end)? };
            from = told;
        }
        if told < end {
            self.tokens.push(Token::Text(told..end));
        }
        Some(())
    }

    /// Begins or ends a strong element at the two stars of this place; gives where they end.
    fn stars(&mut self, line: usize, at: usize, end: usize) -> Option<usize> {
        let before =
            if at == line { Some(Side::Edge) } else { side(self.text[line..at].chars().next_back()) }?;
        let after =
            if at + 2 == end { Some(Side::Edge) } else { side(self.text[at + 2..end].chars().next()) }?;
        match self.strong {
            None => {
                can_open(before, after, at == line).then_some(())?;
                self.strong = Some(self.tokens.len());
                self.tokens.push(Token::Strong(at..at));
            }
            Some(open) => {
                can_close(before, after).then_some(())?;
                if let Some(Token::Strong(range)) = self.tokens.get_mut(open) {
                    range.end = at + 2;
                }
                self.tokens.push(Token::StrongEnd);
                self.strong = None;
            }
        }
        Some(at + 2)
    }

    /// The mark of a note or the link that begins at this place; gives where it ends.
    fn bracket(&mut self, at: usize, end: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if bytes.get(at + 1) == Some(&b'^') {
            let range = label(self.text, at)?.range;
            let after = range.end;
            self.tokens.push(Token::Mark(range));
            return (!matches!(bytes.get(after), Some(b'(' | b'[' | b':'))).then_some(after);
        }
        let close = at + 1 + find_mark(&bytes[at + 1..end])?;
        if bytes[close] != b']' || bytes.get(close + 1) != Some(&b'(') {
            return None;
        }
        let start = close + 2;
        let is_plain = |byte: u8| {
            byte >= 0x80
                || byte.is_ascii_alphanumeric()
                || matches!(
                    byte,
                    b'/' | b'.' | b'-' | b'_' | b'#' | b':' | b'?' | b'=' | b'%' | b'+' | b',' | b';' | b'@'
                )
        };
        let length = bytes[start..end].iter().take_while(|&&byte| is_plain(byte)).count();
        let after = start + length + 1;
        if length == 0 || bytes.get(after - 1) != Some(&b')') {
            return None;
        }
        self.tokens.push(Token::Link { range: at..after, words: at + 1..close, target: start..after - 1 });
        Some(after)
    }
}

/// Whether a line that begins like this can be nothing but words.
fn begins_words(line: &[u8]) -> bool {
    match line {
        [b'a'..=b'z' | b'A'..=b'Z' | b'(' | b'"' | 0x80.., ..] => true,
        [b'*', b'*', third, ..] => third.is_ascii_alphanumeric() || *third >= 0x80,
        [b'0'..=b'9', ..] => {
            let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
            !matches!(line.get(digits), Some(b'.' | b')'))
        }
        _ => false,
    }
}

/// Whether a byte can be Markdown in the middle of a line; `^` cannot, and makes the question cheaper.
#[inline]
fn is_mark(byte: u8) -> bool {
    // Without branches, so that the compiler asks it of many bytes at once.
    (byte.wrapping_sub(b'[') < 6)
        | (byte == b'*')
        | (byte == b'&')
        | (byte == b'!')
        | (byte == b'<')
        | (byte == b'~')
}

/// Whether a byte that could be Markdown is nothing but itself before the `next` one.
fn is_word(byte: u8, next: u8) -> bool {
    match byte {
        b'!' => next != b'[',
        b'&' => !next.is_ascii_alphanumeric() && next != b'#',
        _ => byte == b'^',
    }
}

fn find_mark(bytes: &[u8]) -> Option<usize> {
    const STEP: usize = 32;
    let (steps, _) = bytes.as_chunks::<STEP>();
    let is_clear =
        |step: &[u8; STEP]| step.iter().fold(0, |found, &byte| found | u8::from(is_mark(byte))) == 0;
    let clear = STEP * steps.iter().take_while(|step| is_clear(step)).count();
    bytes[clear..].iter().position(|&byte| is_mark(byte)).map(|at| clear + at)
}

/// What stands beside two stars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// A space, or the line’s beginning or end.
    Edge,
    Han,
    Latin,
    Punctuation,
}

/// `None` for characters that are not looked up here.
fn side(c: Option<char>) -> Option<Side> {
    match c? {
        ' ' => Some(Side::Edge),
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' => Some(Side::Han),
        c if c.is_ascii_alphanumeric() => Some(Side::Latin),
        c if c.is_ascii_punctuation() => Some(Side::Punctuation),
        '\u{3001}'..='\u{3003}'
        | '\u{3008}'..='\u{3011}'
        | '\u{FF01}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF1F}' => Some(Side::Punctuation),
        '“' | '”' | '‘' | '’' | '—' | '…' | '·' => Some(Side::Punctuation),
        _ => None,
    }
}

/// Whether two stars can begin an element: as CommonMark has it, with the repair for Chinese.
fn can_open(before: Side, after: Side, begins_line: bool) -> bool {
    match after {
        Side::Edge => false,
        Side::Han | Side::Latin => true,
        Side::Punctuation => begins_line || before != Side::Latin,
    }
}

/// Whether two stars can end an element.
fn can_close(before: Side, after: Side) -> bool {
    match before {
        Side::Edge => false,
        Side::Han | Side::Latin => true,
        Side::Punctuation => after != Side::Latin,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::source::Source;

    /// What is made of a text in parts, and of the whole by pulldown-cmark; in parts only where it can be.
    fn both(text: &str) -> Option<(String, String)> {
        let source = Arc::new(Source::new("content/a/index.md", text));
        let lang = "zh-Hans".parse().unwrap();
        let made = |read: &dyn Fn(&mut State<'_>) -> Vec<Block>| {
            let mut findings = Vec::new();
            let mut state = State::new(&source, &lang, &mut findings);
            let blocks = read(&mut state);
            let flow = state.finish(blocks);
            format!("{:#?}\n{:#?}\n{findings:#?}", flow.blocks, flow.notes)
        };
        can_be_cut(text)
            .then(|| (made(&|state| read(state, 0)), made(&|state| read_part(state, 0..text.len(), ""))))
    }

    fn is_plain(text: &str) -> bool {
        let text = &format!("{text}\n");
        let mut tokens = Vec::new();
        can_be_cut(text) && Lines { text, tokens: &mut tokens, strong: None }.plain(0).is_some()
    }

    #[test]
    fn plain_texts_are_read_plainly() {
        for text in [
            "## 背景 {#part-1}\n",
            "# Background",
            "请看**《公约》**第一条和**（二）**款。",
            "**注意：**请看\n第二行\n",
            "2023 年[决议](../a/index.md#op-1)。",
            "[^1]: 见第 998 号文件。\n\n正文[^1]。",
            "Stressing that **public services** matter & work!",
        ] {
            assert!(is_plain(text), "{text}");
        }
    }

    #[test]
    fn what_could_be_something_else_is_not_plain() {
        for text in [
            "1. 一",
            "- 一",
            "一\n===",
            "一\n\n: 二",
            "a | b\n--- | ---",
            "> 一",
            "    一",
            "***一***",
            "*一*",
            "一`二`",
            "一\\\n二",
            "一  \n二",
            "<div>",
            "a**《b》**c",
            "[一]",
            "![一](二.svg)",
            "&amp;",
            "~~一~~",
            "一\n1. 二",
            "一\n[^1]: 二",
            "[^1]: 一\n\n    二",
            "[a]: b",
            "# 一 #",
            "####### 一",
            "** 一**",
            "一\r\n",
            "[^1]",
            "一[^1](b)\n\n[^1]: 二",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

        /// A text read in parts is what pulldown-cmark makes of the whole.
        #[test]
        fn parts_make_the_whole(
            pieces in proptest::collection::vec(prop_oneof![
                8 => proptest::sample::select(vec![
                    "\n\n", "\n\n", "\n\n", "\n", "## ", "# ", "[^1]: ", "[^2]: ", "[^1]", "[^2]", "**", "**", "《公约》", "（二）", "第一条",
                    "决议", "，", "。", "words", "Words", " ", "[见](a.md)", "[", "](b.md#op-1)", " {#id}", "2023", "1. ", "2. ", "- ", "    ", "> ",
                ]),
                1 => proptest::sample::select(vec![
                    "*", "_", "~~", "`", "!", "&", "&amp;", "\\", "|", "| a | b |\n| --- | --- |\n| 一 | 二 |", "#", "---", "===", ": ", "<b>", "</b>",
                    "<div>", "```", "]:", "[a]: /b", "[a]", "^", "(", ")", "\"", "“", "”", "—", "\u{3000}", "\t", "  \n", "* ", "+ ", "(a) ", "\u{10A50}",
                    "[^A]", "[^1]:", "   ", "![图](a.svg)", "- [ ] ", "e\u{301}", "𠀀", "한", "é", "$", "{", "}",
                ]),
            ], 0..40),
        ) {
            let text = pieces.concat() + "\n";
            if let Some((parts, whole)) = both(&text) {
                prop_assert_eq!(parts, whole, "{}", text);
            }
        }
    }
}
