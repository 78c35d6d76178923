//! What is drawn in a text: pictures, text boxes, charts.
//!
//! In: a drawing in either form that Word has had. Out: its pictures as files with their alternative texts; its text boxes,
//! which follow the paragraph that they hang on; and what is drawn and is no picture, which is reported.

use std::collections::HashMap;

use super::notes::plain;
use super::package::Package;
use super::properties::{RunProperties, is_on};
use super::reader::Reader;
use super::runs::{Around, alternative};
use super::shown::{Aside, Piece};
use crate::image;
use crate::import::slug::slug;
use crate::limits;
use crate::xml::tree::Element;

/// A picture that is written beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The pictures of a file.
#[derive(Debug, Default)]
pub struct Pictures {
    /// Those that can be shown, in the order of the text.
    pub files: Vec<PictureFile>,
    known: HashMap<String, Result<String, String>>,
}

impl Pictures {
    /// The name of a picture's file, or why it has none.
    fn name(&mut self, package: &Package<'_>, part: &str) -> Result<String, String> {
        if let Some(known) = self.known.get(part) {
            return known.clone();
        }
        let name = self.read(package, part);
        self.known.insert(part.to_owned(), name.clone());
        name
    }

    fn read(&mut self, package: &Package<'_>, part: &str) -> Result<String, String> {
        let bytes = package.bytes(part, limits::PICTURE).map_err(|damaged| damaged.0)?;
        let bytes = bytes.ok_or("its file is missing")?;
        let kind = image::kind(&bytes)?;
        let base = part.rsplit('/').next().unwrap_or(part);
        let base = slug(base.rsplit_once('.').map_or(base, |(stem, _)| stem));
        // Two documents of one folder may both have an image1: the name says which bytes it has.
        let digest = blake3::hash(&bytes).to_hex();
        let digest: String = digest.chars().take(8).collect();
        let name = format!("{base}-{digest}.{}", kind.ending());
        if self.files.iter().all(|file| file.name != name) {
            self.files.push(PictureFile { name: name.clone(), bytes });
        }
        Ok(name)
    }
}

/// Why the alternative text of a picture is left out.
const ALTERNATIVE: Aside = Aside::Other("alternative text of what is not shown");

/// What is drawn and cannot be written.
const OTHERS: [(&str, &str); 2] = [
    (
        "c:chart",
        "a chart of the file is left out: it is drawn from numbers. Save it as a picture, and its numbers as a table",
    ),
    (
        "dgm:relIds",
        "a diagram of the file (SmartArt) is left out: save it as a picture, and say its words in the text",
    ),
];

impl<'a> Reader<'a> {
    /// Reads a drawing.
    pub fn drawing(&mut self, drawing: Element<'a>, look: &RunProperties<'a>, around: &Around<'a>) {
        if !self.fields.shows() {
            return;
        }
        let boxes = shown(drawing, &["w:txbxContent"]);
        if around.is_deleted || look.hidden == Some(true) {
            let aside = if around.is_deleted { Aside::Deleted } else { Aside::Hidden };
            let pictures =
                shown(drawing, &["wp:docPr"]).into_iter().filter_map(alternative_text).map(str::to_owned);
            for words in pictures.chain(boxes.into_iter().map(plain)) {
                self.pieces.push(Piece::Aside(words.replace(['\n', '\r', '\t'], " "), aside));
            }
            return;
        }
        self.boxes.extend(boxes);
        let frame = drawing.children().find(|child| matches!(child.name(), "wp:inline" | "wp:anchor"));
        let whole = frame.and_then(|frame| frame.child("wp:docPr"));
        let pictures = shown(drawing, &["pic:pic", "v:imagedata"]);
        let is_alone = pictures.len() == 1;
        for picture in pictures {
            let (id, own) = match picture.name() {
                "pic:pic" => {
                    let blip = picture.outermost("a:blip").into_iter().next();
                    let own = picture.child("pic:nvPicPr").and_then(|said| said.child("pic:cNvPr"));
                    (blip.and_then(|blip| blip.attribute("r:embed").or(blip.attribute("r:link"))), own)
                }
                _ => (picture.attribute("r:id"), None),
            };
            let shapes = || shown(drawing, &["v:shape"]).into_iter().find_map(|shape| shape.attribute("alt"));
            let own_text = own.and_then(alternative_text);
            let text = if is_alone { whole.and_then(alternative_text).or(own_text) } else { own_text };
            let is_decorative = [whole.filter(|_| is_alone), own].into_iter().flatten().any(is_decorative);
            let text = if is_decorative { "" } else { text.or_else(shapes).unwrap_or_default() };
            self.picture(id, text.replace(['\n', '\r', '\t'], " ").trim());
        }
        for (name, why) in OTHERS {
            if !shown(drawing, &[name]).is_empty() {
                self.reports.push(why.into());
                self.left_alternative(whole.and_then(alternative_text).unwrap_or_default());
            }
        }
    }

    fn left_alternative(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.pieces.push(Piece::Aside(text.replace(['\n', '\r', '\t'], " "), ALTERNATIVE));
        }
    }

    fn picture(&mut self, id: Option<&str>, text: &str) {
        let part = id.and_then(|id| self.relations.get(id));
        let name = match part {
            None => Err("its file is missing".to_owned()),
            Some(part) if part.is_external => Err(format!("it is not in the file, but at “{}”", part.target)),
            Some(part) => self.pictures.name(self.package, &part.target),
        };
        match name {
            Ok(file) => {
                self.pieces.push(Piece::Picture(file, text.to_owned()));
            }
            Err(why) => {
                self.reports.push(format!("a picture of the file is left out: {why}").into());
                self.left_alternative(text);
            }
        }
    }
}

/// The alternative text that properties of a drawing say.
pub fn alternative_text(properties: Element<'_>) -> Option<&str> {
    let said = |name| properties.attribute(name).filter(|text| !text.trim().is_empty());
    said("descr").or_else(|| said("title"))
}

fn is_decorative(properties: Element<'_>) -> bool {
    properties
        .outermost("adec:decorative")
        .into_iter()
        .any(|said| said.attribute("val") == Some("1") || is_on(said) && said.attribute("val").is_none())
}

/// The outermost elements of these names in a drawing, with one of each alternative.
fn shown<'a>(element: Element<'a>, names: &[&str]) -> Vec<Element<'a>> {
    let mut found = Vec::new();
    let mut open: Vec<Element<'a>> = vec![element];
    while let Some(element) = open.pop() {
        if names.contains(&element.name()) {
            found.push(element);
            continue;
        }
        let from = open.len();
        match element.name() {
            "mc:AlternateContent" => open.extend(alternative(element)),
            // What stands in a text box is read with it.
            "w:txbxContent" => {}
            _ => open.extend(element.children()),
        }
        if let Some(new) = open.get_mut(from..) {
            new.reverse();
        }
    }
    found
}
