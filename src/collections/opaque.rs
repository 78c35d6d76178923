//! Addresses that say nothing: an entry that is withdrawn leaves its address, and so does a link that somebody wrote down.
//!
//! In: the folder of an entry in a collection that asks for such addresses. Out: a finding where the name of the folder could say something,
//! with one that does not. A name says nothing if it is of six or more digits and consonants, with two digits at least: no word and no
//! code of a State is that.

use std::sync::Arc;

use crate::document::Document;
use crate::finding::Finding;
use crate::source::Span;

/// The signs of a name that says nothing.
const SIGNS: &[u8] = b"0123456789bcdfghjklmnpqrstvwxz";

/// So many of them stand in one at least.
const FEWEST: usize = 6;

/// Where the name of an entry's folder could say something.
pub fn judge(slug: &str, text: &Arc<Document>) -> Option<Finding> {
    let name = slug.rsplit('/').next().unwrap_or(slug);
    if says_nothing(name) {
        return None;
    }
    // An entry of a table has no folder.
    let (named, give) = match text.source.is_derived() {
        true => ("the “id” of its row", "Give the row an “id”"),
        false => ("the name of its folder", "Give the folder a name"),
    };
    let message = format!(
        "the address of this entry says something: it is {named}, and stays when the entry is withdrawn"
    );
    let help = format!("{give} of digits and consonants, such as “{}”.", name_for(text));
    Some(
        Finding::error("collection/telling-address", &text.source, Span::point(0), message)
            .help(help)
            .unquoted(),
    )
}

fn says_nothing(name: &str) -> bool {
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    name.len() >= FEWEST && digits >= 2 && name.bytes().all(|sign| SIGNS.contains(&sign))
}

/// A name that says nothing: of what the text holds, so that the same text is given the same name.
fn name_for(text: &Document) -> String {
    let digest = blake3::hash(text.source.text().as_bytes());
    let sign = |(at, byte): (usize, u8)| {
        let signs = if at < 2 { &SIGNS[..10] } else { SIGNS };
        char::from(signs[usize::from(byte) % signs.len()])
    };
    digest.as_bytes().iter().copied().enumerate().take(FEWEST + 2).map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::says_nothing;

    #[test]
    fn words_codes_and_numbers_say_something() {
        for nothing in ["47kd93mx", "12bcdf", "b7c9d2"] {
            assert!(says_nothing(nothing), "{nothing}");
        }
        for something in
            ["ramps", "vn-2024", "VN704", "legal-aid-47", "b7", "bcdfgh", "热线123456", "aid4711"]
        {
            assert!(!says_nothing(something), "{something}");
        }
    }
}
