//! The rules of the audit, each with what it stands on and what to do about it.
//!
//! One table, so that lists of rules, explanations and tests are made from the same words the findings carry.

use super::applicability::TestTarget;
use crate::finding::{Finding, Place, Severity};

/// One thing the audit looks for in finished pages or books.
#[derive(Debug)]
pub struct Rule {
    /// The name findings carry: `html/…` or `epub/…`.
    pub name: &'static str,
    /// How much a finding of it weighs.
    pub severity: Severity,
    /// The success criterion of WCAG 2.2, or the standard, it stands on; for a house rule why it is one.
    pub criterion: &'static str,
    /// Whether it is a house rule: no standard asks for it.
    pub house: bool,
    /// The ACT rules of the W3C that it decides, by their ids; empty where it asks for something else.
    pub act: &'static [&'static str],
    /// What the rule wants, in one sentence without a full stop.
    pub what: &'static str,
    /// What to do about a finding.
    pub help: &'static str,
    /// What a page must have for the rule to have anything to judge; any page, where it asks for something that every
    /// page must have or may not have.
    pub judges: TestTarget,
    /// Whether what it finds is so.
    pub certainty: Certainty,
}

/// Whether a rule may say that it is kept where it finds nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// It is.
    Sure,
    /// It can only suspect: languages are distinguished by their scripts.
    Suspects,
}

/// What one finding stands on, where that is not all that its rule names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basis {
    /// The ACT rule of this id alone, which is one of its rule.
    Act(&'static str),
    /// No ACT rule: none asks for this, or a script of the page may decide, which the message says.
    NoAct,
    /// No ACT rule and no criterion, as the rule asks for more here than they do; the message says so.
    House,
}

/// The rules about what is missing or empty, which a script may fill once the page is open.
const FILLED_BY_SCRIPTS: [&Rule; 17] = [
    &EMPTY_BUTTON,
    &EMPTY_HEADING,
    &EMPTY_LINK,
    &EMPTY_MENU_ITEM,
    &EMPTY_SUMMARY,
    &FIELD_WITHOUT_NAME,
    &FRAME_WITHOUT_NAME,
    &GRAPHIC_WITHOUT_NAME,
    &HEADER_OF_NOTHING,
    &IMAGE_BUTTON_WITHOUT_NAME,
    &IMG_WITHOUT_ALT,
    &MISSING_LANG,
    &MISSING_STATE,
    &MISSING_TITLE,
    &OBJECT_WITHOUT_NAME,
    &RANGE_WITHOUT_NAME,
    &WRONG_CHILD,
];

/// Where the W3C tells what an ACT rule asks.
pub fn act_address(id: &str) -> String {
    format!("https://act-rules.github.io/rules/{id}")
}

