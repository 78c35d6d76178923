//! The words that authors wrote, for the audit of labels: only what the program and its templates say is judged there.
//!
//! Gathered only when a label of a page seems to be in another language, so that other sites pay nothing for it.

use serde_json::Value;

use crate::audit::{self, Allow, PageAudit, rules};
use crate::document::{BlockKind, Document, InlineKind};
use crate::finding::Finding;
use crate::library::Library;

/// Audits a page made of these texts; what their authors wrote is no label of ours.
pub fn audit(page: audit::Page<'_>, library: &Library, texts: &[&Document], allow: &Allow) -> PageAudit {
    let audited = audit::page(page, allow);
    if !judges_labels(audited.findings()) {
        return audited;
    }
    audit::page(page, &with_words(allow, library, texts))
}

/// Whether a label is among what was found.
pub fn judges_labels(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.rule == rules::LABEL_LANGUAGE.name)
}

/// What is allowed, with every word of the settings, the front matter and the data files, and of the text of these.
pub fn with_words(allow: &Allow, library: &Library, texts: &[&Document]) -> Allow {
    let mut allow = allow.clone();
    let settings = library.config.check.source.as_ref().and_then(|source| source.text().parse().ok());
    let settings = settings.and_then(|settings: toml::Table| serde_json::to_value(settings).ok());
    let fronts = library.documents().filter_map(|document| serde_json::to_value(&document.front).ok());
    for value in settings.into_iter().chain(fronts) {
        allow = strings(&value, allow);
    }
    for glossary in library.glossaries.values() {
        allow = allow.written(glossary.source.text());
    }
    for (_, picture) in library.pictures.iter() {
        let words = picture.alt.values().chain([&picture.author, &picture.licence]);
        allow = words.fold(allow, |allow, words| allow.written(words));
    }
    texts.iter().fold(allow, |allow, text| of_text(text, allow))
}

fn strings(value: &Value, allow: Allow) -> Allow {
    match value {
        Value::String(words) => allow.written(words),
        Value::Array(values) => values.iter().fold(allow, |allow, value| strings(value, allow)),
        Value::Object(values) => values.values().fold(allow, |allow, value| strings(value, allow)),
        _ => allow,
    }
}

fn of_text(document: &Document, allow: Allow) -> Allow {
    let mut words = String::new();
    let mut add = |piece: &str| {
        words.push_str(piece);
        words.push('\n');
    };
    document.each_block(&mut |block| {
        if let BlockKind::Html(html) = &block.kind {
            add(html);
        }
    });
    document.each_inline(&mut |inline| match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => add(document.text(text)),
        InlineKind::Html { tags, .. } => add(tags.open),
        InlineKind::Image { alt, .. } => add(&document.plain(alt)),
        _ => {}
    });
    allow.written(&words)
}
