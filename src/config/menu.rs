//! `[[menu]]`, `[[footer]]`, `[site.logo]` and `[site] redirects` of `book.toml`: what leads to pages.

use serde::Deserialize;
use toml::Spanned;

use super::words::Words;

/// A link in the menu or in the footer.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MenuEntry {
    /// Where it leads: a folder below `content/`, `/` for the home page, a page that the program makes, or a whole address.
    pub to: Spanned<String>,
    /// Its words; the title of the page when they are not given.
    pub words: Option<Words>,
}

impl MenuEntry {
    /// Whether it leads away from the site.
    pub fn leads_away(&self) -> bool {
        self.to.get_ref().contains(':')
    }
}

/// The logo of those who publish the site.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Logo {
    /// The picture, below `content/`.
    pub file: Spanned<String>,
    /// The same for dark pages.
    pub dark: Option<Spanned<String>>,
    /// What it says to those who do not see it: as a rule, the name of the publisher.
    pub alternative: Words,
}

impl Logo {
    /// Its pictures.
    pub fn files(&self) -> impl Iterator<Item = &Spanned<String>> {
        std::iter::once(&self.file).chain(&self.dark)
    }
}

/// What serves the site, as far as it reads where pages have moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Server {
    /// Netlify and Cloudflare Pages: `_redirects`.
    Netlify,
    /// Nginx: `redirects.map`, which its configuration includes.
    Nginx,
    /// Apache: `.htaccess`.
    Apache,
}
