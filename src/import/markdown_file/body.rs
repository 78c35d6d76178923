//! The text below the front matter.
//!
//! In: the text, and where pictures are. Out: the text with these changes alone: the heading that is the title is taken out, headings stand
//! one level lower where another stands on the first, and pictures have the names that their files get; and what changed where.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Parser, Tag, TagEnd};

use crate::check::fix::moving;
use crate::import::ledger::{Destination, Ledger};
use crate::import::unsure::Unsure;
use crate::parse::OPTIONS;
use crate::source::{Span, slice};

/// The text.
pub struct Body {
    /// As it is written.
    pub text: String,
    /// The words of the heading that is the title.
    pub title: Option<String>,
    /// What a person has to look at.
    pub unsure: Vec<Unsure>,
    /// How many blocks it has.
    pub blocks: usize,
    /// Stretches of the written text that stand in the source as they are, and where; of what is between them, the source before it.
    stretches: Vec<(usize, usize)>,
    /// The heading that is the title, in the source.
    taken: Option<Range<usize>>,
    /// The source.
    range: Range<usize>,
}

/// A heading.
struct Heading {
    level: HeadingLevel,
    range: Range<usize>,
    words: String,
    /// Whether it holds words alone.
    is_plain: bool,
    /// Whether it stands in nothing else, such as a quotation.
    is_alone: bool,
}

impl Heading {
    /// What stands in braces at its end names it, and is none of its words.
    fn without_attributes(mut self) -> Self {
        if self.words.trim_end().ends_with('}')
            && let Some(start) = self.words.rfind('{')
        {
            self.words.truncate(start);
            self.is_plain = false;
        }
        self
    }
}

/// Something else in the place of a stretch of the source.
type Change = (Range<usize>, String);

impl Body {
    /// The text of a file from a place on; `title` is what its front matter says. `picture` gives the name of a picture's file.
    pub fn of(
        file: &str,
        start: usize,
        title: Option<&str>,
        picture: impl FnMut(&str) -> Result<String, String>,
    ) -> Self {
        let text = slice(file, start..);
        let (headings, images, blocks) = read(text);
        let (mut changes, mut unsure) = pictures(text, &images, picture);
        let taken = headings.iter().position(|heading| {
            let is_title = title.is_none_or(|title| title.trim() == heading.words.trim());
            heading.level == HeadingLevel::H1
                && heading.is_plain
                && heading.is_alone
                && is_title
                && !heading.words.trim().is_empty()
        });
        // One that stands below the text is a heading of it.
        let is_above = |range: &Range<usize>| !slice(text, ..range.start).chars().any(char::is_alphanumeric);
        let taken =
            taken.filter(|at| *at == 0 && headings.first().is_some_and(|heading| is_above(&heading.range)));
        // One that holds more than words stays, and gives its words.
        let first = headings.first().filter(|heading| heading.level == HeadingLevel::H1 && heading.is_alone);
        let title = first
            .map(|heading| heading.words.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|words| !words.is_empty());
        let rest =
            || headings.iter().enumerate().filter(|(at, _)| Some(*at) != taken).map(|(_, heading)| heading);
        if rest().any(|heading| heading.level == HeadingLevel::H1) {
            for heading in rest() {
                match lowered(text, heading) {
                    Some(change) => changes.extend(change),
                    None => unsure.push(Unsure::new(
                        heading.range.clone(),
                        "the heading stands on the sixth level and cannot stand lower, as those around it do",
                    )),
                }
            }
        }
        let taken = taken.and_then(|at| headings.get(at)).map(|heading| heading.range.clone());
        changes.extend(taken.clone().map(|range| (range, String::new())));
        changes.sort_by_key(|(range, _)| range.start);
        let mut body = Self {
            text: String::new(),
            title,
            unsure: unsure.into_iter().map(|unsure| unsure.moved(start)).collect(),
            blocks,
            stretches: Vec::new(),
            taken: taken.map(|range| range.start + start..range.end + start),
            range: start..file.len(),
        };
        body.write(text, &changes);
        body
    }

    fn write(&mut self, text: &str, changes: &[Change]) {
        let mut at = 0;
        for (range, instead) in changes.iter().filter(|(range, _)| range.start <= range.end) {
            if range.start < at {
                continue;
            }
            self.stretches.push((self.text.len(), self.range.start + at));
            self.text.push_str(slice(text, at..range.start));
            self.stretches.push((self.text.len(), self.range.start + range.start));
            self.text.push_str(instead);
            at = range.end;
        }
        self.stretches.push((self.text.len(), self.range.start + at));
        self.text.push_str(slice(text, at..));
    }

    /// Where a place of the written text stood in the source.
    pub fn origin(&self, at: usize) -> Span {
        let next = self.stretches.partition_point(|(written, _)| *written <= at);
        let (written, source) = next
            .checked_sub(1)
            .and_then(|last| self.stretches.get(last))
            .copied()
            .unwrap_or((0, self.range.start));
        let end = self.stretches.get(next).map_or(self.range.end, |(_, source)| *source);
        let place = (source + at.saturating_sub(written)).min(end);
        Span::from(place..place)
    }

