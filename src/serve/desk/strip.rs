//! What the strip says: the page's findings with their places, and how much is explained.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::anchors::Anchor;
use super::{ShownPage, labels, links};
use crate::coverage::Coverage;
use crate::finding::{self, Finding, Severity};
use crate::hidden::visible;
use crate::lang::Lang;
use crate::languages::{self, Labels, Languages};
use crate::render::easy_read::explained;
use crate::render::marked;
use crate::serve::download;
use crate::serve::snapshot::Site;
use crate::view::{DeskCoverage, DeskDownload, DeskFinding, DeskStrip, Html};

/// The strip of a page, and what it marks on the page.
pub struct Strip {
    view: DeskStrip,
    /// The blocks that findings are about, by their `data-source`, with the weight of the heaviest.
    marked: BTreeMap<String, Severity>,
    /// Something stands above the page.
    has_notice: bool,
}

impl Strip {
    /// What is to be said of a page with these blocks.
    pub fn new(page: &ShownPage<'_>, anchors: &[Anchor]) -> Self {
        let lang = page.lang();
        let languages = &*page.site.library.language_data;
        let work = page.route.work();
        let is_elsewhere =
            |work: &&_| page.route.beside().is_none_or(|(shown, _)| !std::ptr::eq(shown, *work));
        let mut own: Vec<&Finding> = page.own.iter().collect();
        own.sort_by_key(|finding| Reverse(finding.severity));
        let mut marked: BTreeMap<String, Severity> = BTreeMap::new();
        for finding in &own {
            let Some(block) = block(finding, anchors) else { continue };
            let heaviest = marked.entry(block.source()).or_insert(finding.severity);
            *heaviest = finding.severity.max(*heaviest);
        }
        let shown = |finding: &Finding| on_page(finding, page.site, &lang, anchors);
        let view = DeskStrip {
            own: own.into_iter().map(shown).collect(),
            elsewhere: page.elsewhere.iter().map(shown).collect(),
            coverage: work.and_then(|work| bar(&Coverage::of(work), labels(languages, &lang).0)),
            beside: work
                .filter(|work| work.easy_read.is_some())
                .filter(is_elsewhere)
                .map(|work| links::beside_link(page.site, work)),
            beside_words: work
                .map(|work| explained(work, labels(languages, &lang).0, "desk-beside"))
                .unwrap_or_default(),
            downloads: download::of_page(page.site, &page.route)
                .into_iter()
                .map(|(label, address)| DeskDownload {
                    href: links::root_link(&address),
                    words: labels(languages, &lang).0.get(label).to_owned(),
                })
                .collect(),
            draft: page.route.texts(page.site).iter().any(|text| text.front.draft),
            withheld: page.withheld,
            behind: page.behind,
            ..empty(languages, &lang, page.own.iter().chain(&page.elsewhere))
        };
        Self { view, marked, has_notice: page.behind || page.withheld }
    }

    /// What is to be said while there is no site.
    pub fn without_site(findings: &[Finding]) -> Self {
        // No settings name a language: the desk speaks that of the findings.
        let (languages, lang) = (&**Languages::built_in(), languages::fallback());
        let elsewhere = findings.iter().map(|finding| bare(finding, languages, &lang)).collect();
        let view = DeskStrip { elsewhere, why: "desk-no-site", ..empty(languages, &lang, findings.iter()) };
        Self { view, marked: BTreeMap::new(), has_notice: false }
    }

    /// The strip, or another template of the same view.
    pub fn fill(&self, template: &str) -> String {
        super::fill(template, &self.view)
    }

    /// The blocks that findings are about, by their `data-source`, with the weight of the heaviest.
    pub fn marked(&self) -> BTreeMap<String, &'static str> {
        self.marked.iter().map(|(source, severity)| (source.clone(), severity.word())).collect()
    }

    /// Why another page is shown than that which would be published, to stand above it.
    pub fn notice(&self) -> Option<String> {
        self.has_notice.then(|| self.fill("desk/notice.html"))
    }
}

