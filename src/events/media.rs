//! The kinds of film and sound that browsers play, by the endings of their names.

/// A kind of film or sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MediaType {
    /// Its media type.
    pub name: &'static str,
    /// Whether it has sound alone.
    pub is_sound: bool,
}

const KNOWN: [(&str, &str); 9] = [
    ("webm", "video/webm"),
    ("mp4", "video/mp4"),
    ("m4v", "video/mp4"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("ogg", "audio/ogg"),
    ("oga", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("wav", "audio/wav"),
];

/// What a file is, by its name; none where browsers do not play it.
pub fn media_type(path: &str) -> Option<MediaType> {
    let (_, ending) = path.rsplit_once('.')?;
    let known = KNOWN.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending));
    known.map(|(_, name)| MediaType { name, is_sound: name.starts_with("audio") })
}

/// So many bytes of a file show what it is.
pub const SIGNATURE: usize = 12;

/// Whether the first bytes of a file are those of its kind. What they say of the rest is the matter of players.
pub fn begins_as(kind: MediaType, bytes: &[u8]) -> bool {
    let has = |at: usize, wanted: &[u8]| bytes.get(at..at + wanted.len()) == Some(wanted);
    match kind.name {
        // EBML, of which Matroska is made.
        "video/webm" => has(0, &[0x1A, 0x45, 0xDF, 0xA3]),
        // The first box of ISO 14496-12 names the kind of file.
        "video/mp4" | "audio/mp4" => has(4, b"ftyp") || has(4, b"styp"),
        "audio/ogg" => has(0, b"OggS"),
        "audio/wav" => (has(0, b"RIFF") || has(0, b"RF64")) && has(8, b"WAVE"),
        // A tag, or the eleven bits that begin each frame.
        "audio/mpeg" => has(0, b"ID3") || matches!(bytes, [0xFF, second, ..] if second & 0xE0 == 0xE0),
        _ => true,
    }
}

/// The endings that browsers play, for messages.
pub fn endings() -> String {
    KNOWN.map(|(ending, _)| ending).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_known_by_its_first_bytes() {
        let begins = |name: &str, bytes: &[u8]| begins_as(media_type(name).unwrap(), bytes);
        let good: [(&str, &[u8]); 6] = [
            ("a.webm", b"\x1A\x45\xDF\xA3\x01"),
            ("a.MP4", b"\0\0\0\x20ftypisom"),
            ("a.opus", b"OggS\0\x02"),
            ("a.wav", b"RIFF\x24\0\0\0WAVEfmt "),
            ("a.mp3", b"ID3\x04"),
            ("a.mp3", b"\xFF\xFB\x90\x44"),
        ];
        for (name, bytes) in good {
            assert!(begins(name, bytes), "{name}");
        }
        for (ending, _) in KNOWN {
            let name = format!("a.{ending}");
            for bytes in [&b""[..], b"<!DOCTYPE html>", "这不是影片".as_bytes(), b"RIFF\x24\0\0\0AVI "] {
                assert!(!begins(&name, bytes), "{name}: {bytes:?}");
            }
        }
    }
}
