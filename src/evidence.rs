//! What a build can prove of the site: the result of every rule, and what people recorded.
//!
//! In: the findings of the texts and of the finished pages, and what there was to judge. Out: one [`RuleResult`] a
//! rule, for the accessibility statement and for the report that programs read. A rule that only suspects never says
//! “passed”, one without anything to judge is inapplicable, and what only people can judge stays untested until they
//! recorded it.

mod debts;
mod earl;

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::{self, PageAudit};
use crate::check::{Applies, Checked, Ledger, applicability, rules};
use crate::config::accessibility::{Assessment, Compliance};
use crate::finding::{Finding, OfPage};
use crate::library::Library;
use crate::review::{ReviewStatus, Status};

pub use debts::{KnownDebt, allowed_failures, by_criterion};
pub use earl::json;

/// The path of the report in the site.
pub const REPORT: &str = "accessibility/report.json";

/// So many files are named for a rule that failed.
const MOST_FILES: usize = 20;

/// How a rule came out: the outcomes of EARL 1.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It is kept everywhere.
    Passed,
    /// It is broken somewhere.
    Failed,
    /// A person must look.
    CannotTell,
    /// There is nothing it could judge.
    Inapplicable,
    /// Nobody tried.
    Untested,
}

impl Outcome {
    /// Every outcome, in the order tables show them.
    pub const ALL: [Self; 5] =
        [Self::Passed, Self::Failed, Self::CannotTell, Self::Inapplicable, Self::Untested];

    /// The name EARL has for it.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Passed => "passed",
            Outcome::Failed => "failed",
            Outcome::CannotTell => "cantTell",
            Outcome::Inapplicable => "inapplicable",
            Outcome::Untested => "untested",
        }
    }
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// The texts, before pages are made of them.
    Texts,
    /// The finished pages.
    Pages,
}

/// What came out for one rule.
#[derive(Debug, Clone)]
pub struct RuleResult {
    /// The rule's name.
    pub rule: &'static str,
    /// What it looks at.
    pub stage: Stage,
    /// How it came out.
    pub outcome: Outcome,
    /// How often it found something.
    pub findings: usize,
    /// How often what it found was allowed with a written reason.
    pub allowed: usize,
    /// The first files a failure is in.
    pub files: BTreeSet<String>,
    /// The ACT rules of the W3C that came out so, by their ids.
    pub act: BTreeSet<&'static str>,
    /// Whether all that was found is what no standard asks for.
    pub house: bool,
}

/// What readers with intellectual disabilities did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Readings {
    /// Easy-read versions.
    pub versions: usize,
    /// Those whose words and pictures of today were tested.
    pub tested: usize,
}

/// What is known of a site.
#[derive(Debug)]
pub struct Evidence {
    /// The result of every rule, by name.
    pub results: Vec<RuleResult>,
    /// How many texts were checked.
    pub texts: usize,
    /// How many finished pages were audited.
    pub pages: usize,
    /// Which easy-read versions were tested by readers.
    pub readings: Readings,
    /// The site's address, if it is known.
    pub address: Option<String>,
    /// The site's title in its main language.
    pub title: String,
    /// An assessment by people, if one is recorded.
    pub assessment: Option<Assessment>,
    /// What is known not to meet a requirement and is to be mended later.
    pub debts: Vec<KnownDebt>,
}

impl Evidence {
    /// What the texts and the pages by themselves show. `audited` are the findings of the pages.
    pub fn new(library: &Library, checked: &Checked, pages: &[PageAudit], audited: &[Finding]) -> Self {
        let found = Tally::of(checked.findings.iter().chain(audited));
        let on_pages = pages.iter().fold(audit::TestTargets::default(), |all, page| all.with(page.targets()));
        let allowed = |rule: &str| checked.ledger.counts().get(rule).copied().unwrap_or(0);
        let of_texts = rules::RULES.iter().map(|rule| {
            let allowed = allowed(rule.name);
            let applies = match rule.applies {
                Applies::Every => applicability::TestTarget::Text,
                Applies::Official => applicability::TestTarget::Official,
                Applies::Rendered => applicability::TestTarget::Rendered,
                Applies::Resolution | Applies::Numbered => applicability::TestTarget::Numbered,
                Applies::EasyRead => applicability::TestTarget::EasyRead,
            };
            let sure = applicability::sure_of(rule.name);
            let case = Case {
                judged: checked.judged.has(sure.unwrap_or(applies)),
                heuristic: sure.is_none(),
                broken: found.count(rule.name) + allowed > 0,
            };
            found.result(RuleResult::new(rule.name, Stage::Texts, case.outcome(), allowed))
        });
        let of_pages = audit::rules::RULES.iter().map(|rule| {
            let allowed = allowed(rule.name);
            let case = Case {
                judged: on_pages.has(rule.judges),
                heuristic: rule.is_heuristic(),
                broken: found.count(rule.name) + allowed > 0,
            };
            let mut result = RuleResult::new(rule.name, Stage::Pages, case.outcome(), allowed);
            // Of a rule that fails, only what was found says which ACT rules fail.
            if result.outcome != Outcome::Failed {
                result.act.extend(rule.act);
            }
            found.result(result)
        });
        let mut results: Vec<RuleResult> = of_texts.chain(of_pages).collect();
        results.sort_by_key(|result| result.rule);
        Self {
            results,
            texts: checked.texts,
            pages: pages.len(),
            readings: readings(library),
            address: library.config.site.base_url.clone(),
            title: library.config.title.clone(),
            assessment: library.config.accessibility.assessment.clone(),
            debts: by_criterion(checked.ledger.debts().standing()),
        }
    }

