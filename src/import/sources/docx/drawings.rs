//! What is drawn in a text: pictures, text boxes, charts.
//!
//! In: a drawing in either form that Word has had. Out: its pictures as files with their alternative texts; its text boxes,
//! which follow the paragraph that they hang on; and what is drawn and is no picture, which is reported.

use std::borrow::Cow;

use super::notes::plain;
use super::properties::{RunProperties, is_on};
use super::reader::Reader;
use super::runs::{Around, alternative};
use crate::import::sources::styled::ALTERNATIVE;
use crate::import::sources::styled::shown::Aside;
use crate::xml::tree::Element;

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

/// What may be a picture, in both forms.
const DRAWN: [&str; 6] = ["pic:pic", "v:shape", "v:rect", "v:roundrect", "v:oval", "v:imagedata"];

const DRAWN_WORDS: Aside = Aside::Other("words that are drawn (WordArt)");

/// Something drawn.
struct Drawn<'a> {
    /// The relation to the file.
    id: Option<&'a str>,
    /// That to a drawing, where the file is a picture of its points for programs that show none.
    drawing: Option<&'a str>,
    /// Its own alternative text.
    text: Option<&'a str>,
    is_picture: bool,
}

impl<'a> Drawn<'a> {
    fn of(element: Element<'a>) -> Self {
        if element.name() == "pic:pic" {
            let blip = element.outermost("a:blip").into_iter().next();
            let id = blip.and_then(|blip| blip.attribute("r:embed").or(blip.attribute("r:link")));
            let said = element.child("pic:nvPicPr").and_then(|said| said.child("pic:cNvPr"));
            let text = said.filter(|said| !is_decorative(*said)).and_then(alternative_text);
            let drawing = blip.and_then(|blip| blip.outermost("asvg:svgBlip").into_iter().next());
            let drawing = drawing.and_then(|drawing| drawing.attribute("r:embed"));
            return Self { id, drawing, text, is_picture: true };
        }
        let is_data = element.name() == "v:imagedata";
        let data = if is_data { Some(element) } else { element.outermost("v:imagedata").into_iter().next() };
        let id = data.and_then(|data| data.attribute("r:id"));
        Self { id, drawing: None, text: element.attribute("alt"), is_picture: data.is_some() }
    }
}

impl<'a> Reader<'a> {
    /// Reads a drawing.
    pub fn drawing(&mut self, drawing: Element<'a>, look: &RunProperties<'a>, around: &Around<'a>) {
        let boxes = shown(drawing, &["w:txbxContent"]);
        if let Some(aside) = self.aside_of(look, around) {
            let pictures =
                shown(drawing, &["wp:docPr"]).into_iter().filter_map(alternative_text).map(str::to_owned);
            pictures.chain(boxes.into_iter().map(plain)).for_each(|words| self.out.leave(&words, aside));
            return;
        }
        let frame = drawing.children().find(|child| matches!(child.name(), "wp:inline" | "wp:anchor"));
        let whole = frame.and_then(|frame| frame.child("wp:docPr"));
        let is_decoration = whole.is_some_and(is_decorative);
        let whole = whole.and_then(alternative_text).filter(|_| !is_decoration);
        for words in shown(drawing, &["v:textpath"]) {
            self.out.leave(words.attribute("string").unwrap_or_default(), DRAWN_WORDS);
        }
        let drawn: Vec<Drawn<'a>> = shown(drawing, &DRAWN).into_iter().map(Drawn::of).collect();
        let pictures = drawn.iter().filter(|drawn| drawn.is_picture).count();
        for Drawn { id, drawing, text, is_picture } in drawn {
            let text = if pictures == 1 && is_picture { whole.or(text) } else { text };
            let text = text.filter(|_| !is_decoration).unwrap_or_default();
            if is_picture {
                self.picture([drawing, id], text.replace(['\n', '\r', '\t'], " ").trim());
            } else {
                self.out.leave(text, ALTERNATIVE);
            }
        }
        if pictures != 1 {
            self.out.leave(whole.unwrap_or_default(), ALTERNATIVE);
        }
        let mut others = OTHERS.iter().filter(|(name, _)| !shown(drawing, &[name]).is_empty()).peekable();
        if pictures == 0 && boxes.is_empty() && !is_decoration && others.peek().is_none() {
            self.out.reports.push("a drawing of the file is left out: save it as a picture".into());
        }
        self.out.reports.extend(others.map(|(_, why)| Cow::from(*why)));
        self.boxes.extend(boxes);
    }

    /// A picture: the first of its files that can be published.
    fn picture(&mut self, ids: [Option<&str>; 2], text: &str) {
        let [drawing, id] = ids;
        let drawing = drawing.and_then(|drawing| self.file_name(Some(drawing)).ok());
        let name = drawing.map_or_else(|| self.file_name(id), Ok);
        self.out.picture(name, text);
    }

    fn file_name(&mut self, id: Option<&str>) -> Result<String, String> {
        match id.and_then(|id| self.relations.get(id)) {
            None => Err("its file is missing".to_owned()),
            Some(part) if part.is_external => Err(format!("it is not in the file, but at “{}”", part.target)),
            Some(part) => {
                let archive = self.archive;
                self.out.pictures.name(&part.target, || archive.picture(&part.target))
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
