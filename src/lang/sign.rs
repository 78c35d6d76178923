//! Sign languages by their codes of ISO 639-3.
//!
//! In: a code, and `sign_languages.tsv`, which `scripts/sign-languages` writes. Out: the language with its name. Refused: names, and codes of
//! languages that are spoken; the nearest code is proposed for them.

use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Lang, Names};
use crate::misfit;

static NAMES: LazyLock<Names> = LazyLock::new(|| Names::read(include_str!("sign_languages.tsv")));

/// A sign language.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SignLanguage(usize);

impl SignLanguage {
    /// Every sign language.
    fn all() -> impl Iterator<Item = Self> {
        (0..NAMES.count()).map(Self)
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        NAMES.code(self.0)
    }

    /// Its name, and the language of the name where that is not the one that is asked for.
    pub fn name(self, lang: &Lang) -> (&'static str, Option<Lang>) {
        NAMES.name(self.0, lang)
    }

    fn english(self) -> &'static str {
        NAMES.names(self.0).next().unwrap_or_default()
    }

    /// The one that is meant by an abbreviation, by a code in other letters, or by a name with a slip in it. A wrong one would be worse than
    /// none: of codes of three letters the nearest is any.
    fn meant(written: &str) -> Option<Self> {
        let written = written.trim().to_lowercase();
        let with_code = |code: &str| Self::all().find(|language| language.code() == code);
        if let Some((_, code)) = ABBREVIATIONS.iter().find(|(short, _)| *short == written) {
            return with_code(code);
        }
        let most = place(&written).chars().count() / LETTERS_OF_A_SLIP;
        let slips = |name: &str| strsim::osa_distance(place(&name.to_lowercase()), place(&written));
        let near = |language: Self| {
            let slips = NAMES.names(language.0).map(slips).min()?;
            (slips <= most).then_some((slips, language))
        };
        let nearest = || Self::all().filter_map(near).min_by_key(|(slips, _)| *slips);
        with_code(&written).or_else(|| nearest().map(|(_, language)| language))
    }
}

/// What is left of the name of a sign language without the words that most of them end with.
fn place(name: &str) -> &str {
    let name = name.strip_suffix(" language").unwrap_or(name);
    name.strip_suffix(" sign").unwrap_or(name)
}

/// In a name of so many letters, one may be wrong.
const LETTERS_OF_A_SLIP: usize = 8;

/// Abbreviations that people use of one sign language alone, with its code. “ISL” and “TSL” are several.
const ABBREVIATIONS: [(&str, &str); 21] = [
    ("asl", "ase"),
    ("auslan", "asf"),
    ("bsl", "bfi"),
    ("csl", "csl"),
    ("dgs", "gsg"),
    ("dsgs", "sgg"),
    ("hksl", "hks"),
    ("is", "ils"),
    ("jsl", "jsl"),
    ("ksl", "kvk"),
    ("lgp", "psr"),
    ("libras", "bzs"),
    ("lis", "ise"),
    ("lsa", "aed"),
    ("lse", "ssp"),
    ("lsf", "fsl"),
    ("lsm", "mfs"),
    ("lsq", "fcs"),
    ("ngt", "dse"),
    ("nzsl", "nzs"),
    ("rsl", "rsl"),
];

impl std::str::FromStr for SignLanguage {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        Self::all().find(|language| language.code() == code).ok_or_else(|| {
            let meant = Self::meant(code)
                .map(|near| format!("; did you mean “{}”, {}?", near.code(), near.english()));
            let meant = meant.unwrap_or_else(|| {
                ": write the code of ISO 639-3, such as “csl” of Chinese Sign Language, or “ils” of International Sign".to_owned()
            });
            format!("“{code}” is not the code of a sign language (ISO 639-3){meant}")
        })
    }
}

impl fmt::Debug for SignLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl<'de> Deserialize<'de> for SignLanguage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        misfit::parsed(deserializer, "the code of a sign language", str::parse)
    }
}

impl Serialize for SignLanguage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_is_one_language_with_a_name() {
        let mut codes: Vec<&str> = SignLanguage::all().map(SignLanguage::code).collect();
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count);
        for language in SignLanguage::all() {
            assert!(language.code().len() == 3 && !language.english().is_empty(), "{language:?}");
        }
    }

    #[test]
    fn a_language_has_its_name_in_the_language_of_the_page() {
        let name = |code: &str, lang: &str| {
            let (name, foreign) = code.parse::<SignLanguage>().unwrap().name(&lang.parse().unwrap());
            (name, foreign.map(|lang| lang.to_string()))
        };
        assert_eq!(name("csl", "zh-Hans"), ("中国手语", None));
        assert_eq!(name("csl", "zh"), ("中国手语", None));
        assert_eq!(name("ils", "en"), ("International Sign", None));
        assert_eq!(name("ils", "ar"), ("International Sign", Some("en".to_owned())));
        assert_eq!(name("ygs", "zh-Hans").1, Some("en".to_owned()));
    }

    #[test]
    fn what_is_no_code_names_the_nearest() {
        let wrong = |written: &str| written.parse::<SignLanguage>().unwrap_err();
        assert!(wrong("中国手语").contains("did you mean “csl”"), "{}", wrong("中国手语"));
        assert!(wrong("CSL").contains("did you mean “csl”"), "{}", wrong("CSL"));
        assert!(wrong("American Sign").contains("did you mean “ase”"), "{}", wrong("American Sign"));
        for (abbreviation, code) in
            [("ASL", "ase"), ("BSL", "bfi"), ("LSF", "fsl"), ("IS", "ils"), ("Libras", "bzs")]
        {
            assert!(
                wrong(abbreviation).contains(&format!("did you mean “{code}”")),
                "{}",
                wrong(abbreviation)
            );
        }
        for (_, code) in ABBREVIATIONS {
            assert!(code.parse::<SignLanguage>().is_ok(), "{code}");
        }
        // No proposal is better than a wrong one.
        for several in ["ISL", "TSL", "XSL", "qsl", "手语", "某国手语", "sign language", ""] {
            assert!(!wrong(several).contains("did you mean"), "{}", wrong(several));
        }
        assert!(wrong("zh").contains("“csl” of Chinese Sign Language"), "{}", wrong("zh"));
    }
}
