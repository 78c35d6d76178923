//! What the audit can see of WCAG 2.2: each criterion of levels A and AA, and those of AAA that rules serve.
//!
//! One table, for `curbcut explain audit`, the accessibility report and the tests. The audit reads markup: it sees neither
//! layout nor colours, runs no script, and understands neither words nor pictures nor sound.

use std::fmt::Write as _;

/// How much of a criterion the rules can judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// All that markup can get wrong; whether it says what is true is left to people.
    Checked,
    /// Some ways of failing it.
    Partly,
    /// Nothing.
    NotHere,
}

impl Reach {
    fn words(self) -> &'static str {
        match self {
            Reach::Checked => "checked",
            Reach::Partly => "partly",
            Reach::NotHere => "not checkable here",
        }
    }
}

/// A success criterion of WCAG 2.2.
#[derive(Debug)]
pub struct Criterion {
    /// Its number: `1.1.1`.
    pub number: &'static str,
    /// Its level: `A`.
    pub level: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How much of it is checked.
    pub reach: Reach,
    /// What people must look at.
    pub left: &'static str,
}

impl Criterion {
    /// The name that the W3C has for it in addresses: `non-text-content`.
    pub fn slug(&self) -> String {
        let letters = self.name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-'));
        letters.collect::<String>().to_ascii_lowercase().replace(' ', "-")
    }
}

macro_rules! criteria {
    ($($number:literal $level:ident $name:literal $reach:ident $left:literal;)*) => {
        /// Every criterion, in the order of WCAG.
        pub static CRITERIA: &[Criterion] = &[$(Criterion {
            number: $number,
            level: stringify!($level),
            name: $name,
            reach: Reach::$reach,
            left: $left,
        }),*];
    };
}

criteria! {
    "1.1.1" A "Non-text Content" Partly "whether a text says what its picture shows";
    "1.2.1" A "Audio-only and Video-only (Prerecorded)" NotHere "sound and film";
    "1.2.2" A "Captions (Prerecorded)" NotHere "sound and film";
    "1.2.3" A "Audio Description or Media Alternative (Prerecorded)" NotHere "sound and film";
    "1.2.4" AA "Captions (Live)" NotHere "sound and film";
    "1.2.5" AA "Audio Description (Prerecorded)" NotHere "sound and film";
    "1.3.1" A "Info and Relationships" Partly "what is shown by its look alone";
    "1.3.2" A "Meaningful Sequence" NotHere "the order in which style sheets show a page";
    "1.3.3" A "Sensory Characteristics" NotHere "the meaning of words";
    "1.3.4" AA "Orientation" NotHere "layout";
    "1.3.5" AA "Identify Input Purpose" Partly "what a field is for";
    "1.4.1" A "Use of Color" NotHere "colours";
    "1.4.2" A "Audio Control" Partly "how long something plays, and what scripts start";
    "1.4.3" AA "Contrast (Minimum)" NotHere "colours";
    "1.4.4" AA "Resize Text" Partly "whether anything is lost in enlarging";
    "1.4.5" AA "Images of Text" NotHere "what pictures show";
    "1.4.10" AA "Reflow" NotHere "layout";
    "1.4.11" AA "Non-text Contrast" NotHere "colours";
    "1.4.12" AA "Text Spacing" NotHere "layout";
    "1.4.13" AA "Content on Hover or Focus" NotHere "what style sheets and scripts show";
    "2.1.1" A "Keyboard" Partly "scripts";
    "2.1.2" A "No Keyboard Trap" NotHere "scripts";
    "2.1.4" A "Character Key Shortcuts" NotHere "scripts";
    "2.2.1" A "Timing Adjustable" Partly "scripts and servers";
    "2.2.2" A "Pause, Stop, Hide" Partly "what style sheets and scripts move";
    "2.2.4" AAA "Interruptions" Partly "what scripts and servers bring up";
    "2.3.1" A "Three Flashes or Below Threshold" NotHere "film and movement";
    "2.4.1" A "Bypass Blocks" Partly "whether what is passed over is what pages repeat";
    "2.4.2" A "Page Titled" Partly "whether the title says what the page is about";
    "2.4.3" A "Focus Order" NotHere "the order in which scripts and style sheets lead";
    "2.4.4" A "Link Purpose (In Context)" Partly "whether the words say where a link leads";
    "2.4.5" AA "Multiple Ways" NotHere "how a site is searched";
    "2.4.6" AA "Headings and Labels" Partly "whether the words describe what follows";
    "2.4.7" AA "Focus Visible" NotHere "layout and colours";
    "2.4.9" AAA "Link Purpose (Link Only)" Partly "whether the words alone say where a link leads";
    "2.4.11" AA "Focus Not Obscured (Minimum)" NotHere "layout";
    "2.5.1" A "Pointer Gestures" NotHere "scripts";
    "2.5.2" A "Pointer Cancellation" NotHere "scripts";
    "2.5.3" A "Label in Name" NotHere "which words are seen";
    "2.5.4" A "Motion Actuation" NotHere "scripts";
    "2.5.7" AA "Dragging Movements" NotHere "scripts";
    "2.5.8" AA "Target Size (Minimum)" NotHere "layout";
    "3.1.1" A "Language of Page" Checked "whether a short text is in another language of the same script";
    "3.1.2" AA "Language of Parts" Partly "whether a short text is in another language of the same script";
    "3.1.3" AAA "Unusual Words" Partly "whether an explanation is understood";
    "3.1.4" AAA "Abbreviations" Partly "whether what is written out is right";
    "3.1.5" AAA "Reading Level" Partly "whether readers understand";
    "3.2.1" A "On Focus" NotHere "scripts";
    "3.2.2" A "On Input" NotHere "scripts";
    "3.2.3" AA "Consistent Navigation" NotHere "whether pages repeat in one order";
    "3.2.4" AA "Consistent Identification" NotHere "the meaning of words";
    "3.2.5" AAA "Change on Request" Partly "what scripts change";
    "3.2.6" A "Consistent Help" NotHere "where help stands on each page";
    "3.3.1" A "Error Identification" NotHere "scripts and servers";
    "3.3.2" A "Labels or Instructions" NotHere "whether a field is explained";
    "3.3.3" AA "Error Suggestion" NotHere "scripts and servers";
    "3.3.4" AA "Error Prevention (Legal, Financial, Data)" NotHere "scripts and servers";
    "3.3.7" A "Redundant Entry" NotHere "scripts and servers";
    "3.3.8" AA "Accessible Authentication (Minimum)" NotHere "scripts and servers";
    "4.1.2" A "Name, Role, Value" Partly "what scripts change";
    "4.1.3" AA "Status Messages" NotHere "scripts";
}

