//! Front matter as most authors write it: `key: value` lines, the values on one line each, mappings and lists by
//! indentation alone.
//!
//! In: the YAML. Out: the typed value, read in one pass. Whatever YAML might read in another way (an escape, a value over
//! several lines, an anchor, a comment, a key twice, a key that is not known) is refused with `None`: the library then
//! reads it, and says what is wrong with it.

use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// How far in the deepest line may begin; real front matter stays far below it.
const DEEPEST: usize = 64;

/// Characters that mean something else than themselves where a value begins.
const INDICATORS: [char; 20] =
    ['-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '~'];

/// Reads a mapping with the `known` keys.
pub fn read<'de, T: Deserialize<'de>>(yaml: &'de str, known: &[&str]) -> Option<T> {
    let mut lines: Vec<Line<'de>> = Vec::new();
    for line in yaml.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let text = line.trim_start_matches(' ');
        if !text.is_empty() {
            lines.push(Line { indent: line.len() - text.len(), text });
        }
    }
    let value = Lines { lines, at: 0 }.all()?;
    let Value::Mapping(mapping) = &value else { return None };
    if mapping.iter().any(|(key, _)| !known.contains(key)) {
        return None;
    }
    T::deserialize(value).ok()
}

/// What is written.
#[derive(Debug)]
enum Value<'de> {
    Plain(&'de str),
    Quoted(&'de str),
    List(Vec<Value<'de>>),
    Mapping(Vec<(&'de str, Value<'de>)>),
}

#[derive(Debug, Clone, Copy)]
struct Line<'de> {
    indent: usize,
    /// From its first character that is not a space.
    text: &'de str,
}

/// The lines that are not blank, and how many of them are read.
struct Lines<'de> {
    lines: Vec<Line<'de>>,
    at: usize,
}

impl<'de> Lines<'de> {
    fn all(mut self) -> Option<Value<'de>> {
        let value = self.mapping(0)?;
        (self.at == self.lines.len()).then_some(value)
    }

    /// The next line, if it stands at this indentation; a deeper one has no business there.
    fn next_at(&self, indent: usize) -> Option<Option<&'de str>> {
        match self.lines.get(self.at) {
            Some(line) if line.indent > indent => None,
            Some(line) if line.indent == indent => Some(Some(line.text)),
            _ => Some(None),
        }
    }

    fn mapping(&mut self, indent: usize) -> Option<Value<'de>> {
        let mut mapping: Vec<(&str, Value<'_>)> = Vec::new();
        while let Some(text) = self.next_at(indent)? {
            if text.starts_with("- ") && !mapping.is_empty() {
                break;
            }
            let (key, rest) = text.split_once(':')?;
            let is_name = key.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'/'));
            if !is_name || !key.starts_with(|c: char| c.is_ascii_lowercase()) {
                return None;
            }
            if mapping.iter().any(|(earlier, _)| *earlier == key) {
                return None;
            }
            self.at += 1;
            let value = match rest.trim_matches(' ') {
                "" => self.nested(indent)?,
                words => scalar(words).filter(|_| rest.starts_with(' '))?,
            };
            mapping.push((key, value));
        }
        (!mapping.is_empty()).then_some(Value::Mapping(mapping))
    }

    /// What a key without a value on its own line has below it. The items of a list may stand as far left as their key.
    fn nested(&mut self, indent: usize) -> Option<Value<'de>> {
        let next = self.lines.get(self.at)?;
        let is_item = next.text.starts_with("- ");
        match next.indent {
            deeper if deeper > DEEPEST => None,
            deeper if deeper > indent && !is_item => self.mapping(deeper),
            deeper if deeper >= indent && is_item => self.list(deeper),
            _ => None,
        }
    }

    fn list(&mut self, indent: usize) -> Option<Value<'de>> {
        let mut list = Vec::new();
        while let Some(text) = self.next_at(indent)? {
            let Some(item) = text.strip_prefix("- ") else { break };
            let item = item.trim_matches(' ');
            if item.contains(": ") || item.ends_with(':') {
                // A mapping whose first key stands after the dash.
                let indent = indent + text.len() - text[1..].trim_start_matches(' ').len();
                self.lines[self.at] = Line { indent, text: item };
                list.push(self.mapping(indent)?);
            } else {
                self.at += 1;
                list.push(scalar(item)?);
            }
        }
        Some(Value::List(list))
    }
}

/// A value that stands on one line.
fn scalar(words: &str) -> Option<Value<'_>> {
    // What YAML refuses, or takes for the end of a line.
    let unfit = |c: char| {
        c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
    };
    if words.contains(unfit) {
        return None;
    }
    for quote in ['\'', '"'] {
        if let Some(inside) = words.strip_prefix(quote) {
            let inside = inside.strip_suffix(quote)?;
            return (!inside.contains([quote, '\\'])).then_some(Value::Quoted(inside));
        }
    }
    let is_plain = !words.starts_with(INDICATORS)
        && !words.ends_with(':')
        && !words.contains(": ")
        && !words.contains(" #")
        && !matches!(words, "null" | "Null" | "NULL");
    is_plain.then_some(Value::Plain(words))
}

/// The value is not of the type that is asked for; the library says so better.
#[derive(Debug)]
struct Unfit;

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("another value is expected")
    }
}

impl std::error::Error for Unfit {}

impl serde::de::Error for Unfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Unfit
    }
}

