//! What is drawn in a text: pictures, text boxes, charts, formulas, fields of forms.
//!
//! In: a frame or shape. Out: its pictures as files with their alternative texts; its text boxes, which follow the paragraph that they
//! hang on; and what is drawn and is no picture, which is reported.

use super::inlines::Around;
use super::notes::plain;
use super::reader::Reader;
use crate::import::sources::styled::ALTERNATIVE;
use crate::import::sources::styled::shown::Aside;
use crate::xml::tree::Element;

const REASON_CONTROL: Aside = Aside::Other("what a form field says to who fills it in");

const CHART: &str = "a chart of the file is left out: it is drawn from numbers. Save it as a picture, and its numbers as a table";

impl<'a> Reader<'a> {
    /// Reads a frame or a shape.
    pub fn drawing(&mut self, drawing: Element<'a>, around: &Around<'a>) {
        if let Some(aside) = self.aside_of(around) {
            self.out.leave(&plain(drawing), aside);
            return;
        }
        match drawing.name() {
            "draw:frame" => self.frame(drawing, around),
            "draw:g" => {
                self.alternative(drawing);
                drawing.children().for_each(|child| {
                    if child.name().starts_with("draw:") {
                        self.inline(child, around);
                    }
                });
            }
            "draw:control" => {
                let said = drawing.attribute("draw:control").and_then(|id| self.controls.remove(id));
                self.out.leave(&said.unwrap_or_default(), REASON_CONTROL);
                self.alternative(drawing);
                self.out.reports.push("a form field of the file is left out".into());
            }
            _ => {
                self.alternative(drawing);
                if drawing
                    .children()
                    .any(|child| matches!(child.name(), "text:p" | "text:list") && !plain(child).is_empty())
                {
                    self.boxes.push(drawing);
                } else {
                    self.out.reports.push("a drawing of the file is left out: save it as a picture".into());
                }
            }
        }
    }

    fn frame(&mut self, frame: Element<'a>, around: &Around<'a>) {
        let is_decoration = frame.attribute("loext:decorative") == Some("true");
        let said = |name: &str| frame.child(name).map(Element::text).filter(|text| !text.trim().is_empty());
        let text = said("svg:desc").or(said("svg:title")).filter(|_| !is_decoration).unwrap_or_default();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // A title beside a description is no less a text of the file.
        let more = said("svg:desc").and(said("svg:title")).filter(|title| title.trim() != text);
        self.out.leave(more.unwrap_or_default(), ALTERNATIVE);
        if is_decoration {
            self.alternative(frame);
        }
        let image = frame.child("draw:image");
        let object = frame.children().find(|it| matches!(it.name(), "draw:object" | "draw:object-ole"));
        if let Some(object) = object {
            self.object(object, &text, around);
        } else if let Some(image) = image {
            self.picture(image.attribute("xlink:href"), &text);
        } else if let Some(content) = frame.child("draw:text-box") {
            self.out.leave(&text, ALTERNATIVE);
            self.boxes.push(content);
        } else if let Some(table) = frame.child("table:table") {
            self.out.leave(&text, ALTERNATIVE);
            self.boxes.push(table);
        } else {
            self.out.leave(&text, ALTERNATIVE);
            self.out.reports.push("an embedded film, sound or program of the file is left out".into());
        }
    }

    /// Another document in this one: a formula, a chart, a table of a spreadsheet.
    fn object(&mut self, object: Element<'a>, text: &str, around: &Around<'a>) {
        let part = object.attribute("xlink:href").unwrap_or_default().trim_start_matches("./");
        let tree = self.archive.mixed_tree(&format!("{part}/content.xml")).ok().flatten();
        let root = tree.as_ref().map(|tree| tree.root());
        let within = object.child("math:math");
        if let Some(math) = within.or(root.filter(|root| matches!(root.name(), "math:math" | "math"))) {
            let formula = formula(math);
            self.words(&formula, around);
            let why = if formula.is_empty() {
                "a formula of the file is left out: it has no characters"
            } else {
                "a formula of the file has become its characters in a row"
            };
            self.out.reports.push(why.into());
        } else if root.is_some_and(|root| !root.outermost("office:chart").is_empty()) {
            self.out.reports.push(CHART.into());
        } else {
            self.out.reports.push(
                "a document in the file (a table, drawing or other object) is left out: save it as a picture, or write its words in the text"
                    .into(),
            );
        }
        self.out.leave(text, ALTERNATIVE);
    }

    /// The alternative text of what is not shown.
    fn alternative(&mut self, drawing: Element<'a>) {
        let said = drawing.children().filter(|child| matches!(child.name(), "svg:title" | "svg:desc"));
        for text in said.map(Element::text) {
            self.out.leave(text, ALTERNATIVE);
        }
    }

    fn picture(&mut self, href: Option<&str>, text: &str) {
        let name = match href.map(|href| href.trim_start_matches("./")) {
            None => Err("its file is missing".to_owned()),
            Some(at) if at.contains(':') => Err(format!("it is not in the file, but at “{at}”")),
            Some(part) => {
                let archive = self.archive;
                self.out.pictures.name(part, || archive.picture(part))
            }
        };
        self.out.picture(name, text);
        self.is_after_blank = false;
    }
}

/// The characters of a formula, without the formula in the language of its editor.
fn formula(math: Element<'_>) -> String {
    let mut said = String::new();
    let mut open = vec![math];
    while let Some(element) = open.pop() {
        if element.name().ends_with("annotation") {
            continue;
        }
        said.push_str(element.text().trim());
        let from = open.len();
        open.extend(element.children());
        if let Some(new) = open.get_mut(from..) {
            new.reverse();
        }
    }
    said
}
