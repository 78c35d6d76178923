//! Which keys a file may have and must have, by its role and its kind.

use crate::content::Role;
use crate::kinds::{self, Kind};

/// The keys of a file, by its role and its kind.
#[derive(Clone, Copy)]
pub enum Keys {
    /// A home page.
    Home,
    /// A section.
    Section,
    /// An official text of a kind.
    Kind(Kind),
    /// An official text of a kind that is not known, which is reported at the value.
    UnknownKind,
    /// An easy-read version.
    EasyRead,
    /// The transcript of a recording.
    Transcript,
}

impl Keys {
    const HOME: [&str; 4] = ["title", "summary", "group", "extra"];
    const SECTION: [&str; 9] =
        ["title", "summary", "menu", "order", "group", "cards", "collection", "aliases", "extra"];
    const TRANSCRIPT: [&str; 3] = ["captions-digest", "draft", "allow"];
    const EASY_READ: [&str; 12] = [
        "title", "about", "based-on", "made-by", "rules", "date", "draft", "left-out", "moved", "ended",
        "allow", "extra",
    ];

    /// Those of a file of this role; `kind` is what it names as its kind.
    pub fn of(role: Role, kind: Option<&str>) -> Self {
        match role {
            Role::Home => Keys::Home,
            Role::Section => Keys::Section,
            Role::Official => match kind {
                None => Keys::Kind(Kind::default()),
                Some(name) => Kind::named(name).map_or(Keys::UnknownKind, Keys::Kind),
            },
            Role::EasyRead => Keys::EasyRead,
            Role::Transcript => Keys::Transcript,
        }
    }

    /// Whether it may have keys that a collection declares, which are judged where that is known.
    pub fn has_fields(self) -> bool {
        matches!(self, Keys::Kind(kind) if kind.has_fields())
    }

    /// The keys it may have.
    pub fn known(self) -> Vec<&'static str> {
        match self {
            Keys::Home => Self::HOME.into(),
            Keys::Section => Self::SECTION.into(),
            Keys::Kind(kind) => kind.keys().collect(),
            Keys::UnknownKind => Kind::all().flat_map(Kind::keys).collect(),
            Keys::EasyRead => Self::EASY_READ.into(),
            Keys::Transcript => Self::TRANSCRIPT.into(),
        }
    }

    /// The keys it must have.
    pub fn required(self) -> &'static [&'static str] {
        match self {
            Keys::Home | Keys::Section => &["title"],
            Keys::Kind(kind) => kind.required(),
            Keys::UnknownKind | Keys::Transcript => &[],
            Keys::EasyRead => &["title", "about"],
        }
    }

    /// What is said of a key that belongs to other files; `None` when it belongs to none.
    pub fn elsewhere(self, key: &str) -> Option<(String, String)> {
        let here = match self {
            Keys::Home => "home pages",
            Keys::Section => "sections",
            Keys::Kind(kind) => kind.plural(),
            Keys::UnknownKind => "documents of any kind",
            Keys::EasyRead => "easy-read versions",
            Keys::Transcript => "transcripts",
        };
        let (owners, help) = match (kinds::with_key(key), self) {
            (Some(owners), Keys::Kind(_)) => {
                (owners, "Name the right “kind”, or put the line under “extra”.")
            }
            (Some(owners), _) => (owners, "Write it in “index.md” of such a text, or put it under “extra”."),
            (None, Keys::EasyRead) => return None,
            (None, _) if Self::EASY_READ.contains(&key) => {
                ("easy-read versions".to_owned(), "Write it in “easy-read.md”, or put it under “extra”.")
            }
            (None, _) if Self::TRANSCRIPT.contains(&key) => {
                ("transcripts".to_owned(), "Write it at the head of the transcript, or put it under “extra”.")
            }
            (None, _) if Self::SECTION.contains(&key) => {
                ("sections".to_owned(), "Write it in “_index.md” of a section, or put it under “extra”.")
            }
            (None, _) => return None,
        };
        Some((format!("“{key}” belongs to {owners}, not to {here}"), help.to_owned()))
    }
}
