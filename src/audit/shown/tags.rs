//! What a tag says of the words in its element.

use super::elements::List;
use crate::audit::aria::Naming;
use crate::audit::element_kind::ElementKind;
use crate::audit::implicit_role;
use crate::audit::stack::Frame;
use crate::audit::tag::{ARIA, Attribute, Tag};
use crate::audit::text;

/// Whether readers do not meet what is in an element, whatever it looks like: it is shown only in place of something else, only
/// when somebody opens it, or leads through the page.
pub fn is_unmet(tag: &Tag<'_>) -> bool {
    use ElementKind::*;
    let is_named = |names: &[&str]| names.iter().any(|name| tag.name().eq_ignore_ascii_case(name));
    let of_kind = match tag.kind {
        Audio | Datalist | Head | Iframe | Math | Meter | Nav | Noembed | Noframes | Noscript | Object
        | Optgroup | Option | Progress | Rp | Select | Svg | Template | Video => true,
        Dialog => !tag.has(Attribute::Open),
        Other => is_named(&["applet", "canvas", "frameset", "portal"]),
        _ => false,
    };
    // In these roles no words are heard but those of a label.
    let of_role =
        ["doc-toc", "img", "math", "meter", "navigation", "progressbar", "scrollbar", "separator", "slider"];
    of_kind
        || tag.role().is_some_and(|role| of_role.contains(&role))
        || tag.all_attributes().any(|(name, _)| name == "popover")
}

/// What of a tag changes how the words in its element are read.
pub fn changes<'p>(tag: &Tag<'p>) -> Option<&'p str> {
    use ElementKind::*;
    let is_named = |names: &[&str]| names.iter().any(|name| tag.name().eq_ignore_ascii_case(name));
    if let Some(by) = attribute_that_changes(tag) {
        return Some(by);
    }
    match tag.kind {
        Del | Ins | Marquee | Q | Rt | S | Sub | Sup => Some(tag.name()),
        Other if is_named(&["bdo", "big", "blink", "strike"]) => Some(tag.name()),
        _ => tag.role().filter(|role| ["deletion", "insertion", "subscript", "superscript"].contains(role)),
    }
}

/// The attribute of a tag that changes what is heard of its words, or lets readers change them.
fn attribute_that_changes(tag: &Tag<'_>) -> Option<&'static str> {
    const HEARD: [&str; 4] =
        ["aria-brailleroledescription", "aria-braillelabel", "aria-description", "aria-roledescription"];
    let has_words = |attribute| tag.get(attribute).is_some_and(|words| !text::is_blank(words));
    // In the place of their content some elements are called by their label; where none is allowed, some programs do the same.
    let is_called_by_content = || {
        let role = tag.given_role().or_else(|| implicit_role::implicit(tag.kind, tag, &Frame::root()));
        role.is_some_and(|role| role.naming != Naming::Author)
    };
    if has_words(Attribute::AriaLabel) && is_called_by_content() {
        return Some("aria-label");
    }
    if tag.has(Attribute::Contenteditable) && !tag.says(Attribute::Contenteditable, "false") {
        return Some("contenteditable");
    }
    let heard = tag.has_any(ARIA).then(|| {
        let mut all = tag.all_attributes().filter(|(_, words)| !text::is_blank(words));
        all.find_map(|(name, _)| HEARD.into_iter().find(|heard| *heard == name))
    });
    heard.flatten()
}

/// Whether the words in an element lead somewhere or name a field, so that nobody takes them for those of a text beside it.
pub fn leads(tag: &Tag<'_>) -> bool {
    matches!(tag.kind, ElementKind::A | ElementKind::Button | ElementKind::Label)
}

/// How a list counts that has numbers.
pub fn counts(tag: &Tag<'_>) -> List {
    let attributes: Vec<_> = tag.all_attributes().collect();
    let value =
        |sought: &str| attributes.iter().find(|(name, _)| name == sought).map(|(_, value)| value.trim());
    match () {
        () if value("reversed").is_some() => List::CountsOtherwise("reversed"),
        () if value("start").is_some_and(|start| start != "1") => List::CountsOtherwise("start"),
        () if value("type").is_some_and(|kind| kind != "1") => List::CountsOtherwise("type"),
        () => List::Counts,
    }
}
