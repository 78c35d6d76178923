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

/// The endings that browsers play, for messages.
pub fn endings() -> String {
    KNOWN.map(|(ending, _)| ending).join(", ")
}
