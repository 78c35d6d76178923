//! The labels of paragraphs under a numbered one: “(a)”, “(二)”.
//!
//! In: two labels. Out: whether the second comes next after the first. Labels of several letters never do; they
//! are known by the whole paragraph before them.

/// Whether one label follows another: “(b)” after “(a)”, “(二)” after “(一)”.
pub fn follows(last: &str, label: &str) -> bool {
    const COUNTED: &str = "一二三四五六七八九十";
    let inner = |label: &str| label.trim_matches(['(', ')', '（', '）']).to_owned();
    let (last, label) = (inner(last), inner(label));
    let mut pair = [last.chars(), label.chars()];
    let [Some(one), Some(two)] = pair.each_mut().map(Iterator::next) else {
        return last.is_empty() && label == "a";
    };
    if last.len() != one.len_utf8() || label.len() != two.len_utf8() {
        return false;
    }
    let counted = |c| COUNTED.chars().position(|counted| counted == c);
    match (counted(one), counted(two)) {
        (Some(one), Some(two)) => two == one + 1,
        _ => u32::from(one) + 1 == u32::from(two),
    }
}

#[cfg(test)]
mod tests {
    use super::follows;

    #[test]
    fn labels_follow_each_other() {
        assert!(follows("(a)", "(b)") && follows("(一)", "（二）") && follows("", "(a)"));
        assert!(!follows("(a)", "(c)") && !follows("(a)", "(ab)") && !follows("", "(b)"));
    }
}
