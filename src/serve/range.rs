//! Which part of a file a request asks for: players of film and sound ask for the part that they play, and cannot move in a film without.
//!
//! In: the headers of a request and the length of a file. Out: the part of it to send (RFC 9110, 14). Several ranges in one request are not
//! answered as such: the whole file is sent, as for what is no range at all.

use axum::http::{HeaderMap, HeaderValue, Method, header};

/// What a request asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// From this byte, up to and with the other or to the end.
    From(u64, Option<u64>),
    /// The last bytes, so many.
    Last(u64),
}

/// What is sent of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// These bytes, the last one included.
    Some { first: u64, last: u64 },
    /// Nothing: the file has no such bytes.
    None,
}

/// The range that a request asks for; none where it asks for the whole file, or for it as it once was.
pub fn asked(method: &Method, headers: &HeaderMap) -> Option<Asked> {
    // No answer says which state of a file it is of.
    if method != Method::GET || headers.contains_key(header::IF_RANGE) {
        return None;
    }
    parse(headers.get(header::RANGE)?.to_str().ok()?)
}

fn parse(range: &str) -> Option<Asked> {
    let (unit, range) = range.trim().split_once('=')?;
    let (first, last) = range.trim().split_once('-')?;
    let number = |digits: &str| {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse().unwrap_or(u64::MAX))
    };
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return None;
    }
    match (first.trim(), last.trim()) {
        ("", last) => Some(Asked::Last(number(last)?)),
        (first, "") => Some(Asked::From(number(first)?, None)),
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            (first <= last).then_some(Asked::From(first, Some(last)))
        }
    }
}

impl Asked {
    /// The part of a file of this length.
    pub fn of(self, length: u64) -> Part {
        let end = length.saturating_sub(1);
        match self {
            Asked::From(first, _) if first >= length => Part::None,
            Asked::From(first, last) => Part::Some { first, last: last.unwrap_or(end).min(end) },
            Asked::Last(0) => Part::None,
            Asked::Last(_) if length == 0 => Part::None,
            Asked::Last(count) => Part::Some { first: length.saturating_sub(count), last: end },
        }
    }
}

impl Part {
    /// The header that says which part it is; none where it is the whole.
    pub fn content_range(self, length: u64) -> Option<HeaderValue> {
        let words = match self {
            Part::Whole => return None,
            Part::Some { first, last } => format!("bytes {first}-{last}/{length}"),
            Part::None => format!("bytes */{length}"),
        };
        words.try_into().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_writes_them() {
        for (range, part) in [
            ("bytes=0-", Part::Some { first: 0, last: 9 }),
            ("bytes=0-0", Part::Some { first: 0, last: 0 }),
            ("bytes=3-5", Part::Some { first: 3, last: 5 }),
            ("Bytes = 3-99999999999999999999999", Part::Some { first: 3, last: 9 }),
            ("bytes=-4", Part::Some { first: 6, last: 9 }),
            ("bytes=-40", Part::Some { first: 0, last: 9 }),
            ("bytes=10-", Part::None),
            ("bytes=-0", Part::None),
        ] {
            assert_eq!(parse(range).map(|asked| asked.of(10)), Some(part), "{range}");
        }
        for no_range in
            ["bytes=5-3", "bytes=", "bytes=-", "bytes=a-b", "bytes=0-1,4-5", "lines=1-2", "0-1", "bytes=+1-2"]
        {
            assert_eq!(parse(no_range), None, "{no_range}");
        }
        assert_eq!(Asked::From(0, None).of(0), Part::None);
        assert_eq!(Asked::Last(1).of(0), Part::None);
    }
}
