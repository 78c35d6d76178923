//! Which language tags are valid: BCP 47 (RFC 5646) with IANA's registry of subtags.
//!
//! In: a tag as it is written, and `subtags.txt`, which `scripts/language-subtags` writes. Out: what the tag says in today's
//! form, or why it is none. Tags of older forms are valid: with an extended language (`zh-cmn-Hans`), grandfathered
//! (`i-klingon`), or for private use (`x-easy`).

use std::fmt;
use std::sync::LazyLock;

static DATA: &str = include_str!("subtags.txt");

static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
    let of = |kind: &str| -> Vec<&'static str> {
        let line = DATA.lines().find_map(|line| line.strip_prefix(kind)?.strip_prefix(' '));
        line.unwrap_or_default().split(' ').collect()
    };
    Registry {
        languages: of("language"),
        extended: of("extlang"),
        scripts: of("script"),
        regions: of("region"),
        variants: of("variant"),
        grandfathered: of("grandfathered"),
    }
});

/// The subtags by their type, in lower case and in order.
struct Registry {
    languages: Vec<&'static str>,
    extended: Vec<&'static str>,
    scripts: Vec<&'static str>,
    regions: Vec<&'static str>,
    variants: Vec<&'static str>,
    grandfathered: Vec<&'static str>,
}

/// A valid tag.
#[derive(Debug, PartialEq, Eq)]
pub struct ValidTag {
    /// Language, script, region and variants, without all else; none where it names no language.
    pub plain: Option<String>,
    /// The tag or language that the registry prefers to it.
    pub preferred: Option<&'static str>,
    /// Whether it begins with the subtag of a language, as HTML and assistive technology expect.
    pub begins_with_language: bool,
}

/// Why something is no tag.
#[derive(Debug, PartialEq, Eq)]
pub struct InvalidTag {
    /// What is not registered, and its type; none where the parts do not make a tag.
    pub unknown: Option<(&'static str, String)>,
    /// Whether its language is registered all the same.
    pub has_language: bool,
}

impl fmt::Display for InvalidTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("is not a language tag")?;
        match &self.unknown {
            Some((kind, subtag)) => write!(f, ": no {kind} “{subtag}” is registered"),
            None => Ok(()),
        }
    }
}

