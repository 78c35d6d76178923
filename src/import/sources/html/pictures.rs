//! Pictures of a page.
//!
//! In: the address that the page has a picture at. Out: its bytes, where it is in the page itself or a file beside it, in the folder of the
//! page or below. Refused: any other place; nothing is ever fetched from a network, and no link is followed.

use std::cell::{Cell, OnceCell};
use std::path::Path;

use data_url::DataUrl;

use super::around::Around;
use super::names::is_hidden;
use super::reader::Reader;
use super::tree::Element;
use crate::files::Folder;
use crate::import::sources::styled::shown::Aside;
use crate::limits;

const TITLE: Aside = Aside::Other("title of a picture, which pages show only when one points at it");

/// The folder of a page.
#[derive(Debug)]
pub struct Beside<'a> {
    page: &'a Path,
    folder: OnceCell<Option<Folder>>,
    left: Cell<u64>,
    count: usize,
}

impl<'a> Beside<'a> {
    /// The folder of the page at this path.
    pub fn of(path: &'a str) -> Self {
        Self {
            page: Path::new(path),
            folder: OnceCell::new(),
            left: Cell::new(limits::DOCUMENT_WHOLE),
            count: 0,
        }
    }

    /// The bytes of a file beside the page.
    fn bytes(&self, path: &str) -> Result<Vec<u8>, String> {
        let folder =
            self.folder.get_or_init(|| Folder::open(self.page.parent().unwrap_or(Path::new(""))).ok());
        let folder = folder.as_ref().ok_or("the folder of the file cannot be read")?;
        let file = folder.file(path).map_err(|error| format!("“{path}” cannot be read: {error}"))?;
        let most = limits::PICTURE.min(self.left.get());
        if file.length > most {
            return Err(format!("“{path}” is larger than {}", limits::size(most)));
        }
        self.left.set(self.left.get().saturating_sub(file.length));
        file.whole().map_err(|error| format!("“{path}” cannot be read: {error}"))
    }
}

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
        let shown: String = address.chars().take(120).collect();
        if address.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:")) {
            if address.len() as u64 > limits::PICTURE {
                return Err(format!("it is larger than {}", limits::size(limits::PICTURE)));
            }
            self.beside.count += 1;
            let part = format!("data/{}/picture", self.beside.count);
            return self.out.pictures.name(&part, || {
                let data = DataUrl::process(address).map_err(|_| "its address holds no data".to_owned())?;
                data.decode_to_vec().map(|(bytes, _)| bytes).map_err(|_| "its data are damaged".to_owned())
            });
        }
        let is_of_web = address.starts_with("//")
            || address.split_once(':').is_some_and(|(scheme, _)| {
                scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            })
            || self.base.as_ref().is_some_and(|base| base.scheme().starts_with("http"));
        if is_of_web {
            return Err(format!("it is not in the file, but at “{shown}”"));
        }
        let path = inside(address).ok_or(format!("“{shown}” is no file in the folder of the page"))?;
        let beside = &self.beside;
        self.out.pictures.name(&path, || beside.bytes(&path))
    }
}

/// The path of a file below the folder of the page.
fn inside(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?.replace('\\', "/");
    let path = percent_decoded(&path)?;
    let mut parts: Vec<&str> = Vec::new();
    if path.starts_with('/') || path.contains([':', '\\', '\0']) {
        return None;
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_leads_out_of_the_folder() {
        for (address, want) in [
            ("images/a.png", Some("images/a.png")),
            ("./%E5%9B%BE%201.png?v=2", Some("图 1.png")),
            ("报告.files\\image001.png", Some("报告.files/image001.png")),
            ("a/../b.png", Some("b.png")),
            ("../b.png", None),
            ("a/../../b.png", None),
            ("%2e%2e/b.png", None),
            ("/etc/passwd", None),
            ("%2Fetc/passwd", None),
            ("C:/x.png", None),
            ("", None),
        ] {
            assert_eq!(inside(address).as_deref(), want, "{address}");
        }
    }
}
