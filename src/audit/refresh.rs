//! When a page sends its reader on by itself, or loads itself again.

use super::reports::{Origin, Reports};
use super::rules;

/// After so many seconds WCAG 2.2.1 asks for nothing: 20 hours.
const LATE: u64 = 72_000;

/// The seconds that the `content` of a `meta` refresh names, as browsers read it; none for what they pass over.
pub(super) fn delay(content: &str) -> Option<u64> {
    let content = content.trim_ascii_start();
    let digits = content.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = content.split_at_checked(digits)?;
    // A fraction of a second is cut off, and need have no whole second before it.
    let rest = if digits > 0 || rest.starts_with('.') {
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.')
    } else {
        return None;
    };
    let is_over =
        rest.is_empty() || rest.starts_with(|c: char| matches!(c, ';' | ',') || c.is_ascii_whitespace());
    // More seconds than a number holds are more than anybody waits.
    is_over.then(|| if digits == 0 { 0 } else { number.parse().unwrap_or(u64::MAX) })
}

/// Reports a page that does not wait for its reader.
pub(super) fn check(seconds: u64, origin: Origin, reports: &mut Reports) {
    let rule = match seconds {
        0 => return,
        1..=LATE => &rules::REFRESH,
        _ => &rules::LATE_REFRESH,
    };
    reports.add(rule, origin, format!("the page changes by itself after {seconds} seconds"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_browsers_read_it() {
        for (content, seconds) in [
            ("0", 0),
            (" 30", 30),
            ("5; URL='neu/'", 5),
            ("5, neu/", 5),
            ("5 url=neu/", 5),
            (".5", 0),
            ("5.9;x", 5),
            ("99999999999999999999", u64::MAX),
        ] {
            assert_eq!(delay(content), Some(seconds), "{content}");
        }
        for content in ["", "0: neu/", "; 30", "+5; neu/", "-1", "易", "5x"] {
            assert_eq!(delay(content), None, "{content}");
        }
    }
}
