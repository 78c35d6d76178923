//! The words most people know, and how they may be inflected.
//!
//! In: a word. Out: whether the language's list has it, or the word that it is made of with endings of the language.

use super::LanguageData;
use crate::languages::scripts::is_han;

/// How many endings a known word may have: helpers is help with two.
const ENDINGS: usize = 2;

impl LanguageData {
    /// Whether the language has a list of the words most people know.
    pub fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// Whether most people know this word.
    pub fn knows(&self, word: &str) -> bool {
        if self.lists_word(word) {
            return true;
        }
        if word.chars().all(is_han) {
            // Chinese has neither capitals nor endings.
            return false;
        }
        let lower = word.to_lowercase();
        let root = self.beginnings.iter().find_map(|beginning| lower.strip_prefix(beginning.as_str()));
        self.knows_inflected(&lower, ENDINGS) || root.is_some_and(|root| self.knows_inflected(root, ENDINGS))
    }

    /// Whether the list has a word of small letters, or the word it is made of with so many endings.
    fn knows_inflected(&self, word: &str, endings: usize) -> bool {
        if self.lists_word(word) {
            return true;
        }
        endings > 0
            && self
                .endings
                .iter()
                .any(|(ending, instead)| self.knows_stem(word, ending, instead, endings - 1))
    }

    /// Whether the word is known without this ending.
    fn knows_stem(&self, word: &str, ending: &str, instead: &str, endings: usize) -> bool {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().count() > 1) else {
            return false;
        };
        if self.knows_inflected(&format!("{stem}{instead}"), endings)
            || (!ending.is_empty() && self.knows_inflected(&format!("{stem}e"), endings))
        {
            return true;
        }
        let mut letters = stem.chars();
        let last = letters.next_back();
        let single = letters.as_str();
        last.is_some_and(|last| single.ends_with(last))
            && self.double_endings.iter().any(|e| e == ending)
            && self.lists_word(single)
    }

    fn lists_word(&self, word: &str) -> bool {
        let read = || self.words.iter().flat_map(|name| self.words_of(name)).collect();
        self.known.get_or_init(read).contains(word)
    }
}

#[cfg(test)]
mod tests {
    use crate::languages::data::tests::language;

    #[test]
    fn words_are_known_with_their_endings() {
        let english = language("en");
        for word in ["report", "Reports", "stopped", "making", "families", "people’s"] {
            assert!(english.knows(word), "{word}");
        }
        assert!(!english.knows("intersessional"));
        let chinese = language("zh-Hans");
        assert!(chinese.knows("报告") && chinese.knows("国家"));
        assert!(!chinese.knows("善治"));
    }

    #[test]
    fn words_of_the_field_are_known_and_what_is_made_of_them() {
        let english = language("en");
        for word in [
            "disabled",
            "Disabilities",
            "unfairly",
            "unfair",
            "wheelchairs",
            "carers",
            "helpers",
            "equally",
            "inaccessible",
        ] {
            assert!(english.knows(word), "{word}");
        }
        for word in ["stakeholder", "modalities", "untrammelled", "notwithstanding"] {
            assert!(!english.knows(word), "{word}");
        }
        let chinese = language("zh-Hans");
        for word in ["残疾人", "歧视", "轮椅", "无障碍"] {
            assert!(chinese.knows(word), "{word}");
        }
    }
}
