//! Slips of typing: what four rules find, and which of them have one right form, so that `fix` mends them.
//!
//! In: a line and the data of its language. Out: places, kinds and the right form, and whether only that can be meant. Brackets are
//! judged in pairs, and what is beside a slip is judged by how it looks mended, so a mended line has nothing left to mend.

use std::ops::Range;

use crate::languages::LanguageData;
use crate::languages::scripts::{is_common_han, is_han};
use crate::source::slice;

/// The kinds of slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypingMistakeKind {
    /// A half-width mark beside a full-width character.
    HalfWidth,
    /// A dash in another form.
    Dash,
    /// An ellipsis in another form.
    Ellipsis,
    /// A full-width digit.
    Digit,
}

/// One slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypingMistake {
    /// Where it stands in the line.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TypingMistakeKind,
    /// The right form.
    pub instead: String,
    /// Whether nothing else can be meant.
    pub certain: bool,
}

impl TypingMistake {
    /// What the author can do.
    pub fn help(&self) -> String {
        let instead = &self.instead;
        match self.kind {
            _ if self.certain => format!("Write “{instead}”; “curbcut check --fix” does it."),
            TypingMistakeKind::Dash => format!("If it is a dash, write “{instead}”."),
            TypingMistakeKind::Ellipsis => format!("If words are left out, write “{instead}”."),
            TypingMistakeKind::HalfWidth | TypingMistakeKind::Digit => {
                format!("If it belongs to the characters beside it, write “{instead}”.")
            }
        }
    }
}

/// The slips of a line, in order.
pub fn of(text: &str, language: &LanguageData) -> Vec<TypingMistake> {
    let mut before = ' ';
    let suspicious = |c| is_suspicious(c) || (std::mem::replace(&mut before, c) == '。' && c == '。');
    if !text.contains(suspicious) {
        return Vec::new();
    }
    let mut runs = runs(text);
    let mut pending: Vec<usize> = (0..runs.len()).rev().collect();
    while let Some(at) = pending.pop() {
        let around = Around {
            before: at.checked_sub(1).and_then(|at| runs.get(at)).map(|run| run.last),
            after: runs.get(at + 1).map(|run| run.first),
        };
        // What was in doubt may be certain once what is beside it is mended.
        let is_open = |run: &&mut Run| run.slip.as_ref().is_none_or(|slip| !slip.certain);
        let Some(run) = runs.get_mut(at).filter(is_open) else { continue };
        let Some(slip) = judge(run, around, language) else { continue };
        run.take(slip, &mut pending, at);
        let partner = run.partner.filter(|_| run.first != '(' && run.first != ')');
        if let Some((at, run)) = partner.and_then(|at| Some((at, runs.get_mut(at)?)))
            && let Some(slip) = half_width(run, true, language).filter(|_| run.slip.is_none())
        {
            run.take(slip, &mut pending, at);
        }
    }
    let addresses = addresses(text);
    let is_of_address =
        |slip: &TypingMistake| addresses.iter().any(|address| address.contains(&slip.range.start));
    runs.into_iter().filter_map(|run| run.slip).filter(|slip| !is_of_address(slip)).collect()
}

/// Where addresses of the web stand, with what may belong to them: they may hold any letters, and marks that look like slips.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut addresses: Vec<Range<usize>> = Vec::new();
    for start in text.match_indices("://").chain(text.match_indices("www.")).map(|(at, _)| at) {
        let ends = |c: char| c.is_whitespace() || is_wide(c) && !is_han(c) || matches!(c, '<' | '>' | '"');
        let length = slice(text, start..).find(ends).unwrap_or(text.len() - start);
        addresses.push(start..start + length);
    }
    addresses
}

/// One character or more that are alike.
struct Run {
    range: Range<usize>,
    /// The first character, mended where it is certain.
    first: char,
    last: char,
    count: usize,
    /// The bracket that belongs to this one.
    partner: Option<usize>,
    /// The digits as they are usual.
    digits: String,
    slip: Option<TypingMistake>,
}

impl Run {
    /// Notes the slip; what is beside it is judged again.
    fn take(&mut self, slip: TypingMistake, pending: &mut Vec<usize>, at: usize) {
        if let (true, Some(first)) = (slip.certain, slip.instead.chars().next()) {
            (self.first, self.last) = (first, slip.instead.chars().next_back().unwrap_or(first));
            pending.extend([at + 1].into_iter().chain(at.checked_sub(1)));
        }
        self.slip = Some(slip);
    }

    fn slip(
        &self,
        kind: TypingMistakeKind,
        instead: impl Into<String>,
        certain: bool,
    ) -> Option<TypingMistake> {
        Some(TypingMistake { range: self.range.clone(), kind, instead: instead.into(), certain })
    }
}

fn runs(text: &str) -> Vec<Run> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let alike =
        |&(_, a): &(usize, char), &(_, b): &(usize, char)| a == b || (is_wide_digit(a) && is_wide_digit(b));
    let mut runs: Vec<Run> = Vec::new();
    let mut open = Vec::new();
    for run in chars.chunk_by(alike) {
        let (Some(&(start, first)), Some(&(end, last))) = (run.first(), run.last()) else { continue };
        let at = runs.len();
        let mut partner = None;
        match (first, run.len()) {
            ('(', 1) => open.push(at),
            (')', 1) => partner = open.pop(),
            _ => {}
        }
        if let Some(opening) = partner.and_then(|opening: usize| runs.get_mut(opening)) {
            opening.partner = Some(at);
        }
        let digits = run.iter().filter_map(|&(_, c)| half_width_digit(c)).collect();
        let range = start..end + last.len_utf8();
        runs.push(Run { range, first, last, count: run.len(), partner, digits, slip: None });
    }
    runs
}

