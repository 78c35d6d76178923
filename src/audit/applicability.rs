//! What a page has for the rules to judge, so that a rule without anything to judge is not said to be kept.

use super::element_kind::ElementKind;
use super::needs::Needs;
use super::tag::{Attribute, Set, Tag};

/// Something that a rule judges; WCAG-EM and the ACT rules call it a test target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestTarget {
    /// Any page.
    Page,
    /// An id.
    Id,
    /// An address of a page or file.
    Reference,
    /// A link.
    Link,
    /// A button or summary.
    Button,
    /// A navigation.
    Navigation,
    /// A heading.
    Heading,
    /// An image.
    Image,
    /// An svg that is an image.
    Graphic,
    /// A `lang`.
    Language,
    /// An `xml:lang`.
    XmlLanguage,
    /// A text that is a label.
    Label,
    /// A table.
    Table,
    /// A header cell.
    HeaderCell,
    /// A name by ARIA.
    AriaName,
    /// A role.
    Role,
    /// A call of a note.
    Note,
    /// A way back from a note.
    Backlink,
    /// An attribute that names an id.
    IdReference,
    /// An attribute of ARIA.
    AriaAttribute,
    /// A form field.
    Field,
    /// A meter or progress bar.
    Range,
    /// A form field that says its purpose.
    Autocomplete,
    /// A button that is an image.
    ImageButton,
    /// An item of a menu.
    MenuItem,
    /// An iframe.
    Frame,
    /// An object that shows or plays something.
    Object,
    /// What is said to be decoration.
    Decoration,
    /// The headers attribute of a cell.
    HeadersAttribute,
    /// A tabindex.
    Tabindex,
    /// Audio or video.
    Media,
    /// A meta element, where the viewport is set.
    Viewport,
    /// Data for programs.
    Data,
    /// A book, which no page has.
    Book,
}

// One bit for each thing.
const _: () = assert!((TestTarget::Book as u32) < u64::BITS);

/// The test targets that are there, on one page or on all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TestTargets(u64);

impl TestTargets {
    /// Whether there is such a target.
    pub fn has(self, target: TestTarget) -> bool {
        self.0 & (1 << target as u64) != 0
    }

    /// What is in either.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Adds what an element is that is exposed.
    pub(super) fn add_needs(&mut self, needs: Needs) {
        let target = match needs {
            Needs::Nothing => return,
            Needs::Link | Needs::Area => TestTarget::Link,
            Needs::Button | Needs::Summary => TestTarget::Button,
            Needs::ImageButton => TestTarget::ImageButton,
            Needs::MenuItem => TestTarget::MenuItem,
            Needs::Heading => TestTarget::Heading,
            Needs::Image | Needs::Decoration => TestTarget::Image,
            Needs::Graphic => TestTarget::Graphic,
            Needs::Field => TestTarget::Field,
            Needs::Range => TestTarget::Range,
            Needs::Frame => TestTarget::Frame,
            Needs::Object => TestTarget::Object,
        };
        self.add(target);
    }

    pub(super) fn add(&mut self, target: TestTarget) {
        self.0 |= 1 << target as u64;
    }
}

/// The kinds and attributes of a page's tags, gathered tag by tag.
#[derive(Default)]
pub(super) struct Tags {
    kinds: u128,
    attributes: Set,
}

// One bit for each kind.
const _: () = assert!(ElementKind::COUNT <= u128::BITS as usize);

const TARGETS_BY_KIND: &[(TestTarget, &[ElementKind])] = &[
    (TestTarget::Link, &[ElementKind::A]),
    (TestTarget::Button, &[ElementKind::Button, ElementKind::Summary]),
    (TestTarget::Navigation, &[ElementKind::Nav]),
    (
        TestTarget::Heading,
        &[
            ElementKind::H1,
            ElementKind::H2,
            ElementKind::H3,
            ElementKind::H4,
            ElementKind::H5,
            ElementKind::H6,
        ],
    ),
    (TestTarget::Image, &[ElementKind::Img, ElementKind::Area, ElementKind::Image]),
    (TestTarget::Label, &[ElementKind::Button, ElementKind::Summary]),
    (TestTarget::Table, &[ElementKind::Table]),
    (TestTarget::HeaderCell, &[ElementKind::Th]),
    (TestTarget::Media, &[ElementKind::Audio, ElementKind::Video]),
    (TestTarget::Viewport, &[ElementKind::Meta]),
];

