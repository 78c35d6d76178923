//! Who can help whom in a collection: the match page, and the section of an entry with what fits its own offers and requests.
//!
//! In: what [`matching`](crate::matching) found. Out: the same in short sentences of the language pack.

use super::fields::period;
use super::frame::FrameParts;
use super::language_names::called;
use super::listing::{part_words, title_of_part};
use super::{Page, Renderer, official};
use crate::address::Address;
use crate::collections::places::Place;
use crate::collections::{Notice, Shape, Side};
use crate::config::Words;
use crate::document::Document;
use crate::finding::Finding;
use crate::lang::Lang;
use crate::languages::{Argument, FALLBACK_BEGINS, FALLBACK_ENDS, Labels};
use crate::library::{Matched, Matches, NOTICES_ON_A_PAGE, Work};
use crate::matching::{Agreement, Known, Regions, Silent, agreement};
use crate::view::{
    self, Column, EntryMatches, Link, Match, MatchPage, NeedGroup, NoticeContact, NoticeFact, NoticeSide,
};

/// What the ids of this begin with: no author can give one that begins so.
const ID: &str = "op-match";

/// Makes a match page of a collection; pages count from 1.
pub fn page(renderer: &Renderer<'_>, section: &Document, number: usize) -> Result<Page, Finding> {
    let library = renderer.library;
    let lang = &section.lang;
    let labels = renderer.labels(lang);
    let address = library.address_of_matches(section, number);
    let matches = library.matches(&section.slug, lang);
    let pages = matches.map_or(1, Matches::pages);
    let name = labels.get("match").to_owned();
    let whole = labels.format("match-of", &[("title", section.front.title.as_str().into())]);
    let whole = whole.unwrap_or_default();
    let title = if number > 1 { title_of_part(&whole, number, labels) } else { whole };
    let step = |section: &Document| (section.front.title.clone(), library.address(section));
    let mut trail: Vec<_> = library.sections_around(section).map(step).collect();
    trail.reverse();
    trail.push(step(section));
    trail.push((name, library.address_of_matches(section, 1)));
    if number > 1 {
        trail.push((part_words(number, renderer, lang), address.clone()));
    }
    let page_link = |page: usize| Link {
        href: address.link_to(&library.address_of_matches(section, page)),
        words: part_words(page, renderer, lang),
        lang: None,
        current: page == number,
        around: false,
    };
    // A later page of one language has not the notices of that of another.
    let translations = library.sections.iter().filter(|other| number == 1 && other.slug == section.slug);
    let translations = translations
        .filter(|other| library.matches(&other.slug, &other.lang).is_some())
        .map(|other| (other.lang.clone(), library.address_of_matches(other, 1)));
    let translations = translations.collect();
    let writer = Writer::of(renderer, lang, &section.slug, &address);
    let sides = writer.zip(matches).map(|(writer, matches)| writer.sides(matches, number));
    let over = matches.map_or(0, Matches::over);
    let over = (over > 0).then(|| labels.format("match-over-count", &[("count", over.into())]));
    let view = MatchPage {
        title: title.clone(),
        sides: sides.unwrap_or_default(),
        over: over.flatten(),
        parts: (1..=pages).filter(|_| pages > 1).map(page_link).collect(),
        page: renderer.frame(FrameParts {
            kind: "match",
            lang,
            address: &address,
            description: if number > 1 { title.clone() } else { labels.get("match-about").to_owned() },
            title,
            alternates: Vec::new(),
            translations,
            trail,
            work: None,
        }),
    };
    let html = renderer.templates.render("match.html", lang, &view)?;
    Ok(Page { address, html })
}

/// The link from a page of a collection to who can help whom; `None` where no entry offers or asks for anything.
pub fn link(renderer: &Renderer<'_>, section: &Document, from: &Address) -> Option<Link> {
    renderer.library.matches(&section.slug, &section.lang)?;
    let href = from.link_to(&renderer.library.address_of_matches(section, 1));
    let words = renderer.labels(&section.lang).get("match").to_owned();
    Some(Link { href, words, lang: None, current: false, around: false })
}

/// What an entry offers and asks for, for its own page; `None` where that is nothing.
pub fn of_entry(renderer: &Renderer<'_>, work: &Work, address: &Address) -> Option<EntryMatches> {
    let library = renderer.library;
    let folder = library.collections.folder_around(&work.slug)?;
    let writer = Writer::of(renderer, &work.lang, folder, address)?;
    let matches = library.matches(folder, &work.lang)?;
    let notices: Vec<view::Notice> = library
        .matched_of(work)
        .into_iter()
        .enumerate()
        .map(|(at, matched)| writer.notice(matches, matched, format!("{ID}-{}", at + 1), true))
        .collect();
    let is_section = |section: &&Document| *section.slug == *folder && section.lang == work.lang;
    let section = library.sections.iter().map(|section| &**section).find(is_section);
    (!notices.is_empty()).then(|| EntryMatches {
        id: ID.to_owned(),
        notices,
        all: section.and_then(|section| link(renderer, section, address)),
    })
}

