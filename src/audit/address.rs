//! Where an address leads: into the page, to another file of the site, or away.
//!
//! In: the raw value of `href` or `src` and the folder it counts from. Out: the path inside the site, decoded, and the
//! fragment as it is written: an id may look like an encoded one (see [`Fragment`]). The query is dropped. Nothing is
//! fetched.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::text;
use crate::address::decode as percent_decode;
use crate::source::slice;

/// Where an address leads, as it is written and as it is seen from a base.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address<'a, 'b> {
    /// Nowhere: empty, or `#` alone.
    Nowhere,
    /// To a part of the same page.
    Part(Cow<'a, str>),
    /// To a file or folder of the site.
    Inside {
        /// The path from the site's root.
        path: Path<'a, 'b>,
        /// The part of it, empty for the whole.
        fragment: Cow<'a, str>,
    },
    /// Up past the site's root.
    Above,
    /// To another host by http.
    Host,
    /// A `javascript:` address.
    Script,
    /// By another scheme, such as `mailto:` or `data:`.
    Scheme,
}

/// A path in two pieces, so that neither need be copied. That of a folder ends in `/` or is empty.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Path<'a, 'b> {
    /// What the base gives: nothing, or a path that ends in `/` unless it is all there is.
    pub folder: &'b str,
    /// What the address gives.
    pub rest: Cow<'a, str>,
}

impl Path<'_, '_> {
    /// The path in one piece.
    pub fn whole(&self) -> String {
        [self.folder, &self.rest].concat()
    }
}

impl<'a, 'b> Address<'a, 'b> {
    /// Resolves `raw` against `base`, the path of a file or folder inside the site.
    pub fn resolve(raw: &'a str, base: &'b str) -> Self {
        if let Some((path, fragment)) = plain(raw) {
            return match (path, fragment) {
                ("", "") => Address::Nowhere,
                ("", part) => Address::Part(part.into()),
                (path, fragment) => Self::inside(base, path.into(), fragment.into()),
            };
        }
        let address = browser_view(raw);
        if address.is_empty() || address == "#" {
            return Address::Nowhere;
        }
        if let Some(scheme) = scheme(&address) {
            return match scheme.to_ascii_lowercase().as_str() {
                "javascript" | "vbscript" => Address::Script,
                "http" | "https" => Address::Host,
                _ => Address::Scheme,
            };
        }
        if address.starts_with("//") {
            return Address::Host;
        }
        let (before, fragment) = split(address);
        if before.is_empty() {
            return Address::Part(fragment);
        }
        let path = match before {
            Cow::Borrowed(before) => percent_decode(without_query(before)),
            Cow::Owned(before) => Cow::Owned(percent_decode(without_query(&before)).into_owned()),
        };
        Self::inside(base, path, fragment)
    }

    fn inside(base: &'b str, path: Cow<'a, str>, fragment: Cow<'a, str>) -> Self {
        match join(base, path) {
            Some(path) => Address::Inside { path, fragment },
            None => Address::Above,
        }
    }
}

/// Path and fragment of an address that a browser reads as it is written, which nearly all are. They hold nothing
/// that decoding would change, and no scheme, host or query.
fn plain(raw: &str) -> Option<(&str, &str)> {
    const PLAIN: [bool; 256] = {
        let mut plain = [false; 256];
        let mut byte = 0;
        while byte < 128u8 {
            plain[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/');
            byte += 1;
        }
        plain
    };
    let is_plain = |byte: &u8| PLAIN[*byte as usize];
    let end = raw.as_bytes().iter().position(|byte| !is_plain(byte)).unwrap_or(raw.len());
    let (path, fragment) = raw.split_at(end);
    let plain = match fragment.as_bytes() {
        [] => true,
        [b'#', fragment @ ..] => fragment.iter().all(is_plain),
        _ => false,
    };
    (plain && !path.starts_with("//")).then(|| (path, fragment.get(1..).unwrap_or_default()))
}

/// The address as a browser reads it: references decoded, line breaks and tabs dropped, `\` taken for `/`.
fn browser_view(raw: &str) -> Cow<'_, str> {
    let mut view = text::decode(raw);
    if view.bytes().any(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | b'\\')) {
        let kept = view.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r'));
        view = Cow::Owned(kept.map(|c| if c == '\\' { '/' } else { c }).collect());
    }
    let padding = |c: char| c <= ' ';
    match view {
        Cow::Borrowed(view) => Cow::Borrowed(view.trim_matches(padding)),
        Cow::Owned(view) => Cow::Owned(view.trim_matches(padding).to_owned()),
    }
}

