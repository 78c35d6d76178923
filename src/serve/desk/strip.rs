//! What the strip says: the page's findings with their places, and how much is explained.

use std::collections::BTreeMap;

use serde::Serialize;

use super::anchors::Place;
use super::{Sheet, interface, labels, views};
use crate::coverage::Coverage;
use crate::finding::{self, Finding, Severity};
use crate::hidden::visible;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::render::easy_read::explained;
use crate::render::marked;
use crate::serve::download;
use crate::serve::snapshot::Site;

/// What the templates of the desk read.
#[derive(Serialize)]
pub struct Strip {
    lang: String,
    dir: &'static str,
    labels: &'static BTreeMap<String, String>,
    /// How many findings there are, in words.
    count: String,
    /// `error`, `warning`, `note` or `clean`: the heaviest.
    weight: &'static str,
    own: Vec<Item>,
    elsewhere: Vec<Item>,
    coverage: Option<Bar>,
    beside: Option<String>,
    /// What the link to both texts says.
    beside_words: String,
    /// The downloads of the page.
    downloads: Vec<Link>,
    behind: bool,
    draft: bool,
    /// Why there is nothing but the desk.
    why: &'static str,
}

/// One finding.
#[derive(Serialize)]
pub struct Item {
    #[serde(skip)]
    severity: Severity,
    weight: &'static str,
    weight_words: String,
    /// What is wrong, as HTML.
    message: String,
    /// What to do, as HTML.
    help: String,
    rule: &'static str,
    /// Where the rule is explained.
    rule_href: Option<String>,
    file: String,
    place: Option<String>,
    /// Where on the page it is.
    href: Option<String>,
    /// The `data-source` of the block that holds it.
    #[serde(skip)]
    source: Option<String>,
}

/// A file that belongs to the page.
#[derive(Serialize)]
struct Link {
    href: String,
    words: String,
}

/// How much of the official text is explained.
#[derive(Serialize)]
struct Bar {
    short: String,
    words: String,
    done: usize,
    required: usize,
}

impl Strip {
    /// What is to be said of a page with these blocks.
    pub fn new(sheet: &Sheet<'_>, places: &[Place]) -> Self {
        let lang = sheet.lang();
        let item = |finding: &Finding| Item::new(finding, sheet.site, &lang, places);
        let work = sheet.view.work();
        let is_elsewhere =
            |work: &&_| sheet.view.beside().is_none_or(|(shown, _)| !std::ptr::eq(shown, *work));
        Self {
            own: heaviest_first(sheet.own.iter().map(item).collect()),
            elsewhere: sheet.elsewhere.iter().map(item).collect(),
            coverage: work.and_then(|work| Bar::new(&Coverage::of(work), labels(&lang).0)),
            beside: work
                .filter(|work| work.easy_read.is_some())
                .filter(is_elsewhere)
                .map(|work| views::beside_link(sheet.site, work)),
            beside_words: work
                .map(|work| explained(work, labels(&lang).0, "desk-beside"))
                .unwrap_or_default(),
            downloads: download::of_page(sheet.site, &sheet.view)
                .into_iter()
                .map(|(label, address)| Link {
                    href: views::root_link(&address),
                    words: labels(&lang).0.get(label).to_owned(),
                })
                .collect(),
            behind: sheet.behind,
            draft: sheet.view.texts(sheet.site).iter().any(|text| text.front.draft),
            ..Self::empty(&lang, sheet.own.iter().chain(&sheet.elsewhere))
        }
    }

    /// What is to be said while there is no site.
    pub fn without_site(findings: &[Finding]) -> Self {
        let lang = interface();
        let elsewhere = findings.iter().map(|finding| Item::bare(finding, &lang)).collect();
        Self { elsewhere, why: "desk-no-site", ..Self::empty(&lang, findings.iter()) }
    }

