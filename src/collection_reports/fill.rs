//! A text with what the program counts at its places.

use std::sync::Arc;

use super::count::{ADDED, ALL, BY, CHANGED, Count, Counts, WITHDRAWN};
use crate::document::{Document, Version};
use crate::finding::Finding;
use crate::library::Work;
use crate::misfit::nearest_of;
use crate::source::{Source, Span, slice};

/// What asks for a list or a table, alone on its line: `[](entries:added)`.
const ENTRIES: &str = "[](entries:";

/// What asks for a number, anywhere: `[](count:added)`.
const COUNT: &str = "[](count:";

/// What code stands between.
const FENCES: [&str; 2] = ["```", "~~~"];

/// Whether a text asks for anything that is counted.
pub fn asks(text: &str) -> bool {
    text.contains(ENTRIES) || text.contains(COUNT)
}

/// A text in the making, with where each of its lines comes from.
pub struct Filled {
    text: String,
    lines: Vec<Span>,
}

impl Filled {
    /// Fills a text. What an official text does not ask for follows at its end, with `place` as where that is from.
    pub fn of(document: &Document, counts: &Counts<'_>, place: Span, findings: &mut Vec<Finding>) -> Self {
        let source = &document.source;
        let mut filled = Self { text: String::new(), lines: Vec::new() };
        let mut asked = Vec::new();
        let (mut start, mut fence) = (0, None);
        for line in source.text().split_inclusive('\n') {
            let at = Span::from(start..start + line.trim_end_matches(['\n', '\r']).len());
            start += line.len();
            let trimmed = line.trim();
            match (fence, FENCES.into_iter().find(|fence| trimmed.starts_with(fence))) {
                (None, opens) => fence = opens,
                (Some(open), Some(closes)) if open == closes => fence = None,
                (Some(_), _) => {}
            }
            let is_code = fence.is_some();
            let name = trimmed.strip_prefix(ENTRIES).and_then(|rest| rest.strip_suffix(')'));
            match name.filter(|_| !is_code) {
                Some(name) => match block(name, counts) {
                    Some(block) => {
                        asked.push(name.to_owned());
                        filled.add(&block, at);
                    }
                    None => findings.push(unknown(source, at, ENTRIES, name, counts)),
                },
                None if is_code || !line.contains(COUNT) => filled.add(slice(source.text(), at.range()), at),
                None => filled.add(&numbers(line.trim_end(), at, source, counts, findings), at),
            }
        }
        if document.version == Version::Official {
            filled.add_rest(counts, &asked, place);
        }
        filled
    }

    /// A text with nothing at its places.
    pub fn emptied(document: &Document) -> Self {
        let mut emptied = Self { text: String::new(), lines: Vec::new() };
        let mut start = 0;
        for line in document.source.text().split_inclusive('\n') {
            let at = Span::from(start..start + line.trim_end_matches(['\n', '\r']).len());
            start += line.len();
            let mut rest = line.trim_end();
            let mut left = String::new();
            while let Some((before, after)) = [ENTRIES, COUNT].iter().find_map(|asked| rest.split_once(asked))
            {
                left.push_str(before);
                rest = after.split_once(')').map_or("", |(_, beyond)| beyond);
            }
            emptied.add(&(left + rest), at);
        }
        emptied
    }

    /// What is read in the place of the file.
    pub fn source(self, file: &Arc<Source>) -> Source {
        Source::derived(file.path(), self.text, file, self.lines)
    }

    /// Adds lines that are all from one place.
    fn add(&mut self, lines: &str, from: Span) {
        for line in lines.split('\n') {
            self.text.push_str(line);
            self.text.push('\n');
            self.lines.push(from);
        }
    }

    /// Adds what no place asks for: lists of what was added and changed, how much was taken down, and a table for each facet.
    fn add_rest(&mut self, counts: &Counts<'_>, asked: &[String], from: Span) {
        let of_days =
            [ADDED, CHANGED, WITHDRAWN].into_iter().filter(|_| counts.has_days()).map(str::to_owned);
        let tables = counts.facets().map(|field| [BY, field].concat());
        let rest: Vec<String> = of_days.chain(tables).filter(|name| !asked.contains(name)).collect();
        if !rest.is_empty() {
            let computed = match counts.last_day() {
                Some(day) => counts.labels.format("report-computed-to", &[("date", day.as_str().into())]),
                None => Some(counts.labels.get("report-computed").to_owned()),
            };
            self.add(&format!("\n{}", computed.unwrap_or_default()), from);
            if counts.elsewhere > 0 {
                let count = [("count", counts.elsewhere.into())];
                let missing = counts.labels.format("report-elsewhere", &count);
                self.add(&format!("\n{}", missing.unwrap_or_default()), from);
            }
        }
        for name in rest {
            let heading = match name.strip_prefix(BY) {
                Some(field) => title_of_table(field, counts),
                None => counts.labels.get(&format!("report-{name}")).to_owned(),
            };
            self.add(&format!("\n## {} {{#{name}}}\n", plain(&heading)), from);
            self.add(&block(&name, counts).unwrap_or_default(), from);
        }
    }
}

