//! The style sheets of a finished site or of a theme: what they load, and what browsers drop from them.
//!
//! In: the text of a style sheet and its path. Out: findings at their line, and the files of the site that it loads.

use std::collections::{BTreeSet, HashSet};

use super::address::{Address, is_rooted};
use super::applicability::TestTarget;
use super::input::Page;
use super::page_audit::PageAudit;
use super::reports::Reports;
use super::rules::{Certainty, Rule, rules};
use super::shown;
use crate::finding::{Finding, Severity};
use crate::image::css::vocabulary::Ids;
use crate::image::css::{self, Css, Hides, Mark};
use crate::source::{Span, slice};

rules! {
    "css", each Sure of Page:
    THIRD_PARTY = "third-party", Error, house "privacy, and the site works offline",
        "A style sheet asks no other host for anything",
        "Put a copy of the file beside the style sheet, and load that.";
    MISSING_FILE = "missing-file", Error, "none",
        "What a style sheet loads is there",
        "Mend the address, or add the file it leads to.";
    HIDES_PAGE = "hides-page", Error, house "a text is there for all its readers, on screens and on paper",
        "No style sheet hides or changes what may hold words of a text",
        "Take the declaration out, or name what it is for: by a class of your own, as “.menu p”, or by what leads through the page, \
         such as “nav” or “.skip”.";
    FOCUS_HIDDEN = "focus-hidden", Warning, house "who uses a keyboard sees where it is",
        "No style sheet takes away the ring around what has the focus",
        "Take the declaration out, or give the focus another look in the same rule: a box-shadow, a border or a background.";
    LINKS_UNMARKED = "links-unmarked", Warning, house "links are told from the words around them by more than a colour",
        "No style sheet takes away the line below links in running text",
        "Take the declaration out, or name what it is for, such as “nav a”; or mark links in the same rule by a border-bottom.";
    DROPPED = "dropped", Warning, "CSS Syntax: error handling",
        "A style sheet has nothing that browsers drop",
        "Mend it: browsers go on without it, or without all that follows, and say nothing.";
}

/// A style sheet.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// Its path in the site.
    pub path: &'a str,
    /// The one that findings name.
    pub shown: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// What a style sheet holds.
#[derive(Debug)]
pub struct StyleSheet {
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// The files of the site that it loads.
    pub loads: BTreeSet<String>,
}

/// Audits a style sheet of a finished site; `exists` says whether a file of the site is there. Of a sheet that is judged alone with
/// its page, nothing is known of what lies outside of their folder.
pub fn style_sheet(sheet: Sheet<'_>, is_alone: bool, exists: impl Fn(&str) -> bool) -> StyleSheet {
    let css = css::read_sheet(sheet.text, &Ids::OfAnyone);
    let hidden = hidden(&[(sheet.text, &css.hides)]);
    judged(sheet, css, hidden, is_alone, exists)
}