const TARGETS_BY_ATTRIBUTE: &[(TestTarget, Set)] = &[
    (TestTarget::Id, Set::of(&[Attribute::Id])),
    (
        TestTarget::Reference,
        Set::of(&[Attribute::Href, Attribute::Src, Attribute::Srcset, Attribute::Poster]),
    ),
    (TestTarget::Language, Set::of(&[Attribute::Lang])),
    (TestTarget::XmlLanguage, Set::of(&[Attribute::XmlLang])),
    (TestTarget::Label, Set::of(super::tag::LABELS)),
    (TestTarget::AriaName, Set::of(&[Attribute::AriaLabel, Attribute::AriaLabelledby])),
    (TestTarget::Role, Set::of(&[Attribute::Role])),
    (
        TestTarget::IdReference,
        Set::of(&[
            Attribute::AriaControls,
            Attribute::AriaDescribedby,
            Attribute::Aria,
            Attribute::AriaDetails,
            Attribute::AriaLabelledby,
            Attribute::AriaOwns,
            Attribute::For,
        ]),
    ),
    (TestTarget::HeadersAttribute, Set::of(&[Attribute::Headers])),
    (TestTarget::Autocomplete, Set::of(&[Attribute::Autocomplete])),
    (TestTarget::AriaAttribute, super::tag::ARIA),
    (TestTarget::Decoration, Set::of(&[Attribute::Alt, Attribute::Role])),
    (TestTarget::Tabindex, Set::of(&[Attribute::Tabindex])),
];

impl Tags {
    /// Takes note of a tag.
    pub fn add(&mut self, kind: ElementKind, tag: &Tag<'_>) {
        self.kinds |= 1 << kind as u32;
        self.attributes = self.attributes.with(tag.attributes());
    }

    /// What the tags are for the rules.
    pub fn targets(&self) -> TestTargets {
        let mut targets = TestTargets::default();
        targets.add(TestTarget::Page);
        for (target, kinds) in TARGETS_BY_KIND {
            if kinds.iter().any(|&kind| self.kinds & (1 << kind as u32) != 0) {
                targets.add(*target);
            }
        }
        for (target, attributes) in TARGETS_BY_ATTRIBUTE {
            if self.attributes.meets(*attributes) {
                targets.add(*target);
            }
        }
        targets
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::rules::RULES;
    use crate::audit::{self, Allow};

    #[test]
    fn a_page_with_everything_gives_every_rule_something_to_judge() {
        let html = "<!DOCTYPE html><html lang=\"zh-Hans\" xml:lang=\"zh-Hans\"><head><title>页</title>\
            <meta name=\"viewport\" content=\"width=device-width\"><script type=\"application/ld+json\">{}</script></head><body><nav aria-label=\"目录\"><a href=\"#m\">正文</a></nav>\
            <main id=\"m\" tabindex=\"-1\"><h1>标题</h1><p>字<a href=\"#n\" id=\"r\" role=\"doc-noteref\">1</a></p>\
            <img src=\"a.png\" alt=\"图\"><svg role=\"img\" aria-label=\"图\"></svg><button aria-controls=\"n\">按钮</button>\
            <table><caption>表</caption><tr><th scope=\"col\" id=\"h\">头</th></tr><tr><td headers=\"h\">格</td></tr></table>\
            <input autocomplete=\"email\" aria-label=\"邮箱\"><input type=\"image\" alt=\"寻\"><ul role=\"menu\"><li role=\"menuitem\">开</li></ul>\
            <progress aria-label=\"读完\"></progress><iframe title=\"图\"></iframe><object data=\"a.png\" title=\"图\"></object><video src=\"a.mp4\" controls></video>\
            <aside id=\"n\" role=\"doc-footnote\">注<a href=\"#r\" role=\"doc-backlink\">回</a></aside></main></body></html>";
        let targets = audit::page(audit::Page { path: "index.html", html }, &Allow::default()).targets();
        for rule in RULES {
            assert!(targets.has(rule.judges), "{}", rule.name);
        }
        let bare =
            audit::page(audit::Page { path: "index.html", html: "<p>字" }, &Allow::default()).targets();
        assert!(RULES.iter().all(|rule| bare.has(rule.judges) == (rule.judges == TestTarget::Page)));
    }
}
