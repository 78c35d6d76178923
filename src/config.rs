//! `book.toml`: what a site is called, its language, where it will stand.
//!
//! In: the file's text. Out: [`Config`], or one finding at the place that is wrong. The names under `[book]` are
//! those of mdBook.

pub mod accessibility;
pub mod address;
mod files;
mod limits;
pub mod menu;
mod places;
mod size;
mod tables;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use accessibility::Accessibility;
use address::Purpose;

use serde::Deserialize;
use toml::de::DeTable;

use crate::authority::Authority;
use crate::finding::Finding;
use crate::hidden;
use crate::lang::Lang;
use crate::source::{Source, Span};

pub use files::Files;
pub use limits::{Changes, Limit};
pub use menu::{MenuEntry, Server};
pub use size::LargestMedia;
pub use tables::Tables;
use tables::wrong_at;
pub use words::Words;

/// The name of the file, at the site's root.
pub const FILE: &str = "book.toml";

/// A site's settings.
#[derive(Debug, Clone)]
pub struct Config {
    /// The site's title in its main language.
    pub title: String,
    /// Who publishes it.
    pub authors: Vec<String>,
    /// What it is, in one or two sentences.
    pub description: String,
    /// The language of files without a language in their name.
    pub language: Lang,
    /// Titles and descriptions in other languages, by tag.
    pub languages: BTreeMap<String, LanguageConfig>,
    /// Where and how the site is published.
    pub site: SiteConfig,
    /// The files that are published although no text leads to them.
    pub files: Files,
    /// The settings of formats.
    pub formats: Tables,
    /// The settings of the rules.
    pub check: CheckConfig,
    /// What people found out about the site.
    pub accessibility: Accessibility,
    /// The links of the menu, where the site lists them.
    pub menu: Vec<MenuEntry>,
    /// The links of the footer, where the site lists them.
    pub footer: Vec<MenuEntry>,
}

/// The settings of the rules.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct CheckConfig {
    /// Thresholds by language tag, where they differ from the usual ones.
    pub limits: BTreeMap<String, Changes>,
    /// Rules allowed everywhere, each with the reason.
    pub allow: BTreeMap<toml::Spanned<String>, String>,
    /// The file itself, for findings about what it says.
    #[serde(skip)]
    pub source: Option<Arc<Source>>,
}

impl CheckConfig {
    /// The place of a key of `book.toml`.
    pub fn place(&self, path: &[&str]) -> Span {
        self.source.as_ref().map_or(Span::point(0), |source| places::key(source, path))
    }
}

/// A site's title and description in one more language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LanguageConfig {
    /// The title.
    pub title: String,
    /// The description.
    #[serde(default)]
    pub description: String,
    /// Who publishes it, as it is written in this language; as under `[book]` when it is not given.
    #[serde(default)]
    pub authors: Vec<String>,
    /// Where readers can write in this language; as under `[site]` when it is not given.
    contact: Option<toml::Spanned<String>>,
}

/// Where and how the site is published.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SiteConfig {
    /// The address of the site's root, for the sitemap and canonical links; links between pages never need it.
    pub base_url: Option<String>,
    /// Whose wording counts in texts that do not say it themselves.
    #[serde(default)]
    pub authority: Authority,
    /// The logo, which stands before the title of the site.
    pub logo: Option<menu::Logo>,
    /// The servers for which the old addresses of pages are written into a file.
    #[serde(default)]
    pub redirects: Vec<Server>,
    /// The theme's folder name below `themes/`; `default` is built in.
    pub theme: Option<String>,
    /// Where an official document with a symbol is found: `https://…/{lang}/{symbol}`.
    pub symbol_url: Option<String>,
    /// Whether the site has a reference of the rules its texts and pages are checked by.
    #[serde(default)]
    pub rules: bool,
    /// Whether the site has a page in each language that shows every picture and what it stands for.
    #[serde(default)]
    pub pictures: bool,
    /// Whether words of the glossary lead to what they mean in official texts too.
    #[serde(default)]
    pub glossary_in_texts: bool,
    /// The folders of the pages that the accessibility statement leads to.
    #[serde(default)]
    pub statement_links: Vec<toml::Spanned<String>>,
    /// Patterns of files below `content/` that are published although no text leads to them.
    #[serde(default)]
    pub files: Vec<toml::Spanned<String>>,
    /// How large a film or sound of a recording may be.
    #[serde(default)]
    pub largest_media: LargestMedia,
    /// Where readers can write: an address beginning with `https:` or `mailto:`.
    contact: Option<String>,
}

