//! Words of the fallback language on pages of another one, marked with their language (WCAG 2.2, 3.1.2).
//!
//! In: a finished page or document of a book, in which such words stand between [`FALLBACK_BEGINS`] and [`FALLBACK_ENDS`].
//! Out: the same without these marks. Words among others are within an element that says their language and direction.
//! Where they are the name of an element, in an attribute, the element says the language, and what is inside says that of
//! the page again. A title holds no elements: there, and in an attribute with other words too, nothing says it.

use std::cell::RefCell;
use std::rc::Rc;

use lol_html::html_content::{ContentType, Element, TextType};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use crate::lang::Lang;
use crate::languages::{self, FALLBACK_BEGINS, FALLBACK_ENDS};
use crate::source::slice;

const MARKS: [char; 2] = [FALLBACK_BEGINS, FALLBACK_ENDS];

/// Marks the words of the fallback in a file of this name.
pub fn mark(name: &str, made: String) -> String {
    // Nearly all pages have none: three bytes are looked for with SIMD.
    let mut begin = [0; 4];
    if memchr::memmem::find(made.as_bytes(), FALLBACK_BEGINS.encode_utf8(&mut begin).as_bytes()).is_none() {
        return made;
    }
    let is_xhtml = name.ends_with(".xhtml");
    let marked = if is_xhtml || name.ends_with(".html") { elements(&made, is_xhtml) } else { None };
    marked.unwrap_or(made).replace(MARKS, "")
}

/// An element whose end was not met yet.
struct Open {
    /// The language of what is in it, as the page says it.
    lang: String,
    /// The element says the fallback's, for its name.
    named: bool,
}

