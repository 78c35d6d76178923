//! What a file's name and place say: its role, its folder, its language.

use super::{DataKind, Role};
use crate::config::Config;
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

/// Endings by which editors and other programs know Markdown and YAML.
const ENDINGS: [&str; 14] = [
    "md", "markdown", "mkd", "mkdn", "mkdown", "mdown", "mdwn", "mdtxt", "mdtext", "mdx", "qmd", "rmd",
    "yaml", "yml",
];

/// Whether a file of this path is meant as a text or as data, also where its ending is not the one that is read:
/// as an attachment its words would vanish from the site.
pub fn is_meant_to_be_read(path: &str) -> bool {
    // Some systems hide the ending and add another; an input method for Chinese writes a wide full stop.
    let name = path.rsplit('/').next().unwrap_or_default().trim_end().to_lowercase();
    let name = name.strip_suffix(".txt").filter(|rest| rest.contains(DOTS)).unwrap_or(&name);
    is_table(name).is_some() || name.rsplit_once(DOTS).is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

const DOTS: [char; 3] = ['.', '．', '。'];

/// Whether this is the name of a file whose rows are entries of a collection, or of another one.
fn is_table(name: &str) -> Option<DataKind> {
    let base = name.strip_suffix(".csv").or_else(|| name.strip_suffix(".json"))?;
    let is_named =
        |start| base.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    match () {
        () if is_named("entries") => Some(DataKind::Entries),
        () if is_named("foreign") => Some(DataKind::Foreign),
        () => None,
    }
}

/// Whether this can be the name of one folder, in every address and on every disk.
pub fn is_folder_name(name: &str) -> bool {
    let is_fit = |c: char| !UNSAFE.contains(&c) && c != '/' && !c.is_control();
    !name.is_empty() && !name.starts_with('.') && name.chars().all(is_fit)
}

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
            ("follow-up", "yaml", false) => Some(DataKind::FollowUp),
            ("imported", "yaml", false) => Some(DataKind::Imported),
            ("collection", "yaml", false) if tag.is_none() => Some(DataKind::Collection),
            _ if !folder.is_empty() => is_table(file),
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
            (base, "md") if base.starts_with("transcript") && !folder.is_empty() => Role::Transcript,
            (_, "md") => {
                return Err(Problem {
                    message: format!("“{file}” is not a name for a text"),
                    help: "Give each document a folder: its official text is “index.md”, its easy-read version “easy-read.md”.",
                });
            }
            (_, "csv" | "json") => {
                return Err(Problem {
                    message: format!(
                        "“{file}” is the name of a table of entries, and this is no folder of a collection"
                    ),
                    help: "Move it beside the “collection.yaml” whose entries its rows are, or give it another name.",
                });
            }
            (_, ending) if !matches!(ending, "yaml" | "yml") => {
                return Err(Problem {
                    message: format!("“{file}” does not end as texts and data files do"),
                    help: "Rename it: texts end in “.md” and data files in “.yaml”, in small letters.",
                });
            }
            _ => {
                return Err(Problem {
                    message: format!("“{file}” is not a data file"),
                    help: "The data files are content/glossary.yaml, content/pictures.yaml, beside a text review.yaml, follow-up.yaml and imported.yaml, and collection.yaml in the folder of a collection.",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_as_a_text_is_known_by_its_ending() {
        for path in [
            "a/index.md",
            "a/INDEX.MD",
            "a/index.Md",
            "a/index.markdown",
            "a/易读.mkd",
            "a/x.mdown",
            "glossary.yml",
            "a/REVIEW.YAML",
            "a/index.en.MD",
            "a/index.md.txt",
            "a/index．md",
            "a/index。md",
            "a/index.md ",
            "a/entries.csv",
            "a/entries-2026.json",
        ] {
            assert!(is_meant_to_be_read(path), "{path}");
        }
        for path in [
            "a/图.svg",
            "a/notes.txt",
            "a/md",
            "a.md/图.png",
            "a/form.pdf",
            "a/txt.txt",
            "a/index.md~",
            "a/my-entries.csv",
        ] {
            assert!(!is_meant_to_be_read(path), "{path}");
        }
    }
}
