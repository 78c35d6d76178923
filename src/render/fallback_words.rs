//! Words of the fallback language on pages of another one, marked with their language.
//!
//! In: a finished page or document of a book, in which such words stand between [`FALLBACK_BEGINS`] and [`FALLBACK_ENDS`].
//! Out: the same with an element around them that says their language and direction (WCAG 2.2, 3.1.2). In an attribute, a
//! title and any other place that holds no elements, HTML cannot say it, and the marks are taken out.

use lol_html::html_content::ContentType;
use lol_html::html_content::TextType;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use crate::languages::{self, FALLBACK_BEGINS, FALLBACK_ENDS};

const MARKS: [char; 2] = [FALLBACK_BEGINS, FALLBACK_ENDS];

/// Marks the words of the fallback in a file of this name.
pub fn mark(name: &str, made: String) -> String {
    if !made.contains(MARKS) {
        return made;
    }
    let is_xhtml = name.ends_with(".xhtml");
    let marked = if is_xhtml || name.ends_with(".html") { elements(&made, is_xhtml) } else { None };
    marked.unwrap_or(made).replace(MARKS, "")
}

fn elements(made: &str, is_xhtml: bool) -> Option<String> {
    let lang = languages::fallback();
    let dir = lang.direction().attribute();
    let begin = match is_xhtml {
        true => format!("<span lang=\"{lang}\" xml:lang=\"{lang}\" dir=\"{dir}\">"),
        false => format!("<span lang=\"{lang}\" dir=\"{dir}\">"),
    };
    let attributes = element!("*", |element| {
        let marked = |value: &String| value.contains(MARKS);
        let attributes = element.attributes().iter();
        let wrong: Vec<(String, String)> = attributes
            .map(|attribute| (attribute.name_preserve_case(), attribute.value()))
            .filter(|(_, value)| marked(value))
            .collect();
        for (name, value) in wrong {
            element.set_attribute(&name, &value.replace(MARKS, ""))?;
        }
        Ok(())
    });
    let words = text!("*", |chunk| {
        if chunk.text_type() == TextType::Data && chunk.as_str().contains(MARKS) {
            let words = chunk.as_str().replace(FALLBACK_BEGINS, &begin).replace(FALLBACK_ENDS, "</span>");
            // It is a piece of the page as it stands there, so it is escaped already.
            chunk.replace(&words, ContentType::Html);
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(attributes)
        .append_element_content_handler(words);
    rewrite_str(made, settings).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_fallback_are_marked_where_elements_may_stand() {
        let words = |words: &str| format!("{FALLBACK_BEGINS}{words}{FALLBACK_ENDS}");
        let page = |a: &str, b: &str, c: &str| {
            format!(
                "<!doctype html>\n<html lang=\"ar\"><title>{a} - 决议</title><p title=\"{b} &amp; x\">{c} &lt;<br/>"
            )
        };
        let (home, contact) = (words("Home"), words("Contact &amp; us"));
        assert_eq!(
            mark("official.html", page(&home, &home, &contact)),
            page("Home", "Home", "<span lang=\"en\" dir=\"ltr\">Contact &amp; us</span>"),
        );
        assert_eq!(
            mark("book/nav.xhtml", page(&home, &home, &home)),
            page("Home", "Home", "<span lang=\"en\" xml:lang=\"en\" dir=\"ltr\">Home</span>"),
        );
        assert_eq!(
            mark("book/package.opf", format!("<dc:title>{home}</dc:title>")),
            "<dc:title>Home</dc:title>"
        );
        assert_eq!(mark("official.html", "<p>决议".to_owned()), "<p>决议");
    }
}
