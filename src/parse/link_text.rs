//! Links that CommonMark reads as text because their target has spaces.

use crate::source::slice;

/// The longest target that is looked for, in bytes.
const LONGEST: usize = 1000;

/// How long the target is that begins here, with its brackets: `(my file.pdf)` after `[words]`. Words in brackets that
/// look like no address are words.
pub fn target_with_spaces(after: &str) -> Option<usize> {
    let rest = after.strip_prefix('(')?;
    let length = rest.bytes().take(LONGEST).position(|byte| matches!(byte, b')' | b'\n'))?;
    let inside = slice(rest, ..length).split('"').next().unwrap_or_default().trim();
    let is_closed = slice(rest, length..).starts_with(')');
    (is_closed && inside.contains([' ', '\t']) && is_address(inside)).then_some(length + 2)
}

fn is_address(words: &str) -> bool {
    if ["/", "./", "../", "http://", "https://", "mailto:", "tel:"]
        .into_iter()
        .any(|start| words.starts_with(start))
    {
        return true;
    }
    let path = words.split('#').next().unwrap_or_default();
    path.rsplit_once('.').is_some_and(|(stem, ending)| {
        stem.ends_with(char::is_alphanumeric)
            && (2..=5).contains(&ending.len())
            && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && ending.bytes().any(|byte| byte.is_ascii_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_looks_like_an_address_is_one() {
        for target in [
            "(my file.pdf)",
            "(我的 文件.docx)",
            "(../a b/index.md#op-1)",
            "(/图 一.png \"题\")",
            "(https://a.example/b c)",
            "(mailto:web wexcombe)",
            "(tel:+41 22 917)",
        ] {
            assert_eq!(target_with_spaces(target), Some(target.len()), "{target}");
        }
        for words in [
            "(see above)",
            "(下称 附件)",
            "(see p. 3)",
            "(file.pdf)",
            "(a b",
            "(v2.0 and 2.1)",
            " (a b.pdf)",
            "(see\nfile.pdf)",
        ] {
            assert_eq!(target_with_spaces(words), None, "{words}");
        }
    }
}
