//! Answers of events that may not be known: `unknown`, `true`, `false`, or what there is.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{SeqAccessDeserializer, StrDeserializer};
use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::lang::{Lang, SignLanguage};
use crate::misfit;

/// Something that may not be known, or not be there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer<T> {
    /// Nothing is written.
    #[default]
    Unwritten,
    /// `unknown`
    Unknown,
    /// `false`
    No,
    /// `true`
    Yes,
    /// What there is.
    Said(T),
}

impl<T> Answer<T> {
    /// Whether nothing is written.
    pub fn is_unwritten(&self) -> bool {
        matches!(self, Answer::Unwritten)
    }

    /// What is said of it.
    pub fn said(&self) -> Option<&T> {
        match self {
            Answer::Said(said) => Some(said),
            _ => None,
        }
    }
}

/// What an answer may say beside `true`, `false` and `unknown`.
pub trait Sayable: Sized {
    /// What a message says that may stand there.
    const WANTED: &'static str;
    /// Whether `true` alone is an answer.
    const YES: bool;
    /// Reads it from words; none where words are not it.
    fn of_words<E: de::Error>(_words: &str) -> Option<Result<Self, E>> {
        None
    }
    /// Reads it from a list; none where a list is not it.
    fn of_list<'de, A: SeqAccess<'de>>(_list: A) -> Option<Result<Self, A::Error>> {
        None
    }
    /// Reads it from keys with values; none where these are not it.
    fn of_keys<'de, A: MapAccess<'de>>(_keys: A) -> Option<Result<Self, A::Error>> {
        None
    }
}

impl Sayable for String {
    const WANTED: &'static str = "the word “true”, “false” or “unknown”, or what there is, in words";
    const YES: bool = true;
    fn of_words<E: de::Error>(words: &str) -> Option<Result<Self, E>> {
        Some(Ok(words.trim().to_owned()))
    }
}

/// Words to which `true` alone says nothing: what it costs, how to get there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Described(pub String);

impl Sayable for Described {
    const WANTED: &'static str = "words, or the word “false” or “unknown”";
    const YES: bool = false;
    fn of_words<E: de::Error>(words: &str) -> Option<Result<Self, E>> {
        Some(Ok(Self(words.trim().to_owned())))
    }
}

impl<T: for<'de> Deserialize<'de> + Code> Sayable for Vec<T> {
    const WANTED: &'static str = T::WANTED;
    const YES: bool = false;
    fn of_words<E: de::Error>(words: &str) -> Option<Result<Self, E>> {
        Some(T::deserialize(StrDeserializer::new(words)).map(|one| vec![one]))
    }
    fn of_list<'de, A: SeqAccess<'de>>(list: A) -> Option<Result<Self, A::Error>> {
        Some(Vec::deserialize(SeqAccessDeserializer::new(list)))
    }
}

/// A code of which several may be named.
pub trait Code {
    /// What a message says that may stand there.
    const WANTED: &'static str;
}

impl Code for SignLanguage {
    const WANTED: &'static str = "a list of codes such as [csl, ils], or the word “false” or “unknown”";
}

/// A language in which something is written or spoken.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Tag(pub Lang);

impl Code for Tag {
    const WANTED: &'static str =
        "a list of language tags such as [zh-Hans, en], or the word “false” or “unknown”";
}

impl<'de> Deserialize<'de> for Tag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        misfit::parsed(deserializer, "a language tag", |tag| {
            let lang: Lang =
                tag.parse().map_err(|wrong| format!("{wrong}: write a tag such as “zh-Hans” or “en”"))?;
            let is_signed = |subtag: &str| subtag == "sgn" || subtag.parse::<SignLanguage>().is_ok();
            match lang.as_str().split('-').find(|subtag| is_signed(subtag)) {
                Some(_) => Err(format!(
                    "“{tag}” is a sign language, which is neither written nor spoken; it stands under “sign-languages” of “access” or “signed” of a \
                     recording"
                )),
                None => Ok(Tag(lang)),
            }
        })
    }
}

impl Serialize for Tag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.as_str())
    }
}

impl<'de, T: Sayable> Deserialize<'de> for Answer<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswerVisitor(PhantomData))
    }
}

/// What is wrong with a word that another form of an answer is: as words it would be shown as it stands, in every language.
fn meant(word: &str, can_be_true: bool) -> Option<String> {
    const FORMS: [(&str, &[&str]); 3] = [
        ("true", &["true", "yes", "y", "on"]),
        ("false", &["false", "no", "n", "off", "none", "null", "nil"]),
        ("unknown", &["unknown", "tbd", "tba", "n/a", "?"]),
    ];
    let has = |forms: &[&str]| forms.iter().any(|form| form.eq_ignore_ascii_case(word));
    let (answer, _) = FORMS.into_iter().find(|(_, forms)| has(forms))?;
    Some(match answer {
        "true" if !can_be_true => {
            format!("“{word}” does not say what there is: write it, or “false” or “unknown”")
        }
        _ => format!(
            "“{word}” is none of “true”, “false” and “unknown”, which are said in the words of each page: write {answer}, without quotation \
             marks"
        ),
    })
}

struct AnswerVisitor<T>(PhantomData<T>);

impl<'de, T: Sayable> Visitor<'de> for AnswerVisitor<T> {
    type Value = Answer<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::WANTED)
    }

    fn visit_unit<E>(self) -> Result<Answer<T>, E> {
        Ok(Answer::Unwritten)
    }

    fn visit_bool<E: de::Error>(self, yes: bool) -> Result<Answer<T>, E> {
        match yes {
            true if T::YES => Ok(Answer::Yes),
            true => Err(E::invalid_value(de::Unexpected::Bool(true), &self)),
            false => Ok(Answer::No),
        }
    }

    // A price may be a number alone.
    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Answer<T>, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_str<E: de::Error>(self, words: &str) -> Result<Answer<T>, E> {
        match words.trim() {
            "unknown" => Ok(Answer::Unknown),
            words if let Some(wrong) = meant(words, T::YES) => Err(misfit::own(wrong)),
            words => match T::of_words(words) {
                Some(said) => said.map(Answer::Said),
                None => Err(E::invalid_value(de::Unexpected::Str(words), &self)),
            },
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Answer<T>, A::Error> {
        match T::of_list(list) {
            Some(said) => said.map(Answer::Said),
            None => Err(de::Error::invalid_type(de::Unexpected::Seq, &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, keys: A) -> Result<Answer<T>, A::Error> {
        match T::of_keys(keys) {
            Some(said) => said.map(Answer::Said),
            None => Err(de::Error::invalid_type(de::Unexpected::Map, &self)),
        }
    }
}