/// Reads a tag in letters of any case.
///
/// # Errors
/// When it is none.
pub fn read(tag: &str) -> Result<ValidTag, InvalidTag> {
    let lower = tag.to_ascii_lowercase();
    if let Some(&entry) = entry(&REGISTRY.grandfathered, &lower) {
        let begins_with_language = is_language(lower.split('-').next().unwrap_or_default());
        let preferred = entry.split_once('=').map(|(_, preferred)| preferred);
        let plain = preferred.map(|preferred| plain_of(preferred).unwrap_or_else(|| preferred.to_owned()));
        return Ok(ValidTag { plain, preferred, begins_with_language });
    }
    let subtags: Vec<&str> = lower.split('-').collect();
    let well_formed = |subtag: &&str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let first = subtags.first().copied().unwrap_or_default();
    let malformed = InvalidTag { unknown: None, has_language: is_language(first) };
    if !subtags.iter().all(well_formed) {
        return Err(malformed);
    }
    if first == "x" {
        let alone = ValidTag { plain: None, preferred: None, begins_with_language: false };
        return if subtags.len() > 1 { Ok(alone) } else { Err(malformed) };
    }
    let Some(language) = entry(&REGISTRY.languages, first) else {
        let is_word = (2..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
        let unknown = is_word.then(|| ("language", first.to_owned()));
        return Err(InvalidTag { unknown, has_language: false });
    };
    let rest = subtags.get(1..).unwrap_or_default();
    let mut plain = first.to_owned();
    match after_language(first, rest, &mut plain) {
        Ok(()) => Ok(ValidTag {
            plain: Some(plain).filter(|_| first != "und"),
            preferred: language.split_once('=').map(|(_, preferred)| preferred),
            begins_with_language: true,
        }),
        Err(unknown) => Err(InvalidTag { unknown, has_language: true }),
    }
}

/// Reads what follows the language in the order of RFC 5646; what belongs to the plain form is added to `plain`.
fn after_language(
    language: &str,
    mut rest: &[&str],
    plain: &mut String,
) -> Result<(), Option<(&'static str, String)>> {
    let registry = &*REGISTRY;
    let letters = |subtag: &str| subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut keep = |subtag: &str| {
        plain.push('-');
        plain.push_str(subtag);
    };
    let unknown = |kind: &'static str, subtag: &str| Err(Some((kind, subtag.to_owned())));
    if let [subtag, after @ ..] = rest
        && subtag.len() == 3
        && letters(subtag)
    {
        let prefix = entry(&registry.extended, subtag).and_then(|entry| entry.split_once(':'));
        if prefix.is_none_or(|(_, prefix)| prefix != language) {
            return unknown("extended language", subtag);
        }
        rest = after;
    }
    if let [subtag, after @ ..] = rest
        && subtag.len() == 4
        && letters(subtag)
    {
        if !holds(&registry.scripts, subtag) {
            return unknown("script", subtag);
        }
        keep(subtag);
        rest = after;
    }
    if let [subtag, after @ ..] = rest
        && (subtag.len() == 2 && letters(subtag)
            || subtag.len() == 3 && subtag.bytes().all(|byte| byte.is_ascii_digit()))
    {
        if !holds(&registry.regions, subtag) {
            return unknown("region", subtag);
        }
        keep(subtag);
        rest = after;
    }
    let mut seen = Vec::new();
    while let [subtag, after @ ..] = rest {
        let is_variant = subtag.len() >= 5
            || subtag.len() == 4 && subtag.starts_with(|first: char| first.is_ascii_digit());
        if !is_variant {
            break;
        }
        if !holds(&registry.variants, subtag) {
            return unknown("variant", subtag);
        }
        if seen.contains(subtag) {
            return Err(None);
        }
        seen.push(subtag);
        keep(subtag);
        rest = after;
    }
    extensions(rest)
}

/// Extensions, each a single letter or digit with what belongs to it, and words for private use at the end.
fn extensions(mut rest: &[&str]) -> Result<(), Option<(&'static str, String)>> {
    let mut seen = Vec::new();
    while let [singleton, after @ ..] = rest {
        let length = after.iter().take_while(|subtag| *singleton == "x" || subtag.len() > 1).count();
        if singleton.len() != 1 || length == 0 || seen.contains(singleton) {
            // A subtag that may be none of the parts it stands among is no part of a tag.
            return Err((singleton.len() > 1).then(|| ("region or variant", (*singleton).to_owned())));
        }
        seen.push(singleton);
        rest = after.get(length..).unwrap_or_default();
    }
    Ok(())
}

fn plain_of(tag: &str) -> Option<String> {
    read(tag).ok()?.plain
}

fn is_language(subtag: &str) -> bool {
    entry(&REGISTRY.languages, subtag).is_some()
}

fn holds(list: &[&'static str], subtag: &str) -> bool {
    entry(list, subtag).is_some()
}

/// The entry of a subtag, which what is preferred to it or its prefix may follow; or the range it lies in.
fn entry<'l>(list: &'l [&'static str], subtag: &str) -> Option<&'l &'static str> {
    // Ranges for private use are few, and each stands where its first subtag would.
    let after = list.partition_point(|entry| first_of(entry) <= subtag.as_bytes());
    let found = list.get(after.checked_sub(1)?)?;
    let first = first_of(found);
    let is_it = match found.split_at_checked(first.len())?.1.strip_prefix("..") {
        Some(last) => first.len() == subtag.len() && (first..=last.as_bytes()).contains(&subtag.as_bytes()),
        None => first == subtag.as_bytes(),
    };
    is_it.then_some(found)
}

/// The subtag of an entry, or the first of its range. Every page asks for some, so it is read byte by byte.
fn first_of(entry: &str) -> &[u8] {
    let entry = entry.as_bytes();
    let end = entry.iter().position(|byte| matches!(byte, b'=' | b':' | b'.')).unwrap_or(entry.len());
    entry.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_are_dated_complete_and_in_order() {
        assert!(DATA.starts_with("# IANA Language Subtag Registry of 20"));
        let Registry { languages, extended, scripts, regions, variants, grandfathered } = &*REGISTRY;
        assert!(languages.len() > 8000 && scripts.len() > 200 && regions.len() > 300 && variants.len() > 120);
        assert_eq!(grandfathered.len(), 26);
        for list in [languages, extended, scripts, regions, variants, grandfathered] {
            let names: Vec<_> =
                list.iter().map(|entry| first_of(entry.split(['=', ':']).next().unwrap())).collect();
            assert!(names.is_sorted(), "{:?}", names.first());
        }
    }

    #[test]
    fn valid_tags_in_today_s_and_older_forms() {
        for (tag, plain) in [
            ("zh-Hans", Some("zh-hans")),
            ("zh-cmn-Hans", Some("zh-hans")),
            ("zh-cmn-Hans-CN", Some("zh-hans-cn")),
            ("zh-yue", Some("zh")),
            ("zh-min-nan", Some("nan")),
            ("sgn-ase", Some("sgn")),
            ("und", None),
            ("en-GB-oed", Some("en-gb-oxendict")),
            ("i-klingon", Some("tlh")),
            ("i-default", None),
            ("x-easy", None),
            ("qaa", Some("qaa")),
            ("qab-Qaaa-QM", Some("qab-qaaa-qm")),
            ("es-419", Some("es-419")),
            ("de-1996-x-phonebk", Some("de-1996")),
            ("zh-u-nu-hanidec", Some("zh")),
            ("en-a-bbb-x-a-ccc", Some("en")),
            ("zh-Hans-simple", Some("zh-hans-simple")),
            ("EN", Some("en")),
        ] {
            assert_eq!(read(tag).map(|read| read.plain), Ok(plain.map(str::to_owned)), "{tag}");
        }
        assert_eq!(read("i-lux").unwrap().preferred, Some("lb"));
        assert!(
            !read("i-lux").unwrap().begins_with_language && read("zh-min-nan").unwrap().begins_with_language
        );
        assert_eq!(read("iw").unwrap().preferred, Some("he"));
    }

    #[test]
    fn what_is_no_tag_says_which_part() {
        for (tag, why, has_language) in [
            ("zh-Hanz", "is not a language tag: no script “hanz” is registered", true),
            ("en-UKK", "is not a language tag: no extended language “ukk” is registered", true),
            ("en-yue", "is not a language tag: no extended language “yue” is registered", true),
            ("en-UK", "is not a language tag: no region “uk” is registered", true),
            ("em-US", "is not a language tag: no language “em” is registered", false),
            ("eng", "is not a language tag: no language “eng” is registered", false),
            ("English", "is not a language tag: no language “english” is registered", false),
            ("en-US-GB", "is not a language tag: no region or variant “gb” is registered", true),
            ("de-1901-1901", "is not a language tag", true),
            ("zh_Hans", "is not a language tag", false),
            ("zh-", "is not a language tag", true),
            ("en-x", "is not a language tag", true),
            ("en-a-aaa-a-bbb", "is not a language tag", true),
            ("中文", "is not a language tag", false),
            ("x", "is not a language tag", false),
            ("", "is not a language tag", false),
        ] {
            let invalid = read(tag).unwrap_err();
            assert_eq!((invalid.to_string().as_str(), invalid.has_language), (why, has_language), "{tag}");
        }
    }
}
