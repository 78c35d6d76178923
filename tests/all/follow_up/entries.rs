//! What people say of tasks: what is wrong with it is told at its place, whatever the file holds.

use curbcut::day::Today;
use curbcut::library::Drafts;
use curbcut::site;

use super::{REPORT, site as one};
use crate::support::{Site, places};

/// What is wrong with a site on a day, as `file:line:column rule` with its message.
fn wrong(site: &Site, today: &str) -> Vec<String> {
    let today = Today::given(today.parse().unwrap());
    let (library, findings) = site::read_on(today, site.root(), Drafts::Skip).unwrap();
    let findings = site::check(site.root(), &library.unwrap(), findings).unwrap();
    let messages = findings.iter().map(|finding| &finding.message);
    let told =
        places(&findings).into_iter().zip(messages).map(|(place, message)| format!("{place} {message}"));
    told.filter(|told| told.contains(" follow-up/")).collect()
}

#[test]
fn what_is_wrong_with_an_entry_is_told_at_its_place() {
    for (yaml, expected) in [
        (
            "- paragraph: op-9\n",
            "1:14 follow-up/not-in-text content/a/index.md has no operative paragraph “op-9”",
        ),
        (
            "- paragraph: pp-1\n",
            "1:14 follow-up/not-in-text content/a/index.md has no operative paragraph “pp-1”",
        ),
        ("- paragraph: op-1\n  to: 大会\n", "2:7 follow-up/not-in-text “大会” does not stand in “op-1”"),
        (
            "- paragraph: op-1\n  whom: 各国\n",
            "2:3 follow-up/bad-entry “whom” is not a key of an entry of the list",
        ),
        (
            "- paragraph: op-1\n  due: {session: 第五十六届}\n",
            "2:18 follow-up/bad-entry “第五十六届” is not a session; it is the body and the number, such as “A/HRC/56”",
        ),
        (
            "- paragraph: op-1\n  due: {date: 明年}\n",
            "2:15 follow-up/bad-entry “date” must be a date, but here stands “明年”",
        ),
        (
            "- paragraph: op-1\n  confirmed: {date: 2999-12-01, by: 组}\n",
            "2:14 follow-up/impossible-date 2999-12-01 has not come yet",
        ),
        (
            "- paragraph: op-1\n  confirmed:\n    date: 2023-04-02\n    by: 组\n",
            "2:3 follow-up/impossible-date on 2023-04-02 there was no such text: it is of 2023-04-03",
        ),
        (
            "- paragraph: op-1\n  status: done\n",
            "2:11 follow-up/done-without-document nothing is done without a document, and this entry has no “link” of one",
        ),
        (
            "- paragraph: op-1\n  status: maybe\n",
            "2:11 follow-up/bad-entry “status” must be the word “open”, “done” or “no-task”, but here stands “maybe”",
        ),
        (
            "- paragraph: op-2\n  who: 各国\n- paragraph: op-2\n  who: 各国\n  note: 一。\n",
            "3:14 follow-up/entry-twice an entry above speaks of the same task of “op-2”",
        ),
        ("- paragraph:\n", "1:3 follow-up/bad-entry nothing stands after “paragraph:”"),
        ("- paragraph: op-1\n  who:\n", "2:3 follow-up/bad-entry nothing stands after “who:”"),
        ("- paragraph: op-1\n  who: \"\"\n", "2:8 follow-up/bad-entry nothing stands after “who:”"),
        ("- paragraph: op-1\n  due:\n", "2:3 follow-up/bad-entry nothing stands after “due:”"),
        ("- paragraph: op-1\n  document:\n", "2:3 follow-up/bad-entry nothing stands after “document:”"),
        (
            "- paragraph: op-1\n  due: {when: before}\n",
            "2:8 follow-up/bad-entry “when” stands here without a session or a date",
        ),
        (
            "- paragraph: op-1\n  due: {session: A/HRC/56, when: until}\n",
            "2:34 follow-up/bad-entry “when” must be the word “before”, “at” or “from”, but here stands “until”",
        ),
        ("- paragraph: op-1\n  due: []\n", "2:8 follow-up/bad-entry the list has no time"),
        (
            "- paragraph: op-1\n  due:\n    - {date: 2027-06-30}\n    - {date: 明年}\n",
            "4:14 follow-up/bad-entry “date” must be a date, but here stands “明年”",
        ),
        (
            "- paragraph: op-1\n  due:\n    - {date: 2027-06-30}\n    - {}\n",
            "4:7 follow-up/bad-entry this time of the list says nothing",
        ),
        (
            "- paragraph: op-1\n  due: [{date: 2027-06-30}, {date: 2027-06-30}]\n",
            "2:29 follow-up/bad-entry this time stands in the list twice",
        ),
        (
            "- paragraph: op-1\n  due:\n  - date: 2027-06-30\n  - session: A/HRC/60\n    date: 2027-06-30\n  note: 一。\n",
            "4:5 follow-up/bad-entry here stand a session and a date",
        ),
        (
            "- paragraph: op-1\n  due: [{date: 2027-06-30, when: from}, {date: 2027-07-30, when: from}]\n",
            "2:41 follow-up/bad-entry the list says twice from when on",
        ),
        (
            "- paragraph: op-1\n  due:\n    - {date: 2027-06-30}\n    - {date: 2020-01-01}\n",
            "4:7 follow-up/impossible-date 2020-01-01 was over when the text was adopted on 2023-04-03",
        ),
        (
            "- paragraph: op-1\n  due: 2027-06-30\n",
            "2:8 follow-up/bad-entry “due” must be its parts, but here stands “2027-06-30”",
        ),
        (
            "- paragraph: op-1\n  due: [2027-06-30]\n",
            "2:9 follow-up/bad-entry each of “due” must be its parts, but here stands “2027-06-30”",
        ),
        (
            "- paragraph: op-1\n  due: {session: A/HRC/99999999999}\n",
            "2:18 follow-up/bad-entry “A/HRC/99999999999” is not a session; it is the body and the number, such as “A/HRC/56”",
        ),
        (
            "- paragraph: op-1\n  who: [秘书长]\n",
            "2:8 follow-up/bad-entry “who” must be words, but here stands a list",
        ),
        (
            "- paragraph: op-1\n  confirmed: {date: 2024-02-30, by: 组}\n",
            "2:21 follow-up/bad-entry “2024-02-30” is no day, as the month has 29 days",
        ),
        (
            "- paragraph: op-1\n  paragraph: op-2\n",
            "2:3 follow-up/bad-entry “paragraph” stands here a second time",
        ),
        (
            "- paragraph: op-1\r\n  note: 一。\r\n- paragraph: op-9\r\n",
            "3:14 follow-up/not-in-text content/a/index.md has no operative paragraph “op-9”",
        ),
        (
            "\u{feff}- paragraph: op-9\n",
            "1:14 follow-up/not-in-text content/a/index.md has no operative paragraph “op-9”",
        ),
        (
            "- paragraph: op-1\n  status: done\n  document: {link: \"https://a.b/\\\"><script>\", date: 2024-01-01, by: 组}\n",
            "3:13 follow-up/bad-entry “https://a.b/\"><script>” is not an address on the web",
        ),
        (
            "paragraph: op-1\n",
            "1:1 follow-up/bad-entry the whole of it must be a list, but here stands a value with keys of its own",
        ),
        (
            "- paragraph: op-1\n---\n- paragraph: op-2\n",
            "2:1 follow-up/bad-entry “---” or “...” on a line of its own divides the file in two",
        ),
        (
            "- paragraph: op-1\n\twho: 秘书长\n",
            "2:1 follow-up/bad-entry a tab stands where YAML wants spaces",
        ),
        (
            "- paragraph: op-1\n- paragraph: op-1\n  status: open\n",
            "2:14 follow-up/entry-twice an entry above speaks of the same task of “op-1”",
        ),
    ] {
        let told = wrong(&one(REPORT, yaml), "2026-11-30");
        assert_eq!(told, [format!("content/a/follow-up.yaml:{expected}")], "{yaml}");
    }
    for yaml in ["- paragraph: [op-1\n", "paragraph: op-1\n", "- op-1\n"] {
        let told = wrong(&one(REPORT, yaml), "2026-11-30");
        assert!(told.len() == 1 && told[0].contains("follow-up/bad-entry"), "{told:?}");
    }
}

