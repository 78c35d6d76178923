//! Templates and themes: the built-in ones, each replaced by a site's own file of the same name.
//!
//! In: the site's root. Out: pages from contexts. A mistake in a template is a finding at its line.

mod functions;
mod own;
mod page_text;
mod place;
mod report;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use include_dir::{Dir, include_dir};
use tera::{Context, ErrorKind, Tera};

use super::fallback_words;
use super::owed::{self, Owes};
use super::theme::ThemeHides;
use crate::files::{self, Found, Which};
use crate::finding::{Finding, MakeError, Place, Severity};
use crate::lang::Lang;
use crate::languages::Languages;
use crate::source::{Source, Span};
use crate::view::View;
use own::{is_of_site, of_site};
use page_text::{PageText, escape};
use report::{Report, leads_on};

static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The folder of a site's own templates.
pub const TEMPLATES_FOLDER: &str = "templates";

/// The folder of the templates that only add to pages.
const SLOTS: &str = "slots/";

/// The folder of a site's own themes.
pub const THEMES_FOLDER: &str = "themes";

/// Templates ready to make pages, one engine a language because each knows its labels.
#[derive(Debug)]
pub struct Templates {
    engines: BTreeMap<String, Tera>,
    sources: BTreeMap<String, Arc<Source>>,
    /// The templates that are the site's own or read such a one, each with the path of that one.
    own: BTreeMap<String, String>,
    /// What the theme hides.
    hides: Arc<ThemeHides>,
}

impl Templates {
    /// Loads the built-in templates and the site's own.
    ///
    /// # Errors
    /// When a file cannot be read, or with the finding of a mistake in a template.
    pub fn load(root: &Path, languages: &[Lang], data: &Arc<Languages>) -> Result<Self, MakeError> {
        let mut sources = built_in();
        let mut own = Vec::new();
        for (name, bytes) in own_files(root, TEMPLATES_FOLDER)? {
            let shown = format!("{TEMPLATES_FOLDER}/{name}");
            let text = match String::from_utf8(bytes) {
                Ok(text) => text,
                Err(error) => {
                    let place = Place::Byte(
                        shown.into(),
                        u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(u32::MAX),
                    );
                    let message = "the template is not UTF-8 from here on";
                    return Err(Finding::new("template/error", Severity::Error, place, message)
                        .help("Save the file as UTF-8.")
                        .into());
                }
            };
            if !sources.contains_key(&name) {
                own.push(name.clone());
            }
            sources.insert(name, Arc::new(Source::new(shown, text)));
        }
        if let Some(unread) = own.iter().find(|name| !is_read(name, &sources)) {
            return Err(of_no_use(unread, &sources).into());
        }
        Ok(Self::of(sources, languages, data)?)
    }

    /// The built-in templates alone.
    pub fn built_in(languages: &[Lang], data: &Arc<Languages>) -> Self {
        Self::of(built_in(), languages, data).unwrap_or_else(|finding| panic!("{}", finding.message))
    }

    /// The same templates for other languages.
    pub fn in_languages(&self, languages: &[Lang], data: &Arc<Languages>) -> Self {
        let other = Self::of(self.sources.clone(), languages, data);
        other.unwrap_or_else(|_| Self::built_in(languages, data)).under(self.hides.clone())
    }

    /// The same templates under a theme that hides this.
    #[must_use]
    pub fn under(self, hides: Arc<ThemeHides>) -> Self {
        Self { hides, ..self }
    }

    /// What the theme hides.
    pub fn hides(&self) -> &Arc<ThemeHides> {
        &self.hides
    }

    fn of(
        sources: BTreeMap<String, Arc<Source>>,
        languages: &[Lang],
        data: &Arc<Languages>,
    ) -> Result<Self, Finding> {
        let own = of_site(&sources);
        let mut templates = Self { engines: BTreeMap::new(), sources, own, hides: Arc::default() };
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xhtml", ".opf"]);
        tera.set_escape_fn(escape);
        functions::register(&mut tera, data);
        if let Err(error) =
            tera.add_raw_templates(templates.sources.iter().map(|(name, source)| (name, source.text())))
        {
            return Err(templates.finding(&error));
        }
        // The rule reference is in its own language, whether or not the texts are.
        let reference = crate::explain::language();
        for lang in languages.iter().chain(Some(&reference).filter(|lang| !languages.contains(lang))) {
            let mut engine = tera.clone();
            engine.global_context().insert("labels", data.of(lang).page_labels().fixed());
            templates.engines.insert(lang.to_string(), engine);
        }
        Ok(templates)
    }

    /// Makes a page of a view, which is all that the template sees beside the labels of the language.
    ///
    /// # Errors
    /// A finding at the place in the template.
    pub fn render<V: View + Owes>(&self, name: &str, lang: &Lang, view: &V) -> Result<String, Finding> {
        debug_assert!(V::TEMPLATES.contains(&name), "{name} reads another view");
        let engine = self.engines.get(lang.as_str()).or_else(|| self.engines.values().next());
        let Some(engine) = engine else { return Ok(String::new()) };
        let mut page = PageText::new();
        Context::from_serialize(view)
            .and_then(|context| engine.render_to(name, &context, &mut page))
            .and_then(|()| Ok(page.finish()?))
            .map_err(|error| self.finding(&error))
            .and_then(|made| {
                if let Some(own) = self.own.get(name) {
                    owed::check(own, name, &made, &self.hides, view)?;
                }
                Ok(fallback_words::mark(name, made))
            })
    }

    /// Where a template of the site's own writes this piece of a finished page.
    pub fn place_of(&self, page: &Source, found: Span) -> Option<Place> {
        place::of(&self.sources, page.text(), found.range())
    }

