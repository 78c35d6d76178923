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

/// Letters that end ordinal numbers and titles where they are raised alone, as in `1er` and `Mr`, and are as clear on the line.
const ENDINGS: [&str; 6] = ["d", "e", "h", "r", "s", "t"];

/// Words raised or lowered: `10³` is not `103`, nor is `10^(1.5)` `101.5`. Words of more letters without numbers and signs are
/// as clear on the line, and so are characters that join others without spaces.
fn shifted(words: String, to: &Shift) -> String {
    let said = words.trim();
    let is_calculated =
        said.contains(|c: char| (c.is_numeric() && !c.is_alphabetic()) || "+-−=<>±×÷/".contains(c));
    let mut parts = said.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).peekable();
    let are_letters = parts.peek().is_some() && parts.all(|part| part.len() == 1);
    let is_ending = to.mark == '^' && ENDINGS.contains(&said);
    // The mark of a note has its brackets.
    let is_note = said.starts_with('[') && said.ends_with(']');
    if is_note || is_ending || !(is_calculated || are_letters) {
        return words;
    }
    let form = |c: char, [from, to]: [&str; 2]| to.chars().nth(from.chars().position(|one| one == c)?);
    let alone = |c: char| if said.len() == 1 { form(c, to.alone) } else { None };
    let shifted: Option<String> = said.chars().map(|c| form(c, to.forms).or_else(|| alone(c))).collect();
    shifted.unwrap_or_else(|| format!("{}({said})", to.mark))
}

/// Raised words: `10³`.
pub fn raised(words: String) -> String {
    shifted(words, &SUPERSCRIPTS)
}

/// Lowered words: `CO₂`.
pub fn lowered(words: String) -> String {
    shifted(words, &SUBSCRIPTS)
}
