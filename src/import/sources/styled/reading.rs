//! The paragraphs after the head, as the recogniser wants them.
//!
//! In: a file whose lines are known, its language, and what the head takes. Out: paragraphs with their styles; levels of
//! headings from the title down; headings found by their look; links that lead somewhere; languages that differ from that of
//! the document.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::looks::{HeadingLook, Looks, form};
use super::typed::Typed;
use super::{Item, Role, Styled, UNMARKED};
use crate::import::slug::slug;
use crate::import::source::{Head, Inserted, Paragraph, Reading, Style, Vertical, Words};
use crate::import::unsure::Unsure;
use crate::lang::Lang;
use crate::numbering::looks_numbered;
use crate::source::slice;

/// The lowest level of headings.
const LOWEST: u8 = 6;

/// Headings look in no more ways.
const MOST_LOOKS: usize = 64;

/// What the lines after the head are read with.
struct Setting {
    /// How much lower a heading stands than its level in the outline says.
    shift: u8,
    /// How headings by their look differ, the highest first, and the level of the first.
    looks: Vec<HeadingLook>,
    below: u8,
    /// The last line with words, which heads nothing.
    last: usize,
    anchors: HashMap<String, String>,
    lang: Option<Lang>,
}

/// The paragraphs after the head.
pub fn reading(file: Styled, head: &Head) -> Reading {
    let mut lines = 0;
    let of_head: Vec<bool> = file
        .items
        .iter()
        .map(|item| {
            lines += usize::from(!item.line.range.is_empty());
            !item.line.range.is_empty() && head.above < lines && lines <= head.lines
        })
        .collect();
    let setting = Setting::of(&file, head, &of_head);
    let torn: HashSet<u32> = file
        .items
        .iter()
        .zip(&of_head)
        .filter_map(|(item, is_of_head)| item.cell.filter(|_| *is_of_head).map(|cell| cell.table))
        .collect();
    let text = file.source.text();
    let mut reading = Reading { left_out: file.left_out, unsure: file.unsure, ..Reading::default() };
    let mut above = 1;
    // Pages that begin where no paragraph is: the next one begins with them.
    let mut pages = Vec::new();
    let mut typed = Typed::default();
    for (mut item, is_of_head) in file.items.into_iter().zip(of_head) {
        let place = place(&item);
        // Of the table of a cover nothing is left that has a head.
        item.reports.retain(|why| !is_of_head || *why != UNMARKED);
        reading.unsure.extend(item.reports.drain(..).map(|why| Unsure::new(place.clone(), why)));
        let has_pictures =
            item.line.words.inserted.iter().any(|(_, what)| matches!(what, Inserted::Picture(_)));
        let is_written =
            item.left_out.is_none() && !is_of_head && (!item.line.range.is_empty() || has_pictures);
        if !is_written {
            let inserted = item.line.words.inserted.iter();
            pages.extend(inserted.filter(|(_, what)| matches!(what, Inserted::Page(_))).cloned());
        }
        match item.left_out {
            Some(reason) => {
                if !is_of_head {
                    reading.left_out.push((item.line.range.clone(), reason.to_owned()));
                }
                leave_pictures(item.line.words, &mut reading);
            }
            // The head takes words only.
            None if is_of_head && has_pictures => {
                let mut inserted = item.line.words.inserted;
                inserted.retain(|(_, what)| matches!(what, Inserted::Picture(_)));
                inserted.iter_mut().for_each(|(at, _)| *at = 0);
                let words = Words { inserted, ..Words::default() };
                reading.paragraphs.push(Paragraph { words, ..Paragraph::default() });
            }
            None if !is_written => {}
            None => {
                let is_torn = item.cell.is_some_and(|cell| torn.contains(&cell.table));
                let mut paragraph = setting.paragraph(text, item, head, (&file.usual, above), &mut reading);
                if is_torn {
                    paragraph.cell = None;
                }
                if head.is_resolution {
                    typed.read(text, &mut paragraph);
                }
                if let Style::Heading(level) = paragraph.style {
                    above = level;
                }
                if paragraph.cell.is_none() {
                    let begun = pages.drain(..).map(|(_, page)| (0, page));
                    paragraph.words.inserted.splice(0..0, begun);
                }
                reading.paragraphs.push(paragraph);
            }
        }
    }
    reading.unsure.extend(reading.paragraphs.iter().filter_map(raised_number));
    for mut note in file.notes {
        setting.tidy(&mut note.words, &mut reading);
        reading.notes.push(note);
    }
    reading
}

