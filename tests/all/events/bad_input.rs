//! What is wrong in an event is told with its file, line and column, and with what to do.

use super::recordings::WEBM;
use super::{event, found, site};
use crate::support::curbcut;

/// The lines of an event begin at the fifth.
#[track_caller]
fn finds(lines: &str, wanted: &[&str]) {
    let wanted: Vec<String> = wanted.iter().map(|place| format!("content/a/index.md:{place}")).collect();
    assert_eq!(found(lines), wanted, "{lines}");
}

#[track_caller]
fn says(lines: &str, wanted: &[&str]) {
    let ran = curbcut(site(lines).root(), &["check"]);
    assert_eq!(ran.code, 1, "{lines}: {}", ran.out);
    for wanted in wanted {
        assert!(ran.out.contains(wanted), "{wanted}: {}", ran.out);
    }
}

#[test]
fn times_that_cannot_be() {
    finds("start: 2026-09-14\nend: 2026-09-13\n", &["6:1 event/times"]);
    finds("start: 2026-09-14\nend: 2026-09-14\n", &[]);
    finds("start: 2026-09-14T10:00\nend: 2026-09-14T09:00\ntime-zone: Asia/Shanghai\n", &["6:1 event/times"]);
    finds("start: 2026-09-14T10:00\n", &["5:1 event/times"]);
    finds("end: 2026-09-14\n", &["5:1 event/times"]);
    finds("start: 2026-09-14T10:00\nend: 2026-09-15\ntime-zone: Asia/Shanghai\n", &["6:1 event/times"]);
    finds("start: 2026-09-14\nend: 2026-09-15T10:00\ntime-zone: Asia/Shanghai\n", &["6:1 event/times"]);
    finds("start: 2026-03-29T02:30\ntime-zone: Europe/Zurich\n", &["5:1 event/times"]);
    finds("start: 2026-10-25T02:30\ntime-zone: Europe/Zurich\n", &[]);
    finds(
        "start: 2026-09-14\nregister: {at: \"https://example.org\", until: 2026-09-15}\n",
        &["6:1 event/times"],
    );
    finds("start: 2026-09-14\nregister: {at: \"https://example.org\", until: 2026-09-14}\n", &[]);
    let programme = "start: 2026-09-14T10:00\nend: 2026-09-15T12:00\ntime-zone: Asia/Shanghai\nprogramme:\n";
    let point = |at: &str, title: &str| format!("  - {{at: \"{at}\", title: {title}}}\n");
    finds(&format!("{programme}{}{}", point("10:00", "一"), point("2026-09-15T09:00", "二")), &[]);
    finds(&format!("{programme}{}", point("09:00", "一")), &["9:26 event/times"]);
    finds(&format!("{programme}{}{}", point("11:00", "一"), point("10:30", "二")), &["10:26 event/times"]);
    finds(&format!("{programme}{}", point("2026-09-15T13:00", "一")), &["9:37 event/times"]);
}

#[test]
fn times_that_nobody_can_read_on_the_page() {
    finds("start: 2026-09-14T10:00:30\ntime-zone: Asia/Shanghai\n", &["5:8 front-matter/wrong-value"]);
    says("start: 2026-09-14T10:00:30\ntime-zone: Asia/Shanghai\n", &["which are all that pages say"]);
    finds("programme:\n  - {at: \"10:00:00\", title: 甲}\n", &["6:10 front-matter/wrong-value"]);
    finds("register: {until: \"2026-09-14T10:00:30.5\"}\n", &["5:19 front-matter/wrong-value"]);
    finds("start: 2026-09-14T10:00\nend: 2026-09-14T10:00\ntime-zone: Asia/Shanghai\n", &["6:1 event/times"]);
    finds("start: 2026-09-14\nend: 2026-09-14\n", &[]);
}

#[test]
fn addresses_of_mail() {
    for wrong in [
        "a@@b.org",
        "a@b",
        "a b@c.org",
        "a@b..org",
        "a@b.org.",
        "mailto:a@b.org",
        "张三 a@b.org",
        "a@b,c.org",
    ] {
        finds(&format!("contact: {{mail: \"{wrong}\"}}\n"), &["5:18 event/link"]);
    }
    for right in ["a@b.org", "a.b+c@d-e.example.org", "张@例子.中国"] {
        finds(&format!("contact: {{mail: \"{right}\"}}\n"), &[]);
    }
}

/// In Zurich the clock is put forward over 02:30 of 29 March 2026.
#[test]
fn times_that_no_clock_shows() {
    let zone = "time-zone: Europe/Zurich\n";
    finds(
        &format!("start: 2026-03-29T04:00\nregister: {{until: 2026-03-29T02:30}}\n{zone}"),
        &["6:1 event/times"],
    );
    finds(&format!("start: 2026-03-29T04:00\nregister: {{until: 2026-03-29T01:30}}\n{zone}"), &[]);
    let programme = "start: 2026-03-29T01:00\nprogramme:\n  - {at: \"02:30\", title: 夜谈}\n";
    finds(&format!("{programme}{zone}"), &["7:26 event/times"]);
    finds(&format!("{programme}time-zone: Asia/Shanghai\n"), &[]);
    // Without a beginning, what has a day of its own.
    finds(
        &format!(
            "programme:\n  - {{at: \"02:30\", title: 甲}}\n  - {{at: \"2026-03-29T02:30\", title: 乙}}\n{zone}"
        ),
        &["7:37 event/times"],
    );
    finds(
        "programme:\n  - {at: \"10:30\", title: 甲}\n  - {at: \"10:00\", title: 乙}\n",
        &["7:26 event/times"],
    );
}

