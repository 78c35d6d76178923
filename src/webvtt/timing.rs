//! The line of times of a cue: `00:00:01.000 --> 00:00:04.000 align:start`.

use std::ops::Range;

use super::ARROW;
use crate::source::slice;

/// What is wrong with a line of times, and where in it.
#[derive(Debug)]
pub struct Wrong {
    /// The place in the line.
    pub at: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to write.
    pub help: &'static str,
}

/// The start and the end, in milliseconds.
///
/// # Errors
/// When one of them is no time.
pub fn read(line: &str) -> Result<(u64, u64), Wrong> {
    let arrow = line.find(ARROW).unwrap_or(line.len());
    let after = (arrow + ARROW.len()).min(line.len());
    let rest = slice(line, after..);
    let end_at = after + (rest.len() - rest.trim_start().len());
    let end_length = slice(line, end_at..).find([' ', '\t']).unwrap_or(line.len() - end_at);
    let start = slice(line, ..arrow);
    let start_at = start.len() - start.trim_start().len();
    let start_end = start.trim_end().len().max(start_at);
    Ok((time(line, start_at..start_end)?, time(line, end_at..end_at + end_length)?))
}

fn time(line: &str, at: Range<usize>) -> Result<u64, Wrong> {
    let written = slice(line, at.clone());
    milliseconds(written).ok_or_else(|| {
        let help = match written.contains(',') {
            true => "Write a full stop before the thousandths, not a comma: “00:00:01.000”.",
            false => "Write hours, minutes, seconds and three digits of thousandths: “00:00:01.000”. Minutes and seconds end at 59.",
        };
        Wrong { at, message: format!("“{written}” is no time of WebVTT"), help }
    })
}

/// `hh:mm:ss.ttt` or `mm:ss.ttt`.
fn milliseconds(written: &str) -> Option<u64> {
    let number = |digits: &str, length: Range<usize>| -> Option<u64> {
        let is_number = length.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse().ok()).flatten()
    };
    let (clock, thousandths) = written.split_once('.')?;
    let thousandths = number(thousandths, 3..4)?;
    let mut parts = clock.split(':').rev();
    let seconds = number(parts.next()?, 2..3).filter(|seconds| *seconds < 60)?;
    let minutes = number(parts.next()?, 2..3).filter(|minutes| *minutes < 60)?;
    let hours = match parts.next() {
        // More hours than that no film has.
        Some(hours) => number(hours, 2..7)?,
        None => 0,
    };
    let is_whole = parts.next().is_none();
    is_whole.then_some(((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths)
}

/// A time as people read it: `0:12`, `1:02:03`.
pub fn clock(milliseconds: u64) -> String {
    let seconds = milliseconds / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        hours => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}
