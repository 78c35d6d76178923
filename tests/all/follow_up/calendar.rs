//! The calendar of deadlines.

use super::{REPORT, built_on, english, site};

/// The lines of a calendar, unfolded.
fn lines(calendar: &str) -> Vec<String> {
    assert!(calendar.ends_with("\r\n") && !calendar.replace("\r\n", "").contains(['\r', '\n']), "{calendar}");
    calendar.split("\r\n").for_each(|line| assert!(line.len() <= 75, "{line}"));
    calendar.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

fn calendar(site: &crate::support::Site) -> Vec<String> {
    built_on(site, "2023-05-01");
    lines(&site.page("follow-up/follow-up.ics"))
}

fn values<'l>(lines: &'l [String], name: &str) -> Vec<&'l str> {
    // Words say before the colon which language they are in.
    let value = |line: &'l String| {
        let rest = line.strip_prefix(name)?;
        let rest = rest
            .strip_prefix(";LANGUAGE=")
            .and_then(|rest| rest.find(':').map(|at| &rest[at..]))
            .unwrap_or(rest);
        rest.strip_prefix(':')
    };
    lines.iter().filter_map(value).collect()
}

#[test]
fn an_event_says_what_is_to_be_done_by_whom_and_where_that_is_written() {
    let lines = calendar(&site(REPORT, ""));
    assert_eq!(
        values(&lines, "SUMMARY"),
        ["秘书长：编写一份报告，提交人权理事会第五十三届会议（52/8 第 1 段）"]
    );
    assert_eq!(
        values(&lines, "DESCRIPTION"),
        [r"编写一份报告，提交人权理事会第五十三届会议\n52/8. 好的治理"]
    );
    let long = "1. Requests the Secretary-General to prepare a report on the situation of persons with disabilities, older persons; \
                \n\n2. Requests the High Commissioner to organize a discussion, with sign language, captions and easy-read versions of all \
                its papers, before the fifty-third session of the Human Rights Council.";
    let lines = calendar(&english(long));
    assert_eq!(
        values(&lines, "SUMMARY"),
        [r"the High Commissioner: organize a discussion\, with sign language… (52/8 Paragraph 2)"]
    );
}

#[test]
fn the_name_of_an_event_stays_when_others_come_and_go() {
    let two = "1. 请秘书长编写一份报告，提交人权理事会第五十三届会议；并请高级专员在人权理事会第五十四届会议之前开会。";
    let both = calendar(&site(two, ""));
    let both = values(&both, "UID");
    assert_eq!(both.len(), 2);
    assert_ne!(both[0], both[1]);
    for (what, left) in [
        ("status: no-task\n  note: 这只是希望。", both[1]),
        ("due: {}", both[1]),
        ("due: {session: A/HRC/53, when: from}", both[1]),
    ] {
        let one = calendar(&site(two, &format!("- paragraph: op-1\n  who: 秘书长\n  {what}\n")));
        assert_eq!(values(&one, "UID"), [left], "{what}");
    }
    let elsewhere = site(two, "");
    let book = elsewhere.read("book.toml");
    elsewhere.write("book.toml", format!("{book}\n[site]\nbase-url = \"https://example.org/\"\n"));
    let ran = crate::support::curbcut(elsewhere.root(), &["build", "--today", "2023-05-01"]);
    assert!(elsewhere.root().join("public").exists(), "{}", ran.err);
    let there = lines(&elsewhere.page("follow-up/follow-up.ics"));
    assert!(
        values(&there, "UID").iter().all(|uid| !both.contains(uid)),
        "the events of two sites are not the same"
    );
    assert_eq!(values(&there, "URL")[0], "https://example.org/a/#op-1");
}
