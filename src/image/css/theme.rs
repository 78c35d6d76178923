//! What is judged of the style sheet of a theme alone: names, selectors, values.

use std::ops::Range;

use super::parts::Context;
use super::{Of, Reader, judged, known};
use crate::source::{Span, slice};

impl Reader<'_> {
    /// Judges what stands before a block, and notes what the block holds.
    pub fn block(&mut self, before: Span, prelude: &str) {
        self.has_rules = true;
        if let Some(rule) = prelude.strip_prefix('@') {
            let name = rule.split(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or_default();
            self.context = self.context.of_at_rule(name);
            return;
        }
        // The value of a name of the site's own may hold anything.
        if prelude.starts_with("--") {
            self.context = Context::Other;
            return;
        }
        if self.of == Of::Theme && self.context == Context::Rules && !prelude.is_empty() {
            let why = judged::selectors(slice(self.text, before.range()), self.depth > 0);
            self.css.dropped.extend(why.map(|why| (before, why)));
        }
        if self.context == Context::Stages {
            self.context = Context::Rules;
        }
    }

    /// Judges a declaration.
    pub fn declared(&mut self, place: Option<Span>) {
        let place = place.filter(|_| self.of == Of::Theme && self.context == Context::Rules);
        let why =
            place.and_then(|place| Some((place, judged::declaration(slice(self.text, place.range()))?)));
        self.css.dropped.extend(why);
    }

    /// Judges the name and the place of an at-rule.
    pub fn judge_at_rule(&mut self, name: &str, place: Range<usize>) {
        if self.of != Of::Theme {
            return;
        }
        let why = if !known::is_at_rule(name) {
            Some(format!("no browser knows “@{name}”"))
        } else if name == "import" && (self.has_rules || self.depth > 0) {
            Some("“@import” stands before all rules, or it is dropped".to_owned())
        } else {
            None
        };
        self.css.dropped.extend(why.map(|why| (place.into(), why)));
    }
}
