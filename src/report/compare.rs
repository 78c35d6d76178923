//! Two reports of findings compared: what is new, what is mended, what stands.
//!
//! In: two outputs of `curbcut check --format json`. Out: the difference, as text, as Markdown for a comment of a pull request, or as JSON. A
//! finding is known by its file, its rule and the words at its place, so one whose line moved stands. What one of the two did not look for,
//! as a text with errors kept it from making pages, is neither new nor mended. Refused: what is no such report. Words of the reports stand in code spans in Markdown: they call nobody and make no markup.

mod reported;

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;

use serde::Serialize;

use crate::count::{counted, is_or_are};
use crate::hidden::visible;
use crate::source::slice;
pub use reported::{Report, Reported, Weight, read};

/// The first line of the comment, by which the next one finds it.
pub const MARK: &str = "<!-- curbcut compare -->";

/// So many findings are listed one by one in a comment: services refuse long ones.
const MOST_LISTED: usize = 50;

/// So many characters of a path or a message stand in a comment.
const LONGEST: usize = 300;

/// The difference of two reports.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What was not there, or weighs more than it did.
    pub new: Vec<Reported>,
    /// What is there no more.
    pub mended: Vec<Reported>,
    /// What was there and is.
    pub standing: Vec<Reported>,
    /// What only one of the two looked for: whether it is new or mended is not known.
    pub unknown: Vec<Reported>,
}

impl Difference {
    /// Compares two reports. What left one file and came to another with the same words stands: the file was moved.
    pub fn of(before: Report, after: Report) -> Self {
        let mut difference = Self::default();
        let (came, comes) = (before.reached, after.reached);
        let (before, after) = (before.findings, after.findings);
        let in_its_file = |one: &Reported| (one.path.clone(), one.rule.clone(), one.digest.clone());
        let (before, after) = difference.pair(before, after, in_its_file);
        let anywhere = |one: &Reported| (String::new(), one.rule.clone(), one.digest.clone());
        let (before, after) = difference.pair(before, after, anywhere);
        for one in before {
            if comes.looks_for(&one.rule) { &mut difference.mended } else { &mut difference.unknown }
                .push(one);
        }
        for one in after {
            if came.looks_for(&one.rule) { &mut difference.new } else { &mut difference.unknown }.push(one);
        }
        // An entry that came together with what it is of does not make that old.
        difference.new.iter_mut().for_each(Reported::weigh_by_itself);
        let by_place = |one: &Reported| (one.path.clone(), one.line, one.column);
        difference.new.sort_by_key(|one| (std::cmp::Reverse(one.severity), by_place(one)));
        difference.mended.sort_by_key(by_place);
        difference.unknown.sort_by_key(by_place);
        difference.standing.sort_by_key(by_place);
        difference
    }

    /// Takes out of both what has the same key; returns what is left of each.
    fn pair(
        &mut self,
        before: Vec<Reported>,
        after: Vec<Reported>,
        key: impl Fn(&Reported) -> (String, String, String),
    ) -> (Vec<Reported>, Vec<Reported>) {
        let mut waiting: BTreeMap<_, VecDeque<Reported>> = BTreeMap::new();
        before.into_iter().for_each(|one| waiting.entry(key(&one)).or_default().push_back(one));
        let mut left = Vec::new();
        for one in after {
            let Some(old) = waiting.get_mut(&key(&one)).and_then(VecDeque::pop_front) else {
                left.push(one);
                continue;
            };
            // What it stands for and is not listed may have grown, and what may stand may be overdue.
            match one.severity > old.severity || one.more > old.more {
                true => self.new.push(one),
                false => self.standing.push(one),
            }
        }
        (waiting.into_values().flatten().collect(), left)
    }

    /// Whether something new must be mended.
    pub fn has_new_errors(&self) -> bool {
        self.new.iter().any(|one| one.severity == Weight::Error)
    }

    /// One sentence.
    fn summary(&self) -> String {
        let errors = self.new.iter().filter(|one| one.severity == Weight::Error).count();
        let errors = match errors {
            0 => String::new(),
            errors => format!(" ({})", counted(errors, "error")),
        };
        let unknown = match self.unknown.len() {
            0 => String::new(),
            unknown => format!(", {unknown} unknown"),
        };
        format!(
            "{}{errors}, {} mended, {} as before{unknown}",
            counted(self.new.len(), "new finding"),
            self.mended.len(),
            self.standing.len()
        )
    }

