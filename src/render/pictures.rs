//! The page of pictures: every concept with its picture, what it stands for, and who drew it.

use super::frame::FrameParts;
use super::{Page, Renderer};
use crate::address::{Address, PageKind};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::pictures::Picture;
use crate::view::{self, ShownPicture};

impl Renderer<'_> {
    /// Where the pictures of a language stand; `None` when the site does not show them.
    pub(super) fn pictures_address(&self, lang: &Lang) -> Option<Address> {
        let lang = if self.languages.contains(lang) { lang } else { &self.library.config.language };
        let wanted = self.library.config.site.pictures;
        wanted.then(|| self.library.address_of("", lang, PageKind::Pictures))
    }
}

/// Makes the page.
pub fn page(renderer: &Renderer<'_>, lang: &Lang) -> Result<Page, Finding> {
    let library = renderer.library;
    let labels = renderer.labels(lang);
    let address = library.address_of("", lang, PageKind::Pictures);
    let title = labels.get("pictures").to_owned();
    let address_in = |lang: &Lang| library.address_of("", lang, PageKind::Pictures);
    let page = renderer.frame(FrameParts {
        kind: "pictures",
        lang,
        address: &address,
        title: title.clone(),
        description: labels.get("pictures-intro").to_owned(),
        alternates: Vec::new(),
        translations: renderer.languages.iter().map(|lang| (lang.clone(), address_in(lang))).collect(),
        trail: vec![(title, address.clone())],
        work: None,
    });
    let pictures = library.pictures.iter();
    let pictures =
        pictures.map(|(concept, picture)| shown(renderer, lang, &address, (concept, picture))).collect();
    let html = renderer.templates.render("pictures.html", lang, &view::PicturesPage { page, pictures })?;
    Ok(Page { address, html })
}

fn shown(
    renderer: &Renderer<'_>,
    lang: &Lang,
    page: &Address,
    (concept, picture): (&str, &Picture),
) -> ShownPicture {
    let labels = renderer.labels(lang);
    let main = &renderer.library.config.language;
    let own = picture.alternative(lang).map(|shows| (shows, None));
    let of_main = || picture.alternative(main).map(|shows| (shows, Some(main.to_string())));
    let (shows, shows_lang) = own.or_else(of_main).unwrap_or((concept, None));
    let words = picture.words(lang).map(|words| words.join(labels.get("list-separator")));
    let credit = [("authors", picture.author.as_str().into()), ("licences", picture.licence.as_str().into())];
    ShownPicture {
        id: format!("picture-{concept}"),
        concept: concept.to_owned(),
        src: page.link_to(&Address::file(picture.path())),
        shows: shows.to_owned(),
        shows_lang,
        words: words.and_then(|words| labels.format("picture-words", &[("words", words.as_str().into())])),
        credit: labels.format("picture-credit", &credit).unwrap_or_default(),
    }
}
