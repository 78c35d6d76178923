//! The samples of a language: what its words and patterns must find, and must not.
//!
//! In: `samples.md` of the language's folders. A heading is the name of a rule; each line under it is a sentence of an easy-read
//! text, in which the rule must find what stands between `⟦` and `⟧`, and nothing else. Under the heading `import` a block
//! of `text` is what is imported, and each line of the block of `markdown` after it must stand in the result, in this order. Under
//! the heading `follow-up` a block of `text` holds operative paragraphs, and the block of `tasks` after it all that they ask for.
//! Out: findings at the lines that are not as they say.

use std::ops::Range;
use std::sync::Arc;

use crate::check::{self, rules};
use crate::config::{self, Config};
use crate::content::{Input, Role};
use crate::finding::{Finding, Place, Severity};
use crate::follow_up;
use crate::import::{self, import_in};
use crate::lang::Lang;
use crate::languages::{Language, Languages};
use crate::library::{Library, Parts};
use crate::parse;
use crate::source::{Source, slice};

/// A sample that is not as it says.
const FAILED: &str = "language/failed-sample";

/// The heading above samples of import.
const IMPORT: &str = "import";

/// The heading above samples of what paragraphs ask for.
const FOLLOW_UP: &str = "follow-up";

/// What the samples of a language say, and how many there are.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Sentences and imports.
    pub samples: usize,
    /// Those that are not as they say.
    pub findings: Vec<Finding>,
}

/// Runs all samples of a language.
pub fn run(languages: &Arc<Languages>, language: &Language) -> Outcome {
    let mut outcome = Outcome::default();
    for source in language.samples() {
        let lang = language.lang();
        Samples { languages, lang: &lang, source: &source, outcome: &mut outcome }.run();
    }
    outcome
}

struct Samples<'a> {
    languages: &'a Arc<Languages>,
    lang: &'a Lang,
    source: &'a Arc<Source>,
    outcome: &'a mut Outcome,
}

/// A block of an import: where it begins, and its text.
type Block<'t> = (usize, &'t str);

