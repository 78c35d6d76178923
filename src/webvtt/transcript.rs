//! The transcript that captions make: paragraphs with who speaks and from when on.
//!
//! A paragraph ends where another speaks, where something is described, where nobody speaks for a while, and where it has become long and
//! a sentence ends.

use super::cue_text::push_words;
use super::{Cue, Track};

/// A paragraph of a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// When it begins, in milliseconds.
    pub start: u64,
    /// Who speaks; none where nothing says it.
    pub speaker: Option<String>,
    /// Whether it says what is to be seen, and not what is said.
    pub describes: bool,
    /// The words.
    pub words: String,
}

/// A silence that ends a paragraph, in milliseconds.
const PAUSE: u64 = 3_000;
/// A paragraph of so many characters ends with the sentence.
const LONG: usize = 300;
/// And one of so many ends with the caption.
const LONGEST: usize = 900;

/// The transcript of captions, with what the descriptions say between.
pub fn transcript(captions: &Track, descriptions: Option<&Track>) -> Vec<Paragraph> {
    let mut described = descriptions.map_or(&[][..], |track| &track.cues).iter().peekable();
    let mut building = Building::default();
    for cue in &captions.cues {
        while let Some(described) = described.next_if(|described| described.start <= cue.start) {
            building.describe(described);
        }
        building.say(cue);
    }
    described.for_each(|cue| building.describe(cue));
    building.paragraphs
}

#[derive(Default)]
struct Building {
    paragraphs: Vec<Paragraph>,
    /// How many characters the last paragraph has.
    length: usize,
    /// When the last caption ended.
    end: u64,
}

impl Building {
    fn describe(&mut self, cue: &Cue) {
        let words = Track::words(cue);
        if words.is_empty() {
            return;
        }
        self.paragraphs.push(Paragraph { start: cue.start, speaker: None, describes: true, words });
    }

    fn say(&mut self, cue: &Cue) {
        for passage in &cue.passages {
            let pause = cue.start.saturating_sub(self.end) >= PAUSE;
            let length = self.length;
            let goes_on = |last: &&mut Paragraph| {
                let is_full = length >= LONGEST || length >= LONG && ends_sentence(&last.words);
                !last.describes && last.speaker == passage.speaker && !pause && !is_full
            };
            match self.paragraphs.last_mut().filter(goes_on) {
                Some(last) => {
                    push_words(&mut last.words, &passage.words);
                    self.length += passage.words.chars().count();
                }
                None => {
                    self.length = passage.words.chars().count();
                    self.paragraphs.push(Paragraph {
                        start: cue.start,
                        speaker: passage.speaker.clone(),
                        describes: false,
                        words: passage.words.clone(),
                    });
                }
            }
            // What one cue holds has no pause in it.
            self.end = cue.end.max(cue.start);
        }
    }
}

fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['”', '’', '"', '）', ')'])
        .ends_with(['。', '！', '？', '.', '!', '?', '…', '؟', '।'])
}