impl<'de> IntoDeserializer<'de, Unfit> for Value<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Unfit;

    /// What type a value has by itself is for the library to say.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unfit> {
        Err(Unfit)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self {
            Value::Plain(words) | Value::Quoted(words) => visitor.visit_borrowed_str(words),
            _ => Err(Unfit),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self {
            Value::Plain("true") => visitor.visit_bool(true),
            Value::Plain("false") => visitor.visit_bool(false),
            _ => Err(Unfit),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self {
            // Other ways to write a number, such as 0o17, are for the library.
            Value::Plain(digits)
                if digits == "0" || digits.starts_with(|c: char| ('1'..='9').contains(&c)) =>
            {
                visitor.visit_u32(digits.parse().map_err(|_| Unfit)?)
            }
            _ => Err(Unfit),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        match self {
            Value::Plain(name) => visitor.visit_enum(BorrowedStrDeserializer::new(name)),
            _ => Err(Unfit),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self {
            Value::List(list) => visitor.visit_seq(SeqDeserializer::new(list.into_iter())),
            _ => Err(Unfit),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self {
            Value::Mapping(mapping) => visitor.visit_map(MapDeserializer::new(
                mapping.into_iter().map(|(key, value)| (BorrowedStrDeserializer::<Unfit>::new(key), value)),
            )),
            _ => Err(Unfit),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        self.deserialize_map(visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::front_matter::{FrontMatter, Role};

    fn keys() -> Vec<&'static str> {
        [Role::Official, Role::EasyRead].iter().flat_map(|role| role.known()).copied().collect()
    }

    /// Both ways of reading, as JSON.
    fn both(yaml: &str) -> (Option<serde_json::Value>, Option<serde_json::Value>) {
        let json = |front: &FrontMatter| serde_json::to_value(front).unwrap();
        let plain: Option<FrontMatter> = read(yaml, &keys());
        let full = serde_yaml::from_str::<serde_yaml::Value>(yaml).ok();
        let full = full.and_then(|_| serde_yaml::from_str::<FrontMatter>(yaml).ok());
        (plain.as_ref().map(json), full.as_ref().map(json))
    }

    #[test]
    fn what_a_resolution_says_is_read_plainly() {
        let yaml = "title: '第 52/8 号决议: 公共服务'\nkind: resolution\nsymbol: A/HRC/RES/52/8\nnumber: 52/8\n\
                    date: 2023-04-03\ndraft: false\nsession:\n  name: 第五十二届会议\n  start: 2023-02-27\n\nvote:\n  \
                    statement: 以 33 票赞成获得通过。\n  in-favour:\n    heading: 赞成：\n    states:\n    - 阿尔及利亚\n    \
                    - \"贝宁\"\n  counts:\n    in-favour: 33\n    against: 0\n    abstaining: 1\nallow:\n  official/dash: 原文如此\n\
                    left-out:\n- paragraph: op-1\n  reason: 太长\n- paragraph: op-2\n  reason: 重复\n";
        let (plain, full) = both(yaml);
        assert!(plain.is_some());
        assert_eq!(plain, full);
    }

    #[test]
    fn what_could_mean_something_else_is_refused() {
        for yaml in [
            "",
            "title: 一\ntitle: 二\n",
            "title: 一\n  二\n",
            "title: 一 # 二\n",
            "title: 'it''s'\n",
            "title: \"\\n\"\n",
            "title: 一: 二\n",
            "title: [一]\n",
            "title: |\n  一\n",
            "symbol: null\n",
            "symbol: ~\n",
            "symbol:\n",
            "extra: 1\n",
            "title：一\n",
            "other: 一\n",
            "session:\n  name: 一\n  nam: 二\n",
            "allow:\n  a: 一\n  a: 二\n",
            "draft: 'true'\n",
            "title: 一\n date: 2023-04-03\n",
            "# 一\ntitle: 二\n",
            "title: 一\t\n",
            "title:一\n",
            "date: 昨天\n",
            "- title: 一\n",
        ] {
            assert!(both(yaml).0.is_none(), "{yaml}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        /// Whatever is read plainly is what the library reads.
        #[test]
        fn both_ways_read_the_same(pieces in proptest::collection::vec(prop_oneof![
            4 => proptest::sample::select(vec![
                "title: ", "kind: ", "symbol: ", "session:\n", "  name: ", "  start: ", "vote:\n", "  statement: ", "  counts:\n",
                "    against: ", "    in-favour: ", "    abstaining: ", "allow:\n", "  official/dash: ", "left-out:\n",
                "- paragraph: ", "  reason: ", "    states:\n", "    - ", "  - ", "draft: ", "extra: ", "date: ", "  in-favour:\n",
                "    heading: ", "\n", "\n", "\n", "\n",
            ]),
            3 => proptest::sample::select(vec![
                "决议", "52/8", "12", "0", "007", "0x1f", "1_0", "true", "null", "~", "2023-04-03", "resolution", "‘", "：", ":", ": ",
                " #", "#", "'", "''", "\"", "\\", "- ", "-", "[", "]", "{", "&a ", "*a", "!!str ", "|", ">", "%", "@", " ", "  ", "\t",
                "\r\n", "\u{2028}", "\u{85}", "\u{FEFF}", "<<: ", "? ", "---", "...", ".", "=", "yes",
            ]),
        ], 0..24)) {
            let yaml: String = pieces.concat();
            let (plain, full) = both(&yaml);
            if plain.is_some() {
                prop_assert_eq!(plain, full, "{}", yaml);
            }
        }
    }
}