/// A paragraph that begins with a raised number, as a note does to which nothing leads.
fn raised_number(paragraph: &Paragraph) -> Option<Unsure> {
    let words = &paragraph.words;
    let (range, _) = words.runs.first().filter(|(range, run)| {
        run.vertical == Vertical::Superscript
            && range.start == 0
            && slice(words.passage.text(), range.clone()).trim().chars().all(|c| c.is_ascii_digit())
            && paragraph.number.is_none()
    })?;
    let is_marked = words.marks.iter().any(|(mark, _)| mark.start < range.end);
    let why =
        "this paragraph begins with a raised number as notes do, and no mark leads to it: it has become text";
    (!is_marked).then(|| Unsure::note(words.passage.span(range.clone()).range(), why))
}

/// Where a paragraph stands in messages.
fn place(item: &Item) -> Range<usize> {
    let line = &item.line;
    let alternative = line.words.inserted.iter().find_map(|(_, what)| match what {
        Inserted::Picture(picture) => Some(picture.alternative.clone()),
        Inserted::Page(_) => None,
    });
    if line.range.is_empty() { alternative.unwrap_or(line.range.clone()) } else { line.range.clone() }
}

fn leave_pictures(words: Words, reading: &mut Reading) {
    for (_, what) in words.inserted {
        if let Inserted::Picture(picture) = what
            && !picture.alternative.is_empty()
        {
            reading.left_out.push((picture.alternative, "alternative text of what is not shown".to_owned()));
        }
    }
}

impl Setting {
    fn of(file: &Styled, head: &Head, of_head: &[bool]) -> Self {
        let level = |item: &Item| match item.role {
            Role::Heading(level) => Some(level),
            _ => None,
        };
        let after = || {
            file.items
                .iter()
                .zip(of_head)
                .filter(|(item, is_of_head)| !**is_of_head && item.left_out.is_none())
        };
        let highest = after().filter_map(|(item, _)| level(item)).min();
        let heads = file.items.iter().zip(of_head).filter(|(_, is_of_head)| **is_of_head);
        let title = heads.filter_map(|(item, _)| level(item)).next_back();
        // A title that is the only heading of its level stands where titles do.
        let shift =
            u8::from(!title.is_some_and(|title| highest.is_none_or(|highest| highest > title) && title == 1));
        let text = file.source.text();
        let last = after().map(|(item, _)| item.line.range.start).max().unwrap_or_default();
        let mut looks: Vec<HeadingLook> = Vec::new();
        for (item, _) in after() {
            let look = heading_look(text, item, head, &file.usual, last);
            looks.extend(look.filter(|look| looks.len() < MOST_LOOKS && !looks.contains(look)));
        }
        // Of two of one size, the one that comes first is the higher.
        looks.sort_by_key(|look| std::cmp::Reverse(look.size));
        let lowest = after().filter_map(|(item, _)| level(item)).max();
        let below = lowest.map_or(2, |lowest| lowest + shift + 1);
        let linked: HashSet<&str> = file
            .items
            .iter()
            .filter(|item| item.left_out.is_none())
            .map(|item| &item.line.words)
            .chain(file.notes.iter().map(|note| &note.words))
            .flat_map(|words| &words.links)
            .filter_map(|(_, target)| target.strip_prefix('#'))
            .collect();
        let mut taken: HashMap<String, usize> = HashMap::new();
        let mut anchors = HashMap::new();
        for (item, _) in after().filter(|(item, _)| level(item).is_some()) {
            let mut own = None;
            for name in item.anchors.iter().filter(|name| linked.contains(name.as_str())) {
                let id: &String = own.get_or_insert_with(|| {
                    let id = slug(name);
                    let count = taken.entry(id.clone()).or_default();
                    *count += 1;
                    if *count == 1 { id } else { format!("{id}-{count}") }
                });
                anchors.insert(name.clone(), id.clone());
            }
        }
        Self { shift, looks, below, last, anchors, lang: file.lang.clone() }
    }

