//! What a page has for the rules to judge, so that a rule without anything to judge is not said to be kept.

use super::kind::Kind;
use super::tag::{Attribute, Set, Tag};

/// Something that a rule judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
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
    /// A tabindex.
    Tabindex,
    /// Audio or video.
    Media,
    /// A meta element, where the viewport is set.
    Viewport,
    /// A book, which no page has.
    Book,
}

// One bit for each thing.
const _: () = assert!((Thing::Book as u32) < u32::BITS);

/// The things that are there, on one page or on all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Judged(u32);

impl Judged {
    /// Whether there is such a thing.
    pub fn has(self, thing: Thing) -> bool {
        self.0 & (1 << thing as u32) != 0
    }

    /// What is in either.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn add(&mut self, thing: Thing) {
        self.0 |= 1 << thing as u32;
    }
}

/// The kinds and attributes of a page's tags, gathered tag by tag.
#[derive(Default)]
pub(super) struct Tags {
    kinds: u128,
    attributes: Set,
}

// One bit for each kind.
const _: () = assert!(Kind::COUNT <= u128::BITS as usize);

const THINGS_BY_KIND: &[(Thing, &[Kind])] = &[
    (Thing::Link, &[Kind::A]),
    (Thing::Button, &[Kind::Button, Kind::Summary]),
    (Thing::Navigation, &[Kind::Nav]),
    (Thing::Heading, &[Kind::H1, Kind::H2, Kind::H3, Kind::H4, Kind::H5, Kind::H6]),
    (Thing::Image, &[Kind::Img, Kind::Area, Kind::Image]),
    (Thing::Label, &[Kind::Button, Kind::Summary]),
    (Thing::Table, &[Kind::Table]),
    (Thing::HeaderCell, &[Kind::Th]),
    (Thing::Media, &[Kind::Audio, Kind::Video]),
    (Thing::Viewport, &[Kind::Meta]),
];

const THINGS_BY_ATTRIBUTE: &[(Thing, Set)] = &[
    (Thing::Id, Set::of(&[Attribute::Id])),
    (Thing::Reference, Set::of(&[Attribute::Href, Attribute::Src, Attribute::Srcset, Attribute::Poster])),
    (Thing::Language, Set::of(&[Attribute::Lang])),
    (Thing::XmlLanguage, Set::of(&[Attribute::XmlLang])),
    (Thing::Label, Set::of(super::walk::LABELS)),
    (Thing::AriaName, Set::of(&[Attribute::AriaLabel, Attribute::AriaLabelledby])),
    (Thing::Role, Set::of(&[Attribute::Role])),
    (
        Thing::IdReference,
        Set::of(&[
            Attribute::AriaControls,
            Attribute::AriaDescribedby,
            Attribute::AriaDetails,
            Attribute::AriaLabelledby,
            Attribute::For,
            Attribute::Headers,
        ]),
    ),
    (Thing::Tabindex, Set::of(&[Attribute::Tabindex])),
];

impl Tags {
    /// Takes note of a tag.
    pub fn add(&mut self, kind: Kind, tag: &Tag<'_>) {
        self.kinds |= 1 << kind as u32;
        self.attributes = self.attributes.with(tag.attributes());
    }

    /// What the tags are for the rules.
    pub fn judged(&self) -> Judged {
        let mut judged = Judged::default();
        judged.add(Thing::Page);
        for (thing, kinds) in THINGS_BY_KIND {
            if kinds.iter().any(|&kind| self.kinds & (1 << kind as u32) != 0) {
                judged.add(*thing);
            }
        }
        for (thing, attributes) in THINGS_BY_ATTRIBUTE {
            if self.attributes.meets(*attributes) {
                judged.add(*thing);
            }
        }
        judged
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
            <meta name=\"viewport\" content=\"width=device-width\"></head><body><nav aria-label=\"目录\"><a href=\"#m\">正文</a></nav>\
            <main id=\"m\" tabindex=\"-1\"><h1>标题</h1><p>字<a href=\"#n\" id=\"r\" role=\"doc-noteref\">1</a></p>\
            <img src=\"a.png\" alt=\"图\"><svg role=\"img\" aria-label=\"图\"></svg><button aria-controls=\"n\">按钮</button>\
            <table><caption>表</caption><tr><th scope=\"col\">头</th></tr></table><video src=\"a.mp4\" controls></video>\
            <aside id=\"n\" role=\"doc-footnote\">注<a href=\"#r\" role=\"doc-backlink\">回</a></aside></main></body></html>";
        let judged = audit::page(audit::Page { path: "index.html", html }, &Allow::default()).judged();
        for rule in RULES {
            assert!(judged.has(rule.judges), "{}", rule.name);
        }
        let bare = audit::page(audit::Page { path: "index.html", html: "<p>字" }, &Allow::default()).judged();
        assert!(RULES.iter().all(|rule| bare.has(rule.judges) == (rule.judges == Thing::Page)));
    }
}
