//! Tables of names: a line for each thing that is named, a column for each language that has names here. The first column is a code, the second
//! the English name; lines that begin with `#` say where the names are from.

use super::Lang;

/// A table.
#[derive(Debug)]
pub struct Names {
    languages: Vec<(&'static str, Lang)>,
    lines: Vec<Vec<&'static str>>,
}

impl Names {
    /// Reads a table of this program.
    pub fn read(table: &'static str) -> Self {
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        let mut lines = lines.map(|line| line.split('\t').collect::<Vec<_>>());
        let heads = lines.next().unwrap_or_default();
        let languages = heads.into_iter().skip(1).filter_map(|tag| Some((tag, tag.parse().ok()?))).collect();
        Self { languages, lines: lines.collect() }
    }

    /// How many things have names.
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// The code of a thing.
    pub fn code(&self, line: usize) -> &'static str {
        self.column(line, 0)
    }

    /// The names of a thing in all languages.
    pub fn names(&self, line: usize) -> impl Iterator<Item = &'static str> {
        let names = self.lines.get(line).map(Vec::as_slice).unwrap_or_default().iter().skip(1).copied();
        names.filter(|name| !name.is_empty())
    }

    /// The name of a thing, and its language where that is not the one that is asked for.
    pub fn name(&self, line: usize, lang: &Lang) -> (&'static str, Option<Lang>) {
        let columns = || self.languages.iter().zip(1..).map(|((_, own), at)| (own, self.column(line, at)));
        let same = |own: &Lang| own.primary() == lang.primary() && own.script() == lang.script();
        let own = |(own, name): &(&Lang, &str)| !name.is_empty() && same(own);
        match columns().find(own) {
            Some((_, name)) => (name, None),
            None => (self.column(line, 1), self.languages.first().map(|(_, first)| first.clone())),
        }
    }

    /// The line of a code.
    pub fn line(&self, code: &str) -> Option<usize> {
        (0..self.count()).find(|line| self.code(*line) == code)
    }

    fn column(&self, line: usize, at: usize) -> &'static str {
        self.lines.get(line).and_then(|line| line.get(at)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_has_its_name_in_the_language_of_the_page_or_in_english() {
        let names = Names::read("# From somewhere\ncode\ten\tzh-Hans\na\tOne\t一\nb\tTwo\t\n");
        let name = |code: &str, lang: &str| {
            let (name, foreign) = names.name(names.line(code).unwrap(), &lang.parse().unwrap());
            (name, foreign.map(|lang| lang.to_string()))
        };
        assert_eq!(name("a", "zh-Hans"), ("一", None));
        assert_eq!(name("a", "zh"), ("一", None));
        assert_eq!(name("a", "en-GB"), ("One", None));
        assert_eq!(name("b", "zh-Hans"), ("Two", Some("en".to_owned())));
        assert_eq!(name("a", "de"), ("One", Some("en".to_owned())));
        assert_eq!((names.count(), names.line("c")), (2, None));
        assert_eq!(names.names(1).collect::<Vec<_>>(), ["Two"]);
    }
}
