//! The language of a text that does not say it.
//!
//! In: the text, and the languages of the site or those that are built in. Out: one of these, or one that the text is surely in;
//! and whether it is sure. A short text, or a list of names, may be in any language of its script.

use icu_locale::{Locale, LocaleCanonicalizer, LocaleExpander};

use crate::lang::Lang;
use crate::languages::scripts::{is_of, main_script};
use crate::languages::{Language, Languages};
use std::sync::Arc;

/// How the language of a text is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// It was given, or the file says it.
    Stated,
    /// Its words are of this language.
    Recognised,
    /// Its script may be of this language.
    Possible,
}

/// How much of a text is read, in characters.
const ENOUGH: usize = 20_000;

/// The language that a text is likely to be in.
///
/// Of the languages with patterns of resolutions and another script than the fallback, it is the one whose script one letter in
/// eight has: symbols and names in other texts are Latin too, so the letters of the fallback count less. Among the languages of
/// one script the words decide; where they do not, it is the fallback.
pub fn guess(text: &str, languages: &Languages) -> (Lang, Certainty) {
    if let Some(lang) = syllabic(text) {
        return (as_known(&lang, languages), Certainty::Recognised);
    }
    if let Some(language) = by_script(text, languages) {
        return (language.lang(), Certainty::Recognised);
    }
    let main = main_script(text.get(..text.floor_char_boundary(ENOUGH)).unwrap_or_default());
    let is_written = |lang: &Lang| main.as_deref().is_none_or(|main| is_of_script(lang, main));
    match by_words(text).filter(is_written) {
        Some(lang) => (as_known(&lang, languages), Certainty::Recognised),
        None => {
            let fallback = languages.fallback().lang();
            let other = main.filter(|main| !is_of_script(&fallback, main)).and_then(|main| likely(&main));
            (other.map_or(fallback, |lang| as_known(&lang, languages)), Certainty::Possible)
        }
    }
}

/// Japanese, where one letter in six is of its syllabaries.
fn syllabic(text: &str) -> Option<Lang> {
    let is_kana = |c: &char| matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}');
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let is_syllabic = text.chars().filter(is_kana).count() * 6 >= letters.max(1);
    if is_syllabic { likely("Hira") } else { None }
}

/// Whether a language is written in a script.
fn is_of_script(lang: &Lang, script: &str) -> bool {
    let own = lang.script();
    own == script
        || matches!(
            (own.as_str(), script),
            ("Jpan", "Hani") | ("Kore", "Hang" | "Hani") | ("Hans" | "Hant", "Hani")
        )
}

/// The language that most who write in a script write.
fn likely(script: &str) -> Option<Lang> {
    let mut locale: Locale = format!("und-{script}").parse().ok()?;
    LocaleExpander::new_extended().maximize(&mut locale.id);
    locale.id.language.to_string().parse().ok()
}

/// A language as these languages have it: without the territory that programs give to each.
pub fn as_known(lang: &Lang, languages: &Languages) -> Lang {
    let is_same = |known: &Lang| known.primary() == lang.primary() && known.script() == lang.script();
    languages.all().map(|language| language.lang()).find(is_same).unwrap_or_else(|| lang.without_territory())
}

fn by_script<'a>(text: &str, languages: &'a Languages) -> Option<&'a Arc<Language>> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let fallback = languages.fallback();
    let known = languages.all().filter(|language| language.patterns().is_some());
    let others = known.filter(|language| language.data().script != fallback.data().script);
    let share = |language: &Arc<Language>| {
        let is_of = is_of(&language.data().script);
        text.chars().filter(|&c| is_of(c)).count()
    };
    let most = others.map(|language| (share(language), language)).max_by_key(|(share, _)| *share);
    most.filter(|(share, _)| share * 8 >= letters.max(1)).map(|(_, language)| language)
}

fn by_words(text: &str) -> Option<Lang> {
    let end = text.char_indices().nth(ENOUGH).map_or(text.len(), |(at, _)| at);
    let found = whatlang::detect(text.get(..end)?).filter(whatlang::Info::is_reliable)?;
    // The three letters of ISO 639-3; tags have two where there are two.
    let mut locale: Locale = found.lang().code().parse().ok()?;
    LocaleCanonicalizer::new_common().canonicalize(&mut locale);
    locale.id.language.to_string().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_languages_of_one_script_apart() {
        let guess = |text| {
            let (lang, certainty) = guess(text, Languages::built_in());
            (lang.to_string(), certainty)
        };
        for (text, want) in [
            ("人权理事会，重申《世界人权宣言》的宗旨，见 A/HRC/RES/52/8 Add. 1 Corr. 2。", "zh"),
            (
                "The Human Rights Council reaffirms the purposes of the Charter and decides to meet in June.",
                "en",
            ),
            (
                "Le Conseil des droits de l’homme réaffirme les buts de la Charte et décide de se réunir en juin.",
                "fr",
            ),
            (
                "El Consejo de Derechos Humanos reafirma los propósitos de la Carta y decide reunirse en junio.",
                "es",
            ),
            ("Совет по правам человека подтверждает цели Устава и постановляет собраться в июне.", "ru"),
            ("يعيد مجلس حقوق الإنسان تأكيد مقاصد الميثاق ويقرر أن يجتمع في حزيران.", "ar"),
            (
                "Die Stadt beschließt, dass alle Haltestellen bis zum Sommer ohne Stufen erreichbar sein sollen.",
                "de",
            ),
        ] {
            assert_eq!(guess(text), (want.to_owned(), Certainty::Recognised), "{text}");
        }
        for (text, want) in [
            (
                "人権理事会は、障害者の権利に関する条約を想起し、各国に報告を要請する。",
                ("ja", Certainty::Recognised),
            ),
            (
                "理事会见《条约》（のりもの），请各国写明标志，并且报告标志的全部情况。",
                ("zh", Certainty::Recognised),
            ),
            ("Документ", ("ru", Certainty::Possible)),
            ("བོད་སྐད།", ("bo", Certainty::Possible)),
            ("ภาษาไทย", ("th", Certainty::Recognised)),
        ] {
            assert_eq!(guess(text), (want.0.to_owned(), want.1), "{text}");
        }
        assert_eq!(guess("Anna Schmidt"), ("en".to_owned(), Certainty::Possible));
        assert_eq!(guess("1 2 3"), ("en".to_owned(), Certainty::Possible));
    }
}