/// The keys of [`File`]; all others belong to formats.
pub const KEYS: [&str; 7] = ["book", "languages", "site", "menu", "footer", "check", "accessibility"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    book: Book,
    #[serde(default)]
    languages: BTreeMap<String, LanguageConfig>,
    #[serde(default)]
    site: SiteConfig,
    #[serde(default)]
    check: CheckConfig,
    #[serde(default)]
    accessibility: Accessibility,
    #[serde(default)]
    menu: Vec<MenuEntry>,
    #[serde(default)]
    footer: Vec<MenuEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Book {
    title: String,
    #[serde(default)]
    authors: Vec<String>,
    #[serde(default)]
    description: String,
    language: toml::Spanned<String>,
}

impl Config {
    /// Reads `book.toml`.
    pub fn read(source: &Arc<Source>) -> Result<Self, Finding> {
        let wrong = |span: Span, message: String| wrong(source, span, message);
        let mut hidden = Vec::new();
        hidden::check(source, &mut hidden);
        // Characters that stand in the file as themselves are found above; these are the escaped ones.
        if source.text().contains('\\') {
            places::each_text(source, &mut |text, span| {
                hidden::check_value(text, source, span.range(), &mut hidden);
            });
        }
        if let Some(finding) = hidden.into_iter().next() {
            return Err(finding);
        }
        let mut file = DeTable::parse(source.text()).map_err(|error| wrong_at(source, &error))?;
        let formats = Tables::take_from(file.get_mut(), &KEYS, source);
        let mut file =
            File::deserialize(toml::Deserializer::from(file)).map_err(|error| wrong_at(source, &error))?;
        let language: Lang = file.book.language.get_ref().parse().map_err(|message| {
            wrong(file.book.language.span().into(), message)
                .help("Write a language tag with its script where it has several, for example “zh-Hans”.")
        })?;
        for tag in file.languages.keys() {
            let place = || places::key(source, &["languages", tag]);
            let lang: Lang = tag.parse().map_err(|message| wrong(place(), message))?;
            // Names of files give tags in canonical case: another would be no text's language.
            if lang.as_str() != tag {
                return Err(wrong(place(), format!("the language “{tag}” is written “{lang}”")));
            }
            if lang == language {
                return Err(wrong(
                    place(),
                    format!("“{tag}” is the main language, of which [book] says the title"),
                )
                .help("Put what stands in this table into [book], and take the table out."));
            }
        }
        let of_languages =
            file.languages.iter().map(|(tag, language)| (["languages", tag], &language.authors));
        for (table, authors) in std::iter::once((["book", ""], &file.book.authors)).chain(of_languages) {
            if authors.iter().any(|name| name.trim().is_empty()) {
                let path: Vec<&str> =
                    table.into_iter().chain(["authors"]).filter(|key| !key.is_empty()).collect();
                return Err(wrong(places::value(source, &path), "one of “authors” has no name".to_owned()));
            }
        }
        for (key, value, purpose) in [
            ("base-url", &file.site.base_url, Purpose::Base),
            ("symbol-url", &file.site.symbol_url, Purpose::Symbol),
            ("contact", &file.site.contact, Purpose::Contact),
        ] {
            let problem = value.as_deref().and_then(|address| address::problem(address, purpose));
            if let Some(problem) = problem {
                return Err(wrong(places::value(source, &["site", key]), format!("“{key}” {problem}")));
            }
        }
        for contact in file.languages.values().filter_map(|language| language.contact.as_ref()) {
            if let Some(problem) = address::problem(contact.get_ref(), Purpose::Contact) {
                return Err(wrong(contact.span().into(), format!("“contact” {problem}")));
            }
        }
        if let Some(theme) =
            file.site.theme.as_deref().filter(|name| name.is_empty() || name.contains(['/', '\\', '.']))
        {
            let message = format!("“{theme}” is not the name of a theme");
            return Err(wrong(places::value(source, &["site", "theme"]), message)
                .help("Write the name of a folder below themes/, without dots and slashes."));
        }
        if let Some((path, message)) = file.accessibility.contradiction(&language) {
            let span = match path {
                ["assessment"] => places::value(source, &["accessibility", "assessment"]),
                path => places::key(source, &[&["accessibility"], path].concat()),
            };
            return Err(wrong(span, message.to_owned()));
        }
        file.site.base_url = file.site.base_url.take().map(address::in_ascii);
        let tags = file.languages.keys().filter_map(|tag| tag.parse().ok());
        let languages: Vec<Lang> = std::iter::once(language.clone()).chain(tags).collect();
        if let Some(limits::Useless { tag, key, message, help }) =
            limits::useless(&file.check.limits, &languages)
        {
            let span = match key {
                Some(key) => places::value(source, &["check", "limits", tag, key]),
                None => places::key(source, &["check", "limits", tag]),
            };
            return Err(wrong(span, message).help(help));
        }
        let files = Files::new(&file.site.files).map_err(|(span, message)| {
            wrong(span, message).help("Write a path that begins below “content”, for example “forms/*.pdf”.")
        })?;
        Ok(Self {
            title: file.book.title,
            authors: file.book.authors,
            description: file.book.description,
            language,
            languages: file.languages,
            site: file.site,
            files,
            accessibility: file.accessibility,
            menu: file.menu,
            footer: file.footer,
            formats,
            check: CheckConfig { source: Some(source.clone()), ..file.check },
        })
    }

    /// What is wrong with the value of a key, as those find it who look for what it names.
    pub fn at_value(&self, path: &[&str], message: String) -> Option<Finding> {
        let source = self.check.source.as_ref()?;
        Some(wrong(source, places::value(source, path), message))
    }

    /// The path of the site on its host, percent-encoded, with `/` at both ends: that of `base-url`, else the root.
    pub fn base_path(&self) -> String {
        let url = self.site.base_url.as_deref().and_then(|base| url::Url::parse(base).ok());
        url.map_or_else(|| "/".to_owned(), |url| format!("{}/", url.path().trim_end_matches('/')))
    }

    /// The languages it is published in, the main one first.
    pub fn all_languages(&self) -> Vec<Lang> {
        let more = self.languages.keys().filter_map(|tag| tag.parse().ok());
        std::iter::once(self.language.clone()).chain(more).collect()
    }

    /// The site's title in a language, or in its main one.
    pub fn title(&self, lang: &Lang) -> &str {
        self.languages.get(lang.as_str()).map_or(&self.title, |language| &language.title)
    }

    /// Who publishes the site, as written in a language, or in its main one.
    pub fn authors(&self, lang: &Lang) -> &[String] {
        let own = self.languages.get(lang.as_str()).map(|language| &language.authors);
        own.filter(|authors| !authors.is_empty()).unwrap_or(&self.authors)
    }

    /// Where readers of a language can write.
    pub fn contact(&self, lang: &Lang) -> Option<&str> {
        let own = self.languages.get(lang.as_str()).and_then(|language| language.contact.as_ref());
        own.map(|contact| contact.get_ref().as_str()).or(self.site.contact.as_deref())
    }

    /// The site's description in a language, or in its main one.
    pub fn description(&self, lang: &Lang) -> &str {
        self.languages.get(lang.as_str()).map_or(&self.description, |language| &language.description)
    }
}

/// What is wrong in `book.toml`, at its place.
pub fn wrong(source: &Arc<Source>, span: Span, message: String) -> Finding {
    Finding::error("config/wrong", source, span, message).help(HELP)
}

/// Where every key is shown.
const HELP: &str = "“curbcut explain config/wrong” shows every key of book.toml with an example.";

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Config, String> {
        let source = Arc::new(Source::new(FILE, text));
        Config::read(&source).map_err(|finding| {
            let at = finding.place.position();
            format!("{}:{} {}", at.line, at.column, finding.message)
        })
    }

    #[test]
    fn the_smallest_book() {
        let config = read("[book]\ntitle = \"决议\"\nlanguage = \"zh-Hans\"\n").unwrap();
        assert_eq!(config.language.to_string(), "zh-Hans");
        assert_eq!(config.title(&"en".parse().unwrap()), "决议");
    }

    #[test]
    fn mistakes_have_their_place() {
        assert!(
            read("[book]\ntitel = \"决议\"\n").unwrap_err().starts_with("2:1 “titel” is not a key of “book”")
        );
        assert!(
            read("[book]\ntitle = \"决议\"\nlanguage = \"中文\"\n").unwrap_err().starts_with("3:12 “中文”")
        );
        let url = "[book]\ntitle = \"决议\"\nlanguage = \"zh\"\n[site]\ncontact = \"javascript:x\"\n";
        assert!(read(url).unwrap_err().starts_with("5:12 “contact” must begin"));
        let base = "[book]\ntitle = \"notaurl\"\nlanguage = \"zh\"\n[site]\nbase-url = \"notaurl\"\n";
        assert!(read(base).unwrap_err().starts_with("5:13 “base-url” must begin"), "{:?}", read(base));
        let symbol = "[book]\ntitle = \"决议\"\nlanguage = \"zh\"\n[site]\nsymbol-url = \"https://example.org/\" # 文件\n";
        assert!(read(symbol).unwrap_err().starts_with("5:15 “symbol-url” must have {symbol}"));
        let theme = "[book]\ntitle = \"决议\"\nlanguage = \"zh\"\n[site]\ntheme = \"../x\"\n";
        assert!(read(theme).unwrap_err().starts_with("5:10 “../x” is not the name"));
        let full = "[book]\ntitle = \"决议\"\nlanguage = \"zh-Hans\"\n[accessibility.assessment]\nby = \"测评组\"\ndate = \"2026-12-01\"\n\
                    method = \"self\"\nwith = [\"NVDA\"]\nstatus = \"full\"\n";
        assert!(read(full).is_ok());
        let limitation = "[[accessibility.limitations]]\nreason = \"non-compliance\"\nwhat = { zh-Hans = \"视频没有字幕。\" }\n";
        assert!(read(&format!("{full}{limitation}")).unwrap_err().starts_with("9:1 the status is “full”"));
        assert!(read(&full.replace("[\"NVDA\"]", "[]")).unwrap_err().starts_with("4:1 an assessment says"));
        assert!(read(&full.replace("2026-12-01", "去年")).unwrap_err().starts_with("6:8"));
        assert!(read("").unwrap_err().contains("“book” is missing"));
    }
}
