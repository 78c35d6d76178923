//! Which paragraphs of an act quote another act.
//!
//! In: the words of paragraphs, in order. Out: for each whether it begins inside a quotation that another begins, and that comes to an
//! end. Each paragraph of a quotation may begin with a mark of its own, and only the last ends with one.

/// The marks that begin and end a quotation.
const MARKS: [(char, char); 3] = [('“', '”'), ('「', '」'), ('«', '»')];

/// For each paragraph whether it stands in a quotation that begins above it.
pub fn in_quotation<'t>(paragraphs: impl Iterator<Item = &'t str>) -> Vec<bool> {
    let mut is_quoted = Vec::new();
    let mut open: Option<(char, usize)> = None;
    for (at, words) in paragraphs.enumerate() {
        is_quoted.push(false);
        let begun = open;
        for c in words.chars() {
            if let Some((_, end)) = MARKS.iter().find(|(begin, _)| *begin == c) {
                open = Some((*end, open.filter(|(other, _)| other == end).map_or(at, |(_, first)| first)));
            } else if open.is_some_and(|(end, _)| end == c) {
                open = None;
            }
        }
        // Only now it is known to come to an end.
        if let Some((_, first)) = begun.filter(|begun| open.is_none_or(|open| open.1 != begun.1)) {
            is_quoted.iter_mut().skip(first + 1).for_each(|quoted| *quoted = true);
        }
    }
    is_quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_reaches_to_its_end() {
        for (paragraphs, wanted) in [
            (
                &["《甲法》规定：", "“第八条 不得堵塞坡道。", "第九条 罚款。”", "第四条"][..],
                &[false, false, true, false][..],
            ),
            (&["规定：“第八条 甲。", "“第九条 乙。", "“第十条 丙。”", "第四条"], &[false, true, true, false]),
            (&["“坡道”是指：", "（一）斜面；"], &[false, false]),
            // One that never ends is a slip.
            (&["“第八条 甲。", "第四条 乙。", "第五条 丙。"], &[false, false, false]),
            (&["“甲", "乙”“丙", "丁", "戊”"], &[false, true, true, true]),
        ] {
            assert_eq!(in_quotation(paragraphs.iter().copied()), wanted, "{paragraphs:?}");
        }
    }
}
