//! What the page of pictures shows.

use serde::Serialize;

use super::{Frame, Href, LanguageTag, Text};

/// The page of pictures of a language.
#[derive(Debug, Serialize)]
pub struct PicturesPage {
    /// What every page has around its text.
    pub page: Frame,
    /// The pictures, by the names of their concepts.
    pub pictures: Vec<ShownPicture>,
}

/// A picture and what it stands for.
#[derive(Debug, Serialize)]
pub struct ShownPicture {
    /// The id of the picture on the page.
    pub id: Text,
    /// The name of the concept, as texts write it.
    pub concept: Text,
    /// The address of the picture.
    pub src: Href,
    /// What the picture shows; the name of the concept where nothing says it.
    pub shows: Text,
    /// The language of these words; missing when it is the language of the page.
    pub shows_lang: Option<LanguageTag>,
    /// The words that the picture stands for; missing when the language has none.
    pub words: Option<Text>,
    /// The author of the picture and its licence.
    pub credit: Text,
}