fn scheme(address: &str) -> Option<&str> {
    let scheme = slice(address, ..address.find([':', '/', '?', '#'])?);
    let is_scheme = slice(address, scheme.len()..).starts_with(':')
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme.then_some(scheme)
}

/// The address before `#`, and the fragment after it.
fn split(address: Cow<'_, str>) -> (Cow<'_, str>, Cow<'_, str>) {
    match address {
        Cow::Borrowed(address) => match address.split_once('#') {
            Some((before, fragment)) => (before.into(), without_directive(fragment).into()),
            None => (address.into(), "".into()),
        },
        Cow::Owned(address) => match address.split_once('#') {
            Some((before, fragment)) => {
                (before.to_owned().into(), without_directive(fragment).to_owned().into())
            }
            None => (address.into(), "".into()),
        },
    }
}

/// A fragment without what follows `:~:`, which browsers keep for themselves, such as the words to find.
fn without_directive(fragment: &str) -> &str {
    // The single character is sought first: it is far quicker to see that it is missing.
    if fragment.contains('~') { fragment.split(":~:").next().unwrap_or_default() } else { fragment }
}

/// The names by which HTML seeks the part that a fragment means.
pub(super) struct Fragment<'a> {
    /// As addresses are kept, with what cannot stand in one encoded: it comes first.
    pub raw: Cow<'a, str>,
    /// Decoded, where that differs.
    pub decoded: Option<Cow<'a, str>>,
}

impl<'a> Fragment<'a> {
    /// Those of a fragment as it is written.
    pub fn of(written: &'a str) -> Self {
        if written.bytes().all(stays) {
            let decoded = written.contains('%').then(|| percent_decode(written));
            return Self { raw: written.into(), decoded };
        }
        let mut raw = String::with_capacity(written.len());
        for c in written.chars() {
            if c.is_ascii() && stays(c as u8) {
                raw.push(c);
            } else {
                let mut bytes = [0; 4];
                c.encode_utf8(&mut bytes).bytes().for_each(|byte| {
                    let _ = write!(raw, "%{byte:02X}");
                });
            }
        }
        Self { raw: raw.into(), decoded: Some(percent_decode(written)) }
    }

    /// The name people would give the part.
    pub fn plain(&self) -> &str {
        self.decoded.as_deref().unwrap_or(&self.raw)
    }

    /// Both names, in the order they are tried.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [Some(&*self.raw), self.decoded.as_deref()].into_iter().flatten()
    }

    /// Whether it means the top of a page that has no part of this name.
    pub fn is_top(&self) -> bool {
        self.raw.is_empty() || self.plain().eq_ignore_ascii_case("top")
    }
}

/// Whether the URL standard leaves a byte of a fragment as it is.
fn stays(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'`')
}

fn without_query(path: &str) -> &str {
    path.split('?').next().unwrap_or_default()
}

/// `path` as seen from `base`; none if it climbs out of the site.
fn join<'a, 'b>(base: &'b str, path: Cow<'a, str>) -> Option<Path<'a, 'b>> {
    if path.is_empty() {
        return Some(Path { folder: base, rest: path });
    }
    let folder = if path.starts_with('/') { "" } else { folder_of(base) };
    let Cow::Borrowed(path) = path else { return walk(folder, &path) };
    let (mut folder, mut rest) = (folder, path.strip_prefix('/').unwrap_or(path));
    while let Some(below) = rest.strip_prefix("../") {
        folder = above(folder)?;
        rest = below;
    }
    if has_dots(rest) { walk(folder, rest) } else { Some(Path { folder, rest: rest.into() }) }
}

/// Whether a path may go elsewhere than down: some part of it is empty or begins with a dot.
fn has_dots(path: &str) -> bool {
    let mut before = b'/';
    path.bytes().any(|byte| matches!((std::mem::replace(&mut before, byte), byte), (b'/', b'/' | b'.')))
}

