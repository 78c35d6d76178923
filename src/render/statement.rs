//! The accessibility statement of a language: what the site promises, what is known not to work, what was checked and
//! by whom.
//!
//! In: the library and the evidence of the build. Out: one page. Programs never make it say that the site conforms;
//! that needs a recorded assessment by people.

use rayon::prelude::*;

use super::facts::long_date;
use super::frame::FrameParts;
use super::{Page, Renderer, easy_read};
use crate::address::{Address, PageKind};
use crate::audit::criteria::{CRITERIA, Reach};
use crate::config::accessibility::{Compliance, Method, Reason};
use crate::coverage::Counts;
use crate::evidence::{Evidence, KnownDebt, Outcome, REPORT, RuleResult, Stage};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::languages::{Argument, Labels};
use crate::library::Work;
use crate::review::{FEWEST_READERS, ReviewStatus, Status};
use crate::view::{
    Assessment, Coverage, CoverageNumbers, CoverageRow, Date, FoundRow, Limitation, Link, OutcomeRow,
    Results, Statement, StatementPage,
};

/// So many documents are listed one by one; their numbers are on the pages of the others.
const MOST_WORKS: usize = 100;

impl Renderer<'_> {
    /// Where the statement of a language stands.
    pub(super) fn statement_address(&self, lang: &Lang) -> Address {
        let lang = if self.languages.contains(lang) { lang } else { &self.library.config.language };
        self.library.address_of("", lang, PageKind::Accessibility)
    }
}

/// Makes the page; without evidence, as in a preview, it gives no results.
pub fn page(renderer: &Renderer<'_>, lang: &Lang) -> Result<Page, Finding> {
    let labels = renderer.labels(lang);
    let address = renderer.statement_address(lang);
    let title = labels.get("accessibility").to_owned();
    let page = renderer.frame(FrameParts {
        kind: "statement",
        lang,
        address: &address,
        title: title.clone(),
        description: labels.get("accessibility-about").to_owned(),
        alternates: Vec::new(),
        translations: renderer
            .languages
            .iter()
            .map(|lang| (lang.clone(), renderer.statement_address(lang)))
            .collect(),
        trail: vec![(title, address.clone())],
        work: None,
    });
    let writer = StatementWriter { renderer, lang, labels, address: &address };
    let html = renderer.templates.render(
        "statement.html",
        lang,
        &StatementPage { page, statement: writer.statement() },
    )?;
    Ok(Page { address, html })
}

struct StatementWriter<'a> {
    renderer: &'a Renderer<'a>,
    lang: &'a Lang,
    labels: &'a Labels,
    address: &'a Address,
}

