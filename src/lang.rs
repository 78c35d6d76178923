//! Language tags (BCP 47) and what follows from one: direction, script, the pack of words to use.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use icu_locale::subtags::{Variant, variant};
use icu_locale::{Direction, LanguageIdentifier, LocaleDirectionality, LocaleExpander};

/// The registered variant for simplified language, as in `zh-Hans-simple`.
const SIMPLE: Variant = variant!("simple");

mod names;
pub mod registry;
mod sign;

pub use names::Names;
pub use sign::SignLanguage;

/// A valid language tag in canonical case, for example `zh-Hans`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Lang {
    /// The same as it is written: asked for on every page, and more than once.
    tag: Arc<str>,
    id: LanguageIdentifier,
}

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextDirection {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl TextDirection {
    /// The value of HTML's `dir` attribute.
    pub fn attribute(self) -> &'static str {
        match self {
            TextDirection::Ltr => "ltr",
            TextDirection::Rtl => "rtl",
        }
    }
}

impl Lang {
    /// The tag as it is written.
    pub fn as_str(&self) -> &str {
        &self.tag
    }

    /// The direction from the tag's script, or from the script the language is usually written in.
    pub fn direction(&self) -> TextDirection {
        match LocaleDirectionality::new_common().get(&self.id) {
            Some(Direction::RightToLeft) => TextDirection::Rtl,
            _ => TextDirection::Ltr,
        }
    }

    /// The language subtag alone: `zh` of `zh-Hans`.
    pub fn primary(&self) -> &str {
        self.id.language.as_str()
    }

    /// The four-letter script, stated or likely: `Hans` for `zh`.
    pub fn script(&self) -> String {
        let mut full = self.id.clone();
        LocaleExpander::new_common().maximize(&mut full);
        full.script.map(|script| script.as_str().to_owned()).unwrap_or_default()
    }

    /// The language with the territory that the tag names, or else the one where most people speak it, as Open Graph writes it:
    /// `zh_CN` for `zh-Hans`. Missing where nobody knows one.
    pub fn with_territory(&self) -> Option<String> {
        let mut full = self.id.clone();
        LocaleExpander::new_common().maximize(&mut full);
        full.region.map(|region| format!("{}_{region}", self.primary()))
    }

    /// Whether text is written in Chinese characters or kana, where lines break between characters.
    pub fn is_cjk(&self) -> bool {
        matches!(self.script().as_str(), "Hans" | "Hant" | "Hani" | "Jpan")
    }

    /// The tag without the territory that it names: `fr` for `fr-CA`. A script that is only likely there is named.
    pub fn without_territory(&self) -> Lang {
        let plain = LanguageIdentifier { region: None, ..self.id.clone() };
        let plain = Self::from(plain);
        if plain.script() == self.script() {
            plain
        } else {
            Self::from(LanguageIdentifier { region: None, ..self.with_script().id })
        }
    }

    /// The tag with the script it is likely to be written in: `zh-Hans` for `zh`.
    pub fn with_script(&self) -> Lang {
        let mut full = self.id.clone();
        LocaleExpander::new_common().maximize(&mut full);
        Self::from(LanguageIdentifier { script: full.script, ..self.id.clone() })
    }

    /// The tag with the registered variant for simplified language: `zh-Hans-simple`.
    pub fn simple(&self) -> Lang {
        let mut id = self.id.clone();
        id.variants.push(SIMPLE);
        Self::from(id)
    }

    /// The tag and its ever shorter beginnings, longest first: `zh-Hans`, then `zh` (RFC 4647 lookup).
    pub fn fallbacks(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(Some(self.as_str()), |tag| Some(tag.rsplit_once('-')?.0))
    }
}

impl FromStr for Lang {
    type Err = String;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        registry::read(tag).map_err(|invalid| format!("“{tag}” {invalid}"))?;
        let id = LanguageIdentifier::from_str(tag).map_err(|_| format!("“{tag}” is not a language tag"))?;
        if id.language.is_unknown() {
            return Err(format!("“{tag}” names no language"));
        }
        Ok(Self::from(id))
    }
}

impl From<LanguageIdentifier> for Lang {
    fn from(id: LanguageIdentifier) -> Self {
        Self { tag: id.to_string().into(), id }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(tag: &str) -> Lang {
        tag.parse().unwrap()
    }

    #[test]
    fn direction_follows_script() {
        for (tag, direction) in [
            ("zh-Hans", TextDirection::Ltr),
            ("en", TextDirection::Ltr),
            ("ar", TextDirection::Rtl),
            ("az-Arab", TextDirection::Rtl),
            ("ur", TextDirection::Rtl),
        ] {
            assert_eq!(lang(tag).direction(), direction, "{tag}");
        }
    }

    #[test]
    fn tags_are_canonical_and_fall_back() {
        assert_eq!(lang("ZH-hans").to_string(), "zh-Hans");
        assert_eq!(lang("zh-Hans").fallbacks().collect::<Vec<_>>(), ["zh-Hans", "zh"]);
        assert_eq!(lang("zh-Hans").simple().to_string(), "zh-Hans-simple");
        assert_eq!(lang("zh").script(), "Hans");
        let territories = [("zh-Hans", "zh_CN"), ("zh-Hant", "zh_TW"), ("en", "en_US"), ("pt-PT", "pt_PT")];
        for (tag, territory) in territories {
            assert_eq!(lang(tag).with_territory().as_deref(), Some(territory), "{tag}");
        }
        assert!("".parse::<Lang>().is_err());
        assert!("中文".parse::<Lang>().is_err());
        assert!("und".parse::<Lang>().is_err());
    }
}
