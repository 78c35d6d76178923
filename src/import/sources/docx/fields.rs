//! Fields: what a file computes and shows, such as dates, references and links.
//!
//! In: the marks of fields in the order of the text, with their instructions. Out: whether words are shown, as only the result
//! of a field is; and where its link leads.

use std::rc::Rc;

use crate::import::sources::styled::numerals::circled;

/// The fields that are open.
#[derive(Debug, Default)]
pub struct Fields(Vec<Field>);

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    is_result: bool,
    link: Option<Rc<str>>,
    /// Whether its result is the mark of a note, which was read.
    is_note: bool,
}

impl Fields {
    /// A field begins.
    pub fn begin(&mut self) {
        self.0.push(Field::default());
    }

    /// A part of the instruction of the innermost field.
    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.0.last_mut().filter(|field| !field.is_result) {
            field.instruction.push_str(text);
        }
    }

    /// The result of the innermost field begins.
    pub fn separate(&mut self) {
        if let Some(field) = self.0.last_mut() {
            field.is_result = true;
            field.link = link(&field.instruction).map(Rc::from);
        }
    }

    /// The place that the innermost field refers to, where it repeats the mark of a note.
    pub fn note_place(&self) -> Option<&str> {
        note_place(&self.0.last()?.instruction)
    }

    /// The result of the innermost field is a mark that was read.
    pub fn is_read(&mut self) {
        self.0.iter_mut().next_back().into_iter().for_each(|field| field.is_note = true);
    }

    /// Whether words that stand here are a mark that was read.
    pub fn is_note(&self) -> bool {
        self.0.iter().any(|field| field.is_note)
    }

    /// The innermost field ends; what it was, where it showed nothing.
    pub fn end(&mut self) -> Option<String> {
        let field = self.0.pop()?;
        (!field.is_result).then_some(field.instruction)
    }

    /// A paragraph ends: an instruction that goes on is that of a damaged field, and would hide the rest of the file.
    pub fn end_paragraph(&mut self) {
        self.0.retain(|field| field.is_result);
    }

    /// A heading stands here, which no table of contents holds: what is open of one was never ended.
    pub fn end_contents(&mut self) {
        self.0.retain(|field| !is_contents(&field.instruction));
    }

    /// Whether words that stand here are shown.
    pub fn shows(&self) -> bool {
        self.0.iter().all(|field| field.is_result)
    }

    /// Where the innermost link leads.
    pub fn link(&self) -> Option<Rc<str>> {
        self.0.iter().rev().find_map(|field| field.link.clone())
    }

    /// Whether a table of contents is open.
    pub fn is_contents(&self) -> bool {
        self.0.iter().any(|field| is_contents(&field.instruction))
    }
}

/// The place whose note an instruction marks once more: `NOTEREF _Ref1 \\f \\h`.
pub fn note_place(instruction: &str) -> Option<&str> {
    let mut words = instruction.split_whitespace();
    words.next().filter(|name| name.eq_ignore_ascii_case("NOTEREF"))?;
    words.next()
}

/// Whether an instruction makes a table of contents, or of figures.
pub fn is_contents(instruction: &str) -> bool {
    instruction.split_whitespace().next().is_some_and(|name| name.eq_ignore_ascii_case("TOC"))
}

/// What a field shows that has no result.
#[derive(Debug, PartialEq, Eq)]
pub enum Shown {
    /// Nothing, or what pages have of themselves.
    Nothing,
    /// A box that is ticked or not.
    CheckBox,
    /// These words.
    Words(String),
    /// Something that its instruction alone says.
    Unknown,
}

/// What an instruction shows: marks of an index or of pages nothing; a number in a circle, as `EQ \\o\\ac(○,1)`, is that sign.
pub fn shown(instruction: &str) -> Shown {
    let instruction = instruction.trim();
    let (name, rest) = instruction.split_once(char::is_whitespace).unwrap_or((instruction, ""));
    match name.to_ascii_uppercase().as_str() {
        "" | "XE" | "TC" | "TA" | "RD" | "SET" | "ASK" | "PRIVATE" | "PAGE" | "NUMPAGES" | "SECTIONPAGES"
        | "SECTION" | "TOC" | "INDEX" => Shown::Nothing,
        "FORMCHECKBOX" => Shown::CheckBox,
        // The name of what is started, and the words to press.
        "MACROBUTTON" | "GOTOBUTTON" => match rest.trim_start().split_once(char::is_whitespace) {
            Some((_, words)) if !words.trim().is_empty() => Shown::Words(words.trim().to_owned()),
            _ => Shown::Unknown,
        },
        "EQ" => in_circle(rest).map_or(Shown::Unknown, Shown::Words),
        _ => Shown::Unknown,
    }
}