#[test]
fn answers_in_another_form_name_the_form() {
    for (written, place, wanted) in [
        ("wheelchair: yes", "6:15", "“yes” is none of “true”, “false” and “unknown”"),
        ("wheelchair: \"true\"", "6:15", "Write true, without quotation marks"),
        ("wheelchair: \"false\"", "6:15", "Write false, without quotation marks"),
        ("quiet-room: Unknown", "6:15", "Write unknown, without quotation marks"),
        ("hearing-loop: No", "6:17", "Write false, without quotation marks"),
        ("cost: no", "6:9", "Write false, without quotation marks"),
        ("food: yes", "6:9", "“yes” does not say what there is"),
        ("sign-languages: no", "6:19", "Write false, without quotation marks"),
        ("captions: Yes", "6:13", "“Yes” does not say what there is"),
    ] {
        let lines = format!("access:\n  {written}\n");
        finds(&lines, &[&*format!("{place} front-matter/wrong-value")]);
        says(&lines, &[wanted]);
    }
    finds("register: No\n", &["5:11 front-matter/wrong-value"]);
    for right in ["wheelchair: true", "wheelchair: unknown", "wheelchair: 有坡道", "cost: 0", "cost: 不要钱"]
    {
        finds(&format!("access:\n  {right}\n"), &[]);
    }
}

#[test]
fn values_that_are_none_name_what_is_meant() {
    for (lines, place, said) in [
        ("start: 9月14日\n", "5:8", "“9月14日” is neither a day"),
        ("start: 10:00\n", "5:8", "“10:00” is a time without a day"),
        ("start: 2026-09-14T10:00+08:00\n", "5:8", "has more than a time"),
        ("time-zone: Asia/Shangai\n", "5:12", "Did you mean “Asia/Shanghai”?"),
        ("time-zone: Asia/Beijing\n", "5:12", "Did you mean “Asia/Shanghai”?"),
        ("time-zone: UTC+8\n", "5:12", "Write a name such as “Asia/Shanghai”"),
        ("time-zone: CST\n", "5:12", "Write a name such as “Asia/Shanghai”"),
        ("form: zoom\n", "5:7", "“form” must be the word “on-site”, “online” or “hybrid”"),
        ("access:\n  sign-languages: [CSL]\n", "6:20", "Did you mean “csl”, Chinese Sign Language?"),
        ("access:\n  captions: [chinese]\n", "6:14", "“chinese” is not a language tag"),
        ("access:\n  wheelchairs: true\n", "6:3", "Did you mean “wheelchair”?"),
        ("access:\n  cost: true\n", "6:9", "“cost” must be"),
        ("programme:\n  - {at: 早上, title: 开始}\n", "6:10", "“早上”"),
        ("programme:\n  - {at: \"25:30\", title: 甲}\n", "6:10", "help: Write the time as \"12:30\", from"),
        ("programme:\n  - {at: \"10.00\", title: 甲}\n", "6:10", "help: Write the time as \"10:00\"."),
        ("programme:\n  - {at: \"9：30\", title: 甲}\n", "6:10", "help: Write the time as \"09:30\"."),
        ("programme:\n  - {at: 12:30 pm, title: 甲}\n", "6:10", "help: Write the time as \"12:30\"."),
        ("programme:\n  - {at: 2.15 p.m., title: 甲}\n", "6:10", "help: Write the time as \"14:15\"."),
        (
            "programme:\n  - {at: early-morning, title: 甲}\n",
            "6:10",
            "help: Write the time as \"12:30\", from",
        ),
        ("start: 2026-02-30\n", "5:8", "help: Write one from 2026-02-01 to 2026-02-28."),
        ("start: 2026-04-31T10:00\n", "5:8", "“2026-04-31” is no day, as the month has 30 days"),
        ("programme:\n  - {at: \"10:00\"}\n", "6:5", "“title” is missing"),
        ("recordings:\n  - {file: a.webm, captions: {zh: a.vtt}}\n", "6:5", "“language” is missing"),
        (
            "recordings:\n  - {file: a.webm, language: zh, captions: a.vtt}\n",
            "6:44",
            "“captions” must be its parts",
        ),
        (
            "recordings:\n  - {file: a.webm, language: zh, autoplay: true}\n",
            "6:34",
            "“autoplay” is not a key of an entry of “recordings”",
        ),
        (
            "recordings:\n  - {file: a.webm, language: zh, signed: {zh: a.webm}}\n",
            "",
            "is not the code of a sign language",
        ),
    ] {
        if !place.is_empty() {
            finds(lines, &[&*format!("{place} front-matter/wrong-value")]);
        }
        says(lines, &[said]);
    }
}