/// The characters before and after a run.
#[derive(Clone, Copy)]
struct Around {
    before: Option<char>,
    after: Option<char>,
}

impl Around {
    fn follows_wide(self) -> bool {
        self.before.is_some_and(is_wide)
    }

    fn is_beside_wide(self) -> bool {
        self.follows_wide() || self.after.is_some_and(is_wide)
    }

    /// Whether a letter, digit or mark of an address or a command may be what the run belongs to.
    fn touches_ascii(self) -> bool {
        let is_ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii() && !c.is_ascii_whitespace());
        is_ascii(self.before) || is_ascii(self.after)
    }
}

/// What is wrong with a run, and the right form.
fn judge(run: &Run, around: Around, language: &LanguageData) -> Option<TypingMistake> {
    match (run.first, run.count) {
        (c, _) if is_wide_digit(c) => run.slip(TypingMistakeKind::Digit, run.digits.clone(), true),
        // Four are the ellipsis of a whole paragraph.
        ('—', 2) | ('⸺', 1) | ('…', 2 | 4) => None,
        // One alone may join two places or years.
        ('—' | '―' | '─', count) => {
            run.slip(TypingMistakeKind::Dash, language.dash.clone()?, count == 2)
        }
        ('-', 2..) if around.is_beside_wide() => run.slip(
            TypingMistakeKind::Dash,
            language.dash.clone()?,
            run.count == 2 && !around.touches_ascii(),
        ),
        ('…', count) => run.slip(TypingMistakeKind::Ellipsis, language.ellipsis.clone()?, count == 1),
        ('.', 3..) => {
            let certain = matches!(run.count, 3 | 6) && around.follows_wide() && !around.touches_ascii();
            run.slip(TypingMistakeKind::Ellipsis, language.ellipsis.clone()?, certain)
        }
        // Two may be one full stop too many.
        ('。', 2..) => {
            run.slip(TypingMistakeKind::Ellipsis, language.ellipsis.clone()?, matches!(run.count, 3 | 6))
        }
        ('(' | ')', 1) if around.is_beside_wide() => half_width(run, run.partner.is_some(), language),
        // A point inside a number, an address or a name ends no sentence; one before a space may belong to a label.
        ('.', 1) if around.follows_wide() && around.after.is_none_or(|c| is_wide(c) || c.is_whitespace()) => {
            half_width(run, around.after.is_none_or(is_wide), language)
        }
        ('.', _) => None,
        (_, 1) if around.follows_wide() => half_width(run, true, language),
        _ => None,
    }
}

fn half_width(run: &Run, certain: bool, language: &LanguageData) -> Option<TypingMistake> {
    language
        .full_width
        .get(&run.first)
        .and_then(|wide| run.slip(TypingMistakeKind::HalfWidth, wide.to_string(), certain))
}

/// Characters of which a slip may be made; most lines of Chinese have none.
fn is_suspicious(c: char) -> bool {
    !is_common_han(c) && (c.is_ascii_punctuation() || matches!(c, '—' | '―' | '─' | '…') || is_wide_digit(c))
}

fn is_wide_digit(c: char) -> bool {
    ('０'..='９').contains(&c)
}

fn half_width_digit(c: char) -> Option<char> {
    char::from_digit((c as u32).checked_sub('０' as u32)?, 10)
}

fn is_wide(c: char) -> bool {
    is_han(c)
        || matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | '（' | '）' | '《' | '》' | '“' | '”' | '、')
}

#[cfg(test)]
mod tests {
    use crate::languages::Languages;

    use super::*;

    fn mended(text: &str, tag: &str) -> String {
        let mut out = text.to_owned();
        let certain = |slip: &TypingMistake| slip.certain;
        for slip in
            of(text, Languages::built_in().of(&tag.parse().unwrap()).data()).into_iter().filter(certain).rev()
        {
            out.replace_range(slip.range, &slip.instead);
        }
        out
    }

    #[test]
    fn chinese_marks_are_mended() {
        assert_eq!(
            mended("各国,请注意:第５６届(春季)--重要...", "zh-Hans"),
            "各国，请注意：第56届（春季）——重要……"
        );
        assert_eq!(mended("报告――说明", "zh-Hans"), "报告——说明");
        assert_eq!(mended("写完了.", "zh-Hans"), "写完了。");
        assert_eq!(mended("各国,(春季)a()中", "zh-Hans"), "各国，（春季）a（）中");
        assert_eq!(mended("a(b说--)重要", "zh-Hans"), "a（b说——）重要");
    }

    #[test]
    fn what_may_mean_two_things_is_found_and_not_mended() {
        for text in [
            "写完了。。",
            "写完。。。。",
            "上海—北京",
            "使用--help",
            "甲. 报告",
            "第一)项",
            "很多....",
            "见下文-----",
        ] {
            assert_eq!(mended(text, "zh-Hans"), text);
            assert_eq!(
                of(text, Languages::built_in().of(&"zh-Hans".parse().unwrap()).data()).len(),
                1,
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_right_or_could_be_meant_stays() {
        for text in [
            "报告——说明……",
            "2.5 米",
            "见 example.org/a.b",
            "第 56 届",
            "10:30",
            "A/HRC/52/8",
            "COVID-19",
            "网址是https://a.example/你,好?x=1,2!",
            "见www.a.example/你,好",
        ] {
            assert_eq!(mended(text, "zh-Hans"), text);
        }
        assert_eq!(mended("Well, yes -- it is (so)...", "en"), "Well, yes -- it is (so)...");
    }
}