fn elements(made: &str, is_xhtml: bool) -> Option<String> {
    let open: Rc<RefCell<Vec<Open>>> = Rc::default();
    let (of_elements, of_words) = (open.clone(), open);
    let begins = |lang: &str| {
        let direction = lang.parse::<Lang>().map(|lang| format!(" dir=\"{}\"", lang.direction().attribute()));
        let xml = if is_xhtml { format!(" xml:lang=\"{lang}\"") } else { String::new() };
        format!("<span lang=\"{lang}\"{xml}{}>", direction.unwrap_or_default())
    };
    let fallback = languages::fallback().to_string();
    let of_fallback = begins(&fallback);
    let attributes = element!("*", |element| {
        let (inherited, in_named) = match of_elements.borrow().last() {
            Some(parent) => (parent.lang.clone(), parent.named),
            None => (String::new(), false),
        };
        let own = element.get_attribute("lang");
        if in_named && own.is_none() {
            say(element, &inherited, is_xhtml)?;
        }
        let lang = own.unwrap_or(inherited);
        let named = without_marks(element)? && !["meta", "link"].contains(&element.tag_name().as_str());
        if named {
            say(element, &fallback, is_xhtml)?;
        }
        if element.can_have_content() && !(is_xhtml && element.is_self_closing()) {
            of_elements.borrow_mut().push(Open { lang, named });
            let ended = of_elements.clone();
            element.on_end_tag(lol_html::end_tag!(move |_| {
                ended.borrow_mut().pop();
                Ok(())
            }))?;
        }
        Ok(())
    });
    let words = text!("*", |chunk| {
        let (words, open) = (chunk.as_str(), of_words.borrow());
        let inside = open.last().filter(|inside| inside.named && words.contains(char::is_alphabetic));
        if chunk.text_type() != TextType::Data || !(words.contains(MARKS) || inside.is_some()) {
            return Ok(());
        }
        let of_page = open.last().map(|inside| begins(&inside.lang)).unwrap_or_default();
        let mut said = within_spans(words, &of_fallback, &of_page);
        if inside.is_some() {
            said = format!("{of_page}{said}</span>");
        }
        // It is a piece of the page as it stands there, so it is escaped already.
        chunk.replace(&said, ContentType::Html);
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(attributes)
        .append_element_content_handler(words);
    rewrite_str(made, settings).ok()
}

/// Words with those of the fallback in a span. What stands between them is in the same span, as sentences and dates of one
/// language are read in its direction: numbers as they are, words of the page in a span of their own.
fn within_spans(words: &str, of_fallback: &str, of_page: &str) -> String {
    let (Some(first), Some(last)) = (words.find(FALLBACK_BEGINS), words.rfind(FALLBACK_ENDS)) else {
        return words.to_owned();
    };
    let has_words = |piece: &str| piece.contains(char::is_alphabetic);
    let (before, rest) = (slice(words, ..first), slice(words, first..));
    let (rest, after) = (slice(rest, ..last - first), slice(words, last..));
    let is_number =
        |piece: &str| !piece.trim().is_empty() && piece.chars().all(|c| c.is_numeric() || c.is_whitespace());
    // A day stands before the name of its month, and a year behind it.
    let before_length =
        if is_number(before) { before.len() - before.trim_start().len() } else { before.len() };
    let after_words = slice(after, FALLBACK_ENDS.len_utf8()..);
    let after_length =
        FALLBACK_ENDS.len_utf8() + if is_number(after_words) { after_words.trim_end().len() } else { 0 };
    let mut said = slice(before, ..before_length).to_owned();
    said.push_str(of_fallback);
    let inner = [slice(before, before_length..), rest, slice(after, ..after_length)].concat();
    for piece in inner.split(FALLBACK_BEGINS) {
        let (fallback, page) = piece.split_once(FALLBACK_ENDS).unwrap_or(("", piece));
        said.push_str(fallback);
        match has_words(page) {
            true => said.extend([of_page, page, "</span>"]),
            false => said.push_str(page),
        }
    }
    said.push_str("</span>");
    said.push_str(slice(after, after_length..));
    said
}

/// Says the language of an element.
fn say(
    element: &mut Element<'_, '_>,
    lang: &str,
    is_xhtml: bool,
) -> Result<(), lol_html::errors::AttributeNameError> {
    if lang.is_empty() {
        return Ok(());
    }
    element.set_attribute("lang", lang)?;
    if is_xhtml { element.set_attribute("xml:lang", lang) } else { Ok(()) }
}

/// Takes the marks out of the attributes; whether one held words of the fallback and nothing else.
fn without_marks(element: &mut Element<'_, '_>) -> Result<bool, lol_html::errors::AttributeNameError> {
    let attributes = element.attributes().iter();
    let marked: Vec<(String, String)> = attributes
        .map(|attribute| (attribute.name_preserve_case(), attribute.value()))
        .filter(|(_, value)| value.contains(MARKS))
        .collect();
    let mut whole = false;
    for (name, value) in marked {
        whole |= value.starts_with(FALLBACK_BEGINS)
            && value.find(FALLBACK_ENDS) == value.rfind(FALLBACK_ENDS)
            && value.ends_with(FALLBACK_ENDS);
        element.set_attribute(&name, &value.replace(MARKS, ""))?;
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &str) -> String {
        format!("{FALLBACK_BEGINS}{words}{FALLBACK_ENDS}")
    }

    #[test]
    fn words_among_others_are_within_an_element() {
        let page = |a: &str, b: &str| {
            format!("<!doctype html>\n<html lang=\"ar\"><title>{a} - 决议</title><p>{b} &lt;<br/>")
        };
        let (home, contact) = (words("Home"), words("Contact &amp; us"));
        assert_eq!(
            mark("official.html", page(&home, &contact)),
            page("Home", "<span lang=\"en\" dir=\"ltr\">Contact &amp; us</span>"),
        );
        assert_eq!(
            mark("book/nav.xhtml", page(&home, &home)),
            page("Home", "<span lang=\"en\" xml:lang=\"en\" dir=\"ltr\">Home</span>"),
        );
        assert_eq!(
            mark("book/package.opf", format!("<dc:title>{home}</dc:title>")),
            "<dc:title>Home</dc:title>"
        );
        assert_eq!(mark("official.html", "<p>决议".to_owned()), "<p>决议");
    }

    #[test]
    fn what_stands_between_words_of_the_fallback_is_read_in_their_direction() {
        for (made, marked) in [
            (format!("{} {}", words("One."), words("Two.")), "<en>One. Two.</span>"),
            (format!(" 3{}2023\n", words(" April ")), " <en>3 April 2023</span>\n"),
            (
                format!("{}决议{}8{}", words("Book: "), words(" (EPUB, "), words(" KB)")),
                "<en>Book: <page>决议</span> (EPUB, 8 KB)</span>",
            ),
            (format!("决议 {}！", words("Home")), "决议 <en>Home</span>！"),
            ("决议".to_owned(), "决议"),
        ] {
            assert_eq!(within_spans(&made, "<en>", "<page>"), marked);
        }
    }

    #[test]
    fn a_name_is_in_the_language_of_its_element_and_what_is_inside_is_not() {
        let page = format!(
            "<html lang=\"ar\"><nav aria-label=\"{}\"><ul><li>عن<br></ul><p lang=\"zh\">决</p></nav><a title=\"{} 1\" \
             href=\"#\">عن</a><button aria-label=\"{}\">عن</button><p>عن</p></html>",
            words("Site"),
            words("Note"),
            words("Close &amp; go"),
        );
        assert_eq!(
            mark("home.html", page),
            "<html lang=\"ar\"><nav aria-label=\"Site\" lang=\"en\"><ul lang=\"ar\"><li>عن<br></ul><p lang=\"zh\">决</p></nav>\
             <a title=\"Note 1\" href=\"#\">عن</a><button aria-label=\"Close &amp; go\" lang=\"en\"><span lang=\"ar\" \
             dir=\"rtl\">عن</span></button><p>عن</p></html>"
        );
    }
}
