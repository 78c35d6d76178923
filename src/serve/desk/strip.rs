//! What the strip says: the page's findings with their places, and how much is explained.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Sheet, anchors, interface, labels};
use crate::coverage::Coverage;
use crate::finding::{Finding, Place, Severity};
use crate::lang::Lang;
use crate::languages::Labels;
use crate::render::Job;

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
    behind: bool,
    draft: bool,
    /// Why there is nothing but the desk.
    why: Option<&'static str>,
}

/// One finding.
#[derive(Serialize)]
struct Item {
    #[serde(skip)]
    severity: Severity,
    weight: &'static str,
    weight_words: String,
    message: String,
    help: String,
    rule: &'static str,
    file: String,
    place: Option<String>,
    /// Where on the page it is.
    href: Option<String>,
    #[serde(skip)]
    line: Option<u32>,
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
    pub fn new(sheet: &Sheet<'_>, places: &[anchors::Place]) -> Self {
        let work = match sheet.job {
            Some(Job::Official(work) | Job::EasyRead(work, _)) => Some(work),
            _ => None,
        };
        let text = sheet.text_path();
        let item = |finding: &Finding| Item::new(finding, &sheet.lang(), text, places);
        let (labels, _) = labels(&sheet.lang());
        let draft = match sheet.job {
            Some(Job::Official(work)) => work.official.front.draft,
            Some(Job::EasyRead(work, easy)) => work.official.front.draft || easy.front.draft,
            Some(Job::Section(section)) => section.front.draft,
            _ => false,
        };
        Self {
            own: sheet.own.iter().map(item).collect(),
            elsewhere: sheet.elsewhere.iter().map(item).collect(),
            coverage: work.and_then(|work| Bar::new(&Coverage::of(work), labels)),
            beside: work.filter(|work| work.easy_read.is_some()).map(|work| {
                let mut href = String::from(super::FOLDER);
                href.push_str("beside/");
                crate::address::encode_path(sheet.site.library.address(&work.official).folder(), &mut href);
                href
            }),
            behind: sheet.behind,
            draft,
            ..Self::empty(&sheet.lang(), sheet.own.iter().chain(&sheet.elsewhere))
        }
    }

    /// What is to be said while there is no site.
    pub fn without_site(findings: &[Finding]) -> Self {
        let lang = interface();
        let elsewhere = findings.iter().map(|finding| Item::new(finding, &lang, None, &[])).collect();
        Self { elsewhere, why: Some("desk-no-site"), ..Self::empty(&lang, findings.iter()) }
    }

    fn empty<'f>(lang: &Lang, findings: impl Iterator<Item = &'f Finding>) -> Self {
        let (labels, lang) = labels(lang);
        let severities: Vec<Severity> = findings.map(|finding| finding.severity).collect();
        let errors = severities.iter().filter(|severity| **severity == Severity::Error).count();
        let count = match (severities.len(), errors) {
            (0, _) => labels.word("desk-clean").map(str::to_owned),
            (all, 0) => labels.format("desk-count", &[("count", all.into())]),
            (all, errors) => {
                labels.format("desk-count-errors", &[("count", all.into()), ("errors", errors.into())])
            }
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
            beside: None,
            behind: false,
            draft: false,
            why: Some("desk-no-page"),
        }
    }

    /// The lines that findings lead to, with the weight of the heaviest.
    pub fn marked(&self) -> BTreeMap<u32, &'static str> {
        let mut lines: BTreeMap<u32, Severity> = BTreeMap::new();
        for item in &self.own {
            let Some(line) = item.line else { continue };
            let heaviest = lines.entry(line).or_insert(item.severity);
            *heaviest = item.severity.max(*heaviest);
        }
        lines.into_iter().map(|(line, severity)| (line, severity.word())).collect()
    }

    /// Why an earlier reading is shown, to stand above it.
    pub fn notice(&self) -> Option<String> {
        self.behind.then(|| super::fill("notice.html", self))
    }
}

impl Item {
    fn new(finding: &Finding, lang: &Lang, text: Option<&str>, places: &[anchors::Place]) -> Self {
        let (labels, _) = labels(lang);
        let at = finding.place.position();
        // The last block that begins at or above the finding holds it; what is above all is in the front matter.
        let is_here = text == Some(finding.place.path());
        let above = places.iter().filter(|place| place.line <= at.line);
        let block = above.max_by_key(|place| place.line).filter(|_| is_here);
        let place = match finding.place {
            Place::Source(..) => {
                labels.format("desk-place", &[("line", at.line.into()), ("column", at.column.into())])
            }
            Place::File(_) | Place::Byte(..) => None,
        };
        Self {
            severity: finding.severity,
            weight: finding.severity.word(),
            weight_words: labels
                .get(["desk-note", "desk-warning", "desk-error"][finding.severity as usize])
                .to_owned(),
            message: finding.message.clone(),
            help: finding.help.clone(),
            rule: finding.rule,
            file: finding.place.path().to_owned(),
            place,
            href: match block {
                Some(block) => Some(block.fragment()),
                None => is_here.then(|| "#main".to_owned()),
            },
            line: block.map(|block| block.line),
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
        Some(Self {
            short: labels.format("desk-coverage-short", &numbers)?,
            words: labels.format("desk-coverage-words", &numbers)?,
            done,
            required: counts.required,
        })
        .filter(|bar| bar.required > 0)
    }
}
