//! Raised and lowered words where only plain text can stand.

/// What raised or lowered words are in a plain text.
struct Shift {
    /// Digits, signs and letters of calculations, and the same in their place.
    forms: [&'static str; 2],
    /// Letters that have such a form where they stand alone.
    alone: [&'static str; 2],
    /// What stands before words that have no such form.
    mark: char,
}

const SUPERSCRIPTS: Shift =
    Shift {
        forms: ["0123456789+-−=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ"], alone: ["ao", "ªº"], mark: '^'
    };
const SUBSCRIPTS: Shift = Shift {
    forms: ["0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"],
    alone: ["", ""],
    mark: '_',
};

/// Letters that end ordinal numbers where they are raised behind digits, and are as clear on the line. A plain text may hold
/// words of many languages, so they stand together.
const ORDINALS: &str = "st nd rd th er re ère e ème d de h r s t";

/// The same of titles, with the letter before them.
const TITLES: [(&str, &str); 6] =
    [("M", "r"), ("M", "me"), ("M", "lle"), ("D", "r"), ("S", "t"), ("S", "te")];

/// Words raised or lowered behind others: `10³` is not `103`, nor is `10^(1.5)` `101.5` or `x^(max)` `xmax`.
fn shifted(words: String, before: &str, to: &Shift) -> String {
    let said = words.trim();
    let is_ending = to.mark == '^' && is_ending(said, before);
    // The mark of a note has its brackets.
    let is_note = said.starts_with('[') && said.ends_with(']');
    if said.is_empty() || is_note || is_ending {
        return words;
    }
    let form = |c: char, [from, to]: [&str; 2]| to.chars().nth(from.chars().position(|one| one == c)?);
    let alone = |c: char| if said.len() == 1 { form(c, to.alone) } else { None };
    // A word of letters that have such a form, as “max”, is read letter by letter.
    let is_word =
        said.chars().filter(|c| c.is_alphabetic()).count() > 1 && said.chars().all(char::is_alphabetic);
    let form = |c: char| if is_word { None } else { form(c, to.forms).or_else(|| alone(c)) };
    let shifted: Option<String> = said.chars().map(form).collect();
    shifted.unwrap_or_else(|| format!("{}({said})", to.mark))
}

/// Whether raised letters end the ordinal number or the title before them.
fn is_ending(said: &str, before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    (word.ends_with(|c: char| c.is_ascii_digit()) && ORDINALS.split(' ').any(|ending| ending == said))
        || TITLES.contains(&(word, said))
}

/// Raised words behind others: `10³`.
pub fn raised(words: String, before: &str) -> String {
    shifted(words, before, &SUPERSCRIPTS)
}

/// Lowered words behind others: `CO₂`.
pub fn lowered(words: String, before: &str) -> String {
    shifted(words, before, &SUBSCRIPTS)
}
