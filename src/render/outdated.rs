//! What a site's own theme and templates still ask for, and the built-in ones do not give.
//!
//! In: the site's folder and its languages. Out: findings at their place: a variable of CSS that no style sheet sets, a token that none reads,
//! a label that no language has, a block that the template it extends does not have; with what became of it since the contract that the
//! theme was made for. Browsers and templates are silent about these, so a theme that was made for another version loses them unseen.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::sync::{Arc, LazyLock};

use anyhow::Result;
use regex::Regex;

use super::templates::{self, TEMPLATES_FOLDER};
use super::theme::contract::{self, Named, Since};
use super::theme::files::{self, Layer, ThemeFile};
use crate::audit::style_sheets::is_style_sheet;
use crate::finding::{Finding, Place, Severity};
use crate::languages::Languages;
use crate::source::{Source, Span};

/// The name of what is found.
const RULE: &str = "theme/outdated";

static READ: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:var|style)\(\s*(--[\w-]+)"));
static SET: LazyLock<Regex> = LazyLock::new(|| pattern(r#"(?:^|[\s;{"'])(--[\w-]+)\s*:"#));
static COMMENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?s)/\*.*?(?:\*/|$)"));
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
    let mut layers = files::layers(root, Some(theme))?;
    let mut made_for = Vec::new();
    for layer in &mut layers {
        let said = layer.remove(contract::FILE).filter(|file| file.own.is_some());
        let said = said.as_ref().map(contract::of).transpose();
        made_for.push(said.unwrap_or_else(|finding| {
            findings.push(finding);
            None
        }));
    }
    let sources = templates::own_sources(root)?;
    let texts: Vec<String> = layers.iter().flat_map(sheets).map(|(_, file)| text(file)).collect();
    let variables =
        Variables::of(texts.iter().map(String::as_str).chain(sources.iter().map(|source| source.text())));
    for (layer, &made_for) in layers.iter().zip(&made_for) {
        let since = Since { made_for, changes: contract::CHANGES };
        for (own, file) in sheets(layer).filter_map(|(_, file)| Some((file.own.as_deref()?, file))) {
            let source = Arc::new(Source::new(own, text(file)));
            findings.extend(variables.in_vain(&source, since).map(|(finding, _)| finding));
        }
    }
    // Templates are those of the site, whatever its theme; what the theme says is said of both.
    let since = Since { made_for: made_for.iter().rev().find_map(|said| *said), changes: contract::CHANGES };
    let labels: HashSet<&str> = languages.fallback().labels().ids().collect();
    for source in &sources {
        findings.extend(labels_in_vain(source, &labels, since));
        findings.extend(blocks_in_vain(source, &sources, since));
    }
    Ok(findings)
}

/// Variables of the site's own style sheets that are in vain and nearly have the name of a built-in one.
pub fn misspelt(
    files: &Layer,
    tokens: &[(String, Option<Arc<Source>>)],
    templates: &[String],
) -> Vec<Finding> {
    let texts: Vec<String> = sheets(files).map(|(_, file)| text(file)).collect();
    let below = tokens.iter().map(|(text, _)| text);
    let variables = Variables::of(texts.iter().chain(below).chain(templates).map(String::as_str));
    let since = Since { made_for: None, changes: &[] };
    let own = sheets(files).filter_map(|(_, file)| Some((file.own.as_deref()?, file)));
    let sources: Vec<_> = own.map(|(own, file)| Arc::new(Source::new(own, text(file)))).collect();
    let found = sources.iter().flat_map(|source| variables.in_vain(source, since));
    found.filter(|(_, is_misspelt)| *is_misspelt).map(|(finding, _)| finding).collect()
}

fn sheets(layer: &Layer) -> impl Iterator<Item = (&String, &ThemeFile)> {
    layer.iter().filter(|(name, _)| is_style_sheet(name))
}

fn text(file: &ThemeFile) -> String {
    String::from_utf8_lossy(&file.bytes).into_owned()
}

/// A style sheet without its comments, with everything else at its place.
fn without_comments(text: &str) -> String {
    COMMENT.replace_all(text, |comment: &regex::Captures<'_>| " ".repeat(comment[0].len())).into_owned()
}

/// The variables of CSS of all style sheets and templates together.
struct Variables {
    set: BTreeSet<String>,
    read: BTreeSet<String>,
}

impl Variables {
    fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let (mut set, mut read) = (BTreeSet::new(), BTreeSet::new());
        for text in texts.map(without_comments) {
            for (pattern, names) in [(&*SET, &mut set), (&*READ, &mut read)] {
                names.extend(pattern.captures_iter(&text).map(|found| found[1].to_owned()));
            }
        }
        Self { set, read }
    }

    /// The variables of a style sheet that nobody sets or reads, and whether each looks like a misspelt one.
    fn in_vain(&self, source: &Arc<Source>, since: Since<'_>) -> impl Iterator<Item = (Finding, bool)> {
        let text = without_comments(source.text());
        let mut findings = Vec::new();
        for (pattern, known, why) in [
            (&*READ, &self.set, "no style sheet sets this variable"),
            (&*SET, &self.read, "no style sheet reads this variable"),
        ] {
            let mut told = BTreeSet::new();
            for name in pattern.captures_iter(&text).filter_map(|found| found.get(1)) {
                if known.contains(name.as_str()) || !told.insert(name.as_str()) {
                    continue;
                }
                let change = since.told(Named::Variable, name.as_str());
                let near = Some(nearest(name.as_str(), known)).filter(|_| change.is_empty()).flatten();
                let message = format!("{}: {why}{change}", name.as_str());
                let help = match near {
                    Some(near) => format!("Write “{near}”, if you mean that."),
                    None => "“curbcut theme export tokens.css” gives those of this version.".to_owned(),
                };
                findings.push((warning(source, Span::from(name.range()), message, &help), near.is_some()));
            }
        }
        findings.into_iter()
    }
}

/// The name that another one may be a slip of the finger for.
fn nearest<'a>(name: &str, known: &'a BTreeSet<String>) -> Option<&'a String> {
    // Short names are near to many.
    let slips = match name.chars().count() {
        0..6 => return None,
        6..9 => 1,
        _ => 2,
    };
    let near = known.iter().map(|other| (strsim::osa_distance(name, other), other));
    near.filter(|(distance, _)| *distance <= slips).min().map(|(_, other)| other)
}