    fn finding(&self, error: &tera::Error) -> Finding {
        let help = "Mend the template, or delete it to use the built-in one.";
        let said = error.to_string();
        let (message, name, range) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                (report.message().to_owned(), report.filename(), report.span().range.clone())
            }
            ErrorKind::MissingParent { current: name, .. }
            | ErrorKind::CircularExtend { tpl: name, .. }
            | ErrorKind::CircularInclude { tpl: name, .. } => (
                said.clone(),
                name.as_str(),
                self.sources.get(name).map_or(0..0, |source| leads_on(source.text())),
            ),
            _ => match Report::of(&said) {
                Some(report) => {
                    let range =
                        self.sources.get(report.name).map_or(0..0, |source| report.range(source.text()));
                    (report.message.to_owned(), report.name, range)
                }
                None => (said.split_whitespace().collect::<Vec<_>>().join(" "), "", 0..0),
            },
        };
        // What a built-in template lacks, it lacks because one of the site's own took the place of another.
        let replaced =
            self.sources.get(name).filter(|source| !is_of_site(source)).and_then(|_| self.own.get(name));
        if let Some(own) = replaced {
            let place = Place::File(own.as_str().into());
            let message = format!("“{name}” does not fit to it: {message}");
            return Finding::new("template/error", Severity::Error, place, message).help(help);
        }
        match self.sources.get(name) {
            Some(source) => Finding::error("template/error", source, Span::from(range), message).help(help),
            None => {
                let place = Place::File(TEMPLATES_FOLDER.into());
                Finding::new("template/error", Severity::Error, place, message).help(help)
            }
        }
    }
}

/// Whether another template names this one, to include or extend it.
fn is_read(name: &str, sources: &BTreeMap<String, Arc<Source>>) -> bool {
    let quoted = [format!("\"{name}\""), format!("'{name}'")];
    sources
        .iter()
        .any(|(other, source)| other != name && quoted.iter().any(|name| source.text().contains(name)))
}

/// The finding for a template that makes no page: its name may be misspelt.
fn of_no_use(name: &str, sources: &BTreeMap<String, Arc<Source>>) -> Finding {
    let place = Place::File(format!("{TEMPLATES_FOLDER}/{name}").into());
    let others = sources.keys().filter(|other| *other != name);
    let (message, help) = match name.strip_prefix(SLOTS) {
        Some(slot) => {
            let slots: Vec<&str> =
                others.filter(|other| other.starts_with(SLOTS)).map(String::as_str).collect();
            let message = format!("there is no slot “{}”", slot.trim_end_matches(".html"));
            (message, format!("The slots are {}. Name it as one of them, or delete it.", slots.join(", ")))
        }
        None => {
            let alike = |other: &&String| strsim::jaro_winkler(name, other);
            let nearest = others.max_by(|a, b| alike(a).total_cmp(&alike(b))).map_or("", String::as_str);
            let help = format!(
                "Name it as the one whose place it takes, such as “{nearest}”, or include it, or delete it."
            );
            ("no page is made of this template, and no other template reads it".to_owned(), help)
        }
    };
    Finding::new("template/error", Severity::Error, place, message).help(help)
}

fn built_in() -> BTreeMap<String, Arc<Source>> {
    let read = |(name, bytes): (String, &'static [u8])| {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        (name.clone(), Arc::new(Source::new(format!("built-in templates/{name}"), text)))
    };
    built_in_templates().map(read).collect()
}

pub(super) fn files_below(dir: &'static Dir<'static>) -> Vec<&'static include_dir::File<'static>> {
    let mut files: Vec<_> = dir.files().collect();
    files.extend(dir.dirs().flat_map(files_below));
    files
}

/// The site's own templates.
///
/// # Errors
/// When a file cannot be read.
pub(super) fn own_sources(root: &Path) -> Result<Vec<Arc<Source>>> {
    let files = own_files(root, TEMPLATES_FOLDER)?.into_iter();
    let source = |(name, bytes): (String, Vec<u8>)| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Arc::new(Source::new(format!("{TEMPLATES_FOLDER}/{name}"), text))
    };
    Ok(files.map(source).collect())
}

/// The text of a built-in template.
pub(super) fn built_in_template(name: &str) -> Option<&'static str> {
    TEMPLATES.get_file(name)?.contents_utf8()
}

/// The built-in templates: their names, and what they hold.
pub(super) fn built_in_templates() -> impl Iterator<Item = (String, &'static [u8])> {
    files_below(&TEMPLATES)
        .into_iter()
        .map(|file| (file.path().to_string_lossy().replace('\\', "/"), file.contents()))
}

/// The texts of a site's own templates.
///
/// # Errors
/// When a file cannot be read.
pub(super) fn own_texts(root: &Path) -> Result<Vec<String>> {
    let files = own_files(root, TEMPLATES_FOLDER)?.into_iter();
    Ok(files.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect())
}

/// A site's own files below a folder, by path in it, sorted; none where the folder is missing.
pub(super) fn own_files(root: &Path, folder: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let opened = files::Folder::open(root).and_then(|root| root.folder(folder));
    let own = match opened {
        Ok(own) => own,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(|| format!("cannot read {folder}")),
    };
    let mut found = files::below(&own, Which::Counted, None)?;
    found.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    let read = |found: Found| {
        let name = found.path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        let bytes = own.read(&found.path).with_context(|| format!("cannot read {folder}/{name}"))?;
        Ok((name, bytes))
    };
    found.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_escaped_as_the_engine_does() {
        for words in ["", "无障碍", "<a href=\"#\">《公约》</a> & 'x'", "&&", "末尾<"] {
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            escape(words, &mut ours).unwrap();
            tera::escape_html(words, &mut theirs).unwrap();
            assert_eq!(ours, theirs, "{words}");
        }
    }
}
