//! Digests of official texts: of their words and of their pictures, whole and by named parts.
//!
//! In: an official text, and for pictures the library that has their files. Out: digests; none of pictures where there are none.

use jiff::civil::Date;

use super::{Digests, Form, Gather, What};
use crate::digest::Digest;
use crate::document::{Body, Document, Paragraph, PartContent};
use crate::front_matter::{AgendaItem, Distribution, FrontMatter, Session, Vote, VoteCounts, VoteList};
use crate::library::{Library, Work};

/// The digest of a named part of an official text, with its notes.
pub fn paragraph_digest(official: &Document, id: &str) -> Option<Digests> {
    let part = official.part(id)?.content;
    Some(Digests::of(|form| gather_part(What::Written.of(official, form), &part)))
}

/// The digest of the pictures of a named part, where it has some.
pub fn paragraph_pictures(library: &Library, official: &Document, id: &str) -> Option<Digest> {
    may_have_pictures(official)?;
    let part = official.part(id)?.content;
    gather_part(What::Pictures(library).of(official, Form::Now), &part).of_pictures()
}

/// Most official texts have none, which one look at the source shows.
fn may_have_pictures(official: &Document) -> Option<()> {
    official.source.text().contains("![").then_some(())
}

fn gather_part<'a>(mut gather: Gather<'a>, part: &PartContent<'_>) -> Gather<'a> {
    match part {
        PartContent::Paragraph(paragraph) => gather_paragraph(&mut gather, paragraph),
        PartContent::Blocks(blocks) => gather.blocks(blocks),
    }
    gather.marks_and_notes();
    gather
}

pub(super) fn gather_paragraph(gather: &mut Gather<'_>, paragraph: &Paragraph) {
    if let Some(label) = &paragraph.label {
        gather.piece(gather.document.text(label));
    }
    gather.blocks(&paragraph.blocks);
    paragraph.children.iter().for_each(|child| gather_paragraph(gather, child));
    gather.blocks(&paragraph.closing);
}

/// The digest of an official text: its words, numbers and notes, and what its cover and its end say of it. The summary
/// and the settings of the publisher are no part of it, nor is how the Markdown is laid out.
pub fn official_digest(official: &Document) -> Digests {
    Digests::of(|form| gather_official(What::Written.of(official, form)))
}

/// The digest of the pictures of an official text, where it has some.
pub fn official_pictures(library: &Library, official: &Document) -> Option<Digest> {
    may_have_pictures(official)?;
    gather_official(What::Pictures(library).of(official, Form::Now)).of_pictures()
}