    /// Enters where its characters went.
    pub fn enter(&self, ledger: &mut Ledger) {
        let taken = self.taken.clone().unwrap_or(self.range.start..self.range.start);
        ledger.add((self.range.start..taken.start).into(), Destination::Paragraph(0));
        ledger.add(taken.clone().into(), Destination::Field("title"));
        ledger.add((taken.end..self.range.end).into(), Destination::Paragraph(0));
    }
}

/// A picture: where it stands, and its address.
struct Image {
    range: Range<usize>,
    address: String,
    kind: Written,
}

/// How a picture is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    /// `![words](address)`
    Inline,
    /// `![words][name]`, with the address elsewhere.
    Elsewhere,
    /// `<img>`
    Html,
}

/// The headings and pictures of a text, and how many blocks it has.
fn read(text: &str) -> (Vec<Heading>, Vec<Image>, usize) {
    let (mut headings, mut images) = (Vec::new(), Vec::new());
    let mut open: Option<Heading> = None;
    let (mut depth, mut blocks) = (0, 0);
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        match &event {
            Event::Start(_) => {
                blocks += usize::from(depth == 0);
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                open = Some(Heading {
                    level,
                    range,
                    words: String::new(),
                    is_plain: true,
                    is_alone: depth == 1,
                });
            }
            Event::End(TagEnd::Heading(_)) => headings.extend(open.take().map(Heading::without_attributes)),
            Event::Start(Tag::Image { link_type, dest_url, .. }) => {
                let kind = if link_type == LinkType::Inline { Written::Inline } else { Written::Elsewhere };
                images.push(Image { range, address: dest_url.into_string(), kind });
                open.iter_mut().for_each(|heading| heading.is_plain = false);
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let (tag, range) = trimmed(&html, range);
                images.extend(moving::image(tag).map(|(address, _)| Image {
                    range,
                    address: address.to_owned(),
                    kind: Written::Html,
                }));
                open.iter_mut().for_each(|heading| heading.is_plain = false);
            }
            Event::Text(words) => open.iter_mut().for_each(|heading| heading.words.push_str(&words)),
            Event::SoftBreak => open.iter_mut().for_each(|heading| heading.words.push(' ')),
            Event::Code(words) => open.iter_mut().for_each(|heading| {
                heading.words.push_str(&words);
                heading.is_plain = false;
            }),
            Event::Start(_) | Event::HardBreak | Event::FootnoteReference(_) => {
                open.iter_mut().for_each(|heading| heading.is_plain = false);
            }
            _ => {}
        }
    }
    (headings, images, blocks)
}

/// A tag without the blanks around it.
fn trimmed(html: &str, range: Range<usize>) -> (&str, Range<usize>) {
    let start = range.start + html.len() - html.trim_start().len();
    (html.trim(), start..start + html.trim().len())
}

/// The pictures under the names of their files.
fn pictures(
    text: &str,
    images: &[Image],
    mut picture: impl FnMut(&str) -> Result<String, String>,
) -> (Vec<Change>, Vec<Unsure>) {
    let (mut changes, mut unsure) = (Vec::new(), Vec::new());
    for Image { range, address, kind } in images {
        match picture(address) {
            Err(why) => unsure.push(Unsure::new(
                range.clone(),
                format!("a picture of the text does not come along: {why}"),
            )),
            Ok(_) if *kind == Written::Elsewhere => {
                let why =
                    "the address of this picture stands elsewhere in the text, so it does not come along";
                unsure.push(Unsure::new(range.clone(), why));
            }
            Ok(name) => {
                let written = slice(text, range.clone());
                let change = match kind {
                    Written::Html => moving::image(written)
                        .map(|(_, words)| (range.clone(), format!("![{words}]({name})"))),
                    _ => address_of(written)
                        .map(|place| (range.start + place.start..range.start + place.end, name)),
                };
                changes.extend(change);
            }
        }
    }
    (changes, unsure)
}

/// Where the address stands in a picture.
fn address_of(image: &str) -> Option<Range<usize>> {
    let start = image.rfind("](")? + 2;
    let rest = slice(image, start..);
    let start = start + rest.len() - rest.trim_start().len();
    let rest = rest.trim_start();
    if let Some(inside) = rest.strip_prefix('<') {
        return Some(start..start + inside.find('>')? + 2);
    }
    let mut depth = 0;
    let ends = |c: char| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        c.is_whitespace() || depth < 0
    };
    Some(start..start + rest.find(ends)?)
}

/// A heading one level lower, as changes; none for the sixth.
fn lowered(text: &str, heading: &Heading) -> Option<Vec<Change>> {
    let written = slice(text, heading.range.clone());
    let start = heading.range.start + written.len() - written.trim_start().len();
    if written.trim_start().starts_with('#') {
        return (heading.level != HeadingLevel::H6).then(|| vec![(start..start, "#".to_owned())]);
    }
    // The line below it: “===” becomes “---”, and that becomes “### ” before the words.
    let end = heading.range.start + written.trim_end().len();
    let line = slice(text, ..end).rfind('\n').map_or(0, |at| at + 1);
    let marks = slice(text, line..end);
    match heading.level {
        HeadingLevel::H1 => Some(vec![(line..end, marks.replace('=', "-"))]),
        _ => Some(vec![(start..start, "### ".to_owned()), (line.saturating_sub(1)..end, String::new())]),
    }
}
