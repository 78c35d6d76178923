//! What elements of pages hold the words of a text, by their names, classes and attributes.
//!
//! The elements are those that texts and the built-in templates have. Of a class that none of them has, nothing is known
//! here: a page of a site's own template is looked at itself, when it is made.

/// What an element that a part of a selector asks for is to readers of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Bearing {
    /// Nothing of the kind is on a page of the built-in templates, or it holds no words of a text.
    #[default]
    Absent,
    /// It is on pages, and holds only what leads through them.
    Furniture,
    /// It may hold words of a text in a line, or be a picture of it.
    Part,
    /// It may hold blocks of words beside what is no text.
    Frame,
    /// It may hold blocks of words.
    Words,
}

/// The elements that hold words of texts: blocks of them, ...
const TAGS: &str = "blockquote caption dd details div dl dt li ol p pre summary table tbody td tfoot th thead \
    tr ul";

/// ... what such blocks stand in, beside what is no text, ...
const FRAME_TAGS: &str = "address article aside body figcaption h1 h2 h3 h4 h5 h6 header html main section";

/// ... and what stands in a line of a text, or is a picture.
const PART_TAGS: &str = "a abbr b bdi bdo cite code del dfn em figure i img ins kbd mark picture q rb rt ruby s samp small span strong \
    sub sup time u var";

/// The elements of pages that hold none.
const FURNITURE_TAGS: &str = "audio br col colgroup footer head hr nav rp source svg track video wbr";

/// The classes of what holds words of texts, in pages and books: blocks of them, ...
const WORDS: &[&str] = &[
    "access",
    "adoption",
    "article",
    "bracketed",
    "caution",
    "center",
    "chapter-list",
    "confirmed",
    "description",
    "description-name",
    "differs",
    "done",
    "event-facts",
    "files",
    "fits",
    "glossary",
    "important",
    "lead",
    "list",
    "no",
    "matches",
    "no-task",
    "not-tested",
    "note",
    "notes",
    "open",
    "operative",
    "overdue",
    "paragraph",
    "paragraphs",
    "plain",
    "plainly",
    "preamble",
    "print-broken",
    "print-small",
    "print-smallest",
    "print-turned",
    "proposed",
    "reason",
    "reports",
    "said",
    "statement",
    "states",
    "sub",
    "subtitle",
    "summary",
    "table",
    "task",
    "tasks",
    "tested",
    "text",
    "tip",
    "to",
    "transcript",
    "unknown",
    "warning",
    "word-box",
    "word-list",
    "yes",
];

/// ... what such blocks stand in, beside what is no text, ...
const FRAMES: &[&str] = &[
    "about",
    "about-this",
    "aside",
    "easy-read",
    "end",
    "entries",
    "event",
    "facts",
    "follow-up",
    "home",
    "idea",
    "match",
    "match-notice",
    "matching",
    "not-found",
    "notice",
    "official",
    "opening",
    "page",
    "players",
    "programme",
    "recordings",
    "related-events",
    "section",
    "sheet",
    "standing",
    "start",
    "withdrawn",
    "words",
];

/// ... and what stands in a line of a text, or holds a picture.
const PARTS: &[&str] = &[
    "changed",
    "count",
    "cover",
    "note-mark",
    "notice-label",
    "number",
    "page-break",
    "picture",
    "pictures",
    "seen",
    "symbol",
    "time",
    "verb",
    "who",
    "word",
];

/// The classes of what holds blocks of words.
pub fn of_words() -> impl Iterator<Item = &'static str> {
    WORDS.iter().chain(FRAMES).copied()
}

/// The classes of what leads through pages, repeats what stands elsewhere, or explains the program's rules.
pub const FURNITURE: &[&str] = &[
    "alone",
    "ask",
    "bad",
    "banner",
    "banner-line",
    "bar",
    "beside",
    "card",
    "cards",
    "chapters",
    "colophon",
    "colophon-lines",
    "contents",
    "document",
    "documents",
    "downloads",
    "easy",
    "explained",
    "explains",
    "facets",
    "good",
    "kerb",
    "left-out",
    "logo",
    "mark",
    "missing",
    "neighbours",
    "note-back",
    "on-screen",
    "parts",
    "permalink",
    "pinyin",
    "rule",
    "rules",
    "site-mark",
    "site-name",
    "site-navigation",
    "skip",
    "tick",
    "trail",
    "versions",
    "visually-hidden",
    "wants",
    "ways",
];

/// The attributes that elements with words have.
const ATTRIBUTES: &[&str] = &[
    "abbr",
    "alt",
    "aria-details",
    "aria-label",
    "aria-labelledby",
    "class",
    "colspan",
    "data-print",
    "datetime",
    "dir",
    "headers",
    "height",
    "href",
    "hreflang",
    "id",
    "lang",
    "open",
    "reversed",
    "role",
    "rowspan",
    "scope",
    "span",
    "src",
    "start",
    "tabindex",
    "title",
    "type",
    "value",
    "width",
    "xml:lang",
];

