//! Which templates are a site's own, and which built-in ones read one of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::TEMPLATES_FOLDER;
use crate::source::Source;

/// Whether a template is the site's own.
pub fn is_of_site(source: &Source) -> bool {
    source.path().starts_with(TEMPLATES_FOLDER)
}

/// The templates that are the site's own, or read such a one, with its path.
pub fn of_site(sources: &BTreeMap<String, Arc<Source>>) -> BTreeMap<String, String> {
    let mut own: BTreeMap<String, String> = BTreeMap::new();
    let mut waiting: Vec<String> =
        sources.iter().filter(|(_, source)| is_of_site(source)).map(|(name, _)| name.clone()).collect();
    own.extend(waiting.iter().map(|name| (name.clone(), sources[name].path().to_owned())));
    while let Some(name) = waiting.pop() {
        let path = own[&name].clone();
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        for (other, source) in sources {
            let reads = || quoted.iter().any(|name| source.text().contains(name));
            if !own.contains_key(other) && reads() {
                own.insert(other.clone(), path.clone());
                waiting.push(other.clone());
            }
        }
    }
    own
}
