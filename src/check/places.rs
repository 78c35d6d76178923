//! The names in an official text that its easy-read version may speak of.

use std::collections::HashMap;

use crate::document::Document;

/// Every name in the official text and where it comes, counted from its beginning.
pub fn of(official: &Document) -> HashMap<String, usize> {
    let names = official.parts().into_iter().map(|part| part.name.to_string());
    let mut places = HashMap::new();
    names.enumerate().for_each(|(at, name)| {
        places.entry(name).or_insert(at);
    });
    places
}