#[test]
fn a_file_without_its_text_is_found() {
    let site = one(REPORT, "");
    site.write("content/b/follow-up.yaml", "- paragraph: op-1\n");
    let place =
        "content/b/follow-up.yaml:1:14 follow-up/not-in-text there is no official text beside this file";
    assert_eq!(wrong(&site, "2026-11-30"), [place]);
}

/// Lists in lists by the names of YAML: some lines that would become many.
fn bomb() -> String {
    let line = |(name, of): (char, char)| {
        format!("- paragraph: &{name} [{}]\n", vec![format!("*{of}"); 9].join(", "))
    };
    let lines: String = ('b'..='i').zip('a'..='h').map(line).collect();
    format!("- paragraph: &a [x, x, x, x, x, x, x, x, x]\n{lines}")
}

#[test]
fn whatever_the_file_holds_check_and_build_say_the_same_of_it_and_what_to_do() {
    let many: String = (3..3000).map(|number| format!("- paragraph: op-{number}\n")).collect();
    let long = format!("- paragraph: op-1\n  note: {}\n", "好".repeat(300_000));
    let deep = format!("- paragraph: {}{}\n", "[".repeat(5000), "]".repeat(5000));
    let bomb = bomb();
    for (yaml, is_wrong) in [
        ("", false),
        ("\n\n", false),
        ("# 还没有人看过\n", false),
        ("[]\n", false),
        ("- paragraph: op-1\n  note: \"<script>alert(1)</script>\"\n", false),
        ("- paragraph: op-1\n  due: {date: 9999-12-31}\n", false),
        ("- paragraph: op-1\n  due: {}\n", false),
        (&long, false),
        (&many, true),
        (&deep, true),
        (&bomb, true),
        ("- &a {paragraph: op-1}\n- *a\n", true),
        ("- &a {paragraph: op-1}\n- {<<: *a, who: 秘书长}\n", true),
        ("~\n", true),
        ("op-1\n", true),
        ("- [op-1]\n", true),
        ("- paragraph：op-1\n", true),
        ("- paragraph: \"op-1\n", true),
        ("- paragraph: op-1\n  note: \"\\x07\\u202E\"\n", true),
        ("- paragraph: op-1\n  note: 看\u{202e}这里\n", true),
        ("- paragraph: op-1\n  note: 看\0这里\n", true),
        ("- paragraph: op-1\n  due: {date: -9999-01-01, when: before}\n", true),
        ("- paragraph: op-1\n  confirmed: 2024-01-01\n", true),
    ] {
        let site = one(REPORT, yaml);
        // No name is that of the file where an empty one is not written.
        site.write("content/a/follow-up.yaml", yaml);
        let start: String = yaml.chars().take(80).collect();
        let (library, found) =
            site::read_on(Today::given("2026-11-30".parse().unwrap()), site.root(), Drafts::Skip).unwrap();
        let findings = site::check(site.root(), &library.unwrap(), found).unwrap();
        let of_file = |findings| {
            places(findings).into_iter().filter(|place| place.contains("follow-up.yaml")).collect::<Vec<_>>()
        };
        let built = site.build();
        assert_eq!(of_file(&findings), of_file(&built.findings), "{start}");
        assert_eq!(built.report.is_none(), is_wrong, "{start}: {:?}", of_file(&findings));
        for finding in &findings {
            assert!(!finding.help.is_empty(), "{} says what to do", finding.rule);
        }
        assert!(
            !site.root().join("public").exists() || !site.pages().contains("<script>alert(1)"),
            "{start}"
        );
    }
}

#[test]
fn bytes_that_are_no_text_are_told() {
    let site = one(REPORT, "");
    site.write("content/a/follow-up.yaml", b"- paragraph: \xb0\xa1\n");
    let built = site.build();
    assert!(built.report.is_none());
    assert_eq!(crate::support::errors(&built.findings), ["content/a/follow-up.yaml:1:1 content/not-text"]);
}
