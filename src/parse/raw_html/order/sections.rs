//! What stands first or last in an element: `summary` in `details`, `figcaption` in `figure`.

use crate::parse::raw_html::fault::Fault;
use crate::parse::raw_html::{ENDS_BY_ITSELF, INLINE, VOID};

/// The elements that are open and need an end of their own.
pub struct Sections<'r>(Vec<Section<'r>>);

struct Section<'r> {
    name: &'r str,
    /// Whether something stands in it before its summary or caption.
    has_content: bool,
    /// The tag of its caption, by its number.
    caption: Option<usize>,
}

impl<'r> Section<'r> {
    fn new(name: &'r str, has_content: bool) -> Self {
        Self { name, has_content, caption: None }
    }
}

impl<'r> Sections<'r> {
    /// In an element of the name `parent`, in which other blocks may stand before.
    pub fn new(parent: Option<&'r str>) -> Self {
        Self(parent.map(|name| Section::new(name, name == "details")).into_iter().collect())
    }

    /// What is wrong with an element that begins with this tag: by the number of the tag that is wrong.
    pub fn open(&mut self, name: &'r str, index: usize) -> Option<(usize, Fault)> {
        let fault = match (self.0.last_mut(), name) {
            (Some(figure @ Section { name: "figure", .. }), "figcaption") => {
                let is_second = figure.caption.replace(index).is_some();
                is_second.then(|| (index, Fault::second("figcaption", "figure")))
            }
            (Some(details @ Section { name: "details", .. }), "summary") => {
                let is_late = std::mem::replace(&mut details.has_content, true);
                is_late.then(|| (index, Fault::late("summary", "details")))
            }
            _ => self.content(),
        };
        if !INLINE.contains(&name) && !ENDS_BY_ITSELF.contains(&name) && !VOID.contains(&name) {
            self.0.push(Section::new(name, false));
        }
        fault
    }

    /// What is wrong with words or an element in this place.
    pub fn content(&mut self) -> Option<(usize, Fault)> {
        let section = self.0.last_mut()?;
        match (section.name, section.caption) {
            ("figure", Some(caption)) if section.has_content => {
                section.caption = None;
                let help = "Put it first or last in “<figure>”.";
                Some((caption, Fault::new("“<figcaption>” stands in the middle of “<figure>”", help)))
            }
            ("figure", Some(_)) => None,
            ("figure", None) => {
                section.has_content = true;
                None
            }
            _ => None,
        }
    }

    /// Ends an element.
    pub fn close(&mut self, name: &str) {
        if let Some(at) = self.0.iter().rposition(|open| open.name == name) {
            self.0.truncate(at);
        }
    }
}