/// Writes notices for one page.
struct Writer<'a> {
    renderer: &'a Renderer<'a>,
    labels: &'a Labels,
    lang: &'a Lang,
    shape: &'a Shape,
    /// Where the page stands.
    address: &'a Address,
}

impl<'a> Writer<'a> {
    fn of(renderer: &'a Renderer<'a>, lang: &'a Lang, folder: &str, address: &'a Address) -> Option<Self> {
        let collection = renderer.library.collections.get(folder)?;
        let shape = collection.shape.as_deref()?;
        Some(Self { renderer, labels: renderer.labels(lang), lang, shape, address })
    }

    /// What stands on a page, by its side.
    fn sides(&self, matches: &Matches, number: usize) -> Vec<NoticeSide> {
        let library = self.renderer.library;
        let from = (number - 1) * NOTICES_ON_A_PAGE;
        let on_page = matches.order().iter().skip(from).take(NOTICES_ON_A_PAGE);
        let on_page: Vec<Matched<'_>> = on_page.filter_map(|&at| library.matched(matches, at)).collect();
        let side = |side: Side, heading: &str, none: &str| NoticeSide {
            id: format!("{ID}-{}", side.key()),
            heading: self.word(heading),
            needs: on_page
                .chunk_by(|one, other| {
                    one.notice.need == other.notice.need && one.notice.side == other.notice.side
                })
                .filter(|of_need| of_need.iter().all(|matched| matched.notice.side == side))
                .enumerate()
                .map(|(at, of_need)| self.group(matches, of_need, &format!("{ID}-{}-{}", side.key(), at + 1)))
                .collect(),
            none: self.word(none),
        };
        let sides = [
            side(Side::Request, "match-requests", "match-no-requests"),
            side(Side::Offer, "match-offers", "match-no-offers"),
        ];
        // That there is nothing at all of a side is said where all of the list stands on one page.
        let is_whole = matches.pages() == 1;
        sides.into_iter().filter(|side| is_whole || !side.needs.is_empty()).collect()
    }

