//! What a file's name and place say: its role, its folder, its language.

use super::DataKind;
use crate::config::Config;
use crate::front_matter::Role;
use crate::lang::Lang;

/// What a text file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// A Markdown file.
    Text {
        /// What it is.
        role: Role,
        /// Its folder below `content/`.
        slug: String,
        /// Its language.
        lang: Lang,
    },
    /// A YAML data file.
    Data {
        /// Which data.
        kind: DataKind,
        /// Its folder below `content/`.
        slug: String,
        /// Its language.
        lang: Lang,
    },
}

/// Why a name is refused, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

/// Characters that a folder name cannot hold in every address and on every disk.
const UNSAFE: [char; 14] = ['\\', ':', '*', '?', '"', '<', '>', '|', '#', '%', ' ', '\u{3000}', '&', '\''];

impl Name {
    /// Judges a path below `content/`.
    ///
    /// # Errors
    /// When the path cannot be a text's or a data file's.
    pub fn of(path: &str, config: &Config) -> Result<Self, Problem> {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        if let Some(part) =
            folder.split('/').find(|part| part.contains(UNSAFE) || part.chars().any(char::is_control))
        {
            return Err(Problem {
                message: format!(
                    "the folder name “{part}” holds a character that cannot stand in an address"
                ),
                help: "Use letters, Chinese characters, digits and hyphens.",
            });
        }
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        let (base, tag) = match stem.split_once('.') {
            Some((base, tag)) => (base, Some(tag)),
            None => (stem, None),
        };
        let lang = match tag {
            None => config.language.clone(),
            Some(tag) => tag.parse().map_err(|message| Problem {
                message,
                help: "Between the name and “.md” stands a language tag, as in “index.en.md”.",
            })?,
        };
        let data = match (base, extension, folder.is_empty()) {
            ("glossary", "yaml", true) => Some(DataKind::Glossary),
            ("pictures", "yaml", true) => Some(DataKind::Pictures),
            ("review", "yaml", false) => Some(DataKind::Review),
            _ => None,
        };
        if let Some(kind) = data {
            return Ok(Name::Data { kind, slug: folder.to_owned(), lang });
        }
        let role = match (base, extension) {
            ("index", "md") if folder.is_empty() => Role::Home,
            ("index", "md") => Role::Official,
            ("easy-read", "md") => Role::EasyRead,
            ("_index", "md") => Role::Section,
            (_, "md") => {
                return Err(Problem {
                    message: format!("“{file}” is not a name for a text"),
                    help: "Give each document a folder: its official text is “index.md”, its easy-read version “easy-read.md”.",
                });
            }
            _ => {
                return Err(Problem {
                    message: format!("“{file}” is not a data file"),
                    help: "The data files are content/glossary.yaml, content/pictures.yaml and, beside a text, review.yaml.",
                });
            }
        };
        if role == Role::EasyRead && folder.is_empty() {
            return Err(Problem {
                message: "an easy-read version needs the folder of its document".into(),
                help: "Move it beside the “index.md” that it explains.",
            });
        }
        Ok(Name::Text { role, slug: folder.to_owned(), lang })
    }
}
