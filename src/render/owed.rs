//! What a page owes its readers: the values of its view that hold words of the source, or say what the page is.
//!
//! In: a view. Out: those values, each with the name by which templates print it. A template of a site's own may leave out
//! what helps, such as the contents; it may not leave out these, nor take the markup from them.

use super::theme::ThemeHides;
use crate::audit::{Shown, Trouble, Value};
use crate::finding::{Finding, Place, Severity};
use crate::view::{
    Adoption, BookAbout, BookCover, BookEasyRead, BookNavigation, BookNotes, BookOfficial, BookOpening,
    BookPackage, BookWords, Colophon, DeskBeside, DeskFindings, DeskStrip, EasyRead, Fact, FollowUpPage,
    FormerPlace, Glossary, Html, Listing, MatchPage, Moved, NotFound, Notice, Official, PicturesPage,
    RuleChapter, Rules, Section, StatementPage, Tasks, Withdrawn, Word,
};

/// Refuses a page on which a template of the site leaves out words of the text; `own` is the path of that template. The built-in
/// ones leave out none.
pub fn check(own: &str, name: &str, made: &str, hides: &ThemeHides, view: &impl Owes) -> Result<(), Finding> {
    let mut debts = Debts::default();
    view.owes(&mut debts);
    if debts.0.is_empty() {
        return Ok(());
    }
    let shown = if name.ends_with(".xhtml") {
        Shown::document(made, &hides.books)
    } else {
        Shown::page(made, &hides.pages)
    };
    let values: Vec<Value<'_>> = debts.0.iter().map(|owed| owed.value).collect();
    let Some((lost, trouble)) = shown.first_lost(&values) else { return Ok(()) };
    let lost = debts.0.get(lost).map_or("", |owed| owed.name);
    let (message, help) = match trouble {
        Trouble::Missing => (
            format!("the pages of “{name}” do not show “{lost}” as it is"),
            format!(
                "Print {{{{ {lost} }}}} where readers meet it, in a place of its own, without a filter and not where a style hides, cuts or reorders it, \
                 or delete the template."
            ),
        ),
        Trouble::Changed(by) => (
            format!("the pages of “{name}” show “{lost}” in a {by}, which changes what is read"),
            format!("Print {{{{ {lost} }}}} outside of it, or delete the template."),
        ),
    };
    let place = Place::File(own.into());
    Err(Finding::new("template/lost-words", Severity::Error, place, message).help(help))
}

/// A value that a page shows.
#[derive(Debug, Clone, Copy)]
struct Owed<'a> {
    /// How templates name it.
    name: &'static str,
    /// The value.
    value: Value<'a>,
}

/// The values that a page of a view owes.
#[derive(Debug, Default)]
pub struct Debts<'a>(Vec<Owed<'a>>);

impl<'a> Debts<'a> {
    fn words(&mut self, name: &'static str, words: &'a str) {
        if !words.trim().is_empty() {
            self.0.push(Owed { name, value: Value::Words(words) });
        }
    }

