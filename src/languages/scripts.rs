//! The scripts of characters, as Unicode has them.

use icu_properties::props::Script;
use icu_properties::{CodePointMapData, PropertyNamesShort, PropertyParser};

/// Whether it stands in the block of nearly all Chinese characters that are written: what that answers need not be looked
/// up in tables.
pub fn is_common_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// Whether a character is of a script, which a four-letter code names (ISO 15924), or `Han`.
pub fn is_of(script: &str) -> impl Fn(char) -> bool {
    let scripts = match script {
        "Han" | "Hans" | "Hant" | "Hani" => vec![Script::Han],
        "Jpan" => vec![Script::Han, Script::Hiragana, Script::Katakana],
        "Kore" => vec![Script::Hangul, Script::Han],
        code => PropertyParser::<Script>::new().get_strict(code).into_iter().collect(),
    };
    move |c| scripts.contains(&CodePointMapData::<Script>::new().get(c))
}

/// The script that most letters of a text are of, as a four-letter code; none in a text without letters.
pub fn main_script(text: &str) -> Option<String> {
    let scripts = CodePointMapData::<Script>::new();
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for script in text.chars().filter(|c| c.is_alphabetic()).map(|c| scripts.get(c)) {
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    counts.retain(|(script, _)| !matches!(*script, Script::Common | Script::Inherited));
    let (most, _) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    PropertyNamesShort::<Script>::new().get(most).map(str::to_owned)
}

/// Whether a character is a Chinese one.
pub fn is_han(c: char) -> bool {
    is_common_han(c) || c > '\u{2E7F}' && CodePointMapData::<Script>::new().get(c) == Script::Han
}

/// Whether a character is Chinese or of the Japanese syllabaries.
pub fn is_east_asian(c: char) -> bool {
    const SCRIPTS: [Script; 3] = [Script::Han, Script::Hiragana, Script::Katakana];
    c > '\u{2E7F}' && SCRIPTS.contains(&CodePointMapData::<Script>::new().get(c))
}
