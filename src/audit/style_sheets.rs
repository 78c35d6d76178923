//! The style sheets of a finished site or of a theme: what they load, and what browsers drop from them.
//!
//! In: the text of a style sheet and its path. Out: findings at their line, and the files of the site that it loads.

use std::collections::BTreeSet;

use super::address::{Address, is_rooted};
use super::applicability::TestTarget;
use super::input::Page;
use super::page_audit::PageAudit;
use super::reports::Reports;
use super::rules::{Certainty, Rule, rules};
use crate::finding::{Finding, Severity};
use crate::image::css;

rules! {
    "css", each Sure of Page:
    THIRD_PARTY = "third-party", Error, house "privacy, and the site works offline",
        "A style sheet asks no other host for anything",
        "Put a copy of the file beside the style sheet, and load that.";
    MISSING_FILE = "missing-file", Error, "none",
        "What a style sheet loads is there",
        "Mend the address, or add the file it leads to.";
    HIDES_PAGE = "hides-page", Warning, "WCAG 1.3.1",
        "No style sheet hides the text of pages",
        "Take the declaration out, or put it into a block for print alone.";
    DROPPED = "dropped", Warning, "CSS Syntax: error handling",
        "A style sheet has nothing that browsers drop",
        "Mend it: browsers go on without it, or without all that follows, and say nothing.";
}

/// What a style sheet holds.
#[derive(Debug)]
pub struct StyleSheet {
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// The files of the site that it loads.
    pub loads: BTreeSet<String>,
}

/// Audits a style sheet; `path` is that in the site, `shown` the one that findings name, `exists` says whether a file of
/// the site is there. Of a sheet that is judged alone with its page, nothing is known of what lies outside of their folder.
pub fn style_sheet(
    path: &str,
    shown: &str,
    text: &str,
    is_alone: bool,
    exists: impl Fn(&str) -> bool,
) -> StyleSheet {
    let css = css::read(text, css::Of::Theme);
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
    for place in css.computed {
        let message =
            "what is loaded here is known only when a page is shown, and may come from another host";
        reports.add(&THIRD_PARTY, place, message);
    }
    for place in css.hides {
        reports.add(&HIDES_PAGE, place, "nobody sees or hears the text of pages with this style");
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