    /// Why something is unknown.
    fn why_unknown(&self) -> Option<String> {
        let unknown = self.unknown.len();
        (unknown > 0).then(|| {
            format!(
                "{} {} unknown: one of the two checks did not come so far, as it found errors before. Mend these first.",
                counted(unknown, "finding"),
                is_or_are(unknown)
            )
        })
    }

    /// For people at a terminal.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for (title, findings) in [("New", &self.new), ("Mended", &self.mended)] {
            if findings.is_empty() {
                continue;
            }
            let _ = writeln!(out, "{title}\n");
            for one in findings {
                let Reported { path, line, column, rule, severity, message, help, more, .. } = one;
                let _ = writeln!(
                    out,
                    "{}[{rule}]: {path}, line {line}, column {column}: {message}",
                    severity.word()
                );
                if title == "New" && !help.is_empty() {
                    let _ = writeln!(out, "  help: {help}");
                }
                if *more > 0 {
                    let _ = writeln!(
                        out,
                        "  {} of this rule in this file not listed",
                        counted(*more as usize, "finding")
                    );
                }
            }
            out.push('\n');
        }
        if let Some(why) = self.why_unknown() {
            let _ = writeln!(out, "{why}\n");
        }
        let _ = writeln!(out, "{}", self.summary());
        out
    }

    /// For a comment of a pull request.
    pub fn markdown(&self) -> String {
        let mut out = format!("{MARK}\n### Curbcut: {}\n", self.summary());
        list(&mut out, "New", &self.new, true);
        list(&mut out, "Mended", &self.mended, false);
        if let Some(why) = self.why_unknown() {
            let _ = writeln!(out, "\n{why}");
        }
        out
    }
}

fn list(out: &mut String, title: &str, findings: &[Reported], with_help: bool) {
    if findings.is_empty() {
        return;
    }
    let _ = write!(out, "\n**{title}**\n\n");
    for Reported { path, line, rule, severity, message, help, .. } in findings.iter().take(MOST_LISTED) {
        let _ = writeln!(
            out,
            "- {} {}, line {line}: {} ({})",
            severity.word(),
            code(path),
            code(message),
            code(rule)
        );
        if with_help && !help.is_empty() {
            let _ = writeln!(out, "  {}", code(help));
        }
    }
    if let Some(others @ 1..) = findings.len().checked_sub(MOST_LISTED) {
        let _ = writeln!(
            out,
            "- and {} that {} not listed here",
            counted(others, "more finding"),
            is_or_are(others)
        );
    }
}