#[test]
fn links_that_lead_nowhere() {
    finds("online: 网上\n", &["5:9 event/link"]);
    finds("place: {name: 会议室, map: 地图}\n", &["5:25 event/link"]);
    finds("register: {at: www.example.org}\n", &["5:16 event/link"]);
    finds("contact: {role: 协调员, mail: mailto:a@example.org}\n", &["5:28 event/link"]);
    finds("report: ../no/index.md\n", &["5:9 event/link"]);
    finds("series: https://example.org/\n", &["5:9 event/link"]);
    finds("follows: index.md\n", &["5:10 event/link"]);
    finds("form: on-site\nonline: https://example.org/\n", &["6:1 event/link"]);
    finds("form: online\nplace: {name: 会议室}\n", &["6:1 event/link"]);
    finds("form: hybrid\nonline: https://example.org/\nplace: {name: 会议室}\n", &[]);
    finds("register: {at: \"mailto:a@example.org\"}\n", &["5:17 event/link"]);
    finds("online: \"tel:+861012345678\"\n", &["5:10 event/link"]);
    finds("place: {map: \"mailto:a@example.org\"}\n", &["5:15 event/link"]);
    finds("report: \"mailto:a@example.org\"\n", &["5:10 event/link"]);
    says("register: {at: \"mailto:a@example.org\"}\n", &["such as https://example.org/page"]);
    finds("online: https://example.org/\nreport: https://example.org/report\n", &[]);
}

#[test]
fn a_sign_language_is_neither_written_nor_spoken() {
    for (lines, place) in [
        ("access:\n  captions: [csl]\n", "6:14 front-matter/wrong-value"),
        ("access:\n  captions: [zh-Hans, sgn-CN]\n", "6:23 front-matter/wrong-value"),
        (
            "recordings:\n  - {file: \"https://example.net/a\", language: csl}\n",
            "6:47 front-matter/wrong-value",
        ),
        (
            "recordings:\n  - {file: \"https://example.net/a\", language: zh-Hans, captions: {ase: a.vtt}}\n",
            "6:67 front-matter/wrong-value",
        ),
    ] {
        finds(lines, &[place]);
        says(lines, &["is a sign language, which is neither written nor spoken"]);
    }
}

#[test]
fn a_finding_stands_at_its_value_and_not_where_the_same_words_stand_above() {
    finds(
        "place: {name: \"https://x y\", map: \"https://x y\"}\nreport: [\"../b/index.md\", \"../b/index.md\"]\n",
        &["5:36 event/link", "6:11 event/link", "6:28 event/link"],
    );
}

#[test]
fn one_mistake_is_told_once() {
    let right = "start: 2026-12-14T10:00\nend: 2026-12-14T18:00\ntime-zone: Asia/Shanghai\nprogramme:\n  - {at: \"10:00\", title: 开始}\nrecordings:\n  - file: media/a.webm\n    language: zh-Hans\n    captions: {zh-Hans: media/a.vtt}\n    transcript: transcript.md\n";
    for (good, bad, help) in [
        ("T18:00", "T25:00", "Write the time as \"12:30\", from \"00:00\" to \"23:59\"."),
        ("title: 开始", "titel: 开始", "Did you mean “title”?"),
        ("Asia/Shanghai", "Asia/Beijing", "Did you mean “Asia/Shanghai”?"),
        ("Asia/Shanghai", "UTC+8", "Write a name such as “Asia/Shanghai” or “Europe/Zurich”."),
        ("start: 2026-12-14T10:00", "start: 十点", "Write 2026-09-14 or 2026-09-14T10:00."),
        ("language: zh-Hans", "language: chinese", "Write a tag such as “zh-Hans” or “en”."),
        ("start:", "status: canceled\nstart:", "Did you mean “cancelled”?"),
        ("start:", "status: off\nstart:", "Write “cancelled” or “postponed” or “moved-online”."),
        ("kind: event", "kind: evnt", "the kinds are"),
    ] {
        let site = site("");
        site.write("content/a/index.md", event(right).replace(good, bad));
        site.write(
            "content/a/index.en.md",
            "---\ntitle: A discussion\nkind: event\nsummary: People discuss. Everybody can come.\nprogramme:\n  - {at: \"10:00\", title: Beginning}\n---\n\nWords.\n",
        );
        site.write("content/a/media/a.webm", WEBM);
        site.write("content/a/media/a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n大家好。\n");
        site.write("content/a/transcript.md", "---\n---\n\n大家好。\n");
        let out = curbcut(site.root(), &["check", "--today", "2026-11-30"]).out;
        assert_eq!(out.matches("error[").count(), 1, "{out}");
        assert!(out.contains(help) && !out.contains("not-published"), "{help}: {out}");
    }
}