    /// Adds what only the whole site shows; `allowed` are the rules that were broken there with a written reason, `ledger` knows what may
    /// stand.
    pub fn add(&mut self, findings: &[Finding], allowed: &[&str], ledger: &Ledger) {
        self.debts = by_criterion(ledger.debts().standing());
        let found = Tally::of(findings);
        for result in &mut self.results {
            let allowed = allowed.iter().filter(|rule| **rule == result.rule).count();
            if found.count(result.rule) + allowed == 0 {
                continue;
            }
            result.allowed += allowed;
            if result.outcome != Outcome::CannotTell && result.outcome != Outcome::Failed {
                result.outcome = Outcome::Failed;
                result.act.clear();
            }
            *result = found.result(result.clone());
        }
    }

    /// How many rules of a stage came out so.
    pub fn count(&self, stage: Stage, outcome: Outcome) -> usize {
        self.results.iter().filter(|result| result.stage == stage && result.outcome == outcome).count()
    }

    /// How many checks by people came out so: the assessment, and the readings.
    pub fn count_by_people(&self, outcome: Outcome) -> usize {
        [self.assessed(), self.read()].into_iter().filter(|came_out| *came_out == outcome).count()
    }

    /// How the assessment by people came out.
    pub fn assessed(&self) -> Outcome {
        match self.assessment.as_ref().map(|assessment| assessment.status) {
            None => Outcome::Untested,
            Some(Compliance::Full) => Outcome::Passed,
            Some(Compliance::Partial | Compliance::None) => Outcome::Failed,
        }
    }

    /// How the readings by people with intellectual disabilities came out.
    pub fn read(&self) -> Outcome {
        match self.readings {
            Readings { versions: 0, .. } => Outcome::Inapplicable,
            Readings { versions, tested } if tested == versions => Outcome::Passed,
            _ => Outcome::Untested,
        }
    }
}

/// What decides how a rule comes out.
struct Case {
    judged: bool,
    heuristic: bool,
    broken: bool,
}

impl Case {
    fn outcome(&self) -> Outcome {
        match self {
            // What was found was there to judge.
            Self { judged: false, broken: false, .. } => Outcome::Inapplicable,
            Self { heuristic: true, .. } => Outcome::CannotTell,
            Self { broken: true, .. } => Outcome::Failed,
            _ => Outcome::Passed,
        }
    }
}

impl RuleResult {
    fn new(rule: &'static str, stage: Stage, outcome: Outcome, allowed: usize) -> Self {
        Self {
            rule,
            stage,
            outcome,
            findings: 0,
            allowed,
            files: BTreeSet::new(),
            act: BTreeSet::new(),
            house: false,
        }
    }
}

/// Findings by rule.
struct Tally<'a>(BTreeMap<&'static str, Vec<&'a Finding>>);

impl<'a> Tally<'a> {
    fn of(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut tally = BTreeMap::new();
        for finding in findings {
            tally.entry(finding.rule).or_insert_with(Vec::new).push(finding);
        }
        Self(tally)
    }

    fn count(&self, rule: &str) -> usize {
        self.0.get(rule).map_or(0, Vec::len)
    }

    /// The result with what was found added.
    fn result(&self, mut result: RuleResult) -> RuleResult {
        let findings = self.0.get(result.rule).map_or(&[][..], Vec::as_slice);
        result.findings += findings.len();
        if result.outcome == Outcome::Failed {
            result.act.extend(findings.iter().flat_map(|finding| finding.act));
            result.house = !findings.is_empty() && findings.iter().all(|finding| finding.house);
            // What is published is judged: the page, not the text it was made from.
            let page = |finding: &&'a Finding| match finding.page.as_deref() {
                Some(OfPage::WrittenElsewhere(page) | OfPage::WrittenInTemplate(page)) => page,
                Some(OfPage::MadeFrom(_)) | None => finding.place.path(),
            };
            let files: BTreeSet<&str> = findings.iter().map(page).collect();
            let room = MOST_FILES.saturating_sub(result.files.len());
            result.files.extend(files.into_iter().take(room).map(str::to_owned));
        }
        result
    }
}

fn readings(library: &Library) -> Readings {
    let versions = library.works.iter().filter(|work| work.easy_read.is_some());
    versions.fold(Readings::default(), |sum, work| Readings {
        versions: sum.versions + 1,
        tested: sum.tested
            + usize::from(matches!(ReviewStatus::of(library, work).status, Status::Tested { .. })),
    })
}
