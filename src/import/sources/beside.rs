//! The pictures of a text that stand beside it.
//!
//! In: the path of a file, and the address that it has a picture at. Out: the bytes, where they are in the address itself or in a file in the
//! folder of the text or below. Refused: any other place; nothing is ever fetched from a network, and no link is followed.

use std::cell::{Cell, OnceCell};
use std::path::Path;

use data_url::DataUrl;

use super::styled::pictures::Pictures;
use crate::address::decode;
use crate::files::Folder;
use crate::limits;

/// How many characters of an address a message quotes.
const QUOTED: usize = 120;

/// The folder of a text.
#[derive(Debug)]
pub struct Beside<'a> {
    text: &'a Path,
    folder: OnceCell<Option<Folder>>,
    left: Cell<u64>,
    count: usize,
}

impl<'a> Beside<'a> {
    /// The folder of the text at this path.
    pub fn of(path: &'a str) -> Self {
        Self {
            text: Path::new(path),
            folder: OnceCell::new(),
            left: Cell::new(limits::DOCUMENT_WHOLE),
            count: 0,
        }
    }

    /// The name of the file of a picture at this address, or why it has none.
    pub fn picture(&mut self, address: &str, pictures: &mut Pictures) -> Result<String, String> {
        if address.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:")) {
            if address.len() as u64 > limits::PICTURE {
                return Err(format!("it is larger than {}", limits::size(limits::PICTURE)));
            }
            self.count += 1;
            return pictures.name(&format!("data/{}/picture", self.count), || {
                let data = DataUrl::process(address).map_err(|_| "its address holds no data".to_owned())?;
                data.decode_to_vec().map(|(bytes, _)| bytes).map_err(|_| "its data are damaged".to_owned())
            });
        }
        if is_of_web(address) {
            return Err(elsewhere(address));
        }
        let path =
            inside(address).ok_or(format!("“{}” is no file in the folder of the text", quoted(address)))?;
        pictures.name(&path, || self.bytes(&path))
    }

    /// The bytes of a file beside the text.
    fn bytes(&self, path: &str) -> Result<Vec<u8>, String> {
        let folder =
            self.folder.get_or_init(|| Folder::open(self.text.parent().unwrap_or(Path::new(""))).ok());
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

/// Why a picture on the web is not taken.
pub fn elsewhere(address: &str) -> String {
    format!("it is not in the file, but at “{}”", quoted(address))
}

fn quoted(address: &str) -> String {
    address.chars().take(QUOTED).collect()
}

fn is_of_web(address: &str) -> bool {
    let is_scheme = |scheme: &str| {
        scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    address.starts_with("//") || address.split_once(':').is_some_and(|(scheme, _)| is_scheme(scheme))
}

/// The path of a file below the folder of the text.
fn inside(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?.replace('\\', "/");
    let path = decode(&path);
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
