//! The names in an official text that its easy-read version may speak of.

use std::collections::HashMap;

use crate::document::{Body, Document};

/// Every name in the official text and where it comes, counted from its beginning.
pub fn of(official: &Document) -> HashMap<String, usize> {
    let mut places = HashMap::new();
    if let Body::Resolution(resolution) = &official.body {
        let ids = resolution.paragraphs().into_iter().map(|paragraph| paragraph.id.to_string());
        places.extend(ids.enumerate().map(|(at, id)| (id, at)));
    }
    official.each_block(&mut |block| {
        if let Some(id) = &block.id {
            let at = places.len();
            places.entry(id.to_string()).or_insert(at);
        }
    });
    places
}
