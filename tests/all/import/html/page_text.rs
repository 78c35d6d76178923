//! The words of a page by another reader than that of the import: all texts but those of scripts and style sheets, and the alternative
//! texts of pictures.

use std::cell::RefCell;

use lol_html::html_content::TextType;
use lol_html::{RewriteStrSettings, doc_text, element, rewrite_str};
use roxmltree::{Document, Node, ParsingOptions};

/// Characters that HTML has names for, as far as the pages of the tests use them.
const NAMED: [(&str, &str); 7] = [
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("nbsp", "\u{a0}"),
    ("copy", "©"),
    ("apos", "'"),
    ("amp", "&"),
];

/// A character that no text holds is read as a lost one.
fn as_read(c: char) -> char {
    if c.is_control() && !c.is_whitespace() { char::REPLACEMENT_CHARACTER } else { c }
}

fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let known = after.split_once(';').and_then(|(name, after)| {
            let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok(),
                None => digits.parse().ok(),
            });
            let named = NAMED.iter().find(|(known, _)| *known == name).map(|(_, said)| (*said).to_owned());
            number.and_then(char::from_u32).map(as_read).map(String::from).or(named).map(|said| (said, after))
        });
        match known {
            Some((said, after)) => {
                out.push_str(&said);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out + rest
}

/// The words of a page of XML; none where it is damaged.
fn of_xml(page: &str) -> Option<String> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(page, options).ok()?;
    let is_text =
        |node: &Node<'_, '_>| !node.ancestors().any(|it| matches!(it.tag_name().name(), "script" | "style"));
    let texts = document.descendants().filter(Node::is_text).filter(is_text).filter_map(|node| node.text());
    Some(texts.chain(document.descendants().filter_map(|node| node.attribute("alt"))).collect())
}

/// The words of a page.
pub fn of(bytes: &[u8]) -> String {
    let is_xml = bytes.starts_with(b"<?xml");
    if let Some(words) = std::str::from_utf8(bytes).ok().filter(|_| is_xml).and_then(of_xml) {
        return words;
    }
    let page = match std::str::from_utf8(bytes) {
        Ok(page) => page.to_owned(),
        Err(_) if bytes.windows(2).any(|pair| pair[0] > 0x80 && pair[1] > 0x80) => {
            encoding_rs::GB18030.decode(bytes).0.into_owned()
        }
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    };
    let (words, text) = (RefCell::new(String::new()), RefCell::new(String::new()));
    let alternative = |element: &mut lol_html::html_content::Element<'_, '_>| {
        words.borrow_mut().push_str(&decoded(&element.get_attribute("alt").unwrap_or_default()));
        Ok(())
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("img[alt]", alternative))
        .append_document_content_handler(doc_text!(|chunk| {
            // Texts of styles are raw, and no other of these pages is.
            if !matches!(chunk.text_type(), TextType::ScriptData | TextType::RawText) {
                text.borrow_mut().push_str(chunk.as_str());
            }
            if chunk.last_in_text_node() {
                words.borrow_mut().push_str(&decoded(&text.take()));
            }
            Ok(())
        }));
    rewrite_str(&page, settings).unwrap();
    words.into_inner() + &text.into_inner()
}
