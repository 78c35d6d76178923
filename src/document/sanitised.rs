//! What can be asked of HTML that the sanitiser wrote: in it every attribute stands between double quotation marks.

use crate::source::slice;

/// The words between the tags, as they are written there.
pub fn words_between_tags(html: &str) -> String {
    let mut until = None;
    let mut words = String::new();
    for c in html.chars() {
        until = match (until, c) {
            (None, '<') => Some('>'),
            (Some('>'), '"') => Some('"'),
            (Some('"'), '"') => Some('>'),
            (Some(end), _) if end == c => None,
            (None, _) => {
                words.push(c);
                None
            }
            (until, _) => until,
        };
    }
    words
}

/// The value of an attribute of a tag.
pub fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let mut rest = slice(tag, tag.find(char::is_whitespace)?..);
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"')?;
        if name.trim() == wanted {
            return Some(unescaped(value));
        }
        rest = after;
    }
    None
}

/// Words without the escapes of HTML.
pub fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
}

/// The number that a value begins with, as browsers read it; none that no list can have.
pub fn integer(value: &str) -> Option<i64> {
    let value = value.trim_start();
    let signs = value.len() - value.strip_prefix(['-', '+']).unwrap_or(value).len();
    let digits = slice(value, signs..).bytes().take_while(u8::is_ascii_digit).count();
    slice(value, ..signs + digits).parse::<i32>().ok().map(i64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_no_words_whatever_their_attributes_hold() {
        assert_eq!(words_between_tags("甲<b title=\"a > b\">乙</b> &amp; <br>丙"), "甲乙 &amp; 丙");
        assert_eq!(words_between_tags("<b title=\"甲"), "");
    }

    #[test]
    fn values_are_those_of_the_attribute() {
        let tag = "<abbr lang=\"en\" title=\"a &amp; title=&quot;b&quot;\">";
        assert_eq!(attribute(tag, "title").as_deref(), Some("a & title=\"b\""));
        assert_eq!(attribute(tag, "lang").as_deref(), Some("en"));
        assert_eq!(attribute("<ol reversed=\"\">", "reversed").as_deref(), Some(""));
        assert_eq!(attribute("<ol>", "start"), None);
        assert_eq!(["-3", "+4", " 5x", "x", ""].map(integer), [Some(-3), Some(4), Some(5), None, None]);
    }
}
