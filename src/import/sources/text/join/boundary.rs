//! Where a paragraph begins by the layout alone.

use super::super::layout::Wrap;
use super::super::lines::{Before, Line};
use super::starts::words;
use super::{ANNEX_TITLE, DocumentPart, Joiner, State};
use crate::import::forms::columns::columns;
use crate::import::forms::ends::is_whole;
use crate::import::forms::entries::LineEntry;
use crate::import::forms::leads::Lead;
use crate::import::passage::{Joint, Passage};
use crate::import::script::{Script, width};
use crate::languages::LONGEST_HEADING;
use crate::numbering::looks_numbered;
use crate::source::slice;

/// Lines of Chinese are not broken at fewer columns.
pub const NARROWEST_WRAP: usize = 40;

/// How many lines the title of an annex takes.
const LONGEST_TITLE: usize = 3;

/// What lies between a line and the text before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seam {
    /// A line end alone, or what is known to part paragraphs.
    None,
    /// A blank line or a page end, and nothing that says whether a paragraph begins; and how the line begins.
    Torn(Lead),
}

/// What the end of a line says of the next one, which follows at once, in a text without known structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnd {
    /// The sentence goes on.
    Broken,
    /// A paragraph ends.
    Ended,
    /// One may end.
    Unclear,
}

/// How many columns of Chinese lines may stay empty because of marks that begin no line.
const LOOSE_COLUMNS: usize = 4;

