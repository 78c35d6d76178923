//! Slips of typing that have one right form: what four rules find and what `fix` mends.
//!
//! In: a line and its language's pack. Out: places, kinds and the right form. Refuses to guess: where two forms
//! could be meant, nothing is found.

use std::ops::Range;

use super::pack::Pack;
use super::segment::{is_common_han, is_han};

/// The kinds of slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
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
#[derive(Debug, PartialEq, Eq)]
pub struct Slip {
    /// Where it stands in the line.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// The right form.
    pub instead: String,
}

/// The slips of a line, in order.
pub fn of(text: &str, pack: &Pack) -> Vec<Slip> {
    let mut slips = Vec::new();
    let mut before = ' ';
    let suspicious = |c| is_suspicious(c) || (std::mem::replace(&mut before, c) == '。' && c == '。');
    if !text.contains(suspicious) {
        return slips;
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut at = 0;
    while at < chars.len() {
        let alike = |c: char| c == chars[at].1 || (is_wide_digit(c) && is_wide_digit(chars[at].1));
        let run = chars[at..].iter().take_while(|(_, c)| alike(*c)).count();
        let range = chars[at].0..chars.get(at + run).map_or(text.len(), |&(byte, _)| byte);
        let around =
            Around { before: at.checked_sub(1).map(|i| chars[i].1), after: chars.get(at + run).map(|c| c.1) };
        if is_wide_digit(chars[at].1) {
            let instead = text[range.clone()].chars().filter_map(half_width_digit).collect();
            slips.push(Slip { range, kind: Kind::Digit, instead });
        } else if let Some((kind, instead)) = judge(chars[at].1, run, around, pack) {
            slips.push(Slip { range, kind, instead });
        }
        at += run;
    }
    slips
}

/// The characters before and after a run.
#[derive(Clone, Copy)]
struct Around {
    before: Option<char>,
    after: Option<char>,
}

impl Around {
    fn is_wide(self) -> bool {
        self.before.is_some_and(is_wide)
    }
}

/// What is wrong with `run` times the character, and the right form.
fn judge(c: char, run: usize, around: Around, pack: &Pack) -> Option<(Kind, String)> {
    let beside = around.is_wide() || around.after.is_some_and(is_wide);
    match (c, run) {
        ('—', 2) | ('⸺', 1) | ('…', 2) => None,
        ('—' | '―' | '─', _) => Some((Kind::Dash, pack.dash.clone()?)),
        ('-', 2..) if beside => Some((Kind::Dash, pack.dash.clone()?)),
        ('…', _) => Some((Kind::Ellipsis, pack.ellipsis.clone()?)),
        ('.', 3..) | ('。', 2..) => Some((Kind::Ellipsis, pack.ellipsis.clone()?)),
        ('(', 1) if beside => half_width(c, pack),
        (')', 1) if beside => half_width(c, pack),
        // A point inside a number, an address or a name is none of these.
        ('.', 1) if around.is_wide() && around.after.is_none_or(|c| is_wide(c) || c.is_whitespace()) => {
            half_width(c, pack)
        }
        ('.', _) => None,
        (c, 1) if around.is_wide() => half_width(c, pack),
        _ => None,
    }
}

fn half_width(c: char, pack: &Pack) -> Option<(Kind, String)> {
    pack.full_width.get(&c).map(|wide| (Kind::HalfWidth, wide.to_string()))
}

/// Characters of which a slip may be made; most lines of Chinese have none.
fn is_suspicious(c: char) -> bool {
    !is_common_han(c) && (c.is_ascii_punctuation() || matches!(c, '—' | '―' | '─' | '…') || is_wide_digit(c))
}

fn is_wide_digit(c: char) -> bool {
    ('０'..='９').contains(&c)
}

fn half_width_digit(c: char) -> Option<char> {
    char::from_digit(c as u32 - '０' as u32, 10)
}

fn is_wide(c: char) -> bool {
    is_han(c)
        || matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | '（' | '）' | '《' | '》' | '“' | '”' | '、')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str, tag: &str) -> String {
        let mut out = text.to_owned();
        for slip in of(text, Pack::of(&tag.parse().unwrap())).into_iter().rev() {
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
    }

    #[test]
    fn what_is_right_or_could_be_meant_stays() {
        for text in
            ["报告——说明……", "2.5 米", "见 example.org/a.b", "第 56 届", "10:30", "A/HRC/52/8", "COVID-19"]
        {
            assert_eq!(mended(text, "zh-Hans"), text);
        }
        assert_eq!(mended("Well, yes -- it is (so)...", "en"), "Well, yes -- it is (so)...");
    }
}