impl Samples<'_> {
    fn run(&mut self) {
        let source = self.source.clone();
        let text = source.text();
        let (mut heading, mut at) = ("", 0);
        let mut given: Option<Block<'_>> = None;
        let mut lines = text.split_inclusive('\n');
        while let Some(line) = lines.next() {
            let (start, words) = (at, line.trim_end());
            at += line.len();
            if let Some(kind) = words.strip_prefix("```") {
                let from = at;
                at += lines.by_ref().take_while(|line| line.trim_end() != "```").map(str::len).sum::<usize>();
                let block = (from, slice(text, from..at));
                at = (at + "```\n".len()).min(text.len());
                match (heading, kind, given) {
                    (IMPORT | FOLLOW_UP, "text", _) => given = Some(block),
                    (IMPORT, "markdown", Some(given)) => self.import(given, block),
                    (FOLLOW_UP, "tasks", Some(given)) => self.follow_up(given, block),
                    _ => self.fail(start..start + words.len(), "this block is no sample".to_owned()),
                }
            } else if let Some(name) = words.strip_prefix("## ") {
                (heading, given) = (name.trim(), None);
                if !Self::has_blocks(heading) && !rules::RULES.iter().any(|rule| rule.name == heading) {
                    self.fail(start..start + words.len(), format!("there is no rule “{heading}”"));
                    heading = "";
                }
            } else if !heading.is_empty() && !Self::has_blocks(heading) && !words.trim().is_empty() {
                self.sentence(heading, (start, words));
            }
        }
    }

    /// Whether samples under this heading stand in blocks.
    fn has_blocks(heading: &str) -> bool {
        [IMPORT, FOLLOW_UP].contains(&heading)
    }

    fn fail(&mut self, place: Range<usize>, message: String) {
        self.outcome.findings.push(
            Finding::new(FAILED, Severity::Error, Place::Source(self.source.clone(), place.into()), message)
                .help("Mend the words and patterns of the language, or the sample."),
        );
    }

    /// One line under the name of a rule.
    fn sentence(&mut self, rule: &str, (start, line): Block<'_>) {
        self.outcome.samples += 1;
        // Where each byte of the sentence without its marks stands in the file.
        let (mut sentence, mut places, mut wanted, mut open) = (String::new(), Vec::new(), Vec::new(), None);
        for (at, c) in line.char_indices() {
            match c {
                '⟦' => open = Some(sentence.len()),
                '⟧' => wanted.extend(open.take().map(|from| from..sentence.len())),
                c => {
                    places.extend((0..c.len_utf8()).map(|byte| start + at + byte));
                    sentence.push(c);
                }
            }
        }
        places.push(start + line.len());
        let place = |range: &Range<usize>| {
            let first = places.get(range.start).copied().unwrap_or(start);
            let last =
                range.end.checked_sub(1).and_then(|last| places.get(last)).map_or(first, |last| last + 1);
            first..last.max(first)
        };
        let found = self.found(rule, &sentence);
        for missed in wanted.iter().filter(|wanted| !found.contains(wanted)) {
            let message = format!("{rule} does not find “{}”", slice(&sentence, missed.clone()));
            self.fail(place(missed), message);
        }
        for other in found.iter().filter(|found| !wanted.contains(found)) {
            let message = format!("{rule} finds “{}”", slice(&sentence, other.clone()));
            self.fail(place(other), message);
        }
    }

    /// What a rule finds in a sentence of an easy-read text.
    fn found(&self, rule: &str, sentence: &str) -> Vec<Range<usize>> {
        let head = "---\ntitle: ·\nabout: ·\n---\n\n";
        let read = |role, name: &str, text: String| {
            let source = Arc::new(Source::new(format!("content/a/{name}"), text));
            let input = Input { source, role, slug: "a".into(), lang: self.lang.clone() };
            (role, Arc::new(parse::parse(&input, self.languages).0))
        };
        let easy = read(Role::EasyRead, "easy-read.md", format!("{head}{sentence}\n"));
        let official = read(Role::Official, "index.md", "---\ntitle: ·\nsummary: ·\n---\n\n·\n".to_owned());
        let book =
            Source::new(config::FILE, format!("[book]\ntitle = \"·\"\nlanguage = \"{}\"\n", self.lang));
        let Ok(config) = Config::read(&Arc::new(book)) else { return Vec::new() };
        let document = easy.1.clone();
        let parts = Parts {
            config,
            language_data: self.languages.clone(),
            documents: vec![official, easy],
            pictures: Arc::default(),
            glossaries: Default::default(),
            reviews: Default::default(),
            follow_ups: Default::default(),
            assets: Arc::default(),
            tracks: Default::default(),
            withheld: Default::default(),
            collections: Default::default(),
            baseline: Arc::default(),
            today: Default::default(),
        };
        let library = Library::new(parts, &mut Vec::new());
        let findings = check::text(&library, &document);
        let of_rule = findings.iter().filter(|finding| finding.rule == rule);
        let span = |finding: &Finding| match &finding.place {
            Place::Source(_, span) => Some(span.range()),
            _ => None,
        };
        let inside = |range: Range<usize>| {
            Some(range.start.checked_sub(head.len())?..range.end.checked_sub(head.len())?.min(sentence.len()))
        };
        of_rule.filter_map(span).filter_map(inside).collect()
    }

    /// Operative paragraphs, and all that they ask for.
    fn follow_up(&mut self, (_, given): Block<'_>, (start, wanted): Block<'_>) {
        self.outcome.samples += 1;
        let patterns = self.languages.of(self.lang).patterns();
        let body = patterns.and_then(|patterns| patterns.bodies.first()).map_or("", |body| &body.name);
        let text = format!("---\nkind: resolution\ntitle: ·\nsummary: ·\nbody: {body}\n---\n\n{given}");
        let source = Arc::new(Source::new("content/a/index.md", text));
        let input = Input { source, role: Role::Official, slug: "a".into(), lang: self.lang.clone() };
        let mut found = follow_up::outcome(&parse::parse(&input, self.languages).0, patterns).into_iter();
        let mut at = start;
        for line in wanted.split_inclusive('\n') {
            let (words, place) = (line.trim(), at..at + line.trim_end().len());
            at += line.len();
            let found = found.next().unwrap_or_else(|| "nothing more".to_owned());
            if found != words {
                return self.fail(place, format!("what is found here is “{found}”"));
            }
        }
        if let Some(more) = found.next() {
            self.fail(start..start, format!("what is found, too, is “{more}”"));
        }
    }

    /// A text that is imported, and lines that must stand in the result.
    fn import(&mut self, (_, given): Block<'_>, (start, wanted): Block<'_>) {
        self.outcome.samples += 1;
        let input =
            import::Input { path: "sample.txt", bytes: given.as_bytes(), lang: Some(self.lang.clone()) };
        let imported = match import_in(input, self.languages) {
            Ok(imported) => imported.markdown,
            Err(refused) => return self.fail(start..start, refused.to_string()),
        };
        let mut left = imported.lines();
        let mut at = start;
        for line in wanted.split_inclusive('\n') {
            let words = line.trim();
            if !words.is_empty() && !left.by_ref().any(|found| found.trim() == words) {
                let place = at..at + line.trim_end().len();
                return self.fail(place, format!("the import has no line “{words}” here"));
            }
            at += line.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_sample_is_as_it_says() {
        let languages = Languages::built_in();
        let mut samples = 0;
        for language in languages.all() {
            let outcome = run(languages, language);
            let failed: Vec<String> = outcome.findings.iter().map(described).collect();
            assert!(failed.is_empty(), "{failed:#?}");
            samples += outcome.samples;
        }
        assert!(samples > 20, "{samples}");
    }

    fn described(finding: &Finding) -> String {
        let at = finding.place.position();
        format!("{}:{}:{} {}", finding.place.path(), at.line, at.column, finding.message)
    }

    #[test]
    fn a_sample_that_is_not_as_it_says_is_told_at_its_place() {
        let text = "## easy-read/nominalisation\n\n我们⟦进行⟧讨论。\n我们进行讨论。\n我们⟦讨论⟧。\n\n## import\n\n```text\n人权理事会\n```\n\
                    ```markdown\ntitle: 人权理事会\n没有\n```\n## easy-read/nothing\n";
        let mut outcome = Outcome::default();
        let source = Arc::new(Source::new("languages/zh/samples.md", text));
        let lang: Lang = "zh".parse().unwrap();
        let languages = Languages::built_in();
        Samples { languages, lang: &lang, source: &source, outcome: &mut outcome }.run();
        let failed: Vec<String> = outcome.findings.iter().map(described).collect();
        assert_eq!(
            failed,
            [
                "languages/zh/samples.md:4:3 easy-read/nominalisation finds “进行”",
                "languages/zh/samples.md:5:4 easy-read/nominalisation does not find “讨论”",
                "languages/zh/samples.md:14:1 the import has no line “没有” here",
                "languages/zh/samples.md:16:1 there is no rule “easy-read/nothing”",
            ]
        );
        assert_eq!(outcome.samples, 4);
    }
}
