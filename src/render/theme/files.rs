//! The files of themes: those built in, and a site's own.
//!
//! In: the site's folder and the name of a theme. Out: the layers that lie over each other, the lowest first: the default theme, the site's
//! own files of it, the built-in theme of that name, and the site's own files of that one. A file replaces those of its name below it.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use include_dir::{Dir, include_dir};

use crate::render::templates::{self, TEMPLATES_FOLDER, THEMES_FOLDER, files_below};

static THEMES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The theme that lies below all others.
pub const DEFAULT: &str = "default";

/// A file of a theme.
#[derive(Clone)]
pub struct ThemeFile {
    /// What it holds.
    pub bytes: Vec<u8>,
    /// Where it stands in the site's folder; `None` for one that is built in.
    pub own: Option<String>,
}

/// Files by their path in the theme.
pub type Layer = BTreeMap<String, ThemeFile>;

/// The layers of the theme of a name, or of the default one alone; some may be empty.
///
/// # Errors
/// When a file cannot be read.
pub fn layers(root: &Path, name: Option<&str>) -> Result<Vec<Layer>> {
    let mut layers = Vec::new();
    for theme in [DEFAULT].into_iter().chain(name.filter(|name| *name != DEFAULT)) {
        layers.extend([built_in(theme), own(root, theme)?]);
    }
    Ok(layers)
}

/// The files that a site has for a theme.
fn own(root: &Path, theme: &str) -> Result<Layer> {
    let folder = format!("{THEMES_FOLDER}/{theme}");
    let files = templates::own_files(root, &folder)?.into_iter();
    let read = |(name, bytes): (String, Vec<u8>)| {
        let own = Some(format!("{folder}/{name}"));
        (name, ThemeFile { bytes, own })
    };
    Ok(files.map(read).collect())
}

/// The files of a built-in theme; none where there is none of the name.
fn built_in(theme: &str) -> Layer {
    let read = |(name, bytes): (String, &[u8])| (name, ThemeFile { bytes: bytes.to_vec(), own: None });
    built_in_files_of(theme).map(read).collect()
}

fn built_in_files_of(theme: &str) -> impl Iterator<Item = (String, &'static [u8])> {
    let files = THEMES.get_dir(theme).map(files_below).unwrap_or_default().into_iter();
    files.map(move |file| {
        let name = file.path().strip_prefix(theme).unwrap_or(file.path());
        (name.to_string_lossy().replace('\\', "/"), file.contents())
    })
}

/// The names of the built-in themes, that which lies below all others first.
pub fn built_in_themes() -> Vec<String> {
    let mut names: Vec<String> = THEMES.dirs().map(|dir| dir.path().to_string_lossy().into_owned()).collect();
    names.sort_unstable_by_key(|name| (name != DEFAULT, name.clone()));
    names
}

/// The names of the themes that a site can have: those built in, and its own.
pub fn names(root: &Path) -> Vec<String> {
    let own = templates::own_files(root, THEMES_FOLDER).unwrap_or_default();
    let own = own.iter().filter_map(|(path, _)| Some(path.split_once('/')?.0.to_owned()));
    let mut names: Vec<String> = built_in_themes().into_iter().chain(own).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// A built-in file that a site can take.
pub struct BuiltIn {
    /// The path in the site that takes it.
    pub path: String,
    /// What it holds.
    pub bytes: &'static [u8],
}

/// The names of the built-in files of a theme.
pub fn built_in_files(theme: &str) -> Vec<String> {
    built_in_files_of(theme).map(|(name, _)| name).collect()
}

/// The names of the built-in templates.
pub fn built_in_templates() -> Vec<String> {
    templates::built_in_templates().map(|(name, _)| format!("{TEMPLATES_FOLDER}/{name}")).collect()
}

/// The built-in file of a name, for a site that has a theme: a template, a file of a built-in theme that stands before its name, of the
/// site's theme, or else of the default one.
pub fn built_in_file(name: &str, theme: &str) -> Option<BuiltIn> {
    if let Some(template) = name.strip_prefix(TEMPLATES_FOLDER).and_then(|rest| rest.strip_prefix('/')) {
        let (_, bytes) = templates::built_in_templates().find(|(other, _)| other == template)?;
        return Some(BuiltIn { path: name.to_owned(), bytes });
    }
    let find = |theme: &str, name: &str| {
        built_in_files_of(theme).find(|(other, _)| other == name).map(|(_, bytes)| (name.to_owned(), bytes))
    };
    let named = || name.split_once('/').and_then(|(theme, name)| find(theme, name));
    let (name, bytes) = find(theme, name).or_else(|| find(DEFAULT, name)).or_else(named)?;
    Some(BuiltIn { path: format!("{THEMES_FOLDER}/{theme}/{name}"), bytes })
}
