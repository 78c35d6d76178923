//! What is wrong in a plain text: ours, or that of another program.
//!
//! In: the bytes of a file. Out: findings at their lines: what is no UTF-8, and characters that nobody sees. Of our own text it is also
//! asked what the program claims of it; a claim that is not true is a fault of the program, and an error. What the words say is not
//! judged.

use std::sync::Arc;

use anyhow::{Result, ensure};

use super::lines::Width;
use crate::finding::{Finding, Place};
use crate::hidden;
use crate::load;
use crate::source::Source;

/// Audits a file; `path` is how findings name it.
pub fn audit(path: &str, bytes: &[u8]) -> Vec<Finding> {
    let text = match load::decode(bytes, path) {
        Ok(text) => text,
        Err(finding) => return vec![finding],
    };
    let mut findings = Vec::new();
    hidden::check(&Arc::new(Source::new(path, text)), &mut findings);
    findings
}

/// Audits a file of our own. `sources` are the texts it is made of: what they may hold it may hold.
///
/// # Errors
/// When something is not as it is claimed: no byte order mark, lines without blanks at their ends, headings with an underline of their
/// width.
pub fn own(
    path: &str,
    bytes: &[u8],
    sources: &[&str],
    width: Width,
    headings: &[usize],
) -> Result<Vec<Finding>> {
    let mut findings = audit(path, bytes);
    let text = str::from_utf8(bytes).unwrap_or_default();
    findings.retain(|finding| {
        let hidden = match &finding.place {
            Place::Source(source, span) => source.slice(*span).chars().next(),
            Place::File(_) | Place::Byte(..) | Place::Unquoted(..) => None,
        };
        hidden.is_none_or(|hidden| !sources.iter().any(|source| source.contains(hidden)))
    });
    let fault = "this is a fault of curbcut";
    ensure!(!text.starts_with('\u{feff}'), "{path} begins with a byte order mark; {fault}");
    ensure!(
        text.ends_with('\n') && !text.ends_with("\n\n"),
        "{path} does not end with one line end; {fault}"
    );
    let lines: Vec<&str> = text.lines().collect();
    let blank = lines.iter().position(|line| line.ends_with(char::is_whitespace));
    ensure!(blank.is_none(), "{path}, line {}: it ends with blanks; {fault}", blank.unwrap_or_default() + 1);
    for &number in headings {
        let line = |at: usize| lines.get(at).copied().unwrap_or_default();
        let words = line(number - 1).trim_start_matches(' ');
        let indent = line(number - 1).len() - words.len();
        let underline = line(number).strip_prefix(&*" ".repeat(indent)).unwrap_or_default();
        let is_one_mark = ['=', '-', '.'].iter().any(|mark| underline.chars().all(|c| c == *mark));
        let is_underlined = !words.is_empty() && is_one_mark && underline.len() == width.of(words);
        ensure!(is_underlined, "{path}, line {number}: the heading has no underline of its width; {fault}");
    }
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_not_every_program_shows_is_found() {
        let said = |bytes: &[u8]| -> Vec<String> {
            audit("决议.txt", bytes).iter().map(|finding| finding.message.clone()).collect()
        };
        assert_eq!(said("决议\n====\n\n人人有权。\r\n".as_bytes()), Vec::<String>::new());
        assert_eq!(said(b"\xbe\xf6\xd2\xe9\n"), ["line 1 holds the byte 0xBE, which is not UTF-8"]);
        assert!(said("决\u{202e}议\n".as_bytes())[0].contains("U+202E"));
        assert!(said("决议\u{7}\n".as_bytes())[0].contains("U+0007"));
    }

    #[test]
    fn what_is_claimed_is_asked_of_the_file() {
        let own = |text: &str, sources: &[&str]| {
            own("决议.txt", text.as_bytes(), sources, Width::Wide, &[1])
                .map(|findings| findings.len())
                .map_err(|error| error.to_string())
        };
        assert_eq!(own("“决”\n------\n\n人\u{202e}人\n", &[]), Ok(1));
        assert_eq!(own("“决”\n------\n\n人\u{202e}人\n", &["人\u{202e}人"]), Ok(0));
        for text in ["决议\n==\n", "决议\n====-\n", "决议\n\n====\n", "\n", "决议\n", "决议\n一一一一\n"]
        {
            assert!(own(text, &[]).unwrap_err().contains("line 1: the heading"), "{text}");
        }
        assert!(own("决议\n====", &[]).unwrap_err().contains("one line end"));
        assert!(own("\u{feff}决议\n====\n", &[]).unwrap_err().contains("byte order mark"));
        assert!(own("决议\n====\n\n话 \n", &[]).unwrap_err().contains("line 4: it ends with blanks"));
    }
}
