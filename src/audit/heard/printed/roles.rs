//! How the roles of elements are said in a text for people: as data.

/// Roles of which nothing is said: their words are.
pub(super) const SILENT: &[&str] =
    &["", "code", "emphasis", "paragraph", "rowgroup", "strong", "subscript", "superscript", "time"];

/// Roles that are said before the first line of what is in them.
pub(super) const BEFORE_LINE: &[&str] = &[
    "caption",
    "cell",
    "columnheader",
    "definition",
    "figcaption",
    "gridcell",
    "heading",
    "legend",
    "listitem",
    "rowheader",
    "summary",
    "term",
];

/// Roles of what may stand within a sentence.
pub(super) const WITHIN_LINE: &[&str] = &[
    "audio",
    "button",
    "checkbox",
    "deletion",
    "doc-backlink",
    "doc-biblioref",
    "doc-glossref",
    "doc-noteref",
    "doc-pagebreak",
    "embed",
    "field",
    "graphics-document",
    "graphics-object",
    "graphics-symbol",
    "iframe",
    "image",
    "img",
    "insertion",
    "link",
    "mark",
    "math",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "meter",
    "object",
    "option",
    "progressbar",
    "radio",
    "scrollbar",
    "searchbox",
    "separator",
    "slider",
    "spinbutton",
    "suggestion",
    "switch",
    "tab",
    "term",
    "textbox",
    "tooltip",
    "treeitem",
    "video",
];

/// Roles that are something only by their name.
pub(super) const NAMED: &[&str] = &[
    "audio",
    "button",
    "checkbox",
    "combobox",
    "doc-backlink",
    "doc-biblioref",
    "doc-glossref",
    "doc-noteref",
    "field",
    "iframe",
    "image",
    "img",
    "link",
    "listbox",
    "menuitem",
    "object",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "tab",
    "textbox",
    "video",
];

/// Elements whose name is what one in them says, and which is not said again.
pub(super) const NAMED_BY: &[(&str, &str)] =
    &[("caption", "table"), ("figcaption", "figure"), ("legend", "group")];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::aria;
    use crate::audit::heard::element;

    #[test]
    fn roles_of_lists_are_roles() {
        let known: Vec<&str> = aria::names().chain(element::without_role()).chain([""]).collect();
        let of_captions = NAMED_BY.iter().flat_map(|(caption, of)| [*caption, *of]);
        for role in [SILENT, BEFORE_LINE, WITHIN_LINE, NAMED].concat().into_iter().chain(of_captions) {
            assert!(known.contains(&role), "{role}");
        }
    }
}
