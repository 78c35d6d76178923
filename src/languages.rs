//! What is known of each language, as data: one folder a language.
//!
//! In: the folders built into the program, and those that a site has of its own. Out: [`Languages`], in which every
//! language tag has a [`Language`]. A site's file adds to the built-in one of the same name and replaces the parts that it
//! has; what no folder of a language says comes from the one fallback, which is the only language that code names.

mod act;
mod data;
mod dictionary;
mod examples;
mod folder;
mod follow_up;
mod initials;
mod labels;
mod language;
mod merge;
mod own;
mod resolution;
pub mod scripts;
pub mod segment;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

pub use act::{ActPatterns, ArticleLabel};
pub use data::{Begun, Candidates, Hit, LanguageData, Lines, List, Names, Unit, is_whole_word};
pub use examples::Examples;
pub use follow_up::{DuePattern, FollowUpPatterns, NoDeadline, TimeUnit, When};
pub use initials::Initials;
pub use labels::{Argument, FALLBACK_BEGINS, FALLBACK_ENDS, Label, Labels};
pub use language::{Language, Missing};
pub use own::OwnFile;
pub use resolution::{Body, LONGEST_HEADING, Numerals, ResolutionPatterns, unspaced};

use folder::Folder;

use crate::lang::Lang;

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/languages");

/// The folder of a site's own languages.
pub const FOLDER: &str = "languages";

/// The language that stands in where another says nothing.
const FALLBACK: &str = "en";

/// The language that stands in where another says nothing.
pub fn fallback() -> Lang {
    FALLBACK.parse().expect("a language tag")
}

/// The main language of a new site for which none is named.
pub fn default_tag() -> &'static str {
    include_str!("languages/default.txt").trim()
}

/// All languages that a site may be written in.
#[derive(Debug)]
pub struct Languages {
    by_tag: BTreeMap<String, Arc<Language>>,
    /// For a language without a folder: one written without spaces, and any other.
    solid: Arc<Language>,
    spaced: Arc<Language>,
}

impl Languages {
    /// The languages that are built in.
    pub fn built_in() -> &'static Arc<Self> {
        static LANGUAGES: LazyLock<Arc<Languages>> =
            LazyLock::new(|| Arc::new(Languages::of_folders(&BTreeMap::new())));
        &LANGUAGES
    }

    /// The built-in folders, each below that of the site with the same tag.
    fn of_folders(own: &BTreeMap<String, Arc<Folder>>) -> Self {
        static FOLDERS: LazyLock<BTreeMap<String, Arc<Folder>>> = LazyLock::new(|| {
            let folders = BUILT_IN
                .dirs()
                .filter(|dir| dir.path().to_str().is_some_and(|tag| tag.parse::<Lang>().is_ok()));
            folders
                .filter_map(Folder::built_in)
                .map(|folder| (folder.tag().to_owned(), Arc::new(folder)))
                .collect()
        });
        let folders_of = |lang: &Lang| -> Vec<Arc<Folder>> {
            let both = |tag| own.get(tag).into_iter().chain(FOLDERS.get(tag)).cloned();
            lang.fallbacks().flat_map(both).collect()
        };
        let fallback = fallback();
        let below = folders_of(&fallback);
        let language = |lang: &Lang| {
            // What the fallback says is its own in its regional forms too.
            let below = if lang.primary() == fallback.primary() { Vec::new() } else { below.clone() };
            Arc::new(Language::new(lang.clone(), folders_of(lang), below))
        };
        let tags: BTreeSet<&String> = FOLDERS.keys().chain(own.keys()).collect();
        let known = |tag: &String| Some((tag.clone(), language(&tag.parse().ok()?)));
        Self {
            by_tag: tags.into_iter().filter_map(known).collect(),
            solid: Arc::new(Language::unknown(Unit::Characters, below.clone())),
            spaced: Arc::new(Language::unknown(Unit::Words, below.clone())),
        }
    }

    /// What is known of a language. A tag is looked up by its ever shorter beginnings: `zh-Hans` finds `zh` (RFC 4647).
    pub fn of(&self, lang: &Lang) -> &Arc<Language> {
        let found = lang.fallbacks().find_map(|tag| self.by_tag.get(tag));
        found.unwrap_or_else(|| if lang.is_cjk() { &self.solid } else { &self.spaced })
    }

    /// The language that stands in where another says nothing.
    pub fn fallback(&self) -> &Arc<Language> {
        self.of(&fallback())
    }

    /// Every language that has a folder, by tag.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Language>> {
        self.by_tag.values()
    }

    /// What a language calls itself; its tag where it does not say.
    pub fn name<'a>(&'a self, lang: &'a Lang) -> &'a str {
        self.of(lang).labels().own("language-name").unwrap_or(lang.as_str())
    }

    /// The language in which the block of distribution is printed on the covers of texts in a language.
    pub fn distribution_language(&self, lang: &Lang) -> Option<Lang> {
        let stated = |language: &Arc<Language>| language.data().distribution_language.as_ref()?.parse().ok();
        stated(self.of(lang)).or_else(|| stated(self.fallback()))
    }

    /// The first language that is written in this script and not in that of the fallback, with its script in its tag.
    pub fn written_in(&self, script: &str) -> Option<Lang> {
        self.all()
            .find(|language| language.data().script == script)
            .map(|language| language.lang().with_script())
    }
}

/// The files of a new site, of each language that has some.
pub fn starters() -> impl Iterator<Item = &'static Dir<'static>> {
    BUILT_IN.dirs().filter_map(|dir| BUILT_IN.get_dir(dir.path().join(STARTER)))
}

/// The folder of a new site's files in the folder of a built-in language.
const STARTER: &str = "starter";

#[cfg(test)]
mod tests;
