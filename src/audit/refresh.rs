//! When a page sends its reader on by itself, or loads itself again.

use super::reports::{Origin, Reports};
use super::rules;

/// After so many seconds WCAG 2.2.1 asks for nothing: 20 hours.
const LATE: u64 = 72_000;

/// The seconds that the `content` of a `meta` refresh names, as browsers read it; none for what they pass over.
pub(super) fn delay(content: &str) -> Option<u64> {
    read(content).map(|(seconds, _)| seconds)
}

/// The address that it sends its reader to; none for what browsers pass over, and for the page itself.
pub(super) fn address(content: &str) -> Option<&str> {
    let (_, rest) = read(content)?;
    let rest = rest.trim_ascii_start();
    let rest = rest.strip_prefix([';', ',']).unwrap_or(rest).trim_ascii_start();
    let named = rest.split_at_checked(3).filter(|(name, _)| name.eq_ignore_ascii_case("url"));
    let named = named.and_then(|(_, rest)| rest.trim_ascii_start().strip_prefix('='));
    let address = named.map_or(rest, str::trim_ascii_start);
    let quoted = ['"', '\''].into_iter().find_map(|quote| Some((quote, address.strip_prefix(quote)?)));
    let address = match quoted {
        Some((quote, inside)) => inside.split(quote).next().unwrap_or(inside),
        None => address.trim_ascii_end(),
    };
    (!address.is_empty()).then_some(address)
}

/// The seconds, and what follows them.
fn read(content: &str) -> Option<(u64, &str)> {
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
    is_over.then(|| (if digits == 0 { 0 } else { number.parse().unwrap_or(u64::MAX) }, rest))
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

    #[test]
    fn an_address_is_read_as_browsers_read_it() {
        for (content, wanted) in [
            ("0; url=neu/", Some("neu/")),
            ("0;URL = '新 页/' x", Some("新 页/")),
            ("0;url=\"新/", Some("新/")),
            ("5, 新/?a=b ", Some("新/?a=b")),
            ("5 url", Some("url")),
            ("5", None),
            ("5;", None),
            ("5; url=''", None),
            (";url=新/", None),
            ("x;url=新/", None),
        ] {
            assert_eq!(address(content), wanted, "{content}");
        }
    }
}