    fn empty<'f>(lang: &Lang, findings: impl Iterator<Item = &'f Finding>) -> Self {
        let (labels, lang) = labels(lang);
        let severities: Vec<Severity> = findings.map(|finding| finding.severity).collect();
        let errors = severities.iter().filter(|severity| **severity == Severity::Error).count();
        let numbers = [("count", severities.len().into()), ("errors", errors.into())];
        let count = match (severities.len(), errors) {
            (0, _) => Some(labels.get("desk-clean").to_owned()),
            (_, 0) => labels.format("desk-count", &numbers),
            _ => labels.format("desk-count-errors", &numbers),
        };
        Self {
            dir: lang.direction().attribute(),
            lang: lang.to_string(),
            labels: labels.fixed(),
            count: count.unwrap_or_default(),
            weight: severities.iter().max().map_or("clean", |severity| severity.word()),
            own: Vec::new(),
            elsewhere: Vec::new(),
            coverage: None,
            beside_words: String::new(),
            beside: None,
            downloads: Vec::new(),
            behind: false,
            draft: false,
            why: "desk-no-page",
        }
    }

    /// The blocks that findings speak of, by their `data-source`, with the weight of the heaviest.
    pub fn marked(&self) -> BTreeMap<String, &'static str> {
        let mut blocks: BTreeMap<String, Severity> = BTreeMap::new();
        for item in &self.own {
            let Some(source) = &item.source else { continue };
            let heaviest = blocks.entry(source.clone()).or_insert(item.severity);
            *heaviest = item.severity.max(*heaviest);
        }
        blocks.into_iter().map(|(source, severity)| (source, severity.word())).collect()
    }

    /// Why an earlier reading is shown, to stand above it.
    pub fn notice(&self) -> Option<String> {
        self.behind.then(|| super::fill("notice.html", self))
    }
}

fn heaviest_first(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by_key(|item| std::cmp::Reverse(item.severity));
    items
}

impl Item {
    /// A finding on a page with these blocks.
    pub fn new(finding: &Finding, site: &Site, lang: &Lang, places: &[Place]) -> Self {
        let (file, line) = (finding.place.path(), finding.place.position().line);
        let of_file = || places.iter().filter(|place| place.file == file);
        // The last block that begins at or above the finding holds it; what is above all is in the front matter.
        let block = of_file().filter(|place| place.line <= line).max_by_key(|place| place.line);
        let top = || of_file().next().map(|_| "#main".to_owned());
        let rule = site.renderer().rule_address(finding.rule);
        Self {
            href: block.map(Place::fragment).or_else(top),
            source: block.map(Place::source),
            rule_href: rule.map(|(address, id)| format!("{}#{id}", views::root_link(&address))),
            ..Self::bare(finding, lang)
        }
    }

    fn bare(finding: &Finding, lang: &Lang) -> Self {
        let (labels, _) = labels(lang);
        let at = finding.place.position();
        let place = match finding.place {
            finding::Place::Source(..) => {
                labels.format("desk-place", &[("line", at.line.into()), ("column", at.column.into())])
            }
            finding::Place::File(_) | finding::Place::Byte(..) => None,
        };
        let weight = ["desk-note", "desk-warning", "desk-error"][finding.severity as usize];
        Self {
            severity: finding.severity,
            weight: finding.severity.word(),
            weight_words: labels.get(weight).to_owned(),
            message: marked(&visible(&finding.message)),
            help: marked(&finding.help),
            rule: finding.rule,
            rule_href: None,
            file: visible(finding.place.path()).into_owned(),
            place,
            href: None,
            source: None,
        }
    }
}

impl Bar {
    fn new(coverage: &Coverage, labels: &Labels) -> Option<Self> {
        let counts = coverage.counts();
        let done = counts.covered + counts.left_out;
        let numbers = [
            ("required", counts.required.into()),
            ("covered", counts.covered.into()),
            ("left", counts.left_out.into()),
            ("missing", (counts.required - done).into()),
        ];
        let bar = Self {
            short: labels.format("desk-coverage-short", &numbers)?,
            words: labels.format("desk-coverage-words", &numbers)?,
            done,
            required: counts.required,
        };
        (bar.required > 0).then_some(bar)
    }
}
