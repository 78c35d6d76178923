use super::*;

#[test]
fn a_day_has_no_time() {
    assert!(day("2026-03-02").is_some() && day(" 2026-03-02 ").is_some());
    for wrong in
        ["2026-03-02T10:00", "20260302", "2026-3-2", "2026-02-30", "2026-03-02Z", "+002026-03-02", ""]
    {
        assert_eq!(day(wrong), None, "{wrong}");
    }
}

#[test]
fn a_name_in_other_letters_is_meant() {
    assert_eq!(meant("ID", ["title", "id"]), Some("id"));
    assert_eq!(meant("Consent_By", ["consent-date", "consent-by"]), Some("consent-by"));
}

#[test]
fn what_serde_says_is_told_in_our_words() {
    let yaml =
        |said: &str| told(said, None, Syntax::Yaml).map(|told| format!("{} | {}", told.message, told.help));
    for (said, told) in [
        (
            "pairs: invalid type: integer `3`, expected a string",
            "“pairs” must be words, but here stands the number 3 | Write “pairs: …”.",
        ),
        (
            "[0].names[1]: invalid type: map, expected a string",
            "each of “names” must be words, but here stands a value with keys of its own | Write “names: …”.",
        ),
        (
            "invalid type: string \"一\", expected a sequence",
            "the whole of it must be a list, but here stands “一” | Begin each entry of the list on a line of its own, with “- ”.",
        ),
        (
            "date: invalid value: string \"昨, expected\", expected a date",
            "“date” must be a date, but here stands “昨, expected” | Write “date: 2026-11-21”.",
        ),
        ("[3]: missing field `meaning`", "“meaning” is missing in an entry of the list | Add “meaning: …”."),
        (
            "session: unknown field `nam`, expected one of `name`, `dates`",
            "“nam” is not a key of “session” | Did you mean “name”?",
        ),
        (
            "left-out[1]: unknown field `why`, expected `paragraph` or `reason`",
            "“why” is not a key of an entry of “left-out” | Its keys are: paragraph, reason.",
        ),
        (
            "role: unknown variant `boss`, expected `reader` or `editor`",
            "“role” cannot be “boss” | Write one of “reader”, “editor”.",
        ),
        (
            "order: invalid type: integer `99999999999999999999` as u128, expected any YAML value",
            "“order” has too many digits: here stands the number 99999999999999999999 | Write a smaller number, or the digits between quotation marks.",
        ),
        ("kind: \u{1}there is no kind “x”", "there is no kind “x” | Write it as the message says."),
    ] {
        assert_eq!(yaml(said).as_deref(), Some(told), "{said}");
    }
    assert_eq!(yaml("did not find expected key"), None);
    let toml = |said: &str| told(said, Some("site.theme"), Syntax::Toml).unwrap();
    assert_eq!(toml("invalid type: integer `3`, expected a string").help, "Write “theme = \"…\"”.");
    let large = "invalid type: integer `99999999999999999999` as i128, expected a string";
    assert!(toml(large).message.ends_with("here stands the number 99999999999999999999"));
}