/// Words in a code span, in which nothing is markup, calls anybody or leads anywhere.
fn code(words: &str) -> String {
    let shown = visible(words);
    let mut shown: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = shown.char_indices().nth(LONGEST) {
        shown = format!("{}…", slice(&shown, ..end));
    }
    let (mut longest, mut run) = (0, 0);
    for c in shown.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let marks = "`".repeat(longest + 1);
    // A blank at both ends is taken off again, and one is needed beside a backquote. Nothing is no code span.
    match shown.is_empty() {
        true => "` `".to_owned(),
        false => format!("{marks} {shown} {marks}"),
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::reported::Known;
    use super::*;
    use crate::report::Reached;

    fn one(path: &str, line: u32, severity: Weight, digest: &str) -> Reported {
        Reported {
            path: path.to_owned(),
            line,
            column: 1,
            rule: "a11y/missing-alt".to_owned(),
            severity,
            message: "没有替代文字".to_owned(),
            help: "写上。".to_owned(),
            more: 0,
            unlisted: Vec::new(),
            digest: digest.to_owned(),
            known: None,
        }
    }

    fn report(findings: Vec<Reported>) -> Report {
        Report { reached: Reached::Pages, findings }
    }

    #[test]
    fn what_one_of_the_two_did_not_look_for_is_unknown() {
        let of = |rule: &str| Reported { rule: rule.to_owned(), ..one("甲.md", 1, Weight::Error, rule) };
        let whole = || report(vec![of("html/dead-link"), of("a11y/missing-alt"), of("template/lost-words")]);
        let cut = |reached, findings| Report { reached, findings };
        let sums = |before, after| {
            let difference = Difference::of(before, after);
            (
                difference.new.len(),
                difference.mended.len(),
                difference.standing.len(),
                difference.unknown.len(),
            )
        };
        let broken = || vec![of("markdown/lost-words"), of("a11y/missing-alt")];
        assert_eq!(sums(whole(), cut(Reached::Texts, broken())), (1, 0, 1, 2));
        assert_eq!(sums(cut(Reached::Texts, broken()), whole()), (0, 1, 1, 2));
        assert_eq!(sums(whole(), cut(Reached::Settings, vec![of("config/wrong")])), (1, 0, 0, 3));
        assert_eq!(sums(whole(), whole()), (0, 0, 3, 0));
        let text = Difference::of(whole(), cut(Reached::Texts, broken())).text();
        assert!(text.ends_with("\n\n1 new finding (1 error), 0 mended, 1 as before, 2 unknown\n"), "{text}");
    }

    #[test]
    fn an_error_that_brings_its_own_entry_is_new() {
        let known = |overdue| Reported {
            known: Some(Known {
                severity: Weight::Error,
                by: "易读组".to_owned(),
                until: "2027-06-30".to_owned(),
                overdue,
            }),
            ..one("甲.md", 3, Weight::Note, "a")
        };
        let difference = Difference::of(report(vec![]), report(vec![known(false)]));
        assert_eq!((difference.new[0].severity, difference.has_new_errors()), (Weight::Error, true));
        // What was there before and is written down now stands.
        let before = || report(vec![one("甲.md", 3, Weight::Error, "a")]);
        let difference = Difference::of(before(), report(vec![known(false)]));
        assert_eq!((difference.new.len(), difference.standing.len()), (0, 1));
    }

    #[test]
    fn what_moved_stands_and_what_is_more_is_new() {
        let before = vec![
            one("甲.md", 3, Weight::Error, "a"),
            one("甲.md", 5, Weight::Error, "a"),
            one("乙.md", 1, Weight::Note, "b"),
            one("旧.md", 1, Weight::Error, "c"),
            one("甲.md", 9, Weight::Error, "d"),
        ];
        let after = vec![
            one("甲.md", 30, Weight::Error, "a"),
            one("甲.md", 50, Weight::Error, "a"),
            one("甲.md", 70, Weight::Error, "a"),
            one("乙.md", 1, Weight::Error, "b"),
            one("新.md", 1, Weight::Error, "c"),
        ];
        let difference = Difference::of(report(before), report(after));
        let lines = |findings: &[Reported]| {
            findings.iter().map(|one| (one.path.clone(), one.line)).collect::<Vec<_>>()
        };
        assert_eq!(lines(&difference.new), [("乙.md".to_owned(), 1), ("甲.md".to_owned(), 70)]);
        assert_eq!(lines(&difference.mended), [("甲.md".to_owned(), 9)]);
        assert_eq!(difference.standing.len(), 3);
        assert!(difference.has_new_errors());
        assert_eq!(difference.summary(), "2 new findings (2 errors), 1 mended, 3 as before");
        assert!(
            !Difference::of(report(vec![one("甲", 1, Weight::Error, "a")]), report(vec![])).has_new_errors()
        );
    }

    #[test]
    fn hostile_words_stay_words_in_a_comment() {
        let mut hostile = one("a|b`@octocat/`x.md", 1, Weight::Error, "a");
        hostile.message =
            "@octocat <img src=x onerror=1> ``#1`` [x](javascript:y) | --> \n## no <!--".to_owned();
        hostile.help = "``` `@all` \u{202e}".to_owned();
        hostile.rule = "`".repeat(5);
        let markdown = Difference::of(report(vec![]), report(vec![hostile.clone(), hostile])).markdown();
        let body = markdown.strip_prefix(MARK).unwrap();
        let mut outside = String::new();
        for event in Parser::new_ext(body, Options::all()) {
            match event {
                Event::Text(words) => outside.push_str(&words),
                Event::Html(html) | Event::InlineHtml(html) => panic!("{html}"),
                Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => panic!("{body}"),
                _ => {}
            }
        }
        assert!(!outside.contains(['@', '#', '|', '<', '`']), "{outside}");
        assert!(!markdown.contains('\u{202e}'));
    }

    #[test]
    fn a_comment_is_not_too_long() {
        let long = Reported { message: "长".repeat(100_000), ..one("甲.md", 1, Weight::Error, "a") };
        let markdown = Difference::of(report(vec![]), report(vec![long; 1_000])).markdown();
        assert!(markdown.chars().count() < 65_536, "{}", markdown.chars().count());
        assert!(markdown.contains("and 950 more findings that are not listed here"));
    }
}
