//! A line of words, with links, pictures and the like in it.
//!
//! In: words and elements in the order in which they are heard. Out: the line: an element that stands alone says what it is before
//! its words, and one among other words does so between brackets.

use crate::languages::Labels;

/// Elements that stand deeper in each other than this are words of those around them.
const DEEPEST: usize = 16;

/// A line that is not finished.
#[derive(Debug, Default)]
pub(super) struct Line {
    pieces: Vec<Piece>,
    /// The elements that are open, with what they hold so far.
    open: Vec<(String, Vec<Piece>)>,
    /// How many are open beyond these.
    deeper: usize,
}

#[derive(Debug)]
enum Piece {
    Words(String),
    /// What an element is, and what it holds.
    Element(String, Vec<Piece>),
}

impl Line {
    fn last(&mut self) -> &mut Vec<Piece> {
        match self.open.last_mut() {
            Some((_, pieces)) => pieces,
            None => &mut self.pieces,
        }
    }

    /// Adds words.
    pub fn words(&mut self, words: &str, is_apart: bool) {
        if words.is_empty() && !is_apart {
            return;
        }
        let pieces = self.last();
        let space = if is_apart && !pieces.is_empty() { " " } else { "" };
        match pieces.last_mut() {
            Some(Piece::Words(before)) => {
                before.push_str(if before.ends_with(' ') { "" } else { space });
                before.push_str(words);
            }
            _ => pieces.push(Piece::Words(format!("{space}{words}"))),
        }
    }

    /// Adds words of which something is said; they go on with those before them of which the same is said.
    pub fn marked(&mut self, what: String, words: &str, is_apart: bool) {
        match self.last().last_mut() {
            Some(Piece::Element(before, pieces)) if *before == what => {
                let space = if is_apart { " " } else { "" };
                pieces.push(Piece::Words(format!("{space}{words}")));
            }
            _ => {
                self.begin(what, is_apart);
                self.words(words, false);
                self.end();
            }
        }
    }

    /// Whether an element is open.
    pub fn is_within(&self) -> bool {
        !self.open.is_empty()
    }

    /// Begins an element.
    pub fn begin(&mut self, what: String, is_apart: bool) {
        if is_apart && !self.last().is_empty() {
            self.words("", true);
        }
        if self.open.len() < DEEPEST {
            self.open.push((what, Vec::new()));
        } else {
            self.deeper += 1;
        }
    }

    /// Ends the innermost element.
    pub fn end(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if let Some((what, pieces)) = self.open.pop() {
            self.last().push(Piece::Element(what, pieces));
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.open.is_empty()
    }

    /// Takes the line, if anything is said in it. Elements that are open go on in the next.
    pub fn take(&mut self, labels: &Labels) -> Option<String> {
        let mut pieces = std::mem::take(&mut self.pieces);
        for (what, inner) in &mut self.open {
            if !inner.is_empty() {
                pieces.push(Piece::Element(what.clone(), std::mem::take(inner)));
            }
        }
        let line = said(&pieces, labels);
        let line = line.trim();
        (!line.is_empty()).then(|| line.to_owned())
    }
}

/// The words of some pieces.
fn said(pieces: &[Piece], labels: &Labels) -> String {
    if let Some((what, inner)) = alone(pieces) {
        return element(what, inner, labels);
    }
    let mut line = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => line.push_str(words),
            Piece::Element(what, inner) => {
                let words = element(what, inner, labels);
                line.push_str(&labels.format("within", &[("words", words.as_str().into())]).unwrap_or(words));
            }
        }
    }
    line
}

/// The only element of some pieces.
fn alone(pieces: &[Piece]) -> Option<(&str, &[Piece])> {
    let mut rest =
        pieces.iter().filter(|piece| !matches!(piece, Piece::Words(words) if words.trim().is_empty()));
    match (rest.next(), rest.next()) {
        (Some(Piece::Element(what, inner)), None) => Some((what, inner)),
        _ => None,
    }
}

/// An element: what it is, then its words. What holds nothing but another is said together with it.
fn element(what: &str, inner: &[Piece], labels: &Labels) -> String {
    if let Some((other, inner)) = alone(inner) {
        let both = labels.format("and", &[("one", what.into()), ("other", other.into())]);
        return element(&both.unwrap_or_default(), inner, labels);
    }
    let words = said(inner, labels);
    match words.trim() {
        "" => what.to_owned(),
        words => labels.format("said", &[("what", what.into()), ("words", words.into())]).unwrap_or_default(),
    }
}
