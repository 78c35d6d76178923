//! A theme: the files beside the pages, and how books look.
//!
//! In: the site's folder and the name of a theme. Out: its files, laid over those of the default theme: a theme holds only
//! what differs; and what is wrong in those of the site's own. Builds and previews get the style of books here, so that
//! they make the same books.

pub mod contract;
mod contrast;
pub mod files;
mod rules;
mod tokens;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use super::outdated;
use super::templates::{self, TEMPLATES_FOLDER, THEMES_FOLDER};
use crate::audit::style_sheets::{self, Sheet, is_style_sheet};
use crate::audit::{self, Hidden};
use crate::config::Config;
use crate::finding::{Finding, Place, Severity};
use crate::image;
use crate::image::css::vocabulary::Ids;
use crate::source::Source;
use files::{Layer, ThemeFile};

/// The style sheet of a site's own that lies over all others.
const CUSTOM_STYLE: &str = "custom.css";

/// The colours and sizes of a theme.
const TOKENS: &str = "tokens.css";

/// The style sheet of a theme that lies over those of the default theme.
const THEME_STYLE: &str = "theme.css";

/// The style sheet of books in a theme, and what lies over it.
const BOOK_STYLE: &str = "book.css";
const BOOK_THEME_STYLE: &str = "book-theme.css";

/// The folder of the site in which a theme's files stand.
const ASSETS: &str = "assets/";

/// The endings of what a theme may hold beside style sheets and pictures: fonts, and words about them.
const OTHERS: [&str; 6] = ["md", "otf", "ttf", "txt", "woff", "woff2"];

/// The files of a theme.
#[derive(Debug, Default)]
pub struct Theme {
    /// What is published in `assets/`, by path in the theme.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The style sheet of books.
    pub book_style: String,
    /// What is wrong in the site's own files of it.
    pub findings: Vec<Finding>,
    /// What its style sheets hide.
    pub hides: Arc<ThemeHides>,
}

/// What pages need to know of a theme's style sheets.
#[derive(Debug, Default)]
pub struct ThemeHides {
    /// Whether the theme has one that lies over those of the default theme.
    pub has_theme_style: bool,
    /// Whether there is one that lies over all others.
    pub has_custom_style: bool,
    /// Of pages.
    pub pages: Hidden,
    /// Of documents of books.
    pub books: Hidden,
}

impl Theme {
    /// Reads the theme that a site names; the default one and a finding where there is none of that name.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn of(root: &Path, config: &Config) -> Result<Self> {
        let mut theme = Self::load(root, config.site.theme.as_deref())?;
        theme.findings.extend(no_theme(root, config)?);
        Ok(theme)
    }

    /// Reads the theme of a name, or the default one.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn load(root: &Path, name: Option<&str>) -> Result<Self> {
        let mut tokens = Tokens::default();
        let mut all = Layer::new();
        let mut findings = Vec::new();
        for mut layer in files::layers(root, name)? {
            tokens.add(layer.get(TOKENS));
            // It is for this program alone.
            findings.extend(layer.remove(contract::FILE).and_then(|file| contract::of(&file).err()));
            all.extend(layer);
        }
        let is_there = |path: &str| {
            path.strip_prefix(ASSETS).is_some_and(|name| !is_of_books(name) && all.contains_key(name))
        };
        let templates = templates::own_texts(root)?;
        let ids = Ids::OfTemplates(audit::ids(templates.iter().map(String::as_str)));
        findings.extend(all.iter().flat_map(|(name, file)| judge(name, file)));
        findings.extend(contrast::judge(&tokens.0));
        findings.extend(outdated::misspelt(&all, &tokens.0, &templates));
        let sheets = |of_books: bool| {
            all.iter().filter(move |(name, _)| is_style_sheet(name) && is_of_books(name) == of_books)
        };
        let mut judge_sheets = |of_books, is_there: &dyn Fn(&str) -> bool| {
            let texts: Vec<_> = sheets(of_books)
                .map(|(name, file)| (format!("{ASSETS}{name}"), file, String::from_utf8_lossy(&file.bytes)))
                .collect();
            let sheets: Vec<_> = texts
                .iter()
                .map(|(path, file, text)| Sheet {
                    path,
                    shown: file.own.as_deref().unwrap_or_default(),
                    text,
                })
                .collect();
            // What lies below the tokens of the site says what the theme leaves out.
            let below = tokens.0.iter().rev().skip(1).rev().filter(|_| !of_books);
            let below = below.map(|(text, _)| Sheet { path: TOKENS, shown: "", text });
            let sheets: Vec<_> = below.chain(sheets).collect();
            let (found, hides) = style_sheets::theme(&sheets, &ids, is_there);
            let found = found.into_iter().skip(sheets.len() - texts.len());
            let own = texts.iter().zip(found).filter(|((_, file, _), _)| file.own.is_some());
            findings.extend(own.flat_map(|(_, found)| found));
            hides
        };
        // A book has nothing beside its style sheet that this could load.
        let hides = ThemeHides {
            has_theme_style: all.contains_key(THEME_STYLE),
            has_custom_style: all.contains_key(CUSTOM_STYLE),
            pages: judge_sheets(false, &is_there),
            books: judge_sheets(true, &|_| false),
        };
        let mut published: BTreeMap<String, Vec<u8>> =
            all.into_iter().map(|(name, file)| (name, file.bytes)).collect();
        let styles = [BOOK_STYLE, BOOK_THEME_STYLE].map(|name| published.remove(name).unwrap_or_default());
        published.insert(TOKENS.to_owned(), tokens.together().into_bytes());
        Ok(Self {
            files: published,
            book_style: styles.map(|style| String::from_utf8_lossy(&style).into_owned()).concat(),
            findings,
            hides: hides.into(),
        })
    }

    /// Whether a site has a style sheet or templates of its own for books.
    pub fn makes_own_books(root: &Path, name: Option<&str>) -> bool {
        let styled = |name: &str| {
            let folder = root.join(THEMES_FOLDER).join(name);
            [BOOK_STYLE, BOOK_THEME_STYLE].iter().any(|name| folder.join(name).exists())
        };
        styled(files::DEFAULT)
            || name.is_some_and(styled)
            || root.join(TEMPLATES_FOLDER).join("book").exists()
    }
}