    /// Words that say how a text stands: others in their line could take back what they say.
    fn line(&mut self, name: &'static str, words: Option<&'a String>) {
        if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
            self.0.push(Owed { name, value: Value::Line(words) });
        }
    }

    fn any_words(&mut self, name: &'static str, words: Option<&'a String>) {
        self.words(name, words.map_or("", String::as_str));
    }

    fn each(&mut self, name: &'static str, words: &'a [String]) {
        words.iter().for_each(|words| self.words(name, words));
    }

    fn markup(&mut self, name: &'static str, markup: &'a Html) {
        if !markup.as_str().trim().is_empty() {
            self.0.push(Owed { name, value: Value::Markup(markup.as_str()) });
        }
    }

    fn items(&mut self, name: &'static str, items: &'a Html) {
        if !items.as_str().trim().is_empty() {
            self.0.push(Owed { name, value: Value::Items(items.as_str()) });
        }
    }

    fn facts(&mut self, facts: &'a [Fact]) {
        facts.iter().for_each(|fact| self.words("doc.facts", &fact.words));
    }

    fn former(&mut self, places: &'a [FormerPlace]) {
        places.iter().for_each(|place| self.any_words("doc.former", place.words.as_ref()));
    }

    fn adoption(&mut self, adoption: Option<&'a Adoption>) {
        let Some(adoption) = adoption else { return };
        self.any_words("doc.adoption.date", adoption.date.as_ref());
        self.any_words("doc.adoption.meeting", adoption.meeting.as_ref());
        self.any_words("doc.adoption.statement", adoption.statement.as_ref());
        for list in &adoption.lists {
            self.words("doc.adoption.lists", &list.heading);
            self.each("doc.adoption.lists", &list.states);
        }
    }

    fn sections(&mut self, sections: &'a [Section]) {
        for section in sections {
            if let Some(heading) = &section.heading {
                self.markup("section.heading", heading);
            }
            self.line("section.stale", section.stale.as_ref());
            for idea in &section.ideas {
                self.markup("idea.picture", &idea.picture);
                self.markup("idea.words", &idea.words);
                self.word_list("idea.boxes", &idea.boxes);
            }
        }
    }

    fn word_list(&mut self, name: &'static str, words: &'a [Word]) {
        for word in words {
            self.words(name, &word.term);
            self.words(name, &word.meaning);
        }
    }

    fn tasks(&mut self, tasks: &'a Tasks) {
        self.line("tasks.checked", tasks.checked.as_ref());
        for row in &tasks.rows {
            self.any_words("row.who", row.who.as_ref());
            self.words("row.what", &row.what);
            self.any_words("row.start", row.start.as_ref());
            self.any_words("row.to", row.to.as_ref());
            self.line("row.status", Some(&row.status));
            self.line("row.confirmed", row.confirmed.as_ref());
            self.any_words("row.document.words", row.document.as_ref().map(|document| &document.words));
            self.any_words(
                "row.document.looked_up",
                row.document.as_ref().and_then(|document| document.looked_up.as_ref()),
            );
            self.any_words("row.note", row.note.as_ref());
        }
    }

    fn notices(&mut self, notices: &'a [Notice]) {
        for notice in notices {
            self.any_words("notice.entry", notice.entry.as_ref().map(|entry| &entry.words));
            notice.facts.iter().for_each(|fact| self.words("notice.facts", &fact.words));
            self.any_words("notice.note", notice.note.as_ref().map(|note| &note.words));
            self.line("notice.state", Some(&notice.state));
            for fitting in &notice.matches {
                self.words("match.title", &fitting.title);
                self.each("match.fits", &fitting.fits);
                self.each("match.differs", &fitting.differs);
                self.any_words("match.note", fitting.note.as_ref().map(|note| &note.words));
            }
            self.line("notice.more", notice.more.as_ref());
        }
    }

    fn colophon(&mut self, colophon: &'a Colophon) {
        self.line("doc.status.words", Some(&colophon.status.words));
        self.any_words("doc.read_by", colophon.read_by.as_ref());
        self.any_words("doc.made_by", colophon.made_by.as_ref());
        self.any_words("doc.rules", colophon.rules.as_ref());
        self.any_words("doc.date", colophon.date.as_ref());
        self.each("doc.credits", &colophon.credits);
    }
}

/// What owes values to its readers; by default nothing.
pub trait Owes {
    /// Adds what it owes.
    fn owes<'a>(&'a self, _: &mut Debts<'a>) {}
}

impl Owes for Official {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        let doc = &self.doc;
        debts.any_words("doc.symbol", doc.symbol.as_ref());
        debts.words("doc.title", &doc.title);
        debts.any_words("doc.subtitle", doc.subtitle.as_ref());
        debts.line("doc.authority", doc.authority.as_ref());
        debts.words("doc.summary", &doc.summary);
        debts.facts(&doc.facts);
        debts.markup("doc.body", &doc.body);
        debts.markup("doc.preamble", &doc.preamble);
        debts.markup("doc.operative", &doc.operative);
        debts.markup("doc.after", &doc.after);
        debts.adoption(doc.adoption.as_ref());
        debts.items("doc.notes", &doc.notes);
        debts.each("doc.credits", &doc.credits);
        debts.former(&doc.former);
        doc.matches.iter().for_each(|matches| debts.notices(&matches.notices));
    }
}

