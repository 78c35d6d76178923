//! Pictures of a page.
//!
//! In: an element. Out: the picture at its place in the text, with its alternative text.

use super::around::Around;
use super::names::is_hidden;
use super::reader::Reader;
use super::tree::Element;
use crate::import::sources::beside::elsewhere;
use crate::import::sources::styled::shown::Aside;

const TITLE: Aside = Aside::Other("title of a picture, which pages show only when one points at it");

impl<'a> Reader<'a> {
    /// A picture.
    pub fn picture(&mut self, image: Element<'a>, around: &Around) {
        let said =
            super::names::written(image.attribute("alt").or(image.attribute("title")).unwrap_or_default());
        let text = said.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(title) =
            image.attribute("title").filter(|title| image.attribute("alt").is_some_and(|alt| alt != *title))
        {
            let title = super::names::written(title);
            self.out.leave(&title.split_whitespace().collect::<Vec<_>>().join(" "), TITLE);
        }
        if around.is_deleted || is_hidden(image) {
            let why = if around.is_deleted { Aside::Deleted } else { Aside::Hidden };
            return self.out.leave(&text, why);
        }
        // Pages that load their pictures late have the address elsewhere.
        let address = ["src", "data-src", "data-original"].iter().filter_map(|name| image.attribute(name));
        let address = address.map(str::trim).find(|address| !address.is_empty());
        let name = address.ok_or("its address is missing".to_owned()).and_then(|address| self.file(address));
        if name.is_ok() {
            self.blank();
            self.last = Some('\u{FFFC}');
            self.is_begun = true;
        }
        self.out.picture(name, &text);
    }

    /// The name of a picture's file.
    fn file(&mut self, address: &str) -> Result<String, String> {
        if self.base.as_ref().is_some_and(|base| base.scheme().starts_with("http"))
            && !address.starts_with("data:")
        {
            return Err(elsewhere(address));
        }
        self.beside.picture(address, &mut self.out.pictures)
    }
}
