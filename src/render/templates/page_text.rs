//! The text of a page while its template writes it.

use std::io;

use crate::render::html::Marks;

/// What most pages do not outgrow, in bytes.
const PAGE_SIZE: usize = 32 * 1024;

/// A page as it grows. The engine hands over bytes, piece by piece and each piece whole; small ones are gathered, so that
/// SIMD validates them together.
#[derive(Default)]
pub struct PageText {
    text: String,
    gathered: Vec<u8>,
}

impl PageText {
    /// From here on a piece is validated by itself.
    const LARGE: usize = 1024;

    /// Nothing yet.
    pub fn new() -> Self {
        Self { text: String::with_capacity(PAGE_SIZE), gathered: Vec::with_capacity(2 * Self::LARGE) }
    }

    fn settle(&mut self) -> io::Result<()> {
        self.text.push_str(simdutf8::basic::from_utf8(&self.gathered).map_err(io::Error::other)?);
        self.gathered.clear();
        Ok(())
    }

    /// All of it.
    ///
    /// # Errors
    /// When a piece is no UTF-8.
    pub fn finish(mut self) -> io::Result<String> {
        self.settle()?;
        Ok(self.text)
    }
}

impl io::Write for PageText {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if bytes.len() < Self::LARGE {
            self.gathered.extend_from_slice(bytes);
            return if self.gathered.len() < Self::LARGE { Ok(()) } else { self.settle() };
        }
        self.settle()?;
        self.text.push_str(simdutf8::basic::from_utf8(bytes).map_err(io::Error::other)?);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Escapes as Tera does, but writes what needs no escaping in one piece instead of byte by byte.
pub fn escape(words: &str, out: &mut dyn io::Write) -> io::Result<()> {
    static MARKS: Marks = Marks::new(b"&<>\"'");
    if !MARKS.any_in(words.as_bytes()) {
        return out.write_all(words.as_bytes());
    }
    let mut copied = 0;
    for (at, byte) in words.bytes().enumerate() {
        let escaped: &[u8] = match byte {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            b'\'' => b"&#39;",
            _ => continue,
        };
        out.write_all(&words.as_bytes()[copied..at])?;
        out.write_all(escaped)?;
        copied = at + 1;
    }
    out.write_all(&words.as_bytes()[copied..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_the_order_of_its_pieces_and_takes_text_alone() {
        let mut page = PageText::default();
        let long = "长".repeat(PageText::LARGE);
        for piece in ["一", &long, "二", "三", &long] {
            io::Write::write_all(&mut page, piece.as_bytes()).unwrap();
        }
        assert_eq!(page.finish().unwrap(), format!("一{long}二三{long}"));
        for broken in [&"说".as_bytes()[..2], &long.as_bytes()[1..]] {
            let mut page = PageText::default();
            let written = io::Write::write_all(&mut page, broken);
            assert!(written.and_then(|()| page.finish()).is_err());
        }
    }
}
