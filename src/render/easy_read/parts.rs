//! The parts of the official text that a section explains: where each stands on its page, and what it is called.

use crate::coverage;
use crate::document::{Block, Content, Document, NamedPart, PartContent, Section};
use crate::languages::Labels;
use crate::library::Work;
use crate::render::beside::paragraph_name;

/// After how many characters the words of a part without a heading are cut.
const SHOWN: usize = 30;

/// A part of the official text that a section explains.
pub struct ExplainedPart<'s, 'w> {
    /// The id of its place on the page; without one, the page.
    pub place: Option<&'s str>,
    /// What it is called.
    pub name: PartName<'w>,
}

/// What a part of the official text is called.
pub enum PartName<'w> {
    /// The words for a numbered paragraph, or the first words of one without a number.
    Words(String),
    /// Its heading.
    Heading(&'w Content),
}

/// The parts of the official text that the section of this number explains.
pub fn explained_parts<'w>(
    work: &'w Work,
    easy: &Document,
    number: usize,
    section: &'w Section,
    labels: &Labels,
) -> Vec<ExplainedPart<'w, 'w>> {
    if !coverage::has_words(easy, number) {
        return Vec::new();
    }
    let official = &work.official;
    let parts = section.covers.iter().filter_map(|covers| {
        let part = official.part(&covers.id)?;
        let name = name(official, &part, labels);
        // The opening has no place of its own name.
        let place = match part.content {
            PartContent::Blocks([first, ..]) => first.id.as_deref(),
            PartContent::Blocks([]) => None,
            PartContent::Paragraph(_) => Some(&*covers.id),
        };
        Some(ExplainedPart { place, name })
    });
    parts.collect()
}

fn name<'w>(official: &'w Document, part: &NamedPart<'w>, labels: &Labels) -> PartName<'w> {
    match (part.content, part.heading()) {
        (PartContent::Paragraph(paragraph), _) => PartName::Words(paragraph_name(&paragraph.id, labels)),
        (_, Some((_, heading))) => PartName::Heading(heading),
        (PartContent::Blocks(blocks), None) => PartName::Words(beginning(official, blocks)),
    }
}

/// The first words of these blocks; where there are none, as in a picture without a caption, the title of the text.
fn beginning(official: &Document, blocks: &[Block]) -> String {
    let words = official.beginning(blocks, SHOWN);
    if words.is_empty() { official.front.title.clone() } else { words }
}