/// The folder that holds a folder.
fn above(folder: &str) -> Option<&str> {
    folder.strip_suffix('/').map(folder_of)
}

/// The folder a path is in.
fn folder_of(path: &str) -> &str {
    // Paths are short, and so this is quicker than a search that prepares itself.
    let slash = path.bytes().rposition(|byte| byte == b'/');
    slice(path, ..slash.map_or(0, |slash| slash + 1))
}

/// Goes from a folder part by part.
fn walk<'a, 'b>(folder: &str, path: &str) -> Option<Path<'a, 'b>> {
    let mut joined = folder.to_owned();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        match part {
            "" | "." => {}
            ".." => joined.truncate(above(&joined)?.len()),
            name => {
                joined.push_str(name);
                if parts.peek().is_some() {
                    joined.push('/');
                }
            }
        }
    }
    Some(Path { folder: "", rest: joined.into() })
}

/// Whether an address counts from the root of the site.
pub(super) fn is_rooted(raw: &str) -> bool {
    text::decode(raw).trim_start_matches(|c: char| c <= ' ').starts_with(['/', '\\'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(raw: &str, base: &str) -> String {
        match Address::resolve(raw, base) {
            Address::Inside { path, fragment } => format!("{}#{fragment}", path.whole()),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn paths_resolve_against_the_page() {
        let page = "a-hrc-res-52-8/easy-read/index.html";
        assert_eq!(inside("../index.html#op-10", page), "a-hrc-res-52-8/index.html#op-10");
        assert_eq!(inside("../../", page), "#");
        assert_eq!(inside("./x/../y.css?v=1", page), "a-hrc-res-52-8/easy-read/y.css#");
        assert_eq!(inside("/%E6%98%93%E8%AF%BB/#%E4%B8%80", page), "易读/#%E4%B8%80");
        assert_eq!(inside("..", page), "a-hrc-res-52-8/#");
        assert_eq!(inside("?q=1", page), "a-hrc-res-52-8/easy-read/index.html#");
        assert_eq!(Address::resolve("../../../x", page), Address::Above);
        assert_eq!(Address::resolve("#%E6%98%93", page), Address::Part("%E6%98%93".into()));
        assert_eq!(Address::resolve("#a:~:text=%E6%98%93,b", page), Address::Part("a".into()));
        assert_eq!(Address::resolve("#:~:text=易", page), Address::Part("".into()));
        assert_eq!(inside("100%.html", "index.html"), "100%.html#");
    }

    #[test]
    fn what_leads_away() {
        for raw in
            ["javascript:x()", " JavaScript:x", "java\nscript:x", "&#106;avascript:x", "javascript&colon;x"]
        {
            assert_eq!(Address::resolve(raw, ""), Address::Script, "{raw}");
        }
        for raw in ["https://un.org/", "//un.org", "\\\\un.org", "HTTP://un.org"] {
            assert_eq!(Address::resolve(raw, ""), Address::Host, "{raw}");
        }
        for raw in ["mailto:a@b", "tel:1", "data:,x"] {
            assert_eq!(Address::resolve(raw, ""), Address::Scheme, "{raw}");
        }
        for raw in ["", " ", "#", "&#35;"] {
            assert_eq!(Address::resolve(raw, ""), Address::Nowhere, "{raw}");
        }
    }

    #[test]
    fn a_fragment_is_sought_as_it_is_and_then_decoded() {
        for (written, names) in [
            ("a-1", &["a-1"][..]),
            ("易", &["%E6%98%93", "易"]),
            ("%E6%98%93", &["%E6%98%93", "易"]),
            ("a b", &["a%20b", "a b"]),
            ("a%20b", &["a%20b", "a b"]),
            ("100%", &["100%", "100%"]),
        ] {
            assert_eq!(Fragment::of(written).names().collect::<Vec<_>>(), names, "{written}");
        }
        assert!(Fragment::of("TOP").is_top() && Fragment::of("").is_top() && Fragment::of("%74op").is_top());
        assert!(!Fragment::of("上").is_top());
    }
}