impl Owes for EasyRead {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        let doc = &self.doc;
        debts.words("doc.title", &doc.title);
        debts.words("doc.about", &doc.about);
        debts.line("doc.not_official", doc.not_official.as_ref());
        debts.sections(&doc.sections);
        debts.colophon(&doc.colophon);
        debts.former(&doc.former);
    }
}

impl Owes for Listing {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        debts.words("list.title", &self.list.title);
        debts.words("list.summary", &self.list.summary);
        debts.markup("list.body", &self.list.body);
        debts.each("list.credits", &self.list.credits);
    }
}

impl Owes for Glossary {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        self.groups.iter().for_each(|group| debts.word_list("group.words", &group.words));
    }
}

impl Owes for FollowUpPage {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        debts.line("checked", Some(&self.checked));
        self.dated.iter().chain(&self.undated).for_each(|tasks| debts.tasks(tasks));
    }
}

impl Owes for MatchPage {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        for need in self.sides.iter().flat_map(|side| &side.needs) {
            debts.words("need.need", &need.need.words);
            debts.notices(&need.notices);
        }
    }
}

impl Owes for PicturesPage {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        for picture in &self.pictures {
            debts.words("picture.shows", &picture.shows);
            debts.any_words("picture.words", picture.words.as_ref());
            debts.words("picture.credit", &picture.credit);
        }
    }
}

impl Owes for StatementPage {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        if let Some(assessment) = &self.statement.assessment {
            debts.words("statement.assessment.words", &assessment.words);
            debts.words("statement.assessment.status", &assessment.status);
        }
        for limitation in &self.statement.limitations {
            debts.words("statement.limitations", &limitation.words);
        }
    }
}

impl Owes for BookOpening {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        debts.any_words("doc.symbol", self.doc.symbol.as_ref());
        debts.words("doc.title", &self.doc.title);
        debts.any_words("doc.subtitle", self.doc.subtitle.as_ref());
        debts.line("doc.authority", self.doc.authority.as_ref());
        debts.words("doc.summary", &self.doc.summary);
        debts.facts(&self.doc.facts);
    }
}

impl Owes for BookOfficial {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        debts.words("doc.heading", &self.doc.heading);
        self.doc.pieces.iter().for_each(|piece| debts.markup("piece.text", &piece.text));
        debts.adoption(self.doc.adoption.as_ref());
        debts.each("doc.credits", &self.doc.credits);
    }
}

impl Owes for BookNotes {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        debts.items("doc.notes", &self.doc.notes);
    }
}

impl Owes for BookEasyRead {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        let doc = &self.doc;
        debts.words("doc.heading", &doc.heading);
        if doc.begins {
            debts.words("doc.about", &doc.about);
            debts.line("doc.not_official", doc.not_official.as_ref());
            debts.line("doc.status.words", Some(&doc.colophon.status.words));
        }
        debts.sections(&doc.sections);
    }
}

impl Owes for BookWords {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        debts.word_list("doc.words", &self.doc.words);
    }
}

impl Owes for BookAbout {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        debts.line("doc.not_official", self.doc.not_official.as_ref());
        debts.colophon(&self.doc.colophon);
    }
}

impl Owes for BookCover {}
impl Owes for BookNavigation {}
impl Owes for BookPackage {}
impl Owes for DeskBeside {}
impl Owes for DeskFindings {}
impl Owes for DeskStrip {}
impl Owes for Moved {}

impl Owes for Withdrawn {
    fn owes<'a>(&'a self, debts: &mut Debts<'a>) {
        debts.words("ended", &self.ended);
    }
}
impl Owes for NotFound {}
impl Owes for RuleChapter {}
impl Owes for Rules {}
