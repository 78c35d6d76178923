//! The calendar of an event: right whatever the season, for whole days, several days, and without an end.

use super::{build, site};

fn times(lines: &str) -> Vec<String> {
    let site = site(lines);
    build(&site);
    let calendar = site.page("a/a.ics");
    assert!(
        calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
            && calendar.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n")
    );
    assert!(
        calendar.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')),
        "{calendar}"
    );
    let lines = calendar.lines().filter(|line| line.starts_with("DTSTART") || line.starts_with("DTEND"));
    lines.map(str::to_owned).collect()
}

#[test]
fn days_and_times_of_every_kind() {
    for (lines, wanted) in [
        (
            "start: 2026-07-01T10:00\nend: 2026-07-01T12:30\ntime-zone: Europe/Zurich\n",
            &["DTSTART:20260701T080000Z", "DTEND:20260701T103000Z"][..],
        ),
        ("start: 2026-01-01T10:00\ntime-zone: Europe/Zurich\n", &["DTSTART:20260101T090000Z"]),
        (
            "start: 2026-10-24T10:00\nend: 2026-10-25T18:00\ntime-zone: Europe/Zurich\n",
            &["DTSTART:20261024T080000Z", "DTEND:20261025T170000Z"],
        ),
        ("start: 2026-09-14T00:30\ntime-zone: Asia/Shanghai\n", &["DTSTART:20260913T163000Z"]),
        ("start: 2026-09-14\n", &["DTSTART;VALUE=DATE:20260914", "DTEND;VALUE=DATE:20260915"]),
        (
            "start: 2026-12-30\nend: 2026-12-31\n",
            &["DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270101"],
        ),
        // There is no day after the last of all days.
        ("start: 9999-12-31\n", &["DTSTART;VALUE=DATE:99991231"]),
    ] {
        assert_eq!(times(lines), wanted, "{lines}");
    }
}

#[test]
fn clocks_that_change_during_an_event_are_told() {
    let page = build(&site("start: 2026-10-24T10:00\nend: 2026-10-25T18:00\ntime-zone: Europe/Zurich\n"));
    assert!(
        page.contains("2026 年 10 月 24 日（星期六） 10:00 至 2026 年 10 月 25 日（星期日） 18:00"),
        "{page}"
    );
    assert!(page.contains("苏黎世时间（开始时 UTC+2，结束时 UTC+1）"), "{page}");
}

#[test]
fn an_event_has_one_name_in_all_languages_and_its_words_in_each() {
    let site = site("start: 2026-09-14\nplace: {name: 会议室; 二楼}\n");
    site.write("content/a/index.en.md", "---\ntitle: A discussion\nkind: event\nsummary: People discuss. Everybody can come.\n---\n\nWords.\n");
    build(&site);
    let (zh, en) = (site.page("a/a.ics"), site.page("en/a/a.ics"));
    let uid = |calendar: &str| calendar.lines().find(|line| line.starts_with("UID")).unwrap().to_owned();
    assert_eq!(uid(&zh), uid(&en));
    assert!(
        zh.contains("SUMMARY;LANGUAGE=zh-Hans:公共服务讨论会\r\n")
            && en.contains("SUMMARY;LANGUAGE=en:A discussion\r\n")
    );
    assert!(zh.contains("LOCATION:会议室\\; 二楼\r\n"), "{zh}");
}

#[test]
fn a_calendar_was_never_written_on_a_day_to_come() {
    for (lines, wanted) in [
        ("start: 2026-12-14\n", "DTSTAMP:19700101T000000Z"),
        ("start: 2026-12-14\ndate: 2026-10-01\n", "DTSTAMP:20261001T000000Z"),
        ("start: 2026-12-14\ndate: 2026-12-14\n", "DTSTAMP:19700101T000000Z"),
    ] {
        let site = site(lines);
        build(&site);
        assert!(site.page("a/a.ics").contains(&format!("\r\n{wanted}\r\n")), "{}", site.page("a/a.ics"));
    }
}
