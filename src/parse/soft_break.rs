//! The end of a source line is a space between words, and nothing between Chinese characters.

use unicode_width::UnicodeWidthChar;

/// Whether two lines join without a space: both sides are wide, or one is full-width punctuation
/// (the segment break rules of CSS Text). `cjk` says that curly quotes and dashes count as wide.
pub fn joins(before: char, after: char, cjk: bool) -> bool {
    let wide = |c: char| (c.width() == Some(2) && !is_hangul(c)) || (cjk && is_ambiguous_punctuation(c));
    let wide_punctuation =
        |c: char| matches!(c, '\u{3001}'..='\u{303F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF1F}');
    (wide(before) && wide(after)) || wide_punctuation(before) || wide_punctuation(after)
}

fn is_ambiguous_punctuation(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '―' | '…' | '·')
}

/// Korean is wide and written with spaces.
fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7FF}')
}