fn gather_official(mut gather: Gather<'_>) -> Gather<'_> {
    let official = gather.document;
    gather_facts(&mut gather, &official.front);
    match &official.body {
        Body::Resolution(resolution) => {
            gather.blocks(&resolution.before);
            resolution.preamble.iter().for_each(|paragraph| gather_paragraph(&mut gather, paragraph));
            resolution.operative.iter().for_each(|paragraph| gather_paragraph(&mut gather, paragraph));
            gather.blocks(&resolution.after);
        }
        Body::Flow(blocks) => gather.blocks(blocks),
        Body::EasyRead(_) => {}
    }
    gather.marks();
    for note in &official.notes {
        gather.name_of_note(&note.label);
        gather.blocks(&note.blocks);
        gather.marks();
    }
    gather
}

/// Every fact is a piece also where it is missing, so that no fact can take the place of another.
///
/// All keys are named, so that a new one cannot be forgotten: it is a fact, or stands with those that are not.
fn gather_facts(gather: &mut Gather<'_>, front: &FrontMatter) {
    let FrontMatter {
        title,
        symbol,
        number,
        date,
        body,
        session,
        agenda_item,
        adopted,
        closing,
        meeting,
        vote,
        distribution,
        subtitle,
        author,
        publisher,
        edition,
        cover_lines,
        in_force,
        // Of events, which are gathered by themselves.
        status: _,
        start: _,
        end: _,
        time_zone: _,
        form: _,
        place: _,
        online: _,
        for_whom: _,
        programme: _,
        register: _,
        contact: _,
        access: _,
        // How the text is published, and the seal itself.
        kind: _,
        summary: _,
        draft: _,
        digest: _,
        pictures_digest: _,
        allow: _,
        extra: _,
        keywords: _,
        authority: _,
        menu: _,
        order: _,
        group: _,
        cards: _,
        collection: _,
        consent: _,
        changed: _,
        reports_on: _,
        consent_of: _,
        same_as: _,
        fields: _,
        aliases: _,
        moved: _,
        ended: _,
        // Of easy-read versions.
        about: _,
        based_on: _,
        made_by: _,
        rules: _,
        left_out: _,
        // What comes after an event, and where it came from.
        follows: _,
        recordings: _,
        report: _,
        series: _,
        unread: _,
        // Of transcripts.
        captions_digest: _,
    } = front;
    let date = date.map(|date| date.to_string());
    let session = session.as_deref().map(|Session { name, dates, start, end }| {
        let day = |day: &Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        (name, [dates.clone().unwrap_or_default(), day(start), day(end)].join(" "))
    });
    let item = agenda_item.as_deref().map(|AgendaItem { number, title }| (number, title));
    let cover = distribution.as_deref();
    let cover = cover.map(|Distribution { kind, date, language, original }| [kind, date, language, original]);
    let of_cover = |at: usize| cover.and_then(|facts| facts[at].as_deref());
    for fact in [
        Some(title.as_str()),
        symbol.as_deref(),
        number.as_deref(),
        date.as_deref(),
        body.as_deref(),
        session.as_ref().map(|(name, _)| name.as_str()),
        session.as_ref().map(|(_, days)| days.as_str()),
        item.map(|(number, _)| number.as_str()),
        item.and_then(|(_, title)| title.as_deref()),
        adopted.as_deref(),
        closing.as_deref(),
        meeting.as_deref(),
        vote.as_deref().map(|vote| vote.statement.as_str()),
        of_cover(0),
        of_cover(1),
        of_cover(2),
        of_cover(3),
    ] {
        gather.piece(fact.unwrap_or_default());
    }
    // These came later: each is a piece only where it is there, so that older seals hold, and bears its name.
    for (name, fact) in [("subtitle", subtitle), ("publisher", publisher), ("edition", edition)] {
        fact.iter().for_each(|fact| gather.piece(&format!("\u{1}{name}: {fact}")));
    }
    author.iter().for_each(|name| gather.piece(&format!("\u{1}author: {name}")));
    cover_lines.iter().for_each(|line| gather.piece(&format!("\u{1}cover-lines: {line}")));
    in_force.iter().for_each(|day| gather.piece(&format!("\u{1}in-force: {day}")));
    gather_event(gather, front);
    let Some(Vote { statement: _, in_favour, against, abstaining, counts }) = vote.as_deref() else { return };
    for list in [in_favour, against, abstaining] {
        gather.piece(list.as_ref().map_or("", |VoteList { heading, states: _ }| heading));
        list.iter().flat_map(|VoteList { heading: _, states }| states).for_each(|state| gather.piece(state));
    }
    if let Some(VoteCounts { in_favour, against, abstaining }) = counts {
        gather.piece(&format!("{in_favour} {against} {abstaining}"));
    }
}

/// What an event says beside its text: when and where it takes place, who can come and how. Each fact is a piece only where it is there, so
/// that older seals hold, and bears its name.
fn gather_event(gather: &mut Gather<'_>, front: &FrontMatter) {
    let mut named = |name: &str, value: Option<serde_json::Value>| {
        value.iter().for_each(|value| gather.piece(&format!("\u{1}{name}: {value}")));
    };
    named("status", written(&front.status));
    named("start", written(&front.start));
    named("end", written(&front.end));
    named("time-zone", written(&front.time_zone));
    named("form", written(&front.form));
    named("place", written(&front.place));
    named("online", written(&front.online));
    named("for-whom", written(&front.for_whom));
    named("programme", Some(&front.programme).filter(|points| !points.is_empty()).and_then(written));
    named("register", Some(&front.register).filter(|answer| !answer.is_unwritten()).and_then(written));
    named("contact", written(&front.contact));
    named("access", written(&front.access));
}

/// The digest of what readers are told of an event beside its text: its facts, which stand in the text of the main language, and the words for
/// them in its own. None of a text that is no event.
pub fn event_digest(work: &Work) -> Option<Digest> {
    work.kind().takes_place().then(|| {
        let mut gather = What::Written.of(&work.official, Form::Now);
        gather_event(&mut gather, &work.facts.front);
        if !std::ptr::eq(&*work.facts, &*work.official) {
            gather.piece("\u{1}words");
            gather_event(&mut gather, &work.official.front);
        }
        gather.digest()
    })
}

/// A value with parts as one piece; none where nothing is written.
fn written(value: &impl serde::Serialize) -> Option<serde_json::Value> {
    serde_json::to_value(value).ok().filter(|value| !value.is_null())
}
