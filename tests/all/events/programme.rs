//! The programme: every point is on the page, in the words of its language.

use super::{build, event, site, words};
use crate::support::{Site, curbcut};

const ENGLISH: &str = "---\ntitle: A discussion\nkind: event\nsummary: People discuss. Everybody can come.\n";

#[test]
fn a_programme_without_a_beginning_has_its_times_alone() {
    let site = site(
        "programme:\n  - {at: \"10:00\", title: 开始, speakers: [主持人]}\n  - {at: \"11:30\", title: 讨论}\n",
    );
    let page = build(&site);
    assert!(page.contains("<time datetime=\"10:00\">10:00</time>"), "{page}");
    assert!(words(&page).contains("10:00 开始 主持人 11:30 讨论"), "{}", words(&page));
    assert!(site.page("a/a.txt").contains("10:00 开始\n主持人\n11:30 讨论"), "{}", site.page("a/a.txt"));
    // A day that stands at a point is shown, whatever the days of the event are.
    let site = self::site("programme:\n  - {at: \"2026-12-14T10:00\", title: 开始}\n");
    let page = build(&site);
    assert!(words(&page).contains("2026 年 12 月 14 日（星期一） 10:00 开始"), "{}", words(&page));
}

/// A Chinese event with two rooms at ten, and what its English file says of the programme.
fn in_two_rooms(english: &str) -> Site {
    let programme = "start: 2026-12-14T10:00\ntime-zone: Asia/Shanghai\nprogramme:\n  - {at: \"10:00\", title: 甲厅}\n  - {at: \"10:00\", title: 乙厅}\n  - {at: \"12:00\", title: 吃饭}\n";
    Site::new(&[
        ("content/a/index.md", &event(programme)),
        ("content/a/index.en.md", &format!("{ENGLISH}programme:\n{english}---\n\nWords.\n")),
    ])
}

#[test]
fn points_at_one_time_are_the_same_in_the_same_order() {
    let site = in_two_rooms("  - {at: \"10:00\", title: AAA}\n  - {at: \"10:00\", title: BBB}\n");
    assert!(words(&build(&site)).contains("10:00 甲厅 10:00 乙厅 12:00 吃饭"));
    let english = words(&site.page("en/a/index.html"));
    assert!(english.contains("10:00 AAA 10:00 BBB 12:00 吃饭"), "{english}");
}

#[test]
fn another_number_of_points_at_one_time_is_found() {
    for (english, place, said) in [
        (
            "  - {at: \"10:00\", title: AAA}\n",
            "line 6, column 26",
            "here is 1 point at 2026-12-14T10:00, and in content/a/index.md 2",
        ),
        (
            "  - {at: \"12:00\", title: Lunch}\n  - {at: \"12:00\", title: Coffee}\n",
            "line 6, column 26",
            "here are 2 points at 2026-12-14T12:00, and in content/a/index.md 1",
        ),
        ("  - {at: \"11:00\", title: Tea}\n", "line 6, column 26", "the programme has nothing then"),
    ] {
        let ran = curbcut(in_two_rooms(english).root(), &["check"]);
        assert!(
            ran.out.contains(&format!("error[event/words]: {place}")) && ran.out.contains(said),
            "{}",
            ran.out
        );
        assert_eq!(ran.out.matches("event/words]").count(), 1, "{}", ran.out);
    }
}