fn empty<'f>(languages: &Languages, lang: &Lang, findings: impl Iterator<Item = &'f Finding>) -> DeskStrip {
    let (labels, lang) = labels(languages, lang);
    let severities: Vec<Severity> = findings.map(|finding| finding.severity).collect();
    let errors = severities.iter().filter(|severity| **severity == Severity::Error).count();
    let numbers = [("count", severities.len().into()), ("errors", errors.into())];
    let count = match (severities.len(), errors) {
        (0, _) => Some(labels.get("desk-clean").to_owned()),
        (_, 0) => labels.format("desk-count", &numbers),
        _ => labels.format("desk-count-errors", &numbers),
    };
    DeskStrip {
        dir: lang.direction().attribute(),
        lang: lang.to_string(),
        labels: labels.fixed().clone(),
        count: count.unwrap_or_default(),
        weight: severities.iter().max().map_or("clean", |severity| severity.word()),
        own: Vec::new(),
        elsewhere: Vec::new(),
        coverage: None,
        beside_words: String::new(),
        beside: None,
        downloads: Vec::new(),
        draft: false,
        withheld: false,
        behind: false,
        why: "desk-no-page",
    }
}

/// The block that holds a finding: the last that begins at or above it; of several in each other, the outermost, which is the one
/// that is marked. What is above all is in the front matter.
fn block<'p>(finding: &Finding, anchors: &'p [Anchor]) -> Option<&'p Anchor> {
    let (file, line) = (finding.place.path(), finding.place.position().line);
    anchors
        .iter()
        .rev()
        .filter(|anchor| anchor.file == file && anchor.line <= line)
        .max_by_key(|anchor| anchor.line)
}

/// A finding on a page with these blocks.
pub fn on_page(finding: &Finding, site: &Site, lang: &Lang, anchors: &[Anchor]) -> DeskFinding {
    let top =
        || anchors.iter().find(|anchor| anchor.file == finding.place.path()).map(|_| "#main".to_owned());
    let rule = site.renderer().rule_address(finding.rule);
    DeskFinding {
        href: block(finding, anchors).map(Anchor::fragment).or_else(top),
        rule_href: rule.map(|(address, id)| format!("{}#{id}", links::root_link(&address))),
        ..bare(finding, &site.library.language_data, lang)
    }
}

fn bare(finding: &Finding, languages: &Languages, lang: &Lang) -> DeskFinding {
    let (labels, _) = labels(languages, lang);
    let at = finding.place.position();
    let place = match finding.place {
        finding::Place::Source(..) | finding::Place::Unquoted(..) => {
            labels.format("desk-place", &[("line", at.line.into()), ("column", at.column.into())])
        }
        finding::Place::File(_) | finding::Place::Byte(..) => None,
    };
    let weight = ["desk-note", "desk-warning", "desk-error"][finding.severity as usize];
    DeskFinding {
        weight: finding.severity.word(),
        weight_words: labels.get(weight).to_owned(),
        message: Html::new(&marked(&visible(&finding.message))),
        help: Html::new(&marked(&finding.help)),
        rule: finding.rule,
        rule_href: None,
        file: visible(finding.place.path()).into_owned(),
        place,
        href: None,
    }
}

fn bar(coverage: &Coverage, labels: &Labels) -> Option<DeskCoverage> {
    let counts = coverage.counts();
    let done = counts.covered + counts.left_out;
    let numbers = [
        ("required", counts.required.into()),
        ("covered", counts.covered.into()),
        ("left", counts.left_out.into()),
        ("missing", (counts.required - done).into()),
    ];
    let bar = DeskCoverage {
        short: labels.format("desk-coverage-short", &numbers)?,
        words: labels.format("desk-coverage-words", &numbers)?,
        done,
        required: counts.required,
    };
    (bar.required > 0).then_some(bar)
}