/// The lines for a list or a table; `None` where there is none of this name.
fn block(name: &str, counts: &Counts<'_>) -> Option<String> {
    let labels = counts.labels;
    if let Some(field) = name.strip_prefix(BY) {
        return Some(table(field, &counts.by(field)?, counts));
    }
    if name == WITHDRAWN && counts.has_days() {
        let count = counts.number(WITHDRAWN)?;
        return Some(plain(&labels.format("report-withdrawn-count", &[("count", count.into())])?));
    }
    let list = counts.list(name)?;
    let line = |work: &&Work| {
        let front = &work.official.front;
        let (title, path) = (plain(&crate::render::full_title(&work.official)), work.official.source.path());
        let address = path.strip_prefix(crate::content::CONTENT).unwrap_or(path);
        let summary = plain(front.summary.trim());
        format!("- [{title}](<{address}>){}{summary}", labels.get("colon"))
    };
    match list {
        [] => Some(labels.get("report-none").to_owned()),
        list => Some(list.iter().map(line).collect::<Vec<_>>().join("\n")),
    }
}

fn title_of_table(field: &str, counts: &Counts<'_>) -> String {
    let name = counts.name_of(field);
    counts.labels.format("report-by", &[("field", name.into())]).unwrap_or_default()
}

/// A table of Markdown: each value with how many entries have it. The first cells are bold, so that they name their rows.
fn table(field: &str, values: &[Count], counts: &Counts<'_>) -> String {
    let labels = counts.labels;
    if values.is_empty() {
        return labels.get("report-none").to_owned();
    }
    let title = title_of_table(field, counts);
    let mut caption = labels.format("report-table", &[("title", title.as_str().into())]).unwrap_or_default();
    // One bar compares nothing.
    if values.len() > 1 {
        caption.push_str(" {bars}");
    }
    let mut heads = vec![counts.name_of(field), labels.get("report-all")];
    heads.extend(counts.has_days().then(|| labels.get("report-new")));
    let heads: Vec<String> = heads.into_iter().map(plain).collect();
    let mut lines = vec![
        caption,
        String::new(),
        format!("| {} |", heads.join(" | ")),
        format!("|---|{}", "--:|".repeat(heads.len() - 1)),
    ];
    lines.extend(values.iter().map(|Count { words, all, added }| {
        let added = if counts.has_days() { format!(" {added} |") } else { String::new() };
        format!("| **{}** | {all} |{added}", plain(words))
    }));
    lines.join("\n")
}

/// A line with its numbers.
fn numbers(
    line: &str,
    at: Span,
    source: &Arc<Source>,
    counts: &Counts<'_>,
    findings: &mut Vec<Finding>,
) -> String {
    let mut filled = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(COUNT) {
        filled.push_str(before);
        let (name, beyond) = after.split_once(')').unwrap_or((after, ""));
        match counts.number(name) {
            Some(number) => filled.push_str(&number.to_string()),
            None => {
                let start = at.start as usize + (line.len() - rest.len()) + before.len();
                let end = start + COUNT.len() + name.len() + 1;
                findings.push(unknown(
                    source,
                    Span::from(start..end.min(at.end as usize)),
                    COUNT,
                    name,
                    counts,
                ));
            }
        }
        rest = beyond;
    }
    filled + rest
}

fn unknown(source: &Arc<Source>, span: Span, asked: &str, name: &str, counts: &Counts<'_>) -> Finding {
    let mut known: Vec<String> = vec![ALL.to_owned()];
    if counts.has_days() {
        known.extend([ADDED, CHANGED, WITHDRAWN].map(str::to_owned));
    }
    known.extend(
        counts
            .facets()
            .map(|field| if asked == COUNT { [field, "/…"].concat() } else { [BY, field].concat() }),
    );
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let what = if asked == COUNT { "number" } else { "list" };
    let message = format!("the collection has no {what} “{name}”");
    Finding::error("collection/report", source, span, message).help(nearest_of(name, &known, "There are"))
}

/// Words as Markdown reads them: none of their characters is a mark.
fn plain(words: &str) -> String {
    let mut written = String::with_capacity(words.len());
    for c in words.chars() {
        if c.is_ascii_punctuation() {
            written.push('\\');
        }
        written.push(if c.is_control() { ' ' } else { c });
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_of_words_is_a_mark() {
        assert_eq!(plain("甲*乙*[丙](x) | 1. `a`\n{#b}"), r"甲\*乙\*\[丙\]\(x\) \| 1\. \`a\` \{\#b\}");
    }
}
