//! The lists of a vote: which state voted which way.
//!
//! In: the lists as the text prints them. Out: names. What stands beside no name is left out, and listed.

mod doubts;

use std::ops::Range;

use super::fields::Fields;
use crate::import::ledger::Ledger;
use crate::languages::ResolutionPatterns;
use crate::source::slice;

pub use doubts::doubts;

/// The keys of the lists of states.
const LISTS: [&str; 3] = ["vote.in-favour.states", "vote.against.states", "vote.abstaining.states"];

/// Why the mark at the end of a list is left out.
const STOP: &str = "full stop at the end of a list";

/// Leaves out, and lists, the separators that stand beside no name, as one at the end of a list, and a full stop there.
pub fn tidy_lists(text: &str, rules: &ResolutionPatterns, fields: &mut Fields, ledger: &mut Ledger) {
    for key in LISTS {
        let Some(list) = fields.get(key) else { continue };
        let end = doubts::unstopped(list.text()).len();
        let mut kept = Vec::<Range<usize>>::new();
        for range in pieces(list.text(), rules) {
            if !slice(list.text(), range.clone()).trim().is_empty() {
                // The separator before a name goes with it.
                let before = slice(list.text(), ..range.start).chars().next_back().map_or(0, char::len_utf8);
                kept.push(range.start - if kept.is_empty() { 0 } else { before }..range.end.min(end));
            }
        }
        let mut stray = 0;
        let length = list.text().len();
        for range in kept.iter().cloned().chain(std::iter::once(length..length)) {
            let reason = if end < length && stray == end { STOP } else { "separator beside no name" };
            list.spans(stray..range.start).for_each(|span| ledger.drop(span, reason));
            stray = range.end;
        }
        let tidy = list.keep(text, &kept);
        fields.replace(key, tidy);
    }
}

/// What stands between the separators of a list; those inside brackets belong to a name.
fn pieces(list: &str, rules: &ResolutionPatterns) -> Vec<Range<usize>> {
    let (mut pieces, mut start, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in list.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            c if depth == 0 && rules.vote.separators.contains(c) => {
                pieces.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(start..list.len());
    pieces
}

/// The names in a list of states; `count` is how many the statement counts.
///
/// A word such as “and” parts two names only where no name is known to hold it. In the last piece it parts the last
/// two names, as sentences do; whether it does elsewhere, or belongs to a name there, follows from the count.
pub fn states<'a>(list: &'a str, rules: &ResolutionPatterns, count: Option<u32>) -> Vec<&'a str> {
    let pieces: Vec<&str> = pieces(list, rules)
        .into_iter()
        .map(|piece| slice(list, piece).trim())
        .filter(|piece| !piece.is_empty())
        .collect();
    let last = pieces.len().saturating_sub(1);
    let cut = |is_cut: fn(usize, usize) -> bool| -> Vec<&'a str> {
        let names = |(at, &piece): (usize, &&'a str)| {
            if is_cut(at, last) { parted(piece, rules) } else { vec![piece] }
        };
        pieces.iter().enumerate().flat_map(names).collect()
    };
    let usual = cut(|at, last| at == last);
    let fits = |names: &[&str]| count.is_none_or(|count| count as usize == names.len());
    if fits(&usual) {
        return usual;
    }
    [cut(|_, _| true), cut(|_, _| false)].into_iter().find(|names| fits(names)).unwrap_or(usual)
}

/// The names that a piece joins by a word such as “and”.
fn parted<'a>(piece: &'a str, rules: &ResolutionPatterns) -> Vec<&'a str> {
    let mut known = rules.vote.joined.find_iter(piece).peekable();
    let (mut names, mut start) = (Vec::new(), 0);
    for word in rules.vote.conjunction.find_iter(piece) {
        while known.next_if(|known| known.end() <= word.start()).is_some() {}
        let is_known = known.peek().is_some_and(|known| known.start() < word.end());
        let (before, after) =
            (slice(piece, start..word.start()).trim(), slice(piece, word.end()..).trim_start());
        if is_known || after.is_empty() {
            continue;
        }
        names.extend(Some(before).filter(|name| !name.is_empty()));
        start = word.end();
    }
    names.push(slice(piece, start..).trim());
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(tag: &str, list: &str, count: Option<u32>) -> Vec<String> {
        let rules = crate::languages::Languages::built_in().of(&tag.parse().unwrap()).patterns().unwrap();
        states(list, rules, count).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn the_last_two_names_are_two() {
        assert_eq!(
            names("en", "Senegal, South Africa and Sudan", None),
            ["Senegal", "South Africa", "Sudan"]
        );
        assert_eq!(names("en", "South Africa and Sudan", Some(2)), ["South Africa", "Sudan"]);
        assert_eq!(
            names("en", "Senegal, South Africa, and Sudan", None),
            ["Senegal", "South Africa", "Sudan"]
        );
        assert_eq!(names("zh", "塞内加尔、南非和苏丹", None), ["塞内加尔", "南非", "苏丹"]);
        assert_eq!(names("zh", "南非及苏丹", Some(2)), ["南非", "苏丹"]);
        assert_eq!(names("zh", "塞内加尔，南非以及苏丹", Some(3)), ["塞内加尔", "南非", "苏丹"]);
    }

    #[test]
    fn names_that_hold_the_word_stay_whole() {
        for name in [
            "Bosnia and Herzegovina",
            "Trinidad and Tobago",
            "Antigua and Barbuda",
            "Saint Vincent and the Grenadines",
            "St. Vincent and the Grenadines",
            "Sao Tome and Principe",
            "São Tomé and Príncipe",
            "Saint Kitts and Nevis",
            "United Kingdom of Great Britain and Northern Ireland",
            "Bolivia (Plurinational State of)",
        ] {
            assert_eq!(names("en", name, None), [name]);
            assert_eq!(names("en", &format!("Albania, {name} and Togo"), None), ["Albania", name, "Togo"]);
            assert_eq!(names("en", &format!("Togo and {name}"), Some(2)), ["Togo", name]);
        }
        for name in [
            "波斯尼亚和黑塞哥维那",
            "特立尼达和多巴哥",
            "安提瓜和巴布达",
            "圣文森特和格林纳丁斯",
            "圣多美和普林西比",
            "圣基茨和尼维斯",
            "大不列颠及北爱尔兰联合王国",
            "中非共和国",
            "刚果民主共和国",
            "埃及",
            "玻利维亚(多民族国)",
        ] {
            assert_eq!(names("zh", name, None), [name]);
            assert_eq!(names("zh", &format!("阿尔巴尼亚、{name}和多哥"), None), ["阿尔巴尼亚", name, "多哥"]);
            assert_eq!(names("zh", &format!("多哥及{name}"), Some(2)), ["多哥", name]);
        }
    }

    #[test]
    fn the_count_tells_where_words_do_not() {
        assert_eq!(
            names("en", "Eastmark, Upper and Lower Vale", Some(2)),
            ["Eastmark", "Upper and Lower Vale"]
        );
        assert_eq!(
            names("en", "Eastmark, Upper and Lower Vale", Some(3)),
            ["Eastmark", "Upper", "Lower Vale"]
        );
        assert_eq!(names("en", "South Africa and Sudan, Togo", Some(3)), ["South Africa", "Sudan", "Togo"]);
        assert_eq!(names("zh", "东国、上和下谷国", Some(2)), ["东国", "上和下谷国"]);
    }
}
