//! How far a page may be enlarged, as its viewport says and browsers read it (CSS Device Adaptation).

/// WCAG asks for twice the size.
const LEAST: f32 = 2.0;
/// Readers of large print want five times.
const WANTED: f32 = 5.0;

/// How far a page may be enlarged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zoom {
    /// Not to twice its size.
    Blocked,
    /// To twice its size, but not to five times.
    Limited,
}

/// What stands against enlarging a page, and the setting that says so.
pub(super) fn limits(content: &str) -> Vec<(Zoom, String)> {
    let settings: Vec<(String, String)> = settings(content).collect();
    // Of two of one name the last counts.
    let is_last = |at: usize, key: &str| settings[at + 1..].iter().all(|(later, _)| later != key);
    let last = settings.iter().enumerate().filter(|(at, (key, _))| is_last(*at, key));
    last.filter_map(|(_, (key, value))| Some((limit(key, value)?, format!("{key}={value}")))).collect()
}

fn limit(key: &str, value: &str) -> Option<Zoom> {
    let number = number(value);
    match key {
        "user-scalable" => {
            let fixed = match value {
                "yes" | "device-width" | "device-height" => false,
                _ => number.is_none_or(|number| number.abs() < 1.0),
            };
            fixed.then_some(Zoom::Blocked)
        }
        "maximum-scale" => {
            let most = match value {
                "device-width" | "device-height" => return None,
                "yes" => 1.0,
                // A word that is no number counts as a tenth.
                _ => number.unwrap_or(0.1),
            };
            match most {
                // Less than nothing is passed over.
                most if most < 0.0 => None,
                most if most < LEAST => Some(Zoom::Blocked),
                most if most < WANTED => Some(Zoom::Limited),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The settings in lower case. White space stands between them as commas do, and may stand around `=`.
fn settings(content: &str) -> impl Iterator<Item = (String, String)> {
    let is_between = |c: char| matches!(c, ',' | ';') || c.is_ascii_whitespace();
    let joined: Vec<&str> = content.split('=').map(str::trim).collect();
    let joined = joined.join("=").to_ascii_lowercase();
    let pairs: Vec<(String, String)> = joined
        .split(is_between)
        .filter_map(|setting| setting.split_once('='))
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    pairs.into_iter()
}

/// The number that a value begins with, which may have an exponent.
fn number(value: &str) -> Option<f32> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e');
    let end = value.find(|c: char| !is_part(c)).unwrap_or(value.len());
    (1..=end).rev().find_map(|end| value.get(..end)?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_viewport_is_read_as_browsers_read_it() {
        let of = |content| limits(content).into_iter().map(|(zoom, _)| zoom).collect::<Vec<_>>();
        for content in [
            "user-scalable=no",
            "user-scalable = 0",
            "user-scalable=甲",
            "maximum-scale=1.5",
            "width=1,maximum-scale=yes",
            "MAXIMUM-SCALE=0.9x",
            "maximum-scale=15e-1",
            "maximum-scale=5, maximum-scale=1",
        ] {
            assert_eq!(of(content), [Zoom::Blocked], "{content}");
        }
        assert_eq!(of("initial-scale=1 maximum-scale=2"), [Zoom::Limited]);
        for content in [
            "",
            "user-scalable=yes",
            "user-scalable=-1",
            "maximum-scale=5",
            "maximum-scale=1e1",
            "maximum-scale=1, maximum-scale=5",
            "maximum-scale=-1",
            "maximum-scale=device-width",
            "maximum-scale=",
        ] {
            assert_eq!(of(content), [], "{content}");
        }
    }
}
