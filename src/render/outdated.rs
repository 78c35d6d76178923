//! What a site's own theme and templates still ask for, and the built-in ones do not give.
//!
//! In: the site's folder and its languages. Out: findings at their place: a variable of CSS that no style sheet sets, a token that none reads,
//! a label that no language has, a block that the template it extends does not have. Browsers and templates are silent about these, so a
//! theme that was made for another version loses them unseen.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::sync::{Arc, LazyLock};

use anyhow::Result;
use regex::Regex;

use super::templates::{self, DEFAULT_THEME, TEMPLATES_FOLDER, ThemeFile};
use crate::audit::style_sheets::is_style_sheet;
use crate::finding::{Finding, Severity};
use crate::languages::Languages;
use crate::source::{Source, Span};

/// The name of what is found.
const RULE: &str = "theme/outdated";

static READ: LazyLock<Regex> = LazyLock::new(|| pattern(r"var\(\s*(--[\w-]+)"));
static SET: LazyLock<Regex> = LazyLock::new(|| pattern(r"(--[\w-]+)\s*:"));
static LABEL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"labels(?:\.([A-Za-z_][\w]*)|\[\s*["']([^"']+)["']\s*\])"#));
static BLOCK: LazyLock<Regex> = LazyLock::new(|| pattern(r"\{%-?\s*block\s+([A-Za-z_]\w*)"));
static EXTENDS: LazyLock<Regex> = LazyLock::new(|| pattern(r#"\{%-?\s*extends\s+["']([^"']+)["']"#));

fn pattern(words: &str) -> Regex {
    Regex::new(words).unwrap_or_else(|error| panic!("{error}"))
}

/// What is out of date.
///
/// # Errors
/// When a file cannot be read.
pub fn outdated(root: &Path, theme: &str, languages: &Languages) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let built_in = templates::built_in_theme();
    let mut own = templates::files(root, DEFAULT_THEME)?;
    if theme != DEFAULT_THEME {
        own.extend(templates::files(root, theme)?);
    }
    let sheets: Vec<(&String, &ThemeFile)> =
        own.iter().filter(|(name, file)| is_style_sheet(name) && file.own.is_some()).collect();
    let text = |file: &ThemeFile| String::from_utf8_lossy(&file.bytes).into_owned();
    let all: Vec<String> = built_in
        .iter()
        .chain(&own)
        .filter(|(name, _)| is_style_sheet(name))
        .map(|(_, file)| text(file))
        .collect();
    let names = |pattern: &Regex| -> HashSet<String> {
        all.iter().flat_map(|text| pattern.captures_iter(text).map(|found| found[1].to_owned())).collect()
    };
    let (set, read) = (names(&SET), names(&READ));
    for (_, file) in sheets {
        let source = Arc::new(Source::new(file.own.as_deref().unwrap_or_default(), text(file)));
        for (pattern, known, why) in [
            (&*READ, &set, "no style sheet sets this variable"),
            (&*SET, &read, "no style sheet reads this variable"),
        ] {
            let found = pattern.captures_iter(source.text()).filter_map(|found| found.get(1));
            let mut told = BTreeSet::new();
            for name in found.filter(|name| !known.contains(name.as_str())) {
                if told.insert(name.as_str().to_owned()) {
                    let message = format!("{}: {why}", name.as_str());
                    findings.push(warning(
                        &source,
                        Span::from(name.range()),
                        message,
                        "“curbcut theme export tokens.css” gives those of this version.",
                    ));
                }
            }
        }
    }
    let sources = templates::own_sources(root)?;
    let labels: HashSet<&str> = languages.fallback().labels().ids().collect();
    let text_of = |name: &str| {
        let own = sources.iter().find(|source| source.path() == format!("{TEMPLATES_FOLDER}/{name}"));
        own.map(|source| source.text().to_owned())
            .or_else(|| templates::built_in_template(name).map(str::to_owned))
    };
    for source in &sources {
        for found in LABEL.captures_iter(source.text()) {
            let Some(name) = found.get(1).or_else(|| found.get(2)) else { continue };
            if !labels.contains(name.as_str()) {
                let message = format!("there is no label “{}”", name.as_str());
                findings.push(warning(
                    source,
                    Span::from(name.range()),
                    message,
                    "The labels are in src/languages/en/labels.ftl of the program.",
                ));
            }
        }
        let Some(base) = EXTENDS.captures(source.text()).map(|found| found[1].to_owned()) else { continue };
        // A block may be one of any template that is extended on the way.
        let (mut known, mut next) = (HashSet::new(), Some(base.clone()));
        let mut seen = HashSet::new();
        while let Some(text) =
            next.take().filter(|name| seen.insert(name.clone())).and_then(|name| text_of(&name))
        {
            known.extend(BLOCK.captures_iter(&text).map(|found| found[1].to_owned()));
            next = EXTENDS.captures(&text).map(|found| found[1].to_owned());
        }
        let mut blocks = BLOCK.captures_iter(source.text()).filter_map(|found| found.get(1));
        if let Some(unknown) = blocks.find(|name| !known.contains(name.as_str())) {
            let mut has: Vec<&str> = known.iter().map(String::as_str).collect();
            has.sort_unstable();
            let message = format!("{base} has no block “{}”, so nothing of it is shown", unknown.as_str());
            findings.push(warning(
                source,
                Span::from(unknown.range()),
                message,
                &format!("Its blocks are: {}.", has.join(", ")),
            ));
        }
    }
    Ok(findings)
}

fn warning(source: &Arc<Source>, span: Span, message: String, help: &str) -> Finding {
    Finding::new(RULE, Severity::Warning, crate::finding::Place::Source(source.clone(), span), message)
        .help(help.to_owned())
}
