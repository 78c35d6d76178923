//! What can be asked of HTML that the sanitiser wrote: in it every attribute stands between double quotation marks.

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

#[cfg(test)]
mod tests {
    use super::words_between_tags;

    #[test]
    fn tags_are_no_words_whatever_their_attributes_hold() {
        assert_eq!(words_between_tags("甲<b title=\"a > b\">乙</b> &amp; <br>丙"), "甲乙 &amp; 丙");
        assert_eq!(words_between_tags("<b title=\"甲"), "");
    }
}
