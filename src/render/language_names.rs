//! What a page calls a language: by its name in the language of the page.

use crate::lang::Lang;
use crate::library::Library;

/// The name of a language on a page, and the language of the name where that is another one; its tag where it has no name.
pub fn called(library: &Library, page: &Lang, of: &Lang) -> (String, Option<Lang>) {
    let labels = library.language(page).labels();
    let name = of.fallbacks().find_map(|tag| {
        let name = labels.format("language-called", &[("tag", tag.into())]);
        name.filter(|name| name != tag)
    });
    let is_foreign = labels.missing().any(|label| label == "language-called");
    match name {
        Some(name) => (name, is_foreign.then(crate::languages::fallback)),
        None => (of.to_string(), None),
    }
}
