//! What a file of one version says, in order: the text and all that its page says beside it.
//!
//! In: a version, and an [`Output`] that writes one file of some format. Out: nothing; the output was told everything, from the title
//! to the address of the page. So no format leaves out whose wording counts, whether a version is tested, or what has changed since.

mod easy_read;
mod event;
mod official;

use crate::address::Address;
use crate::document::{Block, Content, Document, Paragraph};
use crate::formats::Job;
use crate::languages::Labels;
use crate::library::{Library, Target};
use crate::render::html::url;
use crate::render::{Renderer, canonical, easy_title, full_title};

/// Writes the file of a version.
pub fn write<'a>(out: &mut impl Output<'a>, job: Job<'a>) {
    match job {
        Job::Official(work) => official::write(out, work),
        Job::EasyRead(work, easy) => easy_read::write(out, work, easy),
        _ => {}
    }
}

/// A file of each version of every document.
pub fn jobs(library: &Library) -> Vec<Job<'_>> {
    let mut jobs = Vec::new();
    for work in library.works.iter().filter(|work| work.kind().becomes_book()) {
        jobs.push(Job::Official(work));
        jobs.extend(work.easy_read.as_deref().map(|easy| Job::EasyRead(work, easy)));
    }
    jobs
}

/// The title of the file of a version.
pub fn title(library: &Library, job: Job<'_>) -> String {
    match job {
        Job::Official(work) => full_title(&work.official),
        Job::EasyRead(_, easy) => easy_title(easy, library.language(&easy.lang).page_labels()),
        _ => String::new(),
    }
}

/// A file of one version while it is written.
pub trait Output<'a> {
    /// The labels that say of such a file that it is no official document: of a text with a symbol, and of one without.
    const UNOFFICIAL: (&'static str, &'static str);

    /// The library and the languages.
    fn renderer(&self) -> &'a Renderer<'a>;

    /// The labels of its language.
    fn labels(&self) -> &'a Labels;

    /// The title.
    fn title(&mut self, words: &str);

    /// What stands under the title.
    fn subtitle(&mut self, words: &str);

    /// A heading that is no part of the text, with the id that it has on the page.
    fn heading(&mut self, level: u8, words: &str, id: &str);

    /// A paragraph that is no part of the text.
    fn paragraph(&mut self, words: &str);

    /// One of several lines that belong together.
    fn line(&mut self, words: &str);

    /// Ends lines that belong together.
    fn end_lines(&mut self);

    /// A line of a term and what it stands for.
    fn fact(&mut self, term: Said<'_>, values: &[Said<'_>]);

    /// An item of a list that is no part of the text.
    fn item(&mut self, words: &str);

    /// Blocks of the text.
    fn blocks(&mut self, blocks: &'a [Block]);

    /// A paragraph with its official number.
    fn numbered(&mut self, paragraph: &'a Paragraph);

    /// Blocks of another text, which stands in this one.
    fn blocks_of(&mut self, text: &'a Document, blocks: &'a [Block]);

    /// The notes.
    fn notes(&mut self);

    /// The heading of a section of an easy-read version.
    fn section(&mut self, level: u8, heading: &'a Block, words: &'a Content);

    /// The picture of an idea.
    fn picture(&mut self, picture: &'a Content);

    /// A block of an idea, in which each line of the source is a sentence.
    fn sentences(&mut self, block: &'a Block);

    /// A heading of the program, whose id on the page is the name of its label.
    fn label_heading(&mut self, label: &str) {
        self.heading(2, self.labels().get(label), label);
    }

    /// Ends the file with the address of its page, by which a reader of a copy finds what is true today.
    fn page(&mut self, page: &Address) {
        if let Some(url) = on_the_web(self.renderer(), page)
            && let Some(words) = self.labels().format("text-page", &[("url", url.as_str().into())])
        {
            self.paragraph(&words);
        }
    }
}

/// Some words of a line, and what is known of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said<'s> {
    /// The words.
    pub words: &'s str,
    /// Where they lead.
    pub href: Option<&'s str>,
    /// Their language, where it is another than that of the text.
    pub lang: Option<&'s str>,
}

impl<'s> From<&'s str> for Said<'s> {
    fn from(words: &'s str) -> Self {
        Self { words, ..Self::default() }
    }
}

impl<'s> From<&'s String> for Said<'s> {
    fn from(words: &'s String) -> Self {
        words.as_str().into()
    }
}

/// The address of a page or file of the site; `None` when the site does not say where it stands.
pub fn on_the_web(renderer: &Renderer<'_>, address: &Address) -> Option<String> {
    Some(canonical(renderer.library.config.site.base_url.as_deref()?, address))
}

/// The address that a link of a text leads to; `None` where it is a place of the same text, or where nobody knows it.
pub fn leads_to(renderer: &Renderer<'_>, document: &Document, target: Target<'_>) -> Option<String> {
    let library = renderer.library;
    let (address, rest) = match target {
        Target::Page { text, .. } if std::ptr::eq(text, document) => return None,
        Target::Page { text, fragment } => {
            (library.address(text), fragment.map(|fragment| format!("#{fragment}")))
        }
        Target::Made { kind, fragment } => {
            (library.address_of("", &document.lang, kind), fragment.map(|fragment| format!("#{fragment}")))
        }
        Target::Withdrawn(entry) => (library.address_of_withdrawn(entry), None),
        Target::Asset { path, rest } | Target::Export { path, rest } => {
            (Address::file(path), Some(rest.replace(' ', "%20")))
        }
        Target::External(address) => return url::valid(address),
        // A place in the same text is found by its number or heading.
        Target::Fragment(_) | Target::PageBreak(_) | Target::Nowhere { .. } => return None,
    };
    Some(on_the_web(renderer, &address)? + &rest.unwrap_or_default())
}

/// A term with the colon that leads to what it stands for.
pub fn before_colon(term: &str, labels: &Labels) -> String {
    match term.chars().next_back() {
        Some('：') => term.to_owned(),
        Some(':') => format!("{term} "),
        _ => format!("{term}{}", labels.get("colon")),
    }
}

/// Words without the ends of lines in them; blanks that are wider or narrower than others stay.
pub fn in_one_line(words: &str) -> String {
    let lines = words.lines().map(|line| line.trim_matches(' ')).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}
