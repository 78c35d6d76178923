//! What is judged of the style sheet of a theme alone: names, selectors, values.

use std::ops::Range;

use data_url::DataUrl;

use super::parts::Context;
use super::{COMPUTED, DEEPEST, Of, Reader, judged, known, read_with};
use crate::source::{Span, slice};

impl Reader<'_> {
    /// Judges what stands before a block, and notes what the block holds.
    pub fn block(&mut self, before: Span, prelude: &str) {
        let outer = self.context;
        self.judge_block(before, prelude);
        if self.of == Of::Theme {
            let context = if outer == Context::Stages { outer } else { self.context };
            self.blocks.begin(self.text, before, prelude, context);
        }
    }

    /// Ends the last block that began.
    pub fn end_block(&mut self) {
        self.blocks.end(&mut self.css.hides);
    }

    fn judge_block(&mut self, before: Span, prelude: &str) {
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
        let Some(place) = place.filter(|_| self.of == Of::Theme) else { return };
        if self.context == Context::Rules {
            let why = judged::declaration(slice(self.text, place.range()));
            self.css.dropped.extend(why.map(|why| (place, why)));
        }
        self.blocks.declare(self.text, place, &mut self.css.hides);
    }

    /// Reads the style sheet that an address holds, as if all of it stood at the address.
    pub fn import_data(&mut self, address: &str, place: Span) {
        let data = DataUrl::process(address.trim()).ok().and_then(|data| Some(data.decode_to_vec().ok()?.0));
        let Some(data) = data.filter(|_| self.deep < DEEPEST) else {
            // What cannot be read is not known.
            self.css.unknown.push((place, COMPUTED));
            return;
        };
        let ids = self.blocks.ids.clone();
        let inner = read_with(&String::from_utf8_lossy(&data), self.of, ids, self.deep + 1);
        self.css.addresses.extend(inner.addresses.into_iter().map(|(address, _)| (address, place)));
        self.css.unknown.extend(inner.unknown.iter().map(|(_, why)| (place, *why)));
        self.css.dropped.extend(inner.dropped.into_iter().map(|(_, why)| (place, why)));
        self.css.style |= inner.style;
        self.css.hides.take(inner.hides, place);
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
