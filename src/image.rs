//! Pictures by their bytes: of which kind each is, whether it may move, and whether it is fit to be published.
//!
//! In: the bytes of a file and its name. Out: its [`PictureKind`], and whether it may move; what cannot be excluded may be.
//! Refused: kinds that a reading system need not show (EPUB 3.3, core media types), files that are empty, cut off or
//! of another kind than their name says, and drawings that do more than show themselves.

pub mod css;
mod gif;
mod svg;

use std::sync::Arc;

use data_url::DataUrl;

use crate::finding::{Finding, Place, Severity};
use crate::source::{Source, Span};

/// The kinds of picture that every reading system shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum PictureKind {
    Gif,
    Jpeg,
    Png,
    Svg,
    Webp,
}

impl PictureKind {
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            PictureKind::Gif => "image/gif",
            PictureKind::Jpeg => "image/jpeg",
            PictureKind::Png => "image/png",
            PictureKind::Svg => "image/svg+xml",
            PictureKind::Webp => "image/webp",
        }
    }

    /// The endings of its files, the usual one first.
    fn endings(self) -> &'static [&'static str] {
        match self {
            PictureKind::Gif => &["gif"],
            PictureKind::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            PictureKind::Png => &["png"],
            PictureKind::Svg => &["svg"],
            PictureKind::Webp => &["webp"],
        }
    }

    /// The usual ending of its files.
    pub fn ending(self) -> &'static str {
        self.endings()[0]
    }

    const ALL: [Self; 5] =
        [PictureKind::Gif, PictureKind::Jpeg, PictureKind::Png, PictureKind::Svg, PictureKind::Webp];
}

/// Whether a file is a picture by its name: one that must be what the name says.
pub fn is_picture(path: &str) -> bool {
    let ending = ending(path);
    ending == "svgz" || PictureKind::ALL.iter().any(|kind| kind.endings().contains(&&*ending))
}

fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase())
}

/// What is wrong with a picture.
#[derive(Debug, PartialEq, Eq)]
struct Unfit {
    rule: &'static str,
    /// Where in a drawing.
    at: Option<Span>,
    why: String,
    help: &'static str,
}

const AGAIN: &str = "Save the picture again with the program that made it.";

/// What the picture with these bytes is, and whether it may move. `path` is that of its file below the site's root.
///
/// # Errors
/// The findings that say why it cannot be published.
pub fn judge(path: &str, bytes: &[u8]) -> Result<(PictureKind, bool), Vec<Finding>> {
    let judged = look(bytes).and_then(|(kind, moves)| match ending(path) {
        ending if kind.endings().contains(&&*ending) => Ok((kind, moves)),
        _ => Err(vec![Unfit {
            rule: "book/picture-kind",
            at: None,
            why: format!(
                "by its bytes it is {}, and its name does not end in “.{}”",
                kind.media_type(),
                kind.ending()
            ),
            help: "Give the file the ending of its kind, and change it where texts lead to it.",
        }]),
    });
    judged.map_err(|unfit| {
        let source = std::str::from_utf8(bytes).ok().map(|text| Arc::new(Source::new(path, text)));
        unfit.into_iter().map(|unfit| unfit.finding(path, source.as_ref())).collect()
    })
}

/// What the picture with these bytes is, or why it cannot be published.
///
/// # Errors
/// The reason, without a full stop.
pub fn kind(bytes: &[u8]) -> Result<PictureKind, String> {
    look(bytes)
        .map(|(kind, _)| kind)
        .map_err(|unfit| unfit.into_iter().map(|unfit| unfit.why).collect::<Vec<_>>().join("; "))
}

impl Unfit {
    fn new(rule: &'static str, why: impl Into<String>, help: &'static str) -> Self {
        Self { rule, at: None, why: why.into(), help }
    }

    fn broken(why: impl Into<String>) -> Vec<Self> {
        vec![Self::new("book/broken-picture", why, AGAIN)]
    }

    fn finding(self, path: &str, source: Option<&Arc<Source>>) -> Finding {
        let place = match (self.at, source) {
            (Some(span), Some(source)) => Place::Source(source.clone(), span),
            _ => Place::File(path.into()),
        };
        let message = format!("the picture cannot be published: {}", self.why);
        Finding::new(self.rule, Severity::Error, place, message).help(self.help)
    }
}