/// The roles of what leads through pages.
const FURNITURE_ROLES: &[&str] =
    &["banner", "contentinfo", "doc-backlink", "doc-toc", "menu", "menubar", "navigation", "search"];

/// The roles of what stands in a line of a text, or is a picture.
const PART_ROLES: &[&str] = &["button", "doc-noteref", "img", "link"];

/// The pseudo-classes of what holds no words of a text: controls, what is empty, what scripts open.
const ELSEWHERE: &[&str] = &[
    "autofill",
    "blank",
    "checked",
    "default",
    "disabled",
    "empty",
    "enabled",
    "fullscreen",
    "host",
    "in-range",
    "indeterminate",
    "invalid",
    "modal",
    "optional",
    "out-of-range",
    "paused",
    "picture-in-picture",
    "placeholder-shown",
    "playing",
    "popover-open",
    "read-write",
    "required",
    "user-invalid",
    "user-valid",
    "valid",
];

/// What is known of the ids of elements, beside those that the program makes: a heading of a text has an id of its words.
#[derive(Debug, Clone, Default)]
pub enum Ids {
    /// The templates are not at hand, and any other id may be theirs.
    #[default]
    OfAnyone,
    /// These are of a site's own templates, and any other is of a text.
    OfTemplates(Vec<String>),
}

impl Ids {
    /// What an element with this id is.
    pub fn bearing(&self, id: &str) -> Bearing {
        let is_made = ["main", "title"].contains(&id)
            || ["description-", "op-", "pp-", "note-"].iter().any(|part| id.starts_with(part));
        let is_of_text = match self {
            Ids::OfAnyone => is_made,
            Ids::OfTemplates(known) => is_made || !known.iter().any(|known| known == id),
        };
        if is_of_text { Bearing::Words } else { Bearing::Absent }
    }
}

/// What an element of this name is.
pub fn tag(name: &str) -> Bearing {
    let lists = [
        (TAGS, Bearing::Words),
        (FRAME_TAGS, Bearing::Frame),
        (PART_TAGS, Bearing::Part),
        (FURNITURE_TAGS, Bearing::Furniture),
    ];
    let is_of = |list: &str| list.split_whitespace().any(|known| known == name);
    lists.into_iter().find(|(list, _)| is_of(list)).map_or(Bearing::Absent, |(_, bearing)| bearing)
}

/// What an element with this class is.
pub fn class(name: &str) -> Bearing {
    if name.starts_with("language-") { Bearing::Words } else { any_class(|class| class == name) }
}

/// What an element is by its name and its classes.
pub fn element(element: &impl super::Element) -> Bearing {
    let classes = element.attribute("class").unwrap_or_default();
    classes.split_ascii_whitespace().map(class).fold(tag(element.name()), Bearing::min)
}

/// The most that an element can be with a class of which this is so.
fn any_class(is_so: impl Fn(&str) -> bool) -> Bearing {
    let lists = [
        (WORDS, Bearing::Words),
        (FRAMES, Bearing::Frame),
        (PARTS, Bearing::Part),
        (FURNITURE, Bearing::Furniture),
    ];
    let found = lists.into_iter().find(|(list, _)| list.iter().any(|class| is_so(class)));
    found.map_or(Bearing::Absent, |(_, bearing)| bearing)
}

/// What an element with an attribute is; `holds` says whether the attribute has a value, if one is asked for.
pub fn attribute(name: &str, holds: Option<&dyn Fn(&str) -> bool>) -> Bearing {
    let name = name.to_ascii_lowercase();
    match (&*name, holds) {
        ("class", Some(holds)) => any_class(holds),
        ("role", Some(holds)) if FURNITURE_ROLES.iter().any(|role| holds(role)) => Bearing::Furniture,
        ("role", Some(holds)) if PART_ROLES.iter().any(|role| holds(role)) => Bearing::Part,
        (name, _) if ATTRIBUTES.contains(&name) => Bearing::Words,
        _ => Bearing::Absent,
    }
}

/// What an element in this state is.
pub fn pseudo_class(name: &str) -> Bearing {
    if ELSEWHERE.contains(&name) || name.starts_with('-') { Bearing::Absent } else { Bearing::Words }
}

/// What stands in this part of an element: most parts hold what a style sheet or a browser adds.
pub fn pseudo_element(name: &str) -> Bearing {
    match name {
        "details-content" | "first-letter" | "first-line" | "marker" => Bearing::Words,
        _ => Bearing::Absent,
    }
}
