//! Characters that are not seen and change what is seen: controls of terminals, overrides of the direction of text,
//! tags.
//!
//! In: a text. Out: the same with each of them written as `<U+202E>`, for terminals and reports; or the places where one
//! stands in a source, as findings. Left alone in sources is what writing needs: joiners and non-joiners (U+200C, U+200D),
//! marks of direction (U+200E, U+200F, U+061C), which turn no text around, and the isolates and embeddings of UAX 9
//! where a line has letters that run from right to left and each is closed on its line; and what divides or joins words
//! (U+00AD, U+200B, U+2060), but not in numbers. UTS 55 and rustc judge alike.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;
use serde_json::ser::Formatter;

use crate::finding::Finding;
use crate::source::{Source, slice};

/// Whether a character must not reach a terminal or a report as itself.
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
}

/// The text with its hidden characters written out. Line ends and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_hidden(c) {
            let _ = write!(out, "<U+{:04X}>", u32::from(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Writes JSON in which hidden characters are escaped, so that its readers get them and terminals do not.
#[derive(Debug, Default)]
pub struct Escaping(serde_json::ser::PrettyFormatter<'static>);

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, out: &mut W, text: &str) -> io::Result<()> {
        let mut rest = text;
        while let Some(at) = rest.find(is_hidden) {
            let (before, after) = rest.split_at(at);
            let Some(c) = after.chars().next() else { break };
            out.write_all(before.as_bytes())?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = after.get(c.len_utf8()..).unwrap_or_default();
        }
        out.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

/// Finds the hidden characters of a source.
pub fn check(source: &Arc<Source>, findings: &mut Vec<Finding>) {
    if may_have(source.text().as_bytes()) {
        findings.extend(faults(source.text()).into_iter().map(|(range, c)| finding(source, range, c)));
    }
}

/// Finds hidden characters in a value that is written in `range` of a source by other characters: `\u202E`, `&#x202E;`.
pub fn check_value(value: &str, source: &Arc<Source>, range: Range<usize>, findings: &mut Vec<Finding>) {
    if let Some((_, c)) = faults(value).into_iter().next() {
        findings.push(finding(source, range, c));
    }
}

fn finding(source: &Arc<Source>, range: Range<usize>, c: char) -> Finding {
    let (what, help) = match c {
        '\u{2028}' | '\u{2029}' => ("a line end that editors do not show", "Begin a new line in its place."),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => (
            "which makes words stand in another order than they are read",
            "Delete it. Text from right to left needs none; where it does, close it on the same line.",
        ),
        _ => ("a character that nobody sees", "Delete it."),
    };
    let message = format!("here stands U+{:04X}, {what}", u32::from(c));
    Finding::error("content/control-character", source, range.into(), message).help(help)
}

/// Whether a text may have a character that [`faults`] finds. Looks at all bytes alike, so that the compiler can take many
/// at once.
fn may_have(bytes: &[u8]) -> bool {
    let control = |b: u8| (b < 0x20) & (b != b'\t') & (b != b'\n') & (b != b'\r') | (b == 0x7f);
    let within = |b: u8, from: u8, count: u8| b.wrapping_sub(from) < count;
    let three = |[a, b, c]: [u8; 3]| {
        (a == 0xE2) & ((b == 0x80) & (within(c, 0xA8, 7) | (c == 0x8B)) | (b == 0x81) & within(c, 0xA0, 16))
            | (a == 0xE3) & (b == 0x85) & (c == 0xA4)
            | (a == 0xEF)
                & ((b == 0xBF) & within(c, 0xB9, 3) | (b == 0xBB) & (c == 0xBF) | (b == 0xBE) & (c == 0xA0))
            | (a == 0xF3) & (b == 0xA0)
            | (a == 0xC2) & (within(b, 0x80, 0x20) | (b == 0xAD))
    };
    const BLOCK: usize = 256;
    let mut at = 0;
    while at < bytes.len() {
        let end = (at + BLOCK).min(bytes.len());
        let block = &bytes[at..(end + 2).min(bytes.len())];
        let mut any = block.iter().fold(false, |any, &b| any | control(b));
        if block.len() > 2 {
            let (one, two) = (&block[1..], &block[2..]);
            for i in 0..two.len() {
                any |= three([block[i], one[i], two[i]]);
            }
        }
        // The last two bytes may be a character of two.
        if any
            || end + 2 >= bytes.len()
                && block
                    .windows(2)
                    .any(|pair| (pair[0] == 0xC2) & (within(pair[1], 0x80, 0x20) | (pair[1] == 0xAD)))
        {
            return true;
        }
        at = end;
    }
    false
}

/// The hidden characters that no writing needs, with their places.
fn faults(text: &str) -> Vec<(Range<usize>, char)> {
    let mut faults = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        of_line(line, start, &mut faults);
        start += line.len();
    }
    faults.sort_unstable_by_key(|(range, _)| range.start);
    faults
}

fn of_line(line: &str, start: usize, faults: &mut Vec<(Range<usize>, char)>) {
    // Explicit directions that are open, and those that are closed.
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    // Whether an emoji made of tags is open: 🏴 and letters, the flag of a region.
    let mut is_flag = false;
    for (at, c) in line.char_indices() {
        let range = start + at..start + at + c.len_utf8();
        let is_tag = matches!(c, '\u{e0020}'..='\u{e007f}');
        match c {
            '\t' | '\n' | '\r' => {}
            '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' => open.push((range, c)),
            '\u{202c}' | '\u{2069}' => {
                match open.pop_if(|(_, opens)| (*opens < '\u{2060}') == (c < '\u{2060}')) {
                    Some(opens) => pairs.extend([opens, (range, c)]),
                    None => faults.push((range, c)),
                }
            }
            '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202d}'
            | '\u{202e}'
            | '\u{206a}'..='\u{206f}'
            | '\u{3164}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' => faults.push((range, c)),
            // A byte order mark begins a file.
            '\u{feff}' if range.start > 0 => faults.push((range, c)),
            // They divide or join words where no space does; no number needs one, and “1000” and “10 00” are two.
            '\u{ad}' | '\u{200b}' | '\u{2060}' if is_beside_digit(line, at, c) => faults.push((range, c)),
            '\u{e0000}'..='\u{e007f}' if !(is_flag && is_tag) => faults.push((range, c)),
            _ => {}
        }
        is_flag = c == '\u{1f3f4}' || is_flag && is_tag && c != '\u{e007f}';
    }
    faults.append(&mut open);
    if !pairs.is_empty() && !line.chars().any(runs_from_the_right) {
        faults.append(&mut pairs);
    }
}

fn is_beside_digit(line: &str, at: usize, c: char) -> bool {
    let (before, after) = (slice(line, ..at), slice(line, at + c.len_utf8()..));
    [before.chars().next_back(), after.chars().next()].into_iter().flatten().any(char::is_numeric)
}

fn runs_from_the_right(c: char) -> bool {
    c > '\u{590}'
        && matches!(
            CodePointMapData::<BidiClass>::new().get(c),
            BidiClass::RightToLeft | BidiClass::ArabicLetter
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<char> {
        let source = Arc::new(Source::new("a.md", text));
        let mut findings = Vec::new();
        check(&source, &mut findings);
        let all: Vec<char> = faults(text).into_iter().map(|(_, c)| c).collect();
        assert_eq!(findings.len(), all.len(), "{text:?}");
        all
    }

    #[test]
    fn what_deceives_is_found() {
        for c in [
            '\u{1}',
            '\u{8}',
            '\u{b}',
            '\u{c}',
            '\u{1b}',
            '\u{7f}',
            '\u{80}',
            '\u{85}',
            '\u{9b}',
            '\u{9f}',
            '\u{2028}',
            '\u{2029}',
            '\u{202a}',
            '\u{202b}',
            '\u{202c}',
            '\u{202d}',
            '\u{202e}',
            '\u{2066}',
            '\u{2067}',
            '\u{2068}',
            '\u{2069}',
            '\u{206a}',
            '\u{206f}',
            '\u{fff9}',
            '\u{fffb}',
            '\u{e0001}',
            '\u{e0041}',
            '\u{e007f}',
            '\u{3164}',
            '\u{ffa0}',
        ] {
            for before in
                ["", "一", &"字——“和”…".repeat(40), &"a".repeat(254), &"a".repeat(255), &"a".repeat(256)]
            {
                for after in ["", "后", "\n", &"b".repeat(300)] {
                    assert_eq!(found(&format!("{before}{c}{after}")), [c], "{c:?}");
                }
            }
        }
        for text in ["10\u{200b}00 元", "第\u{2060}3 段", "5\u{ad}0"] {
            assert_eq!(found(text).len(), 1, "{text:?}");
        }
        assert_eq!(found("\u{feff}甲\u{feff}乙"), ['\u{feff}']);
        assert_eq!(
            found("甲\u{2067}1 - 2\u{2069}"),
            ['\u{2067}', '\u{2069}'],
            "nothing there runs from the right"
        );
        assert_eq!(found("\u{2067}שלום\n\u{2069}"), ['\u{2067}', '\u{2069}'], "it is closed on another line");
        assert_eq!(found("\u{2067}שלום\u{202c}").len(), 2);
        assert_eq!(
            found("\u{202e}שלום\u{202c}"),
            ['\u{202e}', '\u{202c}'],
            "an override is none of any writing"
        );
    }

    #[test]
    fn what_writing_needs_stays() {
        for text in [
            "一行\t字\r\n",
            "می\u{200c}خواهم",
            "👩\u{200d}🦽",
            "क\u{94d}\u{200d}",
            "A\u{200e}, ש\u{200f}!, \u{61c}",
            "名\u{2067}שלום\u{2069}和\u{2068}مرحبا\u{2069}",
            "\u{202b}مرحبا\u{202a}abc\u{202c}\u{202c}",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "ไทย\u{200b}ไทย",
            "\u{2060}\u{ad}\u{fe0f}",
            "é–—‘’“”†•…‰′″€",
        ] {
            assert_eq!(found(text), [' '; 0], "{text:?}");
        }
    }

    #[test]
    fn they_are_written_out() {
        assert_eq!(
            visible("决议\u{202e}\u{1b}[31m\n\t\u{9b}\u{e0041}"),
            "决议<U+202E><U+001B>[31m\n\t<U+009B><U+E0041>"
        );
        assert!(matches!(visible("决议"), Cow::Borrowed(_)));
        let mut out = Vec::new();
        let mut writer = serde_json::Serializer::with_formatter(&mut out, Escaping::default());
        serde::Serialize::serialize(&["决\u{202e}\u{1b}\u{9b}\u{e0041}\u{7f}"], &mut writer).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(!text.replace('\n', "").contains(is_hidden), "{text:?}");
        let read: Vec<String> = serde_json::from_str(&text).unwrap();
        assert_eq!(read, ["决\u{202e}\u{1b}\u{9b}\u{e0041}\u{7f}"]);
    }
}
