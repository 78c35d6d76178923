//! What every page has around its text, and the small parts that several pages share.

use serde::Serialize;

use super::{Href, Html, Keyword, LanguageTag, Text, Url};

/// What every page has around its text: head, banner, navigation, footer.
#[derive(Debug, Serialize)]
pub struct Frame {
    /// The class of `body`, by which style sheets know what kind of page it is.
    pub kind: Keyword,
    /// The language of the page.
    pub lang: LanguageTag,
    /// The direction of its writing, `ltr` or `rtl`.
    pub dir: Keyword,
    /// The title of the page and of the site, for the `title` element.
    pub title: Text,
    /// What the page is about, for search results; empty when nothing says it.
    pub description: Text,
    /// Whether the theme has a `theme.css`, which lies over the style sheets of the default theme.
    pub theme_style: bool,
    /// Whether the theme has a `custom.css`, which lies over all other style sheets.
    pub custom_style: bool,
    /// The address of the site's root, to write before `assets/`; empty on the page at the root.
    pub root: Href,
    /// The whole address of the page; missing when `book.toml` gives no `base-url`.
    pub canonical: Option<Url>,
    /// The other versions and the translations of the page, for `link` elements.
    pub alternates: Vec<Alternate>,
    /// The files that list for programs what the page lists, such as its feed, for `link` elements; empty on most pages.
    pub lists: Vec<LinkedFile>,
    /// How a link to the page is shown where people share it, for `meta` elements.
    pub open_graph: OpenGraph,
    /// What the page is, in the words of schema.org, as JSON-LD that may stand in a `script` element; empty on a page that is
    /// neither a text nor a list of texts.
    pub structured_data: Html,
    /// The logo of those who publish the site; missing when `book.toml` names none.
    pub logo: Option<Logo>,
    /// The links of the menu.
    pub navigation: Vec<Link>,
    /// The links to the page in the other languages of the site, or to the home page of a language without it.
    pub languages: Vec<Link>,
    /// The links from the home page to this page, which is the last.
    pub trail: Vec<Link>,
    /// The title of the site in the language of the page.
    pub site_title: Text,
    /// The sentence on who publishes the site and whose wording counts; may be empty.
    pub imprint: Text,
    /// The address at which readers can write to the publisher; missing when `book.toml` gives none.
    pub contact: Option<Url>,
    /// The link to the accessibility statement; missing where the menu or the footer leads there already.
    pub statement: Option<Link>,
    /// The link to the page of pictures; missing when the site has none, or the menu or the footer leads there already.
    pub pictures: Option<Link>,
    /// The link to the page of who must do what by when; missing when the site has no such page in the language, or
    /// the menu or the footer leads there already.
    pub follow_up: Option<Link>,
    /// The link to the rule reference; missing when the site has none, or the menu or the footer leads there already.
    pub rules: Option<Link>,
    /// The links of the footer, such as those to pages about the site.
    pub footer: Vec<Link>,
}

/// The logo of those who publish the site.
#[derive(Debug, Serialize)]
pub struct Logo {
    /// The address of the picture.
    pub href: Href,
    /// The address of the picture for dark pages; missing when there is none.
    pub dark: Option<Href>,
    /// What it says to those who do not see it; empty when the title of the site beside it says the same.
    pub alternative: Text,
}

/// A file for programs, for a `link` element.
#[derive(Debug, Serialize)]
pub struct LinkedFile {
    /// The address of the file.
    pub href: Href,
    /// The media type of the file.
    pub media_type: Keyword,
    /// The title of what it lists.
    pub title: Text,
}

/// How a link to a page is shown where people share it, in the terms of the Open Graph protocol.
#[derive(Debug, Serialize)]
pub struct OpenGraph {
    /// The title of the page, without that of the site.
    pub title: Text,
    /// Whether the page is an `article` or, as all others, a `website`.
    pub kind: Keyword,
    /// The language of the page with a territory, such as `zh_CN`; missing where none is known.
    pub locale: Option<LanguageTag>,
}

/// A link.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// The address it leads to.
    pub href: Href,
    /// The words of the link.
    pub words: Text,
    /// The language of the page it leads to; missing when it is the language of this page.
    pub lang: Option<LanguageTag>,
    /// Whether it leads to the page that it stands on.
    pub current: bool,
    /// Whether it leads to a section that the page stands in.
    pub around: bool,
}

/// Another version or a translation of the page, for a `link` element in its head.
#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    /// The address of that version; the whole address where `book.toml` gives `base-url`.
    pub href: Href,
    /// The language of that version; `x-default` for the page that is for all other languages.
    pub hreflang: LanguageTag,
    /// The name of that version.
    pub title: Text,
}

/// A heading in the contents of a page.
#[derive(Debug, Serialize)]
pub struct Heading {
    /// The address of the heading on this page.
    pub href: Href,
    /// The words of the heading.
    pub words: Html,
    /// The headings below it.
    pub children: Vec<Heading>,
}

/// A place that once stood on a page.
#[derive(Debug, Serialize)]
pub struct FormerPlace {
    /// The name of the place, for addresses that still lead to it.
    pub id: Text,
    /// Why it is gone; missing where the link says where it went.
    pub words: Option<Text>,
    /// The link to where it stands now, on another page; missing where it is gone.
    pub link: Option<Link>,
}

/// A file that a page offers.
#[derive(Debug, Serialize)]
pub struct Download {
    /// The address of the file.
    pub href: Href,
    /// The media type of the file.
    pub media_type: Keyword,
    /// The title of the file, its format and its size.
    pub words: Text,
    /// What may be said of the accessibility of the file.
    pub statement: Text,
}

/// The page at an old address, which sends its readers on.
#[derive(Debug, Serialize)]
pub struct Moved {
    /// What every page has around its text.
    pub page: Frame,
    /// The link to where the text stands now.
    pub to: Link,
}

/// The page of an entry that was published and is no longer (`withdrawn.html`).
#[derive(Debug, Serialize)]
pub struct Withdrawn {
    /// What every page has around its text.
    pub page: Frame,
    /// The sentence that says until when it was.
    pub ended: Text,
    /// The page of the collection; missing where it has none in this language.
    pub others: Option<Link>,
}

/// The page for addresses that lead nowhere.
#[derive(Debug, Serialize)]
pub struct NotFound {
    /// What every page has around its text.
    pub page: Frame,
    /// The address of the home page.
    pub home: Href,
}
