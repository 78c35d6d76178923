//! What a library is put together from, and how.
//!
//! In: parsed texts and data. Out: the library, with what is wrong in how they stand together: an easy-read version without its official
//! text, a page that nothing leads to.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::follow_up;
use super::lists::Lists;
use super::{FollowUps, Index, Library, Reviews, Tracks, Withheld, Work};
use crate::authority::Authority;
use crate::baseline::Baseline;
use crate::collections::Collections;
use crate::config::Config;
use crate::content::{Asset, Role};
use crate::day::Today;
use crate::document::Document;
use crate::finding::Finding;
use crate::glossary::Glossary;
use crate::languages::Languages;
use crate::pictures::Pictures;
use crate::source::Span;

/// What a library is put together from.
#[derive(Debug)]
pub struct Parts {
    /// `book.toml`.
    pub config: Config,
    /// What is known of each language.
    pub language_data: Arc<Languages>,
    /// Every parsed text with its role.
    pub documents: Vec<(Role, Arc<Document>)>,
    /// Pictures by concept.
    pub pictures: Arc<Pictures>,
    /// Hard words, by language tag.
    pub glossaries: BTreeMap<String, Arc<Glossary>>,
    /// Who read which easy-read version.
    pub reviews: Reviews,
    /// What people say of the tasks of resolutions.
    pub follow_ups: FollowUps,
    /// The other files below `content/` that texts may lead to.
    pub assets: Arc<Vec<Asset>>,
    /// What is in the tracks of recordings, by the path of their file, or why one cannot be read.
    pub tracks: Tracks,
    /// The files of drafts that are left out.
    pub withheld: Withheld,
    /// What stands today and is to be mended later.
    pub baseline: Arc<Baseline>,
    /// The day on which it is judged.
    pub today: Today,
    /// What the entries of collections say, and which of them may be published: of the others there is no text here.
    pub collections: Arc<Collections>,
}

impl Library {
    /// Puts the documents together.
    pub fn new(parts: Parts, findings: &mut Vec<Finding>) -> Self {
        let Parts {
            config,
            language_data,
            documents,
            pictures,
            glossaries,
            reviews,
            follow_ups,
            assets,
            tracks,
            withheld,
            baseline,
            today,
            collections,
        } = parts;
        let mut officials = BTreeMap::new();
        let mut easy_reads = Vec::new();
        let (mut sections, mut homes, mut transcripts) = (Vec::new(), Vec::new(), BTreeMap::new());
        for (role, document) in documents {
            match role {
                Role::Home => homes.push(document),
                Role::Section => sections.push(document),
                Role::EasyRead => easy_reads.push(document),
                Role::Transcript => _ = transcripts.insert(document.source.path().into(), document),
                Role::Official => {
                    let foreign = document.lang != config.language;
                    officials.insert((document.slug.clone(), foreign, document.lang.to_string()), document);
                }
            }
        }
        let mut works: Vec<Work> = officials
            .into_values()
            .map(|official| Work {
                tasks: follow_up::tasks(&official, &language_data),
                slug: official.slug.clone(),
                lang: official.lang.clone(),
                authority: official.front.authority.unwrap_or(config.site.authority),
                facts: official.clone(),
                official,
                easy_read: None,
            })
            .collect();
        let mut by_folder: HashMap<Box<str>, Range<usize>> = HashMap::new();
        for (at, work) in works.iter().enumerate() {
            by_folder.entry(work.slug.clone()).or_insert(at..at).end = at + 1;
        }
        for easy in easy_reads {
            let beside = by_folder.get(&easy.slug).map_or(&mut [][..], |range| &mut works[range.clone()]);
            match beside.iter_mut().find(|work| work.lang == easy.lang) {
                Some(work) => work.easy_read = Some(easy),
                None => {
                    let (why, help) = match withheld.has_draft_of(&easy) {
                        true => (
                            "the official text of this easy-read version is a draft, which is not published",
                            "Remove “draft: true” from the official text, or write it here, too.",
                        ),
                        false => (
                            "the official text of this easy-read version is missing",
                            "Put it into the same folder as “index.md”, with the same language in its name.",
                        ),
                    };
                    let place = Span::point(0);
                    findings.push(
                        Finding::error("easy-read/no-official-text", &easy.source, place, why).help(help),
                    );
                }
            }
        }
        let mut authorities =
            works.iter().filter(|work| work.has_authority()).map(|work| work.authority).peekable();
        let has_unofficial = match authorities.peek() {
            Some(_) => authorities.any(|authority| authority == Authority::Unofficial),
            None => config.site.authority == Authority::Unofficial,
        };
        let mut library = Self {
            has_unofficial,
            root: config.base_path().into(),
            config,
            language_data,
            works,
            sections,
            homes,
            pictures,
            glossaries,
            reviews: Arc::new(reviews),
            follow_ups: Arc::new(follow_ups),
            assets,
            transcripts,
            tracks: Arc::new(tracks),
            baseline,
            today,
            followed: Arc::default(),
            related: Arc::default(),
            collections,
            published: Arc::default(),
            page_works: Arc::default(),
            lists: Arc::default(),
            facets: Arc::default(),
            exports: Arc::default(),
            matches: Arc::default(),
            menus: Arc::default(),
            withheld: Arc::new(withheld),
            index: Arc::default(),
        };
        library.index = Arc::new(Index {
            texts: library.text_places(),
            assets: library.assets.iter().enumerate().map(|(at, asset)| (asset.path.clone(), at)).collect(),
            works: by_folder,
        });
        library.share_facts();
        library.exports = Arc::new(library.find_exports());
        library.published = Arc::new(library.find_published());
        library.lists = Arc::new(Lists::of(&library));
        library.page_works = Arc::new(library.find_page_works());
        library.facets = Arc::new(library.find_facets());
        library.matches = Arc::new(library.find_matches());
        library.followed = Arc::new(library.follow());
        library.related = Arc::new(library.relate_events());
        library.menus = Arc::new(library.find_menus());
        library.report_unpublished(findings);
        library.report_missing_pages(findings);
        library.report_menus(findings);
        library.report_logo(findings);
        library
    }

    /// The pages of collections that have entries, as works.
    pub(super) fn find_page_works(&self) -> Vec<Work> {
        let has_entries = |section: &&Arc<Document>| {
            self.collections.get(&section.slug).is_some() && self.listed_below(section).next().is_some()
        };
        let work = |section: &Arc<Document>| Work {
            slug: section.slug.clone(),
            lang: section.lang.clone(),
            official: section.clone(),
            facts: section.clone(),
            easy_read: None,
            authority: self.config.site.authority,
            tasks: Arc::default(),
        };
        self.sections.iter().filter(has_entries).map(work).collect()
    }
}