    fn group(&self, matches: &Matches, of_need: &[Matched<'_>], id: &str) -> NeedGroup {
        let notices = of_need.iter().enumerate();
        NeedGroup {
            id: id.to_owned(),
            need: of_need.first().map(|matched| self.need(matched.notice)).unwrap_or_default(),
            notices: notices
                .map(|(at, matched)| self.notice(matches, *matched, format!("{id}-{}", at + 1), false))
                .collect(),
        }
    }

    fn notice(&self, matches: &Matches, matched: Matched<'_>, id: String, is_own_page: bool) -> view::Notice {
        let Matched { work, notice, found } = matched;
        let kind = match notice.side {
            Side::Request => "match-request",
            Side::Offer => "match-offer",
        };
        let state = match (found.is_over, found.all, notice.side) {
            (true, ..) => self.word("match-over"),
            (_, 0, _) => self.word("match-none"),
            (_, count, Side::Request) => self.say("match-found-offers", &[("count", count.into())]),
            (_, count, Side::Offer) => self.say("match-found-requests", &[("count", count.into())]),
        };
        let library = self.renderer.library;
        let others = found.best.iter().filter_map(|at| library.matched(matches, *at));
        let more = found.all.saturating_sub(found.best.len());
        view::Notice {
            id,
            kind: self.word(kind),
            need: self.need(notice),
            entry: (!is_own_page).then(|| Link {
                href: self.address.link_to(&library.address(&work.official)),
                words: official::full_title(&work.official),
                lang: None,
                current: false,
                around: false,
            }),
            facts: self.facts(notice),
            note: self.note(work, notice),
            contact: self.contact(work, notice),
            state,
            matches: others.filter_map(|other| self.fitting(notice, other)).collect(),
            more: (more > 0).then(|| self.say("match-more", &[("count", more.into())])),
        }
    }

    fn word(&self, label: &str) -> String {
        self.labels.get(label).to_owned()
    }

    fn say(&self, label: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.labels.format(label, arguments).unwrap_or_default()
    }

    /// Words that somebody wrote for each language, or in that of the entry.
    fn written(&self, words: &Words, work: &Work) -> Column {
        let first = self.renderer.library.works_of(&work.slug).first();
        let written_in = first.map_or(&self.renderer.library.config.language, |first| &first.lang);
        let (words, lang) = words.nearest(self.lang, written_in);
        Column { words: words.to_owned(), lang: lang.map(|lang| lang.to_string()) }
    }

    fn need(&self, notice: &Notice) -> Column {
        let main = &self.renderer.library.config.language;
        let words = self.shape.needs.get(notice.need).map(|(_, words)| words.nearest(self.lang, main));
        let (words, lang) = words.unwrap_or_default();
        Column { words: words.to_owned(), lang: lang.map(|lang| lang.to_string()) }
    }

    fn note(&self, work: &Work, notice: &Notice) -> Option<Column> {
        notice.note.as_ref().map(|note| self.written(note, work))
    }

    fn contact(&self, work: &Work, notice: &Notice) -> NoticeContact {
        let Column { words, lang } = self.written(&notice.contact.role, work);
        NoticeContact { role: words, lang, mail: notice.contact.mail.clone() }
    }

    fn facts(&self, notice: &Notice) -> Vec<NoticeFact> {
        let languages = (!notice.languages.is_empty()).then(|| self.languages(&notice.languages));
        let facts = [
            ("match-languages", languages),
            ("match-region", notice.region.map(|region| self.place(region))),
            ("match-period", notice.period.map(|when| period(self.labels, when))),
        ];
        let fact = |(term, words): (&str, Option<String>)| NoticeFact {
            term: self.word(term),
            words: words.unwrap_or_else(|| self.word("match-not-said")),
        };
        facts.into_iter().map(fact).collect()
    }

    /// A place by its name; one in the fallback language is marked as such.
    fn place(&self, place: &Place) -> String {
        match place.name(self.lang) {
            (name, None) => name.to_owned(),
            (name, Some(_)) => format!("{FALLBACK_BEGINS}{name}{FALLBACK_ENDS}"),
        }
    }

    fn languages(&self, languages: &[Lang]) -> String {
        let names: Vec<String> = languages.iter().map(|lang| self.language(lang)).collect();
        names.join(self.labels.get("list-separator"))
    }

    /// What a language is called; one without a name is its tag.
    fn language(&self, of: &Lang) -> String {
        match called(self.renderer.library, self.lang, of) {
            (name, Some(_)) => format!("{FALLBACK_BEGINS}{name}{FALLBACK_ENDS}"),
            (name, None) => name,
        }
    }

    /// One that fits, with the reasons.
    fn fitting(&self, notice: &Notice, other: Matched<'_>) -> Option<Match> {
        let agreed = agreement(notice, other.notice)?;
        let (offer, request) = match notice.side {
            Side::Offer => (notice, other.notice),
            Side::Request => (other.notice, notice),
        };
        let (fits, differs) = self.reasons(&agreed, offer, request);
        Some(Match {
            title: official::full_title(&other.work.official),
            href: self.address.link_to(&self.renderer.library.address(&other.work.official)),
            fits,
            differs,
            note: self.note(other.work, other.notice),
            contact: self.contact(other.work, other.notice),
        })
    }

    /// What two agree in, and what differs or is not known.
    fn reasons(&self, agreed: &Agreement, offer: &Notice, request: &Notice) -> (Vec<String>, Vec<String>) {
        let (mut fits, mut differs) = (Vec::new(), Vec::new());
        fits.push(match self.need(offer) {
            Column { words, lang: None } => self.say("match-same-need", &[("need", words.as_str().into())]),
            // Words of another language would stand in the sentence unmarked; the heading has them.
            _ => self.word("match-same-need-unnamed"),
        });
        let mut not_said = |labels: [&str; 3], silent: Silent| {
            let [offer, request, both] = labels;
            differs.push(self.word(match silent {
                Silent::One(Side::Offer) => offer,
                Silent::One(Side::Request) => request,
                Silent::Both => both,
            }));
        };
        match &agreed.languages {
            Known::Said(common) => {
                let languages = self.languages(common);
                fits.push(self.say("match-same-languages", &[("languages", languages.as_str().into())]));
            }
            Known::NotSaid(silent) => not_said(
                ["match-offer-no-languages", "match-request-no-languages", "match-no-languages"],
                *silent,
            ),
        }
        match agreed.period {
            Known::Said(shared) => {
                let when = period(self.labels, shared);
                fits.push(self.say("match-same-period", &[("period", when.as_str().into())]));
            }
            Known::NotSaid(silent) => {
                not_said(["match-offer-no-period", "match-request-no-period", "match-no-period"], silent);
            }
        }
        match agreed.regions {
            Known::Said(Regions::Same(place)) => {
                fits.push(self.say("match-same-region", &[("region", self.place(place).as_str().into())]));
            }
            Known::Said(Regions::Within { inner, outer }) => {
                let (inner, outer) = (self.place(inner), self.place(outer));
                let arguments = [("inner", inner.as_str().into()), ("outer", outer.as_str().into())];
                fits.push(self.say("match-region-within", &arguments));
            }
            Known::Said(Regions::Different) => {
                let place =
                    |notice: &Notice| notice.region.map(|region| self.place(region)).unwrap_or_default();
                let (offer, request) = (place(offer), place(request));
                let arguments = [("offer", offer.as_str().into()), ("request", request.as_str().into())];
                differs.push(self.say("match-other-region", &arguments));
            }
            Known::NotSaid(silent) => {
                not_said(["match-offer-no-region", "match-request-no-region", "match-no-region"], silent);
            }
        }
        (fits, differs)
    }
}