/// What a picture is by its bytes, and whether it may move.
fn look(bytes: &[u8]) -> Result<(PictureKind, bool), Vec<Unfit>> {
    let whole = |whole: bool, kind, moves| {
        if whole { Ok((kind, moves)) } else { Err(Unfit::broken("its file is cut off or damaged")) }
    };
    match bytes {
        [] => Err(Unfit::broken("its file is empty")),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, rest @ ..] => {
            let ends = bytes.ends_with(&[b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82]);
            whole(rest.get(4..8) == Some(b"IHDR") && ends, PictureKind::Png, find(bytes, b"acTL"))
        }
        // Cameras write a little after the end, so the end is looked for anywhere.
        [0xff, 0xd8, 0xff, ..] => whole(find(bytes, &[0xff, 0xd9]), PictureKind::Jpeg, false),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => match gif::frames(bytes) {
            Some(frames) => Ok((PictureKind::Gif, frames > 1)),
            None => whole(false, PictureKind::Gif, true),
        },
        [b'R', b'I', b'F', b'F', a, b, c, d, b'W', b'E', b'B', b'P', ..] => {
            let length = u32::from_le_bytes([*a, *b, *c, *d]) as usize;
            whole(bytes.len() - 8 >= length, PictureKind::Webp, find(bytes, b"ANIM"))
        }
        _ => match std::str::from_utf8(bytes) {
            Ok(text) if text.trim_start_matches('\u{FEFF}').trim_start().starts_with('<') => {
                svg::look(text).map(|moves| (PictureKind::Svg, moves))
            }
            _ if find(bytes, b"<svg") || find(bytes, b"<\0s\0v\0g") || find(bytes, b"\0<\0s\0v\0g") => {
                Err(Unfit::broken("the drawing is not in UTF-8"))
            }
            _ => Err(vec![Unfit::new(
                "book/picture-kind",
                format!("it is {}, and reading systems need not know that kind", guess(bytes)),
                "Save it as PNG, JPEG, WebP, GIF or SVG.",
            )]),
        },
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> bool {
    memchr::memmem::find(bytes, wanted).is_some()
}

/// The name of a kind that cannot be published.
fn guess(bytes: &[u8]) -> &'static str {
    match bytes {
        [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f' | b's', ..] => "AVIF",
        [_, _, _, _, b'f', b't', b'y', b'p', b'h', b'e', ..] => "HEIC",
        [b'B', b'M', ..] => "BMP",
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => "TIFF",
        [0x1f, 0x8b, ..] => "a compressed drawing",
        _ => "none of the usual kinds of picture",
    }
}

/// Whether an address may be that of a font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fonts {
    /// It may.
    Allowed,
    /// It must be that of a picture.
    Refused,
}

/// Whether what stands at an address inside a drawing or style sheet may move. Only `#name` and data pass.
///
/// # Errors
/// Why the address is refused.
pub fn inside(address: &str, fonts: Fonts) -> Result<bool, String> {
    let address = address.trim_ascii();
    if address.starts_with('#') {
        return Ok(false);
    }
    let shown: String = address.chars().take(60).collect();
    let Ok(data) = DataUrl::process(address) else { return Err(format!("it loads “{shown}”")) };
    let kind = data.mime_type();
    let name = |name: &str| kind.subtype.eq_ignore_ascii_case(name);
    match &*kind.type_.to_ascii_lowercase() {
        "image" if ["png", "jpeg", "jpg", "gif", "webp"].into_iter().any(name) => {
            // Programs look at the bytes, so what the address says of them is not believed.
            let bytes = data.decode_to_vec().map(|(bytes, _)| bytes).unwrap_or_default();
            match bytes.trim_ascii_start().starts_with(b"<")
                || look(&bytes).is_ok_and(|(kind, _)| kind == PictureKind::Svg)
            {
                true => Err(format!("it holds a drawing as data: “{shown}”")),
                false => Ok(look(&bytes).map_or(true, |(_, moves)| moves)),
            }
        }
        "font" if fonts == Fonts::Allowed => Ok(false),
        "application"
            if fonts == Fonts::Allowed && (kind.subtype.contains("font") || name("octet-stream")) =>
        {
            Ok(false)
        }
        _ => Err(format!("it holds data that are no picture in PNG, JPEG, GIF or WebP: “{shown}”")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(bytes: &[u8]) -> Result<(PictureKind, bool), &'static str> {
        look(bytes).map_err(|unfit| unfit[0].rule)
    }

    #[test]
    fn kinds_are_told_by_their_bytes() {
        let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"IEND\xae\x42\x60\x82"].concat();
        assert_eq!(rule(&png), Ok((PictureKind::Png, false)));
        assert_eq!(rule(&png[..14]), Err("book/broken-picture"));
        assert_eq!(rule(b"\xff\xd8\xff\xe0 data \xff\xd9"), Ok((PictureKind::Jpeg, false)));
        assert_eq!(rule(b"\xff\xd8\xff\xe0 data"), Err("book/broken-picture"));
        assert_eq!(rule(b"GIF89a\0\0\0\0\0\0\0;"), Ok((PictureKind::Gif, false)));
        assert_eq!(rule(b"RIFF\x04\0\0\0WEBP"), Ok((PictureKind::Webp, false)));
        assert_eq!(rule(b"RIFF\xff\0\0\0WEBP"), Err("book/broken-picture"));
        assert_eq!(rule(b"\0\0\0\x20ftypavif"), Err("book/picture-kind"));
        assert_eq!(rule(b"BM"), Err("book/picture-kind"));
        assert_eq!(rule(b"\x1f\x8b\x08"), Err("book/picture-kind"));
        assert_eq!(rule(b""), Err("book/broken-picture"));
        let wide: Vec<u8> = "\u{FEFF}<svg xmlns='http://www.w3.org/2000/svg'/>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(rule(&wide), Err("book/broken-picture"));
        assert_eq!(rule(&wide[2..]), Err("book/broken-picture"));
    }

    #[test]
    fn a_name_says_what_the_file_is() {
        let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"IEND\xae\x42\x60\x82"].concat();
        let rule = |path: &str, bytes: &[u8]| judge(path, bytes).map_err(|found| found[0].rule).err();
        assert_eq!(rule("图.PNG", &png), None);
        assert_eq!(rule("图.svg", &png), Some("book/picture-kind"));
        assert_eq!(rule("图.jpg", &png), Some("book/picture-kind"));
        assert_eq!(rule("png", &png), Some("book/picture-kind"));
        assert_eq!(rule("a.jpeg", b"\xff\xd8\xff\xe0 data \xff\xd9"), None);
        assert_eq!(rule("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Some("book/picture-kind"));
        assert!(
            is_picture("甲/图.SVGZ")
                && is_picture("a.jpe")
                && !is_picture("甲.png/附件")
                && !is_picture("a.pdf")
        );
    }
}
