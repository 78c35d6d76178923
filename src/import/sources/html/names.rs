//! What elements are by their names, roles and classes, whatever stands in them.

use super::style;
use super::tree::Element;

/// The role that an element says it has; the first one counts.
pub fn role(element: Element<'_>) -> &str {
    element.attribute("role").unwrap_or_default().split_ascii_whitespace().next().unwrap_or_default()
}

/// Whether an element has a role, by one of the attributes that say it: in pages `role`, in books also `epub:type`.
pub fn is_a(element: Element<'_>, role: &str) -> bool {
    let plain = role.strip_prefix("doc-").unwrap_or(role);
    element.has("role", role) || (plain.len() < role.len() && element.has("epub:type", plain))
}

/// Whether an element begins a line of its own.
pub fn is_block(element: Element<'_>) -> bool {
    match element.name() {
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "dd" | "details"
        | "dialog" | "dir" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer"
        | "form" | "frameset" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hgroup" | "hr"
        | "html" | "legend" | "li" | "listing" | "main" | "menu" | "nav" | "noframes" | "ol" | "optgroup"
        | "option" | "p" | "plaintext" | "pre" | "search" | "section" | "summary" | "table" | "tbody"
        | "td" | "tfoot" | "th" | "thead" | "tr" | "ul" | "xmp" => true,
        "" => false,
        _ => style::is(element, "display", &["block", "flex", "grid", "list-item", "table"]),
    }
}

/// Whether nobody sees an element, by its own attributes.
pub fn is_hidden(element: Element<'_>) -> bool {
    element.attribute("hidden").is_some()
        // Programs hide captions from screen readers that the alternative text of their picture repeats; they are printed.
        || (element.name() != "figcaption"
            && element.attribute("aria-hidden").is_some_and(|said| said.eq_ignore_ascii_case("true")))
        || (element.name() == "dialog" && element.attribute("open").is_none())
        || style::is(element, "display", &["none"])
        || style::is(element, "visibility", &["hidden", "collapse"])
        || style::is(element, "mso-hide", &["all"])
}

/// A part of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landmark {
    /// The main part.
    Main,
    /// An article.
    Article,
    /// What only leads elsewhere.
    Navigation,
    /// The head of the page.
    Banner,
    /// The foot of the page.
    Foot,
    /// What stands beside the main part.
    Beside,
    /// A search.
    Search,
}

impl Landmark {
    /// Which part an element is; a head or foot is one of the page where nothing but the page has it.
    pub fn of(element: Element<'_>, is_in_section: bool) -> Option<Self> {
        Some(match role(element) {
            "main" => Self::Main,
            "article" => Self::Article,
            "navigation" | "menu" | "menubar" | "doc-toc" | "directory" => Self::Navigation,
            "banner" => Self::Banner,
            "contentinfo" => Self::Foot,
            "complementary" => Self::Beside,
            "search" => Self::Search,
            "" => match element.name() {
                "main" => Self::Main,
                "article" => Self::Article,
                "nav" => Self::Navigation,
                "search" => Self::Search,
                "aside" => Self::Beside,
                "header" if !is_in_section => Self::Banner,
                "footer" if !is_in_section => Self::Foot,
                _ => return None,
            },
            _ => return None,
        })
    }

    /// Why it is left out.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Main | Self::Article => OUTSIDE,
            Self::Navigation => "navigation of the page",
            Self::Banner => "head of the page",
            Self::Foot => "foot of the page",
            Self::Beside => "beside the main part of the page",
            Self::Search => "search of the page",
        }
    }

    /// Whether it is left out wherever it stands.
    pub fn is_never_text(self) -> bool {
        matches!(self, Self::Navigation | Self::Search)
    }
}

/// Why what stands outside is left out.
pub const OUTSIDE: &str = "outside of the main part of the page";

/// Why an element is no text, with what it is where that is to be told.
pub fn not_text(name: &str) -> Option<(&'static str, Option<&'static str>)> {
    const CONTROL: &str = "control of a form";
    Some(match name {
        "template" => ("template, which no page shows", None),
        "noscript" | "noframes" | "noembed" => ("shown only where something else is not", None),
        "iframe" => (INSTEAD, Some("a page in the page")),
        "object" | "embed" | "applet" => (INSTEAD, Some("something embedded")),
        "video" => (INSTEAD, Some("a film")),
        "audio" => (INSTEAD, Some("a recording")),
        "canvas" => (INSTEAD, Some("a drawing of a script")),
        "svg" => ("words of a drawing", Some("a drawing (SVG)")),
        "math" => ("characters of a formula", Some("a formula (MathML)")),
        "map" => ("places of a picture", None),
        "button" | "select" | "textarea" | "label" | "datalist" | "output" | "meter" | "progress"
        | "input" | "keygen" => (CONTROL, None),
        _ => return None,
    })
}

const INSTEAD: &str = "shown instead of what is left out";

/// Whether an element holds the words of a program or of a style sheet.
pub fn is_code_of_page(name: &str) -> bool {
    matches!(name, "script" | "style")
}

/// The words of an element, its own and those of pictures, with one blank where others stand; `is_left` says what is not among them.
pub fn plain(element: Element<'_>, is_left: impl Fn(u32) -> bool) -> String {
    let mut words = String::new();
    let mut next = Some(element);
    while let Some(node) = next {
        let is_skipped = node.at != element.at && (is_left(node.at) || is_code_of_page(node.name()));
        if !is_skipped {
            if let Some(text) = node.text() {
                words.push_str(text);
            } else if is_block(node) || is_apart(node.name()) {
                words.push(' ');
            }
            let said = match node.name() {
                "img" | "area" => node.attribute("alt"),
                "input" if !has_type(node, &["hidden", "checkbox", "radio"]) => node
                    .attribute("value")
                    .filter(|value| !value.is_empty())
                    .or(node.attribute("placeholder")),
                _ => None,
            };
            if let Some(said) = said {
                words.extend([said, " "]);
            }
        }
        next = node.following(element, !is_skipped && !is_code_of_page(node.name()));
    }
    written(&words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether words of an element in a line stand apart from those around it.
fn is_apart(name: &str) -> bool {
    matches!(
        name,
        "br" | "img"
            | "input"
            | "option"
            | "optgroup"
            | "button"
            | "select"
            | "textarea"
            | "label"
            | "output"
    )
}

/// Whether an input is of one of these types.
pub fn has_type(input: Element<'_>, types: &[&str]) -> bool {
    input.attribute("type").is_some_and(|said| types.iter().any(|known| known.eq_ignore_ascii_case(said)))
}

/// The words of an element that is short; none where it has more characters, or too many elements to ask.
pub fn short(element: Element<'_>, most: usize) -> Option<String> {
    let mut words = String::new();
    for node in element.all().take(64) {
        words.push_str(node.text().unwrap_or_default());
        if words.len() > most * 8 {
            return None;
        }
    }
    let words = written(words.trim());
    (words.chars().count() <= most).then_some(words)
}

/// Text without what no text holds: separators of lines are blanks, and control characters are marked as lost ones.
pub fn written(text: &str) -> String {
    let one = |c: char| match c {
        '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_whitespace() => c,
        c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text.chars().map(one).collect()
}
