//! Fields: what a file computes and shows, such as dates, references and links.
//!
//! In: the marks of fields in the order of the text, with their instructions. Out: whether words are shown, as only the result
//! of a field is; and where its link leads.

use std::rc::Rc;

/// The fields that are open.
#[derive(Debug, Default)]
pub struct Fields(Vec<Field>);

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    is_result: bool,
    link: Option<Rc<str>>,
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

/// Whether an instruction makes a table of contents, or of figures.
pub fn is_contents(instruction: &str) -> bool {
    instruction.split_whitespace().next().is_some_and(|name| name.eq_ignore_ascii_case("TOC"))
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