/// The labels that a template asks for and no language has.
fn labels_in_vain(source: &Arc<Source>, labels: &HashSet<&str>, since: Since<'_>) -> Vec<Finding> {
    let found = LABEL.captures_iter(source.text()).filter_map(|found| found.get(1).or_else(|| found.get(2)));
    let unknown = found.filter(|name| !labels.contains(name.as_str()));
    let finding = |name: regex::Match<'_>| {
        let change = since.told(Named::Label, name.as_str());
        let message = format!("there is no label “{}”{change}", name.as_str());
        let help = "The labels are in src/languages/en/labels.ftl of the program.";
        warning(source, Span::from(name.range()), message, help)
    };
    unknown.map(finding).collect()
}

/// The blocks of a template that none of those has that it extends.
fn blocks_in_vain(source: &Arc<Source>, sources: &[Arc<Source>], since: Since<'_>) -> Vec<Finding> {
    let text_of = |name: &str| {
        let own = sources.iter().find(|source| source.path() == format!("{TEMPLATES_FOLDER}/{name}"));
        own.map(|source| source.text()).or_else(|| templates::built_in_template(name))
    };
    let Some(base) = EXTENDS.captures(source.text()).map(|found| found[1].to_owned()) else {
        return Vec::new();
    };
    // A block may be one of any template that is extended on the way.
    let (mut known, mut next, mut seen) = (BTreeSet::new(), Some(base.clone()), HashSet::new());
    while let Some(text) =
        next.take().filter(|name| seen.insert(name.clone())).and_then(|name| text_of(&name))
    {
        known.extend(BLOCK.captures_iter(text).map(|found| found[1].to_owned()));
        next = EXTENDS.captures(text).map(|found| found[1].to_owned());
    }
    let blocks = BLOCK.captures_iter(source.text()).filter_map(|found| found.get(1));
    let finding = |name: regex::Match<'_>| {
        let change = since.told(Named::Block, name.as_str());
        let message = format!("{base} has no block “{}”, so nothing of it is shown{change}", name.as_str());
        let has: Vec<&str> = known.iter().map(String::as_str).collect();
        warning(source, Span::from(name.range()), message, &format!("Its blocks are: {}.", has.join(", ")))
    };
    blocks.filter(|name| !known.contains(name.as_str())).map(finding).collect()
}