impl Joiner<'_> {
    /// What the end of the line above says: a line whose end has room for the next word was ended by who wrote it.
    pub fn line_end(&self, line: &Line) -> LineEnd {
        let said = slice(self.text, line.range.clone());
        let above = self.paragraphs.last().map_or("", |last| last.passage.text());
        let is_small = self.script == Script::Spaced && said.starts_with(char::is_lowercase);
        let next = match self.script {
            Script::Spaced => 1 + said.split_whitespace().next().map_or(0, width),
            Script::Solid => LOOSE_COLUMNS,
        };
        let has_room = match self.script {
            Script::Solid if !self.is_kept_apart => self.is_narrow(),
            _ => (self.width + next) * 4 <= self.layout.widest * 3,
        };
        // The rows of a list in an act may begin with small letters.
        let goes_on = above.ends_with([',', '，', '、', '-', '—', '/', '\u{AD}'])
            || is_small && !(self.act.is_some() && has_room);
        let is_ended = self.is_whole() || self.is_below_heading;
        match self.layout.wrap {
            _ if goes_on => LineEnd::Broken,
            Wrap::Unwrapped if is_ended => LineEnd::Ended,
            Wrap::Unwrapped => LineEnd::Unclear,
            Wrap::Wrapped if has_room && is_ended => LineEnd::Ended,
            Wrap::Wrapped if has_room || self.is_below_heading => LineEnd::Unclear,
            Wrap::Wrapped if is_ended && self.width < self.layout.full => LineEnd::Ended,
            Wrap::Wrapped if is_ended && !self.layout.is_broken => LineEnd::Unclear,
            Wrap::Wrapped => LineEnd::Broken,
        }
    }

    /// Whether only the end of the line above says whether a line begins a paragraph.
    pub fn is_close(&self, line: &Line) -> bool {
        self.part == DocumentPart::Plain
            && self.layout.indent.is_none()
            && line.before == Before::Adjacent
            && self.state == State::Text
    }

    /// Whether something lies between this line and the text before it.
    pub fn is_parted(&self, line: &Line) -> bool {
        line.is_parted() || self.state == State::Cut || self.state == State::Ended
    }

    /// Whether the text so far ends as a paragraph of this part ends.
    pub fn is_whole(&self) -> bool {
        let Some(last) = self.paragraphs.last().filter(|_| !self.state.is_ended()) else { return true };
        let terminal = &self.rules.terminal;
        match self.part {
            DocumentPart::Preamble => is_whole(last.passage.text(), &terminal.preamble),
            _ => is_whole(last.passage.text(), &terminal.operative),
        }
    }

    /// Whether a paragraph begins at this line by the layout.
    pub fn begins(&self, line: &Line) -> bool {
        if self.state == State::Ended {
            return true;
        }
        if (self.is_after_opening() && line.is_parted()) || self.was_short(line) {
            return true;
        }
        if self.begins_in_article(line) {
            return true;
        }
        if self.is_close(line) && self.is_kept_apart {
            return self.is_row || self.line_end(line) != LineEnd::Broken;
        }
        match self.seam(line) {
            Seam::Torn(Lead::Prefixed) => return true,
            Seam::Torn(Lead::Verb) if self.is_clear() || !self.is_page_end(line) => return true,
            _ => {}
        }
        if self.follows_at_once(line) && (self.was_narrow() || self.ends_preambular(line)) {
            return true;
        }
        let whole = self.is_whole() || (self.part == DocumentPart::Plain && !self.is_torn(line));
        match self.layout.indent {
            Some(base) if line.indent > base => true,
            // A heading between indented paragraphs is not indented itself.
            Some(_) => self.part == DocumentPart::Plain && whole && self.width < self.layout.full / 4 * 3,
            None if self.is_parted(line) => whole,
            None => whole && self.width < self.layout.full,
        }
    }

    /// Whether a paragraph of an act begins: under a heading, or where the one above ends as sentences end, and this line is indented
    /// or that one was not full.
    pub fn begins_in_article(&self, line: &Line) -> bool {
        let is_indented = line.indent > self.layout.base && line.indent != self.hanging;
        let is_seen = is_indented || self.width * 20 < self.layout.widest * 17;
        self.act.is_some() && (self.is_after_heading() || self.is_whole() && is_seen)
    }

    /// What lies between this line and the paragraph above, where the end of the one or the indent of the other does not
    /// say that a paragraph begins.
    pub fn seam(&self, line: &Line) -> Seam {
        let parts = match line.before {
            // Among lines that were broken, and all parted, a blank line shows nothing.
            Before::Gap => !self.layout.is_double_spaced || self.width * 3 < self.layout.widest * 2,
            Before::Room | Before::Page => true,
            Before::Adjacent => self.state == State::Cut || self.layout.wrap == Wrap::Unwrapped,
        };
        let says = match self.layout.indent {
            Some(base) => line.indent > base,
            None => self.is_whole(),
        };
        if !parts || says || self.state == State::Ended {
            return Seam::None;
        }
        Seam::Torn(match self.part {
            DocumentPart::Preamble | DocumentPart::Operative => {
                Lead::of(slice(self.text, line.range.clone()), self.words)
            }
            DocumentPart::Closing | DocumentPart::Annex | DocumentPart::Plain => Lead::None,
        })
    }

    /// Whether a page may end before this line, which parts the lines of a paragraph.
    pub fn is_page_end(&self, line: &Line) -> bool {
        line.before == Before::Page || self.state == State::Cut
    }

    /// Whether a line ends as a paragraph of a preamble does.
    fn ends_preambular(&self, line: &Line) -> bool {
        is_whole(slice(self.text, line.range.clone()), &self.rules.terminal.preamble)
    }

    /// Whether this line begins as a paragraph of a preamble does, and follows at once after the end of one.
    pub fn follows_at_once(&self, line: &Line) -> bool {
        self.part == DocumentPart::Preamble
            && self.layout.indent.is_none()
            && line.before == Before::Adjacent
            && self.state == State::Text
            && self.is_whole()
            && Lead::of(slice(self.text, line.range.clone()), self.words) != Lead::None
    }

    /// Whether the line before ended before it was full, so that its end is no place where a line was broken.
    pub fn was_narrow(&self) -> bool {
        self.is_clear() || self.width < NARROWEST_WRAP
    }

    /// Whether a line is indented as the first of a paragraph may be, in a text where it is not known that all are. Under a
    /// number, the lines that go on may be indented as far as the words behind it.
    pub fn is_indented(&self, line: &Line) -> bool {
        self.layout.indent.is_none() && line.indent > self.layout.base && line.indent != self.hanging
    }

    /// Whether a line of Chinese goes on after one that was not nearly full.
    pub fn is_after_short(&self, line: &Line) -> bool {
        self.part != DocumentPart::Plain
            && self.script == Script::Solid
            && self.layout.wrap == Wrap::Wrapped
            && line.before == Before::Adjacent
            && self.state == State::Text
            && self.is_narrow()
    }

    /// Whether the line before was not nearly as wide as lines of Chinese are that were broken.
    fn is_narrow(&self) -> bool {
        self.width * 2 < self.layout.widest || self.width < NARROWEST_WRAP
    }

    /// Whether a verb begins a paragraph here without doubt: it has a capital, or the line before it was not full.
    pub fn is_clear(&self) -> bool {
        self.script == Script::Spaced
            || (self.layout.wrap == Wrap::Wrapped && self.width * 20 < self.layout.widest * 17)
    }

    /// Whether the last paragraph is the line that opens the preamble, which nothing continues.
    fn is_after_opening(&self) -> bool {
        self.paragraphs.len() == 1 && self.is_opened
    }

    /// Whether the last line of a text without known structure ended before it was full: headings and signatures have no
    /// mark at their end. Lines of Chinese are broken where they are full; a page can end at any of these.
    fn was_short(&self, line: &Line) -> bool {
        let widest = self.layout.widest;
        self.part == DocumentPart::Plain
            && self.script == Script::Solid
            && self.layout.wrap == Wrap::Wrapped
            && match line.before {
                Before::Gap | Before::Room | Before::Page => self.width * 2 < widest,
                Before::Adjacent => self.width * 3 < widest,
            }
    }

    /// In a text without known structure a heading ends without a mark. So a paragraph counts as torn only if it
    /// has marks inside, or its next line goes on with a small letter.
    fn is_torn(&self, line: &Line) -> bool {
        let next = slice(self.text, line.range.clone()).chars().next();
        let before = self.paragraphs.last().map_or("", |last| last.passage.text());
        match self.script {
            Script::Spaced => next.is_some_and(char::is_lowercase),
            Script::Solid => before.len() > 240 || before.contains(['，', '。', '；', '：']),
        }
    }

    /// Whether a line is the row of a table: columns far apart, as in the line before or after it. Each row is a
    /// paragraph, so that its cells stay together.
    pub fn row(&mut self, line: &Line, next: Option<&Line>) -> bool {
        let has_columns = |line: &Line| columns(self.text, words(self.text, line)).len() > 1;
        let is_entry = self.part == DocumentPart::Plain && self.is_entry(line, next);
        if is_entry {
            self.entry = LineEntry::of(slice(self.text, line.range.clone()), &self.rules.time);
        }
        let is_row = is_entry || (has_columns(line) && (self.is_row || next.is_some_and(has_columns)));
        if is_row && !self.is_row {
            self.doubt_table(line);
        }
        is_row
    }

    /// Whether a line begins as the line before or after it does: with a time, or with words that stand in a column or
    /// before a colon. So begin the entries of programmes and lists; the next ones of a programme also stand alone.
    fn is_entry(&self, line: &Line, next: Option<&Line>) -> bool {
        let said = |line: &Line| slice(self.text, line.range.clone());
        let here = LineEntry::of(said(line), &self.rules.time);
        let next = next.filter(|next| next.before == Before::Adjacent);
        let is_like = |other: Option<&str>| {
            here.is_some() && other.is_some_and(|other| LineEntry::of(other, &self.rules.time) == here)
        };
        let is_again = here == self.entry && !matches!(here, None | Some(LineEntry::Label));
        is_again
            || is_like(next.map(said))
            || (line.before == Before::Adjacent && is_like(self.line_before(line)))
    }

    /// The line of text above a line.
    fn line_before(&self, line: &Line) -> Option<&str> {
        let at = self.lines.partition_point(|other| other.range.start < line.range.start);
        Some(slice(self.text, self.lines.get(at.checked_sub(1)?)?.range.clone()))
    }

    /// How many of the lines after the heading of an annex are its title: a few without an end, and then a gap.
    pub fn title_lines(&self, first: usize) -> usize {
        let after: Vec<_> = (first..self.lines.len())
            .filter(|&at| self.furniture.reason(at).is_none())
            .map(|at| &self.lines[at])
            .take(LONGEST_TITLE + 1)
            .collect();
        let more = after.iter().skip(1).take_while(|line| line.before == Before::Adjacent).count();
        let Some(title) = after.get(..=more).filter(|title| title.len() <= LONGEST_TITLE) else { return 0 };
        let is_title = |line: &&Line| {
            let said = slice(self.text, line.range.clone());
            said.len() <= LONGEST_HEADING / 3
                && looks_numbered(said).is_none()
                && !is_whole(said, &self.rules.terminal.operative)
                && !said.contains(['{', '#'])
        };
        if title.iter().all(is_title) { title.len() } else { 0 }
    }

    /// Takes a line into the title of an annex.
    pub fn title_goes_on(&mut self, line: &Line) -> bool {
        if self.title == 0 {
            return false;
        }
        self.title -= 1;
        match self.paragraphs.last_mut() {
            Some(title) if title.style == ANNEX_TITLE => {
                title.passage.push(self.text, line.range.clone(), Joint::Wrap(self.script));
            }
            _ => {
                let passage = Passage::line(self.text, line.range.clone());
                self.push(None, ANNEX_TITLE, passage);
            }
        }
        true
    }
}
