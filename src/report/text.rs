//! Findings for people: by file, summary last.
//!
//! Every finding says where, how bad and what in one line; the source line with a marker under the place follows,
//! then what to do. Read aloud it still makes sense: nothing is said by the marker or a colour alone.

use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::window::Window;
use super::{Counts, FindingSet, Style};
use crate::finding::{Finding, Place, Severity};
use crate::hidden::visible;

/// Writes findings and the summary.
pub fn write(sets: &[FindingSet], out: &mut impl Write, style: Style) -> io::Result<()> {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    for FindingSet { base, findings, .. } in sets {
        for of_file in findings.chunk_by(|a, b| a.place.path() == b.place.path()) {
            match of_file.first().map(|first| first.place.path()) {
                // Two folders may have files of one name.
                Some(file) if sets.len() > 1 => writeln!(out, "{}\n", visible(&base.path(file)))?,
                file => writeln!(out, "{}\n", visible(file.unwrap_or_default()))?,
            }
            for finding in of_file {
                writeln!(out, "{}\n", one(finding, &renderer))?;
            }
        }
    }
    writeln!(out, "{}", summary(Counts::of(sets)))
}

fn one(finding: &Finding, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = match &finding.place {
        Place::Source(..) | Place::Unquoted(..) => {
            let at = finding.place.position();
            format!("line {}, column {}: {}", at.line, at.column, finding.message)
        }
        Place::Byte(_, at) => format!("byte {at}: {}", finding.message),
        Place::File(_) => finding.message.clone(),
    };
    let window = match &finding.place {
        Place::Source(source, span) => Some(Window::of(source, *span)),
        _ => None,
    };
    let title = visible(&title);
    let help = visible(&finding.help);
    let mut group = Group::with_title(level.primary_title(&*title).id(finding.rule));
    if let Some(window) = &window {
        let snippet = Snippet::source(&window.text).line_start(window.line);
        group = group.element(snippet.annotation(AnnotationKind::Primary.span(window.marked.clone())));
    }
    if !finding.help.is_empty() {
        group = group.element(Level::HELP.message(&*help));
    }
    renderer.render(&[group])
}

/// “3 errors and 2 warnings in 4 files”.
fn summary(counts: Counts) -> String {
    let some = |count: usize, word: &str| {
        (count > 0).then(|| format!("{count} {word}{}", if count == 1 { "" } else { "s" }))
    };
    let parts: Vec<String> =
        [some(counts.errors, "error"), some(counts.warnings, "warning"), some(counts.notes, "note")]
            .into_iter()
            .flatten()
            .collect();
    match some(counts.files, "file") {
        Some(files) => format!("{} in {files}", parts.join(", ")),
        None => "no findings".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::{Source, Span};

    fn written(findings: &[Finding]) -> String {
        let mut out = Vec::new();
        let sets = FindingSet { findings: findings.to_vec(), ..FindingSet::default() };
        write(&[sets], &mut out, Style::Plain).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_marker_stands_under_wide_characters() {
        let source = Arc::new(Source::new("content/a.md", "第一行\n请看**《公约》**和🧑‍🦽\n"));
        let at = source.text().find('《').unwrap();
        let finding = Finding::error("link/nowhere", &source, Span::from(at..at + "《公约》".len()), "有错")
            .help("改。");
        let text = written(&[finding]);
        let expected = "content/a.md\n\nerror[link/nowhere]: line 2, column 5: 有错\n  |\n2 | 请看**《公约》**和🧑🦽\n  |       ^^^^^^^^\n  |\n  = help: 改。\n\n1 error in 1 file\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn files_and_bytes_are_places_too() {
        let place =
            |place| Finding::new("content/not-text", Severity::Warning, place, "not text").help("Mend it.");
        let text = written(&[
            place(Place::File("a".into())),
            place(Place::Byte("a".into(), 7)),
            place(Place::File("b".into())),
        ]);
        assert!(text.contains("warning[content/not-text]: byte 7: not text"), "{text}");
        assert!(text.ends_with("3 warnings in 2 files\n"), "{text}");
        assert_eq!(written(&[]), "no findings\n");
    }
}
