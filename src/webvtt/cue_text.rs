//! The words of a cue: what each speaker says, without markup.

use crate::parse::joins;
use crate::source::slice;

/// What one speaker says in a cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Who speaks, as `<v Name>` says it; none where nothing says it.
    pub speaker: Option<String>,
    /// The words.
    pub words: String,
}

/// The passages of the text of a cue, of which none is without words.
pub fn passages(text: &str) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut speaker: Option<String> = None;
    let mut words = String::new();
    let mut rest = text;
    let mut take = |speaker: &Option<String>, words: &mut String| {
        let said = one_line(words);
        words.clear();
        match passages.last_mut() {
            _ if said.is_empty() => {}
            Some(last) if last.speaker == *speaker => push_words(&mut last.words, &said),
            _ => passages.push(Passage { speaker: speaker.clone(), words: said }),
        }
    };
    while let Some(at) = rest.find(['<', '&']) {
        words.push_str(slice(rest, ..at));
        rest = slice(rest, at..);
        if rest.starts_with('&') {
            let (said, length) = reference(rest);
            words.push_str(&said);
            rest = slice(rest, length..);
            continue;
        }
        let Some(end) = rest.find('>') else { break };
        let tag = slice(rest, 1..end);
        match tag.split(['.', ' ', '\t', '\n', '\r']).next().unwrap_or_default() {
            "v" => {
                take(&speaker, &mut words);
                let name = tag.split_once([' ', '\t', '\n', '\r']).map_or("", |(_, name)| name);
                speaker = Some(one_line(&decoded(name))).filter(|name| !name.is_empty());
            }
            "/v" => {
                take(&speaker, &mut words);
                speaker = None;
            }
            // How a word is read stands behind it.
            "rt" => words.push('('),
            "/rt" => words.push(')'),
            _ => {}
        }
        rest = slice(rest, end + 1..);
    }
    // A sign that opens no tag is a word like others.
    words.push_str(rest);
    take(&speaker, &mut words);
    passages
}

/// Words of several lines in one, as they would be read.
fn one_line(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    words.split(['\n', '\r']).for_each(|line| push_words(&mut out, line.trim()));
    out
}

/// Adds words behind others. Captions have breaks in place of many marks, so a space stands between words, also those of languages that
/// write none; marks that are as wide as a character part words by themselves.
pub fn push_words(out: &mut String, words: &str) {
    let is_word = |c: char| c.is_alphanumeric();
    if let (Some(before), Some(after)) = (out.chars().next_back(), words.chars().next())
        && (is_word(before) && is_word(after) || !joins(before, after, true))
    {
        out.push(' ');
    }
    out.push_str(words);
}

fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(slice(rest, ..at));
        let (said, length) = reference(slice(rest, at..));
        out.push_str(&said);
        rest = slice(rest, at + length..);
    }
    out + rest
}

/// What a reference to a character stands for, and its length; the sign itself where it is none.
fn reference(text: &str) -> (String, usize) {
    const NAMES: [(&str, char); 8] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("lrm", '\u{200E}'),
        ("rlm", '\u{200F}'),
    ];
    /// The longest number is “&#x10FFFF;”.
    const LONGEST: usize = 10;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';');
    let found = end.and_then(|end| {
        let name = slice(text, 1..end);
        let named = NAMES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
        let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => number.parse().ok(),
        });
        let c = named.or_else(|| number.and_then(char::from_u32).filter(|c| !c.is_control()))?;
        Some((c.to_string(), end + 1))
    });
    found.unwrap_or_else(|| ("&".to_owned(), 1))
}