/// The criteria that the source of a rule names by their numbers.
pub fn named_in(source: &str) -> impl Iterator<Item = &'static Criterion> {
    let words = source.split(|c: char| !c.is_ascii_digit() && c != '.').map(|word| word.trim_matches('.'));
    words.filter_map(|word| CRITERIA.iter().find(|criterion| criterion.number == word))
}

/// What is seen of each criterion, and what is left to people: a text for the terminal.
pub fn reach() -> String {
    let mut text = String::from(
        "What the audit sees of WCAG 2.2\n\nIt reads markup. It sees neither layout nor the colours of style sheets, runs no script, and \
         understands neither\nwords nor pictures nor sound. A site without findings may fail any of these criteria; only people can \
         say that it\nconforms.\n\n",
    );
    let width = CRITERIA.iter().map(|criterion| criterion.name.len()).max().unwrap_or(0);
    for Criterion { number, level, name, reach, left } in CRITERIA {
        let reach = reach.words();
        let _ = writeln!(text, "{number:6}  {level:3}  {name:width$}  {reach:18}  left to people: {left}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_criterion_of_a_and_aa_is_listed_in_order() {
        let count = |level: &str| CRITERIA.iter().filter(|criterion| criterion.level == level).count();
        assert_eq!((count("A"), count("AA")), (31, 24));
        let number = |criterion: &Criterion| -> Vec<u8> {
            criterion.number.split('.').map(|part| part.parse().unwrap()).collect()
        };
        assert!(CRITERIA.is_sorted_by_key(number));
        let slugs: Vec<String> =
            ["1.1.1", "2.4.4", "4.1.2"].iter().flat_map(|it| named_in(it)).map(Criterion::slug).collect();
        assert_eq!(slugs, ["non-text-content", "link-purpose-in-context", "name-role-value"]);
    }
}
