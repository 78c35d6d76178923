//! The name of the folder a document is imported into.
//!
//! In: a symbol, or the name of the source file. Out: small Latin letters, digits and hyphens, never empty and
//! never a path.

use pinyin::ToPinyin;

/// The longest name, in bytes; a folder's name must fit into every file system.
const LONGEST: usize = 80;

/// The slug of a symbol or title: `a-hrc-res-52-8` for `A/HRC/RES/52/8`, pinyin for Chinese.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    let mut word = Word::None;
    for c in name.chars() {
        let pinyin = c.to_pinyin().map(|pinyin| pinyin.plain().replace('ü', "v"));
        let (text, next) = match pinyin {
            Some(pinyin) => (pinyin, Word::Pinyin),
            None if c.is_ascii_alphanumeric() => (c.to_ascii_lowercase().to_string(), Word::Latin),
            None => (String::new(), Word::None),
        };
        let parted = next == Word::Pinyin || next != word;
        if slug.len() + text.len() >= LONGEST {
            break;
        }
        if next != Word::None && parted && !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&text);
        word = next;
    }
    if slug.is_empty() { "document".to_owned() } else { slug }
}

/// The slug of a file's name without its folder and ending.
pub fn of_file(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    slug(name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem }))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    None,
    Latin,
    Pinyin,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain_folder_names() {
        assert_eq!(slug("A/HRC/RES/52/8"), "a-hrc-res-52-8");
        assert_eq!(of_file("来文/../会议记录2.txt"), "hui-yi-ji-lu-2");
        assert_eq!(of_file("C:\\My Notes (final).TXT"), "my-notes-final");
        assert_eq!(slug("../..//"), "document");
        assert!(slug(&"长".repeat(500)).len() <= LONGEST);
    }
}
