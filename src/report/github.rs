//! Findings as the commands that GitHub Actions turns into annotations.

use std::io::{self, Write};

use crate::finding::{Finding, Severity};

/// Writes one command a finding.
pub fn write(findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    for finding in findings {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let at = finding.place.position();
        let message = match finding.help.as_str() {
            "" => finding.message.clone(),
            help => format!("{}\n{help}", finding.message),
        };
        writeln!(
            out,
            "::{command} file={},line={},col={},title={}::{}",
            property(finding.place.path()),
            at.line,
            at.column,
            property(finding.rule),
            data(&message),
        )?;
    }
    Ok(())
}

/// A message ends at the line's end, so line ends are encoded, and the sign of encoding itself.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Between properties stand commas, between the properties and the message two colons.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
