//! Notes under other marks than raised or bare numbers: signs, letters, numbers in brackets, the word “note”.
//!
//! In: lines, and the whole text. Out: how a line begins that may be such a note, and where marks of these forms stand.
//! No such line becomes a note: pages count notes from 1, and what these marks count is for a person to say.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::import::forms::note_signs::is_star;
use crate::import::script::Script;
use crate::languages::ResolutionPatterns;
use crate::numbering::{Label, Number};
use crate::source::slice;

/// Whether a character may stand for the number of a note.
fn is_sign(c: char) -> bool {
    is_star(c) || matches!(c, '§' | '¶' | '#' | '＃' | '①'..='⑳' | '⑴'..='⒇' | '❶'..='❿') || is_raised(c)
}

/// Whether a character is a raised letter or bracket.
fn is_raised(c: char) -> bool {
    matches!(c, 'ª' | 'º' | 'ᵃ'..='ᵛ' | 'ʰ' | 'ʲ' | 'ʳ' | 'ʷ' | 'ˢ' | 'ˣ' | 'ᶜ' | 'ᶠ' | 'ᶻ' | '⁽' | 'ⁱ' | 'ⁿ')
}

/// Single letters that are words of languages with spaces.
const WORDS_OF_A_LETTER: &str = "aeiouyàéó";

/// How a line begins that may be a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// With a sign: `*`, `†`, `①`.
    Sign,
    /// With a number in round brackets: `(1)`, `（1）`.
    Brackets,
    /// With a number that a bracket or a stroke ends: `1)`, `1/`.
    Closed,
    /// With the word “note” and a number or a colon.
    Word,
    /// With a single letter: `a See`, `a/`.
    Letter,
    /// With a bare number: `1 See`, `1见`.
    Number,
}

static BRACKETED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[(（](?P<number>\d{1,2})[)）]").expect("the pattern is fixed"));
static CLOSED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?P<number>\d{1,3}|[a-z])\s?(?:[)）]|/(?:[\s,.;:，。；：、]|$|\p{Han}))")
        .expect("the pattern is fixed")
});
static LETTER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[a-z](?:\s+\S|\p{Han}|[《“])").expect("the pattern is fixed"));

impl Beginning {
    /// How a line begins, if a note may begin so.
    pub fn of(said: &str, rules: &ResolutionPatterns) -> Option<Self> {
        let first = said.chars().next()?;
        let at_start = |found: Option<regex::Match<'_>>| found.is_some_and(|found| found.start() == 0);
        if is_sign(first) {
            (!is_bold(said)).then_some(Self::Sign)
        } else if at_start(BRACKETED.find(said)) {
            Some(Self::Brackets)
        } else if rules.notes.word_definition.is_match(said) {
            Some(Self::Word)
        } else if first.is_numeric() && Number::of(said).is_none() {
            let is_closed = at_start(CLOSED.find(said));
            let is_number = || rules.notes.bare_definition.is_match(said);
            if is_closed { Some(Self::Closed) } else { is_number().then_some(Self::Number) }
        } else if first.is_ascii_lowercase() && (LETTER.is_match(said) || at_start(CLOSED.find(said))) {
            Label::of(said).is_none().then_some(Self::Letter)
        } else {
            None
        }
    }
}

/// Whether a line begins with words in Markdown's bold.
fn is_bold(said: &str) -> bool {
    said.strip_prefix("**")
        .is_some_and(|rest| rest.contains("**") && !rest.starts_with(|c: char| c.is_whitespace() || c == '*'))
}

/// Whether a line begins with a sign as notes do: a sign or a letter with a blank after it. A note or text without an end may
/// go on with a word of one letter.
pub fn is_signed(said: &str, is_whole: bool, script: Script) -> bool {
    let mut chars = said.chars();
    let first = chars.next();
    if first.is_some_and(is_sign) {
        return !is_bold(said);
    }
    let is_letter =
        |c: char| c.is_lowercase() && (is_whole || script == Script::Solid || !WORDS_OF_A_LETTER.contains(c));
    first.is_some_and(is_letter) && chars.next().is_some_and(char::is_whitespace)
}

/// Signs, and what only looks like them: Markdown's bold, and the digits between stars that are printed under a bar code.
static SIGN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\*\d+\*|\*+|[＊∗⁎﹡†‡※①-⑳⑴-⒇❶-❿]").expect("the pattern is fixed"));

/// The first place behind a word of each mark of these forms.
#[derive(Debug)]
pub struct Signs {
    signs: HashMap<char, usize>,
    bracketed: HashMap<String, usize>,
    closed: HashMap<String, usize>,
}

impl Signs {
    /// Looks through a text, its head included: titles have notes too.
    pub fn find(text: &str) -> Self {
        Self { signs: signs(text), bracketed: numbers(text, &BRACKETED), closed: numbers(text, &CLOSED) }
    }