/// The sign of a number or a Chinese numeral in a circle, where one sign lies over another.
fn in_circle(equation: &str) -> Option<String> {
    let equation: String = equation.split_whitespace().collect();
    let inside = equation.strip_prefix("\\o")?.trim_start_matches("\\ac").trim_start_matches("\\al");
    let (one, other) = inside.strip_prefix('(')?.strip_suffix(')')?.split_once([',', '，', ';'])?;
    let is_circle = |sign: &str| ["○", "〇", "◯"].contains(&sign);
    let sign = match (is_circle(one), is_circle(other)) {
        (true, false) => other,
        (false, true) => one,
        _ => return None,
    };
    let numeral = "一二三四五六七八九十".chars().position(|numeral| sign.chars().eq([numeral]));
    match (sign.parse::<u32>(), numeral) {
        (Ok(number @ 0..=50), _) => Some(circled(number)),
        (_, Some(at)) => char::from_u32(0x3280 + at as u32).map(String::from),
        _ => None,
    }
}

/// Where the instruction of a link leads: `HYPERLINK "target" \l "place"`.
pub fn link(instruction: &str) -> Option<String> {
    let mut words = words(instruction).into_iter();
    if !words.next()?.eq_ignore_ascii_case("HYPERLINK") {
        return None;
    }
    let (mut target, mut place) = (None, None);
    while let Some(word) = words.next() {
        match word.as_str() {
            "\\l" => place = words.next(),
            "\\o" | "\\t" => _ = words.next(),
            word if word.starts_with('\\') => {}
            _ => target = target.or(Some(word)),
        }
    }
    match (target, place) {
        (Some(target), Some(place)) => Some(format!("{target}#{place}")),
        (Some(target), None) => Some(target),
        (None, place) => place.map(|place| format!("#{place}")),
    }
}

/// The words of an instruction; those in quotation marks are one.
fn words(instruction: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = instruction.trim_start();
    while !rest.is_empty() {
        let (word, after) = match rest.strip_prefix(['"', '“', '”']) {
            Some(inner) => inner.split_once(['"', '“', '”']).unwrap_or((inner, "")),
            None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        words.push(word.to_owned());
        rest = after.trim_start();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_read_from_instructions() {
        for (instruction, want) in [
            (" HYPERLINK \"https://example.org/a b\" ", Some("https://example.org/a b")),
            (
                "HYPERLINK \"https://example.org\" \\l \"part\" \\o \"a tip\"",
                Some("https://example.org#part"),
            ),
            ("hyperlink \\l \"_Toc1\"", Some("#_Toc1")),
            ("HYPERLINK mailto:a@example.org", Some("mailto:a@example.org")),
            ("PAGEREF _Toc1 \\h", None),
            ("", None),
        ] {
            assert_eq!(link(instruction).as_deref(), want, "{instruction}");
        }
    }

    #[test]
    fn a_field_without_a_result_shows_what_its_instruction_says() {
        let words = |words: &str| Shown::Words(words.to_owned());
        for (instruction, want) in [
            (" eq \\o\\ac(○,1) ", words("①")),
            ("EQ \\o \\ac (21，◯)", words("㉑")),
            ("EQ \\o(○,三)", words("㊂")),
            ("EQ \\f(1,2)", Shown::Unknown),
            ("EQ \\o\\ac(○,甲)", Shown::Unknown),
            ("MACROBUTTON NoMacro [单击此处填写]", words("[单击此处填写]")),
            ("XE \"道路\"", Shown::Nothing),
            ("PAGE", Shown::Nothing),
            ("SEQ 图", Shown::Unknown),
            ("LISTNUM", Shown::Unknown),
            ("", Shown::Nothing),
        ] {
            assert_eq!(shown(instruction), want, "{instruction}");
        }
    }

    #[test]
    fn only_results_are_shown() {
        let mut fields = Fields::default();
        assert!(fields.shows());
        fields.begin();
        fields.instruct("HYPERLINK \"https://example.org\"");
        assert!(!fields.shows());
        fields.separate();
        assert!(fields.shows());
        fields.begin();
        assert!(!fields.shows());
        fields.separate();
        assert_eq!(fields.link().as_deref(), Some("https://example.org"));
        assert_eq!((fields.end(), fields.end(), fields.end()), (None, None, None));
        fields.begin();
        fields.instruct("FORMCHECKBOX");
        assert_eq!(fields.end().as_deref(), Some("FORMCHECKBOX"));
    }
}
