//! Writes a file of XML, element by element.

use quick_xml::escape::{escape, partial_escape};

use super::allowed;

/// A file as it grows. Who writes closes what is open.
#[derive(Debug, Clone)]
pub struct Writer(String);

impl Writer {
    /// A file that has nothing but the declaration of XML.
    pub fn begin() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned())
    }

    /// A piece of a file, which is added to it later.
    pub fn piece() -> Self {
        Self(String::new())
    }

    /// Adds a piece.
    pub fn add(&mut self, piece: &Self) {
        self.0.push_str(&piece.0);
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Begins an element.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str(">\n");
    }

    /// Ends an element.
    pub fn close(&mut self, name: &str) {
        self.0.extend(["</", name, ">\n"]);
    }

    /// Adds an element with text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.typed(name, &[], text);
    }

    /// Adds an element with attributes and text; blanks count where an attribute says so.
    pub fn typed(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.tag(name, attributes);
        self.0.extend([">", &partial_escape(text), "</", name, ">\n"]);
    }

    /// Adds an element with text in which every blank counts.
    pub fn words(&mut self, name: &str, text: &str) {
        self.typed(name, &[("xml:space", "preserve")], text);
    }

    /// Adds an element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str("/>\n");
    }

    /// Begins an element among words, where no blank may be added.
    pub fn begin_words(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push('>');
    }

    /// Adds words.
    pub fn say(&mut self, words: &str) {
        self.0.push_str(&partial_escape(words));
    }

    /// Ends an element among words.
    pub fn end_words(&mut self, name: &str) {
        self.0.extend(["</", name, ">"]);
    }

    /// Adds an element among words with nothing in it.
    pub fn void(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str("/>");
    }

    /// Ends the line, where a blank says nothing.
    pub fn new_line(&mut self) {
        self.0.push('\n');
    }

    /// The finished file.
    pub fn finish(self) -> String {
        allowed(self.0)
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.extend(["<", name]);
        for (name, value) in attributes {
            self.0.extend([" ", name, "=\"", &escape(*value), "\""]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Writer;
    use crate::xml::{Visitor, read};

    #[derive(Default)]
    struct Seen(String);

    impl Visitor for Seen {
        fn attribute(&mut self, name: &str, value: &str) {
            self.0 += &format!("{name}={value};");
        }

        fn text(&mut self, text: &str) {
            self.0 += text.trim();
        }

        fn character(&mut self, c: char) {
            self.0.push(c);
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut file = Writer::begin();
        file.open("a", &[("b", "\"1\" & <2>")]);
        file.text("c", "甲&<乙>]]>\u{1}");
        file.empty("d", &[]);
        file.close("a");
        let mut seen = Seen::default();
        read(&file.finish(), &mut seen).unwrap();
        assert_eq!(seen.0, "b=\"1\" & <2>;甲&<乙>]]>\u{fffd}");
    }
}