impl Rule {
    /// The ids of the ACT rules that a finding of this basis fails.
    pub(super) fn act_of(&'static self, basis: Option<Basis>) -> &'static [&'static str] {
        match basis {
            None => self.act,
            Some(Basis::Act(id)) => {
                let at = self.act.iter().position(|own| *own == id);
                debug_assert!(at.is_some(), "{} does not decide {id}", self.name);
                at.and_then(|at| self.act.get(at..=at)).unwrap_or_default()
            }
            Some(Basis::NoAct | Basis::House) => &[],
        }
    }

    /// Whether a script of the page may undo what it finds.
    pub(super) fn is_filled_by_scripts(&self) -> bool {
        FILLED_BY_SCRIPTS.iter().any(|rule| rule.name == self.name)
    }

    /// A finding of it that stands on all that it names.
    pub(super) fn finding(&self, place: Place, message: impl Into<String>) -> Finding {
        Finding { act: self.act, house: self.house, ..Finding::new(self.name, self.severity, place, message) }
            .help(self.help)
    }

    /// Whether it can only suspect.
    pub fn is_heuristic(&self) -> bool {
        self.certainty == Certainty::Suspects
    }
}

macro_rules! rules {
    ($group:literal: $($id:ident = $name:literal, $severity:ident, $certainty:ident of $thing:ident, $($criterion:literal)? $(act [$($act:literal),+])? $(house $reason:literal)?, $what:literal, $help:literal;)*) => {
        $(
            #[doc = $what]
            pub static $id: Rule = Rule {
                name: concat!($group, "/", $name),
                severity: Severity::$severity,
                criterion: concat!($($criterion)? $("house rule: ", $reason)?),
                house: $crate::audit::rules::given(&[$($reason)?]),
                act: &[$($($act),+)?],
                what: $what,
                help: $help,
                judges: TestTarget::$thing,
                certainty: Certainty::$certainty,
            };
        )*
        /// Every rule of this group.
        pub static RULES: &[&Rule] = &[$(&$id),*];
    };
    // A group whose rules all judge the same.
    ($group:literal, each $certainty:ident of $thing:ident: $($id:ident = $name:literal, $severity:ident, $($criterion:literal)? $(house $reason:literal)?, $what:literal, $help:literal;)*) => {
        rules! { $group: $($id = $name, $severity, $certainty of $thing, $($criterion)? $(house $reason)?, $what, $help;)* }
    };
}

/// Whether a reason is given.
pub(super) const fn given(reason: &[&str]) -> bool {
    !reason.is_empty()
}

pub(super) use rules;

rules! {
    "html":
    NOT_READ = "not-read", Error, Sure of Page, "none",
        "Every page is read to its end",
        "The page could not be read to its end, so nothing is known of the rest; make it smaller or mend its markup.";
    DUPLICATE_ID = "duplicate-id", Error, Sure of Id, "HTML: the id attribute",
        "An id is used once on a page",
        "Give each element an id of its own; links and labels find only the first.";
    DEAD_LINK = "dead-link", Error, Sure of Reference, "HTML: links",
        "A link or file reference leads to something that is part of the site",
        "Mend the address, or add what it leads to.";
    DEAD_FRAGMENT = "dead-fragment", Error, Sure of Reference, "HTML: links",
        "The part of a page a link names exists",
        "Give the target this id, or mend the part after “#”.";
    EMPTY_LINK = "empty-link", Error, Sure of Link, "WCAG 2.4.4, 4.1.2" act ["c487ae"],
        "A link has a name: text, the alt of an image, or aria-label",
        "Put words inside the link that say where it leads.";
    EMPTY_BUTTON = "empty-button", Error, Sure of Button, "WCAG 4.1.2" act ["97a4e1"],
        "A button has a name",
        "Put words inside it that say what it does.";
    EMPTY_SUMMARY = "empty-summary", Error, Sure of Button, "WCAG 4.1.2" act ["2t702h"],
        "The summary of details has a name",
        "Put words inside it that say what it opens.";
    EMPTY_MENU_ITEM = "empty-menu-item", Error, Sure of MenuItem, "WCAG 4.1.2" act ["m6b1q3"],
        "An item of a menu has a name",
        "Put words inside it that say what it does.";
    FIELD_WITHOUT_NAME = "field-without-name", Error, Sure of Field, "WCAG 1.3.1, 4.1.2" act ["e086e5"],
        "A form field has a name: a label, aria-label or aria-labelledby",
        "Put a label around the field, or one whose “for” names the id of the field.";
    RANGE_WITHOUT_NAME = "range-without-name", Error, Sure of Range, "WCAG 1.1.1, 1.3.1",
        "A meter or a progress bar has a name",
        "Put a label around it, or add aria-label, that says what it measures.";
    IMAGE_BUTTON_WITHOUT_NAME = "image-button-without-name", Error, Sure of ImageButton, "WCAG 1.1.1, 4.1.2" act ["59796f"],
        "A button that is an image has alternative text",
        "Add alt that says what the button does.";
    FRAME_WITHOUT_NAME = "frame-without-name", Error, Sure of Frame, "WCAG 4.1.2" act ["cae760"],
        "An iframe has a name",
        "Add a title that says what the iframe shows.";
    OBJECT_WITHOUT_NAME = "object-without-name", Error, Sure of Object, "WCAG 1.1.1" act ["8fc3b6"],
        "An object that shows a picture, or plays sound or video, has a name",
        "Add aria-label, or a title, that says what the object shows or plays.";
    FRAME_LEFT_OUT = "frame-left-out", Error, Sure of Frame, "WCAG 2.1.1" act ["akn7bn"],
        "A keyboard comes to what is in an iframe",
        "Take the negative tabindex off the iframe.";
    HIDDEN_FOCUSABLE = "hidden-focusable", Error, Sure of Page, "WCAG 4.1.2" act ["6cfa84"],
        "Nothing that a keyboard comes to is hidden with aria-hidden",
        "Take aria-hidden off, or keep the keyboard away as well: with hidden, disabled or tabindex=\"-1\".";
    NESTED_FOCUSABLE = "nested-focusable", Error, Sure of Page, "WCAG 4.1.2" act ["307n5z"],
        "Nothing that a keyboard comes to stands in an element of which only the words are heard, such as a button",
        "Put the inner element beside the outer one.";
    EXPOSED_DECORATION = "exposed-decoration", Warning, Sure of Decoration, "WAI-ARIA 1.2: conflicts of presentational roles" act ["46ca7f"],
        "What is said to be decoration is not given to assistive technology",
        "Take its ARIA attributes and its tabindex off, or do not call it decoration.";
    MISSING_MAIN = "missing-main", Error, Sure of Page, house "WCAG asks for a way past what pages repeat, which a heading or a link gives too",
        "A page has a main landmark",
        "Put the page's own content into one main element.";
    SEVERAL_MAINS = "several-mains", Error, Sure of Page, "HTML: the main element",
        "A page has only one main landmark",
        "Keep one main element and make the others section or div.";
    MISSING_BANNER = "missing-banner", Error, Sure of Page, house "WCAG asks for no banner",
        "A page has a banner: a header outside main, article, section, nav and aside",
        "Put the site's name and navigation into a header directly in body.";
    SEVERAL_BANNERS = "several-banners", Error, Sure of Page, house "ARIA only advises it",
        "A page has only one banner",
        "Keep one header outside the sections of the page; put the others inside the section they head.";
    MISSING_CONTENTINFO = "missing-contentinfo", Error, Sure of Page, house "WCAG asks for no contentinfo",
        "A page has a contentinfo landmark: a footer outside main, article, section, nav and aside",
        "Put what holds for the whole site into a footer directly in body.";
    SEVERAL_CONTENTINFOS = "several-contentinfos", Error, Sure of Page, house "ARIA only advises it",
        "A page has only one contentinfo landmark",
        "Keep one footer outside the sections of the page; put the others inside the section they close.";
    NAV_WITHOUT_NAME = "nav-without-name", Error, Sure of Navigation, house "ARIA only advises it",
        "Where a page has several navigations, each has a name",
        "Add aria-label, or aria-labelledby with the id of its heading.";
    NAV_SAME_NAME = "nav-same-name", Error, Sure of Navigation, house "ARIA only advises it",
        "Two navigations of a page do not have the same name",
        "Name each navigation for what it lists.";
    NAV_ROLE_WORD = "nav-role-word", Error, Sure of Navigation, house "ARIA only advises it",
        "The name of a navigation does not contain the word “navigation”",
        "Leave the word out: a screen reader says it already.";
    MISSING_H1 = "missing-h1", Error, Sure of Page, house "WCAG asks that headings are marked, not which levels there are",
        "A page has a heading of level 1",
        "Make the page's title an h1.";
    SEVERAL_H1 = "several-h1", Error, Sure of Page, house "WCAG asks that headings are marked, not which levels there are",
        "A page has only one heading of level 1",
        "Keep h1 for the page's title and make the others h2.";
    HEADING_JUMP = "heading-jump", Error, Sure of Heading, house "WCAG asks that headings are marked, not which levels there are",
        "A heading is at most one level below the heading before it",
        "Use the next level, or add the heading between.";
    EMPTY_HEADING = "empty-heading", Error, Sure of Heading, "WCAG 1.3.1, 2.4.6" act ["ffd0e9"],
        "A heading has words",
        "Give the heading words, or take it out.";
    IMG_WITHOUT_ALT = "img-without-alt", Error, Sure of Image, "WCAG 1.1.1" act ["23a2a8"],
        "An image has alternative text, or alt=\"\" where it adds nothing",
        "Add alt with what the image tells; alt=\"\" when the text beside it says the same.";
    GRAPHIC_WITHOUT_NAME = "graphic-without-name", Error, Sure of Graphic, "WCAG 1.1.1" act ["7d6734"],
        "An svg with role=\"img\" has a name",
        "Add aria-label or a title element, or hide it with aria-hidden=\"true\".";
    MISSING_LANG = "missing-lang", Error, Sure of Page, "WCAG 3.1.1" act ["b5c3f8"],
        "The html element says the page's language",
        "Add lang to the html element, for example lang=\"zh-Hans\".";
    INVALID_LANG = "invalid-lang", Error, Sure of Language, "WCAG 3.1.1, 3.1.2" act ["bf051a", "de46e4"],
        "A lang attribute holds a language tag (BCP 47)",
        "Write a tag such as zh-Hans, en or ar.";
    OLDER_LANG = "older-lang", Note, Sure of Language, "BCP 47" act ["bf051a", "de46e4"],
        "A language tag is the one that the registry prefers",
        "Write the tag of today: software may not know the older one.";
    LANG_MISMATCH = "lang-mismatch", Error, Sure of XmlLanguage, "WCAG 3.1.1; XHTML" act ["5b7ae0"],
        "lang and xml:lang of an element are the same",
        "Write the same tag in both.";
    LABEL_LANGUAGE = "label-language", Error, Suspects of Label, "WCAG 3.1.1, 3.1.2",
        "A label is in the language of the text around it",
        "Translate the label, or put lang on the element; “curbcut audit --name” allows a proper name.";
    LANGUAGE_OF_PARTS = "language-of-parts", Warning, Suspects of Page, "WCAG 3.1.2",
        "Words of another language are marked with their language",
        "Put the words into an element with lang, or allow the finding with a reason; “curbcut audit --name” allows a proper name.";
    PAGE_LANGUAGE = "page-language", Warning, Suspects of Page, "WCAG 3.1.1" act ["ucwvc8"],
        "The words of a page are in the language it says",
        "Say the language of the words in the lang of the html element, or mark what is in another language.";
    WRONG_LANGUAGE = "wrong-language", Warning, Suspects of Language, "WCAG 3.1.2" act ["off6ek"],
        "The words of an element with lang are in the language it says",
        "Say the language of the words in lang.";
    TABLE_WITHOUT_CAPTION = "table-without-caption", Error, Sure of Table, house "a caption is one way among several, and WCAG asks for none",
        "A data table has a caption",
        "Begin the table with a caption that says what it shows.";
    TABLE_WITHOUT_HEADERS = "table-without-headers", Error, Sure of Table, "WCAG 1.3.1",
        "A data table has header cells",
        "Make the cells that head a column or row th, or give the table role=\"presentation\" and no summary if it only lays things out.";
    CELLS_OVERLAP = "cells-overlap", Error, Sure of Table, "HTML: forming a table",
        "No two cells of a table stand in the same place",
        "Make the colspan of the cell smaller, or the rowspan of the one above it.";
    UNEVEN_ROWS = "uneven-rows", Error, Sure of Table, house "HTML lets a row end early, and then nobody knows which column has no cell",
        "All rows of a data table have cells for the same columns",
        "Give the row a cell for each column, an empty one where there is nothing, and let colspan and rowspan add up to that.";
    HEADER_WITHOUT_SCOPE = "header-without-scope", Error, Sure of HeaderCell, house "in a simple table the place of a header cell is enough",
        "A header cell says whether it heads a column or a row",
        "Add scope=\"col\" or scope=\"row\" to each th.";
    HEADER_OF_NOTHING = "header-of-nothing", Error, Sure of HeaderCell, "WCAG 1.3.1" act ["d0f69e"],
        "A header cell heads a cell below it or beside it",
        "Add the cells, let the “headers” of a cell name the header, or make the header a td.";
    HEADERS_OUTSIDE = "headers-outside", Error, Sure of HeadersAttribute, "WCAG 1.3.1" act ["a25f45"],
        "The headers attribute of a cell names other cells of the same table",
        "Name the id of a header cell of this table.";
    MISSING_TITLE = "missing-title", Error, Sure of Page, "WCAG 2.4.2" act ["2779a5"],
        "A page has a title",
        "Add a title element that names the page and then the site.";
    SAME_TITLE = "same-title", Warning, Sure of Page, house "WCAG asks that a title tells what the page is about, not that it is the only one",
        "No two pages have the same title",
        "Say in the title what sets the page apart, for example the version or the number.";
    NO_SKIP_LINK = "no-skip-link", Warning, Sure of Page, "WCAG 2.4.1",
        "The first link of a page leads past what every page repeats",
        "Begin body with a link to the id of main.";
    FORBIDDEN_NAME = "forbidden-name", Error, Sure of AriaName, "ARIA 1.2: naming prohibited" act ["kb1m8s", "5c01ea"],
        "An element whose role may not be named has no aria-label",
        "Take the label off, or give the element a role that has a name.";
    UNKNOWN_ROLE = "unknown-role", Error, Sure of Page, "WCAG 4.1.2; WAI-ARIA 1.2" act ["674b10"],
        "A role attribute names a role of WAI-ARIA, DPUB-ARIA or the Graphics Module",
        "Mend the name of the role, or take it off.";
    MISSING_STATE = "missing-state", Error, Sure of Role, "WCAG 4.1.2; WAI-ARIA 1.2: required states" act ["4e8ab6"],
        "An element with a role has the states and properties that the role needs",
        "Add the attribute, or use the element of HTML that has the state by itself.";
    UNKNOWN_ARIA = "unknown-aria", Error, Sure of AriaAttribute, "WAI-ARIA 1.2" act ["5f99a7"],
        "Each attribute that begins with aria- is one of ARIA’s",
        "Mend the name of the attribute.";
    ARIA_NOT_ALLOWED = "aria-not-allowed", Warning, Sure of AriaAttribute, "WAI-ARIA 1.2; ARIA in HTML" act ["5c01ea"],
        "A state or property of ARIA is one that the role of its element supports",
        "Take the attribute off, or give the element the role it belongs to.";
    ARIA_VALUE = "aria-value", Error, Sure of AriaAttribute, "WAI-ARIA 1.2: values" act ["6a7281"],
        "A state or property of ARIA has a value that ARIA defines for it",
        "Write one of the values that ARIA defines.";
    WRONG_CHILD = "wrong-child", Error, Sure of Page, "WCAG 1.3.1; WAI-ARIA 1.2: required owned elements" act ["bc4a75"],
        "A list holds items, a row holds cells, and so on",
        "Put what else there is beside it, or into an item.";
    WRONG_PARENT = "wrong-parent", Error, Sure of Role, "WCAG 1.3.1; WAI-ARIA 1.2: required context roles" act ["ff89c9"],
        "An item stands in a list, a cell in a row, and so on",
        "Put the element into one of the role that its own role needs.";
    AUTOCOMPLETE = "autocomplete", Error, Sure of Autocomplete, "WCAG 1.3.5" act ["73f2c2"],
        "The autocomplete of a form field says what HTML defines",
        "Write one of the words of HTML, such as email, name or street-address.";
    REFRESH = "refresh", Error, Sure of Viewport, "WCAG 2.2.1, 2.2.4, 3.2.5" act ["bc659a", "bisz58"],
        "A page does not change by itself while it is read",
        "Take the refresh out and let readers decide, or send them on at once.";
    LATE_REFRESH = "late-refresh", Warning, Sure of Viewport, "WCAG 2.2.4, 3.2.5" act ["bisz58"],
        "A page does not change by itself, even after 20 hours",
        "Take the refresh out and let readers decide.";
    BROKEN_DATA = "broken-data", Error, Sure of Data, "JSON-LD 1.1",
        "The data that a page holds for programs is JSON",
        "Mend the text in the script element of type application/ld+json, where “<” is written “\\u003c”.";
    MOVING_TEXT = "moving-text", Error, Sure of Page, "WCAG 2.2.2",
        "No text runs across the page by itself",
        "Take the marquee element out and let the words stand.";
    DEPRECATED_ROLE = "deprecated-role", Error, Sure of Role, "WAI-ARIA 1.2; DPUB-ARIA 1.1",
        "No deprecated role is used",
        "Use a list in place of directory; in place of the others a plain li inside a list in a section with doc-endnotes or doc-bibliography.";
    MISPLACED_ROLE = "misplaced-role", Error, Sure of Role, "DPUB-ARIA 1.1",
        "A role that would hide a list or its items is not put on them",
        "Put doc-endnotes on a section around the list, doc-footnote on an aside or div.";
    NOTE_WITHOUT_BACKLINK = "note-without-backlink", Error, Sure of Note, house "WCAG and DPUB-ARIA ask for no way back",
        "A note leads back to where it is called",
        "End the note with a link of role doc-backlink to the id of the call.";
    BACKLINK_WITHOUT_NOTEREF = "backlink-without-noteref", Error, Sure of Backlink, house "DPUB-ARIA lets a way back lead to any place",
        "The way back from a note leads to its call",
        "Link to the id of the element with role doc-noteref.";
    DANGLING_REFERENCE = "dangling-reference", Error, Sure of IdReference, "WCAG 1.3.1, 4.1.2",
        "The id an attribute such as aria-labelledby or for names exists on the page",
        "Name the id of an element of this page.";
    STYLE_ATTRIBUTE = "style-attribute", Error, Sure of Page, house "readers can override it only with “!important”, which WCAG counts as enough",
        "No element carries a style attribute",
        "Move the style to the style sheet, where readers can override it.";
    POSITIVE_TABINDEX = "positive-tabindex", Error, Sure of Tabindex, house "WCAG asks for an order that makes sense, which it may still be",
        "No element carries a tabindex above 0",
        "Put the elements into reading order and drop tabindex.";
    AUTOPLAY = "autoplay", Error, Sure of Media, "WCAG 1.4.2, 2.2.2",
        "Nothing plays by itself",
        "Take autoplay off and give the player controls.";
    SCRIPT = "script", Error, Sure of Page, house "the page works without JavaScript",
        "A page carries no script, event handler or javascript: address",
        "Take it out; a page must work without it.";
    THIRD_PARTY = "third-party", Error, Sure of Page, house "privacy, and the site works offline",
        "A page asks no other host for anything",
        "Put a copy of the file into the site.";
    ZOOM_BLOCKED = "zoom-blocked", Error, Sure of Viewport, "WCAG 1.4.4" act ["b4f0c3"],
        "A page can be enlarged to at least twice its size",
        "Take user-scalable and maximum-scale out of the viewport.";
    ZOOM_LIMITED = "zoom-limited", Error, Sure of Viewport, house "WCAG asks for twice the size; readers of large print want five times",
        "A page can be enlarged to at least five times its size",
        "Take maximum-scale out of the viewport.";
}
