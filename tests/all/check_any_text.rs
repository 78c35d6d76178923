//! Whatever stands in a file, the rules finish, and every place they name is a place of the file.

use proptest::prelude::*;

use crate::targets::{LANGUAGES, check_texts};

/// Any characters, with those that mean something to a rule among them.
fn any_text() -> impl Strategy<Value = String> {
    let telling = prop::sample::select(vec![
        "\n",
        "\n\n",
        "。",
        "；",
        "，",
        "、",
        "：",
        "《",
        "》",
        "（",
        ")",
        "**",
        "[^1]",
        "[^1]: ",
        "1. ",
        "(a) ",
        "<!-->",
        "- ",
        "## ",
        "{covers=op-1}",
        "<!-- allow ",
        "easy-read/passive",
        ": ",
        "-->",
        "![](concept:x)",
        "[这里](#x)",
        "被",
        "不得不",
        "人权理事会",
        "理事会",
        "第五十六届",
        "IV",
        "A/HRC/1/2",
        "30%",
        "――",
        "...",
        "５６",
        "\u{200D}",
        "🧑‍🦽",
        "é",
        "| a |\n| --- |\n",
        "&amp;",
        "\\*",
        "<span lang=\"en\">",
        "</span>",
        "Dr. ",
        " the the ",
        "\t",
        "\u{0}",
    ]);
    // The rules for words cut them at their ends, so letters of every length stand before what may be cut.
    let ending = prop::sample::select(vec![
        "s", "es", "ed", "er", "est", "ing", "ly", "'s", "’s", "ies", "化", "性", "者", "们",
    ]);
    let word = ("\\p{L}{0,3}", "\\p{L}", 1..3_usize, ending)
        .prop_map(|(start, letter, times, ending)| format!("{start}{}{ending} ", letter.repeat(times)));
    let piece = prop_oneof![
        3 => telling.prop_map(str::to_owned),
        2 => any::<char>().prop_map(String::from),
        2 => word,
        1 => "\\PC{0,20}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn rules_finish_on_any_text(official in any_text(), easy in any_text()) {
        LANGUAGES.iter().for_each(|language| check_texts(&official, &easy, language));
    }
}

#[test]
fn a_doubled_letter_of_two_bytes_is_a_letter() {
    LANGUAGES.iter().for_each(|language| check_texts("The ööer is here.\n", "The ööer is here.\n", language));
}

#[test]
fn a_link_to_nowhere_is_its_own_place() {
    LANGUAGES.iter().for_each(|language| check_texts("[这里](#x)", "", language));
}
