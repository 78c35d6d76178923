//! What HTML does not know: what is wrong, and what to do about it.

/// An element in a wrong place, or an attribute with a value that means nothing.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Fault {
    /// Anything that the others here are not.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    /// An element needs another around it.
    pub fn outside(name: &str, needed: &str) -> Self {
        let help = format!("Put “<{needed}>” and “</{needed}>” around it, or write the same in Markdown.");
        Self::new(format!("“<{name}>” stands outside of “<{needed}>”"), help)
    }

    /// Words or an element in one that holds only `held`.
    pub fn directly(what: &str, parent: &str, held: &str) -> Self {
        let stand = if what == "words" { "words stand".to_owned() } else { format!("“<{what}>” stands") };
        let help = format!("“<{parent}>” holds only {held}: put it into one of these.");
        Self::new(format!("{stand} directly in “<{parent}>”"), help)
    }

    /// A part after those that it must stand before.
    pub fn late(name: &str, parent: &str) -> Self {
        let help = match name {
            "caption" | "summary" => format!("Put it first, right after “<{parent}>”."),
            "tbody" | "tr" => "Put it before “<tfoot>”.".to_owned(),
            _ => "Order the parts of a table: “<caption>”, “<colgroup>”, “<thead>”, “<tbody>”, “<tfoot>”."
                .to_owned(),
        };
        Self::new(format!("“<{name}>” stands too late in “<{parent}>”"), help)
    }

    /// A second part where there can be one.
    pub fn second(name: &str, parent: &str) -> Self {
        Self::new(format!("“<{parent}>” has two “<{name}>”"), "Make one of the two.")
    }

    /// An element inside another of its kind.
    pub fn nested(name: &str) -> Self {
        Self::new(
            format!("“<{name}>” stands inside another"),
            format!("End the first “<{name}>” before the second begins."),
        )
    }

    /// An end without a beginning.
    pub fn closes_nothing(name: &str) -> Self {
        let help = format!(
            "Remove it, or put “<{name}>” where the element begins; another element may have ended it."
        );
        Self::new(format!("“</{name}>” closes nothing"), help)
    }

    /// A value that means nothing.
    pub fn value(attribute: &str, value: &str) -> Self {
        let help = match attribute {
            "start" | "value" => "Write a whole number, or leave the attribute out.",
            "colspan" | "span" => "Write a whole number from 1 to 1000, or leave the attribute out.",
            "rowspan" => "Write a whole number from 0 to 65534, or leave the attribute out.",
            "dir" => "Write “ltr”, “rtl” or “auto”.",
            "scope" => "Write “row”, “col”, “rowgroup” or “colgroup”.",
            "type" => "Write “1”, “a”, “A”, “i” or “I”.",
            "datetime" => {
                "Write a day, a month, a year or a time as in “2026-04-03”, “2026-04”, “2026”, “09:30” or “2026-04-03T09:30”."
            }
            "lang" => "Write the tag of the language, such as “zh-Hans” or “fr”.",
            "title" | "abbr" => "Write its words, or leave the attribute out.",
            _ => "Write another value, or leave the attribute out.",
        };
        Self::new(format!("“{attribute}” cannot be “{value}”"), help)
    }
}