/// Audits the style sheets that pages of a theme ask for together; gives what is wrong in each, and what they hide.
pub fn theme(
    sheets: &[Sheet<'_>],
    ids: &Ids,
    exists: impl Fn(&str) -> bool,
) -> (Vec<Vec<Finding>>, shown::Hidden) {
    let read: Vec<Css> = sheets.iter().map(|sheet| css::read_sheet(sheet.text, ids)).collect();
    let all: Vec<_> = sheets.iter().map(|sheet| sheet.text).zip(read.iter().map(|css| &css.hides)).collect();
    let hidden = hidden(&all);
    let hides = shown::Hidden::by(read.iter().map(|css| css.hides.clone()).collect());
    let each = sheets.iter().zip(read).enumerate().map(|(at, (sheet, css))| {
        let own = hidden.iter().filter(|hidden| hidden.sheet == at).cloned().collect();
        judged(*sheet, css, own, false, &exists).findings
    });
    (each.collect(), hides)
}

/// A place of a style sheet that hides what may hold words of a text.
#[derive(Debug, Clone)]
pub(super) struct Hidden {
    /// Which of the sheets.
    sheet: usize,
    /// Where in it.
    pub place: Span,
    /// What is to be said of it.
    pub message: String,
}

/// What style sheets of the same pages hide, with their texts. Where a value does it, that is found where it is declared.
pub(super) fn hidden(sheets: &[(&str, &Hides)]) -> Vec<Hidden> {
    let all: Vec<&Hides> = sheets.iter().map(|(_, hides)| *hides).collect();
    let words = |(sheet, place): (usize, Span)| {
        let text = sheets.get(sheet).map_or("", |(text, _)| slice(text, place.range()));
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().count() > LONGEST {
            words.chars().take(LONGEST).chain(['…']).collect()
        } else {
            words
        }
    };
    let is_of_words = |hide: &css::Hide| hide.selectors.bearing() >= hide.effect.on.least();
    let mut found: Vec<Hidden> = Vec::new();
    let mut known = HashSet::new();
    for hide in css::together(&all).into_iter().filter(is_of_words) {
        let style = words((hide.sheet, hide.place));
        let (sheet, place) = hide.value.unwrap_or((hide.sheet, hide.place));
        let message = match hide.value {
            Some(value) => format!("with “{}” the style of “{style}” {}", words(value), hide.effect.why),
            None => format!("the style of “{style}” {}", hide.effect.why),
        };
        if known.insert((sheet, place)) {
            found.push(Hidden { sheet, place, message });
        }
    }
    found
}

/// So much of a style is shown in messages.
const LONGEST: usize = 60;

/// The findings of a style sheet that was read, and what it loads.
fn judged(
    sheet: Sheet<'_>,
    css: Css,
    hidden: Vec<Hidden>,
    is_alone: bool,
    exists: impl Fn(&str) -> bool,
) -> StyleSheet {
    let Sheet { path, shown, text } = sheet;
    let mut reports = Reports::default();
    let mut loads = BTreeSet::new();
    for (address, place) in &css.addresses {
        match Address::resolve(address, path) {
            Address::Host => {
                reports.add(
                    &THIRD_PARTY,
                    *place,
                    format!("the style sheet asks another host for “{address}”"),
                );
            }
            Address::Above if is_alone => {}
            Address::Inside { .. } if is_alone && is_rooted(address) => {}
            Address::Inside { path, .. } if exists(&path.whole()) => _ = loads.insert(path.whole()),
            Address::Inside { path, .. } => {
                let message = format!("the address leads to “{}”, which is not there", path.whole());
                reports.add(&MISSING_FILE, *place, message);
            }
            Address::Above => {
                reports.add(&MISSING_FILE, *place, format!("the address “{address}” leads out of the site"));
            }
            Address::Nowhere | Address::Part(_) | Address::Script | Address::Scheme => {}
        }
    }
    for (place, why) in css.unknown {
        reports.add(&THIRD_PARTY, place, why);
    }
    for hidden in hidden {
        reports.add(&HIDES_PAGE, hidden.place, hidden.message);
    }
    for (mark, place) in css::lost_marks(text) {
        match mark {
            Mark::Focus => {
                reports.add(
                    &FOCUS_HIDDEN,
                    place,
                    "this hides which link or control has the focus".to_owned(),
                );
            }
            Mark::Links => {
                reports.add(
                    &LINKS_UNMARKED,
                    place,
                    "this takes the mark of links in running text away".to_owned(),
                );
            }
        }
    }
    for (place, why) in css.dropped {
        reports.add(&DROPPED, place, format!("browsers drop this: {why}"));
    }
    StyleSheet { findings: reports.into_findings(Page { path: shown, html: text }), loads }
}

/// The style sheets that pages ask for, as far as they are files of the site.
pub fn style_sheets(pages: &[PageAudit]) -> BTreeSet<String> {
    let paths = pages.iter().flat_map(|page| page.outward.iter().map(|(path, ..)| path));
    paths.filter(|path| is_style_sheet(path)).map(str::to_owned).collect()
}

/// Whether a file is a style sheet by its name.
pub fn is_style_sheet(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("css"))
}
