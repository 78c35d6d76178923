//! Findings as the commands that GitHub Actions turns into annotations, at files as the repository names them.

use std::io::{self, Write};

use super::FindingSet;
use super::place::message;
use crate::finding::Severity;
use crate::hidden::visible;

/// Writes one command a finding.
pub fn write(sets: &[FindingSet], out: &mut impl Write) -> io::Result<()> {
    for (base, finding) in sets.iter().flat_map(|set| set.findings.iter().map(|finding| (&set.base, finding)))
    {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let (file, member) = base.file(finding);
        write!(out, "::{command} file={}", property(&base.path(file)))?;
        if member.is_none() {
            let at = finding.place.position();
            write!(out, ",line={},col={}", at.line, at.column)?;
        }
        let said = message(finding, member);
        let said = match &*finding.help {
            "" => said.into_owned(),
            help => format!("{said}\n{help}"),
        };
        writeln!(out, ",title={}::{}", property(finding.rule), data(&said))?;
    }
    Ok(())
}

/// A message ends at the line's end, so line ends are encoded, and the sign of encoding itself.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Between properties stand commas, between the properties and the message two colons.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