fn warning(source: &Arc<Source>, span: Span, message: String, help: &str) -> Finding {
    Finding::new(RULE, Severity::Warning, Place::Source(source.clone(), span), message).help(help.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Change;

    fn since(changes: &[Change]) -> Since<'_> {
        Since { made_for: Some(1), changes }
    }

    fn change(of: Named, old: &'static str, new: Option<&'static str>) -> Change {
        Change { contract: 2, date: "2027-03-01", of, old, new }
    }

    fn messages(findings: impl IntoIterator<Item = Finding>) -> Vec<String> {
        findings.into_iter().map(|found| format!("{} {}", found.message, found.help)).collect()
    }

    #[test]
    fn what_is_renamed_says_its_new_name() {
        let changes = [
            change(Named::Variable, "--colour", Some("--accent")),
            change(Named::Variable, "--shade", None),
            change(Named::Label, "docs", Some("documents")),
            change(Named::Block, "content", Some("main")),
        ];
        let css = "p { color: var(--colour); background: var(--shade) }";
        let sheet = Arc::new(Source::new("themes/su/theme.css", css));
        let variables = Variables::of([css, ":root { --accent: red }"].into_iter());
        let found = messages(variables.in_vain(&sheet, since(&changes)).map(|(finding, _)| finding));
        assert!(found[0].contains("; since contract 2 (2027-03-01) it is called --accent"), "{found:?}");
        assert!(found[1].contains("; it is gone since contract 2"), "{found:?}");
        let template = "{% extends \"base.html\" %}{% block content %}{{ labels.docs }}{% endblock %}{% block foot %}{% endblock %}";
        let template = Arc::new(Source::new("templates/home.html", template));
        let found = messages(labels_in_vain(&template, &HashSet::from(["documents"]), since(&changes)));
        assert!(
            found[0].contains("“docs”; since contract 2 (2027-03-01) it is called documents"),
            "{found:?}"
        );
        let found = messages(blocks_in_vain(&template, &[], since(&changes)));
        assert!(found[0].contains("shown; since contract 2 (2027-03-01) it is called main"), "{found:?}");
        assert!(found[1].contains("no block “foot”, so nothing of it is shown Its blocks are:"), "{found:?}");
    }

    #[test]
    fn only_slips_of_built_in_names_are_misspelt() {
        let file =
            |text: &str| ThemeFile { bytes: text.into(), own: Some("themes/su/tokens.css".to_owned()) };
        let built_in = (
            ":root { --accent: red; --ground: white } p { color: var(--accent); background: var(--ground) }"
                .to_owned(),
            None,
        );
        let found = |css: &str, templates: &[String]| {
            let files = Layer::from([("tokens.css".to_owned(), file(css))]);
            messages(misspelt(&files, std::slice::from_ref(&built_in), templates))
        };
        assert_eq!(
            found(":root { --acent: blue }", &[]),
            ["--acent: no style sheet reads this variable Write “--accent”, if you mean that."]
        );
        assert_eq!(
            found("p { color: var(--gruond) }", &[]),
            ["--gruond: no style sheet sets this variable Write “--ground”, if you mean that."]
        );
        for fine in [
            ":root { --accents: 1 } p { order: var(--accents) }",
            ":root { --brand: red }",
            "/* --acent: red; var(--acent) */",
            ".card--acent:hover { order: 1 }",
            "p { color: var(--accent) }",
        ] {
            assert_eq!(found(fine, &[]), [""; 0], "{fine}");
        }
        assert_eq!(
            found(":root { --acent: blue }", &["<p style=\"color: var(--acent)\">".to_owned()]),
            [""; 0]
        );
    }
}