fn is_of_books(name: &str) -> bool {
    [BOOK_STYLE, BOOK_THEME_STYLE].contains(&name)
}

/// The tokens of each layer that has some, the lowest first; those of the site with their source.
#[derive(Default)]
struct Tokens(Vec<(String, Option<Arc<Source>>)>);

impl Tokens {
    /// Lays more over them.
    fn add(&mut self, tokens: Option<&ThemeFile>) {
        let Some(tokens) = tokens else { return };
        let text = String::from_utf8_lossy(&tokens.bytes).into_owned();
        let source = tokens.own.as_deref().map(|own| Arc::new(Source::new(own, text.clone())));
        self.0.push((text, source));
    }

    /// The sheet that pages load.
    fn together(&self) -> String {
        let texts = self.0.iter().map(|(text, _)| text.clone());
        texts.reduce(|below, above| tokens::over(&below, &above)).unwrap_or_default()
    }
}

/// Says that there is no theme of the name in `book.toml`, and which there are.
fn no_theme(root: &Path, config: &Config) -> Result<Option<Finding>> {
    let Some(name) = config.site.theme.as_deref() else { return Ok(None) };
    if files::layers(root, Some(name))?
        .iter()
        .skip(if name == files::DEFAULT { 0 } else { 2 })
        .any(|layer| !layer.is_empty())
    {
        return Ok(None);
    }
    let message = format!("there is no theme “{name}”: {THEMES_FOLDER}/{name} has no files");
    let themes: Vec<String> = files::names(root).iter().map(|theme| format!("“{theme}”")).collect();
    let help = format!("The themes are {}. Write one of these, or take “theme” out.", themes.join(", "));
    Ok(config.at_value(&["site", "theme"], message).map(|finding| finding.help(help)))
}

/// What is wrong in a site's own file of a theme, beside what its style sheets say.
fn judge(name: &str, file: &ThemeFile) -> Vec<Finding> {
    let Some(shown) = &file.own else { return Vec::new() };
    let bytes = &file.bytes;
    if is_style_sheet(name) {
        let Err(error) = std::str::from_utf8(bytes) else { return Vec::new() };
        let place =
            Place::Byte(shown.as_str().into(), u32::try_from(error.valid_up_to()).unwrap_or(u32::MAX));
        let message = "the style sheet is not UTF-8 from here on";
        let finding = Finding::new("theme/unknown-file", Severity::Error, place, message);
        return vec![finding.help("Save the file as UTF-8.")];
    }
    if image::is_picture(name) {
        return image::judge(shown, bytes).err().unwrap_or_default();
    }
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    if OTHERS.contains(&&*ending) {
        return Vec::new();
    }
    let message = match &*ending {
        "js" | "mjs" => "a script in a theme would be published, and no page may ask for one",
        _ => "this is no file that a theme can hold",
    };
    let help = "A theme holds style sheets (.css), pictures, fonts (.woff2, .woff, .otf, .ttf) and words about them (.txt, .md): \
                remove this file, or give it the ending of its kind.";
    vec![
        Finding::new("theme/unknown-file", Severity::Error, Place::File(shown.as_str().into()), message)
            .help(help),
    ]
}