    /// Whether the mark that a line at this place begins with stands behind a word before it.
    pub fn lead_to(&self, said: &str, place: usize) -> bool {
        let sign = said.chars().next().filter(|_| !is_bold(said)).and_then(|sign| self.signs.get(&sign));
        let number = |pattern: &Regex, places: &HashMap<String, usize>| {
            let found = pattern.captures(said).filter(|found| found.get_match().start() == 0)?;
            places.get(&found["number"]).copied()
        };
        let places = [sign.copied(), number(&BRACKETED, &self.bracketed), number(&CLOSED, &self.closed)];
        places.into_iter().flatten().any(|at| at < place)
    }
}

/// The first place of each number in brackets behind a word that does not say what is counted, as 第(1)款 and 5(1) do.
fn numbers(text: &str, pattern: &Regex) -> HashMap<String, usize> {
    let mut places = HashMap::new();
    for found in pattern.captures_iter(text) {
        let at = found.get_match().start();
        let before = slice(text, ..at).chars().next_back().unwrap_or('\n');
        let is_counted = matches!(before, '第' | '条' | '款' | '项' | '段' | '/') || before.is_ascii_digit();
        let is_behind = !before.is_whitespace() && !matches!(before, '(' | '（')
            || slice(text, ..at).trim_end_matches(' ').ends_with(ends_word);
        if is_behind && !is_counted {
            places.entry(found["number"].to_owned()).or_insert(at);
        }
    }
    places
}

/// Whether a word ends with a character, or what stands around words.
fn ends_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '”' | '’' | '"' | '》' | '）' | ')')
}

/// The first place of each sign behind a word. A sign with words after it and a mark of the sentence before it counts items.
fn signs(text: &str) -> HashMap<char, usize> {
    let mut places = HashMap::new();
    for found in SIGN.find_iter(text) {
        let (at, end) = (found.start(), found.end());
        let Some(sign) = found.as_str().chars().next() else { continue };
        if found.as_str().contains(char::is_numeric) && sign == '*' {
            continue;
        }
        let before = slice(text, ..at).chars().next_back().unwrap_or(' ');
        let is_item = slice(text, end..).starts_with(char::is_alphanumeric);
        if ends_word(before) || !(before.is_whitespace() || is_item) {
            places.entry(sign).or_insert(at);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::Languages;

    fn beginning(tag: &str, said: &str) -> Option<Beginning> {
        let language = Languages::built_in().of(&tag.parse().unwrap()).clone();
        Beginning::of(said, language.patterns().unwrap())
    }

    #[test]
    fn lines_that_may_be_notes_are_told() {
        use Beginning::{Brackets, Closed, Letter, Number, Sign, Word};
        for (said, want) in [
            ("** 见A/1。", Some(Sign)),
            ("**又认识到**决议", None),
            ("＊见A/1。", Some(Sign)),
            ("①见A/1。", Some(Sign)),
            ("ª 见A/1。", Some(Sign)),
            ("（1）见A/1。", Some(Brackets)),
            ("1) 见A/1。", Some(Closed)),
            ("1/ 见A/1。", Some(Closed)),
            ("1. 见A/1。", None),
            ("1/3的国家", None),
            ("注1：见A/1。", Some(Word)),
            ("注：见A/1。", Some(Word)),
            ("注意到报告，", None),
            ("a 见A/1。", Some(Letter)),
            ("a见A/1。", Some(Letter)),
            ("2 注释的话。", Some(Number)),
            ("2注释的话。", Some(Number)),
            ("2018 年的报告", None),
            ("3 月 22 日", None),
            ("回顾决议，", None),
        ] {
            assert_eq!(beginning("zh-Hans", said), want, "{said}");
        }
        for (said, want) in [
            ("* See A/1.", Some(Sign)),
            ("1/ See A/1.", Some(Closed)),
            ("a/ See A/1.", Some(Letter)),
            ("a See A/1.", Some(Letter)),
            ("Note 1: see A/1.", Some(Word)),
            ("Notes", Some(Word)),
            ("Noting the report,", None),
            ("2 See A/1.", Some(Number)),
            ("and the report", None),
        ] {
            assert_eq!(beginning("en", said), want, "{said}");
        }
    }

    #[test]
    fn marks_lead_to_lines_below_them() {
        let text = "标题*\n《宪章》(1)和《公约》 2/ ，第(3)款，\n";
        let signs = Signs::find(text);
        for (said, want) in
            [("* 注", true), ("(1) 注", true), ("2/ 注", true), ("(3) 注", false), ("† 注", false)]
        {
            assert_eq!(signs.lead_to(said, text.len()), want, "{said}");
        }
        assert!(!signs.lead_to("* 注", 0));
    }
}