    fn paragraph(
        &self,
        text: &str,
        item: Item,
        head: &Head,
        (usual, above): (&Looks, u8),
        reading: &mut Reading,
    ) -> Paragraph {
        let look = heading_look(text, &item, head, usual, self.last);
        let by_look = look.and_then(|look| self.looks.iter().position(|known| *known == look));
        let style = match item.role {
            Role::Title => Style::Heading(1 + self.shift),
            Role::Heading(level) => Style::Heading((level + self.shift).min(LOWEST)),
            Role::Quotation => Style::Quotation,
            Role::Code => Style::Code,
            Role::Caption => Style::Caption,
            Role::Body | Role::Subtitle | Role::Contents => match by_look {
                // No level is left out.
                Some(at) => {
                    let lowest = above.saturating_add(1).min(LOWEST);
                    Style::Heading(self.below.saturating_add(at as u8).min(lowest))
                }
                None => Style::Body,
            },
        };
        let is_heading = matches!(style, Style::Heading(_));
        if by_look.is_some() {
            let why = "this line looks like a heading, and has become one; the file does not say so";
            reading.unsure.push(Unsure::new(item.line.range.clone(), why));
        }
        let mut words = item.line.words;
        if is_heading || item.cell.is_some_and(|cell| cell.is_header) {
            // A heading is bold by itself.
            words.runs.iter_mut().for_each(|(_, run)| run.is_bold = false);
        }
        let lang = item.spoken.only().filter(|lang| self.is_other(lang)).cloned();
        if lang.is_some() {
            words.runs.iter_mut().for_each(|(_, run)| run.lang = None);
        }
        self.tidy(&mut words, reading);
        let anchor =
            item.anchors.iter().find_map(|name| self.anchors.get(name)).filter(|_| is_heading).cloned();
        Paragraph {
            number: item.line.number,
            words,
            style,
            lang: lang.map(|lang| short(&lang)),
            cell: item.cell,
            depth: item.depth.filter(|_| !is_heading),
            anchor,
        }
    }

    fn is_other(&self, lang: &Lang) -> bool {
        self.lang.as_ref().is_some_and(|own| own.primary() != lang.primary())
    }

    /// Leaves languages that are that of the document, and links that lead nowhere.
    fn tidy(&self, words: &mut Words, reading: &mut Reading) {
        for (_, run) in &mut words.runs {
            run.lang = run.lang.take().filter(|lang| self.is_other(lang)).map(|lang| short(&lang));
        }
        words.runs.retain(|(_, run)| *run != Default::default());
        // Runs that differed only in what is left are one.
        let edges: Vec<usize> = words.links.iter().flat_map(|(link, _)| [link.start, link.end]).collect();
        words.runs.dedup_by(|next, last| {
            let is_one = next.1 == last.1 && next.0.start == last.0.end && !edges.contains(&next.0.start);
            if is_one {
                last.0.end = next.0.end;
            }
            is_one
        });
        let passage = &words.passage;
        words.links.retain_mut(|(range, target)| {
            let place = target.strip_prefix('#').map(str::to_owned);
            match &place {
                Some(name) if self.anchors.contains_key(name) => {
                    *target = self.anchors.get(name).map_or(String::new(), |id| format!("#{id}"));
                    true
                }
                None if is_outside(target) => true,
                _ => {
                    let why = match place {
                        Some(_) => format!("this link leads to “{target}”, a place of the file that is no heading; its words are kept"),
                        None => format!("this link leads to “{target}”, which is no address of the web or of mail; its words are kept"),
                    };
                    let range = passage.span(range.clone()).range();
                    reading.unsure.push(Unsure::new(range, why));
                    false
                }
            }
        });
    }
}

/// Whether a link leads where a page may lead.
fn is_outside(target: &str) -> bool {
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|start| target.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)))
}

/// A language without the territory that Word gives to each.
fn short(lang: &Lang) -> Lang {
    lang.without_territory()
}

/// Whether the look of a paragraph may say that it is a heading.
fn may_be_heading(text: &str, item: &Item, head: &Head) -> bool {
    let is_bullet = |number: &Range<usize>| !slice(text, number.clone()).contains(char::is_alphanumeric);
    !head.is_resolution
        && item.role == Role::Body
        && item.cell.is_none()
        && !item.line.range.is_empty()
        && !item.line.number.as_ref().is_some_and(is_bullet)
}

/// How a paragraph looks, if its look may say that it is a heading.
fn heading_look(text: &str, item: &Item, head: &Head, usual: &Looks, last: usize) -> Option<HeadingLook> {
    if !may_be_heading(text, item, head) || item.line.range.start >= last {
        return None;
    }
    let said = slice(text, item.line.range.clone());
    let is_labelled = item.line.number.is_some() || looks_numbered(said).is_some();
    item.look.heading(usual, is_labelled.then(|| form(said)))
}
