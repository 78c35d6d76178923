//! JSON with a line for each part of the outermost lists, so that two states of a file can be compared by their lines.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// Writes a value.
pub fn text(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let written = value.serialize(&mut Serializer::with_formatter(&mut bytes, Lines::default()));
    bytes.push(b'\n');
    written.ok().and_then(|()| String::from_utf8(bytes).ok()).unwrap_or_default()
}

#[derive(Default)]
struct Lines {
    /// In how many lists and mappings the next value stands.
    depth: usize,
}

impl Lines {
    fn begin<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth += 1;
        out.write_all(sign)
    }

    fn end<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8], depth: usize) -> io::Result<()> {
        self.depth -= 1;
        if self.depth == depth {
            out.write_all(b"\n")?;
        }
        out.write_all(sign)
    }

    fn next<W: ?Sized + Write>(&self, out: &mut W, first: bool, depth: usize) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        if self.depth == depth { out.write_all(b"\n") } else { Ok(()) }
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"]", 1)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first, 2)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"}", 0)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_an_outermost_list_has_a_line() {
        let value =
            serde_json::json!({ "a": { "x": [1, { "y": [] }] }, "b": [{ "c": ["甲", "乙"] }, {}], "d": [] });
        let written = text(&value);
        assert_eq!(
            written,
            "{\n\"a\":{\"x\":[1,{\"y\":[]}]},\n\"b\":[\n{\"c\":[\"甲\",\"乙\"]},\n{}\n],\n\"d\":[\n]\n}\n"
        );
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), value);
    }
}