impl StatementWriter<'_> {
    fn statement(&self) -> Statement {
        let works: Vec<&Work> =
            self.renderer.library.works.iter().filter(|work| work.lang == *self.lang).collect();
        let asked: Vec<&Work> = works.iter().copied().filter(|work| work.kind().asks_easy_read()).collect();
        let coverage = self.coverage(&asked);
        Statement {
            easy: self.easy(),
            commitment: self.commitment(),
            assessment: self.assessment(),
            limitations: self.limitations(&works, &coverage),
            links: self.links(),
            checked_before: self.word(match self.debts() {
                [] => "accessibility-measure-build",
                _ => "accessibility-measure-build-debt",
            }),
            criteria: self.criteria(),
            results: self.renderer.evidence.map(|evidence| self.results(evidence)),
            coverage,
            newest: self.newest(),
        }
    }

    fn say(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.labels.format(id, arguments).unwrap_or_default()
    }

    fn word(&self, id: &str) -> String {
        self.labels.get(id).to_owned()
    }

    fn easy(&self) -> Vec<String> {
        let config = &self.renderer.library.config;
        let assessed = match config.accessibility.assessment {
            Some(_) => "accessibility-easy-assessed",
            None => "accessibility-easy-not-assessed",
        };
        let mut easy: Vec<String> =
            ["accessibility-easy-aim", "accessibility-easy-program", "accessibility-easy-limits", assessed]
                .map(|id| self.word(id))
                .into();
        if !self.debts().is_empty() {
            easy.push(self.word("accessibility-easy-debt"));
        }
        easy.extend(config.contact(self.lang).map(|_| self.word("accessibility-easy-contact")));
        easy
    }

    fn commitment(&self) -> String {
        match self.renderer.library.config.authors(self.lang) {
            [] => self.word("accessibility-commitment-anonymous"),
            authors => {
                let publisher = authors.join(self.labels.get("list-separator"));
                self.say("accessibility-commitment", &[("publisher", publisher.as_str().into())])
            }
        }
    }

    fn assessment(&self) -> Option<Assessment> {
        let assessment = self.renderer.library.config.accessibility.assessment.as_ref()?;
        let method = match assessment.method {
            Method::Own => "accessibility-method-self",
            Method::ThirdParty => "accessibility-method-third-party",
        };
        let status = match assessment.status {
            Compliance::Full => "accessibility-status-full",
            Compliance::Partial => "accessibility-status-partial",
            Compliance::None => "accessibility-status-none",
        };
        let date = long_date(assessment.date, self.labels);
        let words = [("name", assessment.by.as_str().into()), ("date", date.as_str().into())];
        let with = assessment.with.join(self.labels.get("list-separator"));
        Some(Assessment {
            words: self.say(method, &words),
            status: self.word(status),
            with: self.say("accessibility-with", &[("name", with.as_str().into())]),
        })
    }

    /// What is recorded, and what follows from the texts themselves.
    fn limitations(&self, works: &[&Work], coverage: &Coverage) -> Vec<Limitation> {
        let library = self.renderer.library;
        let recorded = library.config.accessibility.limitations.iter().map(|limitation| {
            let (words, lang) = limitation.words(self.lang, &library.config.language);
            let reason = match limitation.reason {
                Reason::NonCompliance => "accessibility-reason-non-compliance",
                Reason::DisproportionateBurden => "accessibility-reason-burden",
                Reason::OutOfScope => "accessibility-reason-out-of-scope",
            };
            Limitation {
                words: words.to_owned(),
                lang: lang.map(|lang| lang.to_string()),
                reason: Some(self.word(reason)),
            }
        });
        let mut limitations: Vec<Limitation> = recorded.collect();
        let without = works.iter().filter(|work| work.easy_read.is_none() && work.kind().asks_easy_read());
        let untested = works.iter().filter(|work| {
            work.easy_read.is_some()
                && !matches!(ReviewStatus::of(library, work).status, Status::Tested { .. })
        });
        // What has a symbol is the text of a body, and not this site's to word.
        let given = works.iter().filter(|work| work.official.front.symbol.is_some()).count();
        let numbers = [
            ("accessibility-official-texts", given),
            ("accessibility-not-tested", untested.count()),
            ("accessibility-without-easy-read", without.count()),
            ("accessibility-not-covered", coverage.total.missing),
        ];
        limitations.extend(numbers.into_iter().filter(|(_, count)| *count > 0).map(|(id, count)| {
            Limitation {
                words: self.say(id, &[("count", count.into()), ("fewest", FEWEST_READERS.into())]),
                lang: None,
                reason: None,
            }
        }));
        limitations.extend(self.debts().iter().map(|debt| self.known(debt)));
        limitations
    }

    /// What is known not to meet a requirement and is to be mended later; a preview knows nothing of it.
    fn debts(&self) -> &[KnownDebt] {
        self.renderer.evidence.map_or(&[], |evidence| &evidence.debts)
    }

    fn known(&self, debt: &KnownDebt) -> Limitation {
        let until = long_date(debt.until, self.labels);
        let numbers = [("count", debt.places.into()), ("date", until.as_str().into())];
        let words = match debt.criterion {
            Some(criterion) => {
                let number = ("criterion", criterion.number.into());
                self.say("accessibility-debt", &[numbers[0], numbers[1], number])
            }
            None => self.say("accessibility-debt-of-rules", &numbers),
        };
        // The aim is level AA.
        let is_aim = debt.criterion.is_some_and(|criterion| criterion.level != "AAA");
        let reason = is_aim.then(|| self.word("accessibility-reason-non-compliance"));
        Limitation { words, lang: None, reason }
    }

    /// Which requirements the audit can see, in part or whole, and which it cannot.
    fn criteria(&self) -> Vec<String> {
        let sentence = |(reach, id): (Reach, &str)| {
            let numbers = CRITERIA.iter().filter(|criterion| criterion.reach == reach);
            let numbers: Vec<&str> = numbers.map(|criterion| criterion.number).collect();
            let numbers = numbers.join(self.labels.get("list-separator"));
            self.say(id, &[("criteria", numbers.as_str().into())])
        };
        [
            (Reach::Checked, "accessibility-criteria-checked"),
            (Reach::Partly, "accessibility-criteria-partly"),
            (Reach::NotHere, "accessibility-criteria-not-here"),
        ]
        .map(sentence)
        .into()
    }

    /// The pages that `[site] statement-links` names, in the language of the statement or else in the main one.
    fn links(&self) -> Vec<Link> {
        let library = self.renderer.library;
        let folders = library.config.site.statement_links.iter().map(|folder| folder.get_ref().as_str());
        let works = folders.filter_map(|folder| {
            library.work(folder, self.lang).or_else(|| library.work(folder, &library.config.language))
        });
        let link = |work: &Work| Link {
            href: self.address.link_to(&library.address(&work.official)),
            words: work.official.front.title.clone(),
            lang: Some(&work.lang).filter(|lang| *lang != self.lang).map(Lang::to_string),
            current: false,
            around: false,
        };
        works.map(link).collect()
    }

    fn results(&self, evidence: &Evidence) -> Results {
        let name = |outcome: Outcome| self.word(&format!("outcome-{}", outcome.name().to_lowercase()));
        let outcomes = Outcome::ALL.map(|outcome| OutcomeRow {
            name: name(outcome),
            pages: evidence.count(Stage::Pages, outcome),
            texts: evidence.count(Stage::Texts, outcome),
            people: evidence.count_by_people(outcome),
        });
        let with_findings = evidence.results.iter().filter(|result| result.findings + result.allowed > 0);
        let row = |result: &RuleResult| FoundRow {
            rule: result.rule,
            outcome: name(result.outcome),
            findings: result.findings,
            allowed: result.allowed,
        };
        Results {
            extent: self.say(
                "accessibility-extent",
                &[("pages", evidence.pages.into()), ("texts", evidence.texts.into())],
            ),
            outcomes: outcomes.into(),
            found: with_findings.map(row).collect(),
            report: self.address.link_to(&Address::file(REPORT)),
        }
    }

    fn coverage(&self, works: &[&Work]) -> Coverage {
        let counted: Vec<Option<CoverageNumbers>> = works
            .par_iter()
            .map(|work| work.easy_read.as_ref().map(|_| numbers(self.renderer.coverage(work).counts())))
            .collect();
        let total = counted.iter().flatten().copied().fold(CoverageNumbers::default(), sum);
        let rows = works.iter().zip(counted).take(MOST_WORKS).map(|(work, numbers)| CoverageRow {
            title: super::official::full_title(&work.official),
            href: self.address.link_to(&self.renderer.library.address(&work.official)),
            numbers,
            missing: easy_read::missing(work, self.labels),
        });
        Coverage { rows: rows.collect(), others: works.len().saturating_sub(MOST_WORKS), total }
    }

    /// The latest date that any text gives: there is no clock here.
    fn newest(&self) -> Option<Date> {
        let dates = self.renderer.library.documents().filter_map(|document| document.front.date);
        let newest = dates.max()?;
        Some(Date { words: long_date(newest, self.labels), datetime: newest.to_string() })
    }
}

fn numbers(counts: Counts) -> CoverageNumbers {
    let Counts { required, covered, left_out } = counts;
    CoverageNumbers { required, covered, left_out, missing: required.saturating_sub(covered + left_out) }
}

fn sum(one: CoverageNumbers, other: CoverageNumbers) -> CoverageNumbers {
    CoverageNumbers {
        required: one.required + other.required,
        covered: one.covered + other.covered,
        left_out: one.left_out + other.left_out,
        missing: one.missing + other.missing,
    }
}
