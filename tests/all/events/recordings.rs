//! Recordings: native players with their tracks, and what is said as a text; nothing plays by itself, and no other host is asked.

use super::{build, event, words};
use crate::support::{Site, curbcut};

/// The first bytes of a film: EBML, which happen to be letters of UTF-8 too.
pub const WEBM: &str = "\u{1A}E\u{7E3}";

const CAPTIONS: &str = "WEBVTT\n\n00:00.500 --> 00:03.000\n<v 主持人>各位好。\n\n00:03.000 --> 00:05.000\n<v 代表>谢谢 &amp; 再见。\n";

pub const RECORDING: &str = "start: 2026-09-14\nrecordings:\n  - title: 上午\n    file: media/a.webm\n    language: zh-Hans\n    captions: {zh-Hans: media/a.vtt}\n";

fn site(lines: &str) -> Site {
    Site::new(&[
        ("content/a/index.md", &event(lines)),
        ("content/a/media/a.webm", WEBM),
        ("content/a/media/a.vtt", CAPTIONS),
    ])
}

#[track_caller]
pub fn finds(site: &Site, wanted: &[&str]) -> String {
    let ran = curbcut(site.root(), &["check", "--today", "2026-11-30"]);
    for wanted in wanted {
        assert!(ran.out.contains(wanted), "{wanted}: {}", ran.out);
    }
    if wanted.is_empty() {
        assert!(!ran.out.contains("media/") || !ran.out.contains("[media/"), "{}", ran.out);
    }
    ran.out
}

#[test]
fn a_player_has_controls_and_captions_and_never_begins_by_itself() {
    let site = site(RECORDING);
    let page = build(&site);
    assert!(page.contains(
        "<video controls preload=\"metadata\" aria-labelledby=\"player-1\">\n<source src=\"media/a.webm\" type=\"video/webm\">\n\
         <track kind=\"captions\" src=\"media/a.vtt\" srclang=\"zh-Hans\" label=\"中文\" default>\n</video>\n<figcaption id=\"player-1\">上午</figcaption>"
    ), "{page}");
    assert!(!page.contains("autoplay") && !page.contains("<script src"), "{page}");
    assert!(
        page.contains(r#"<p><a class="time" href="media/a.webm#t=0.5">0:00</a> <b>主持人：</b>各位好。</p>"#),
        "{page}"
    );
    assert!(
        page.contains(r#"<a class="time" href="media/a.webm#t=3">0:03</a> <b>代表：</b>谢谢 &amp; 再见。"#),
        "{page}"
    );
    assert_eq!(site.page("a/media/a.vtt"), CAPTIONS);
    let text = site.page("a/a.txt");
    assert!(text.contains("0:00 主持人：各位好。\n0:03 代表：谢谢 & 再见。"), "{text}");
    finds(&site, &[]);
}

#[test]
fn the_version_in_sign_language_stands_beside_and_is_asked_for_where_it_was_promised() {
    let promised = site(&format!("{RECORDING}access: {{sign-languages: [csl]}}\n"));
    finds(
        &promised,
        &[
            "warning[media/not-signed]: line 8, column 11: the event was interpreted into Chinese Sign Language",
        ],
    );
    let signed =
        site(&format!("{RECORDING}    signed: {{csl: media/b.webm}}\naccess: {{sign-languages: [csl]}}\n"));
    signed.write("content/a/media/b.webm", WEBM);
    let page = build(&signed);
    assert!(
        page.contains("<figcaption id=\"player-1-csl\">上午（中国手语）</figcaption>")
            && page.matches("<video ").count() == 2,
        "{page}"
    );
    finds(&signed, &[]);
}

#[test]
fn what_stands_on_another_host_is_a_link_and_no_player() {
    let site = site(&RECORDING.replace("media/a.webm", "https://example.net/film"));
    let page = build(&site);
    assert!(page.contains(r#"<a href="https://example.net/film">在别的网站上看或听：上午</a>"#), "{page}");
    assert!(
        !page.contains("<video") && !page.contains("<track") && words(&page).contains("主持人： 各位好。"),
        "{page}"
    );
}

#[test]
fn captions_are_judged_where_they_are_written() {
    let site = site(RECORDING);
    for (captions, wanted) in [
        (
            "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\n好\r\n\r\n00:00.500 --> 00:03.000\r\n好\r\n",
            "error[media/captions-times]: line 6, column 1",
        ),
        (
            "\u{FEFF}WEBVTT\n\n00:01.000 --> 00:03.000\n好\n\n00:02.000 --> 00:04.000\n好\n",
            "warning[media/captions-overlap]: line 6, column 1",
        ),
        ("1\n00:00:01,000 --> 00:00:02,000\n好\n", "error[media/captions-format]: line 1, column 1"),
    ] {
        site.write("content/a/media/a.vtt", captions);
        finds(&site, &["content/a/media/a.vtt", wanted]);
    }
    site.write("content/a/media/a.vtt", [0xFF, 0xFE, 0x00]);
    finds(&site, &["content/not-text"]);
    std::fs::remove_file(site.root().join("content/a/media/a.vtt")).unwrap();
    finds(&site, &["error[media/file]: line 10, column 25: there is no file “content/a/media/a.vtt”"]);
    let none = self::site(&RECORDING.replace("    captions: {zh-Hans: media/a.vtt}\n", ""));
    finds(&none, &["error[media/no-captions]: line 8, column 11"]);
}

#[test]
fn a_film_larger_than_the_site_allows_is_not_published() {
    let site = site(RECORDING);
    site.write("content/a/media/a.webm", [WEBM.as_bytes(), &[0; 3 << 10]].concat());
    let book = site.read("book.toml");
    site.write("book.toml", format!("{book}\n[site]\nlargest-media = \"2 KB\"\n"));
    finds(
        &site,
        &[
            "error[media/too-large]: line 8, column 11: “media/a.webm” is larger than 2 KB",
            "largest-media = \"200 MB\"",
        ],
    );
    site.write("book.toml", format!("{book}\n[site]\nlargest-media = \"4 KB\"\n"));
    build(&site);
    site.write("book.toml", format!("{book}\n[site]\nlargest-media = \"viel\"\n"));
    finds(&site, &["“viel” is no size"]);
}

#[test]
fn a_transcript_that_people_wrote_is_compared_again_when_the_captions_change() {
    let site = site(&format!("{RECORDING}    transcript: transcript.md\n"));
    site.write("content/a/transcript.md", "---\n---\n\n**主持人：**大家好。\n");
    let ran = curbcut(site.root(), &["check"]);
    let digest = regex::Regex::new("captions-digest: (blake3:[0-9a-f]{32})").unwrap();
    let digest = digest.captures(&ran.out).unwrap_or_else(|| panic!("{}", ran.out))[1].to_owned();
    site.write(
        "content/a/transcript.md",
        format!("---\ncaptions-digest: {digest}\n---\n\n**主持人：**大家好。\n"),
    );
    finds(&site, &[]);
    let page = build(&site);
    assert!(page.contains("<strong>主持人：</strong>大家好。") && !page.contains("各位好"), "{page}");
    assert!(page.contains("这份文字稿是人整理的。"), "{page}");
    assert!(site.page("a/a.txt").contains("主持人：大家好。"), "{}", site.page("a/a.txt"));
    site.write("content/a/media/a.vtt", CAPTIONS.replace("各位好", "你们好"));
    finds(
        &site,
        &[
            "content/a/transcript.md",
            "warning[media/stale-transcript]: line 2, column 1: the captions media/a.vtt have changed",
        ],
    );
    // Times alone change nothing.
    site.write("content/a/media/a.vtt", CAPTIONS.replace("00:03.000", "00:02.500"));
    finds(&site, &[]);
    site.write("content/a/transcript.md", "---\n---\n\n## 开始\n\n大家好。\n");
    finds(&site, &["error[media/transcript-form]: line 4, column 1"]);
}

#[test]
fn a_name_with_more_than_the_file_is_told_and_no_film_is_lost_without_a_word() {
    for (right, wrong) in [
        ("file: media/a.webm", "file: \"media/a.webm#t=3\""),
        ("file: media/a.webm", "file: \"media/a.webm?x\""),
        ("media/a.vtt}", "\"media/a.vtt#x\"}"),
        ("media/a.vtt}", "\"media/a.vtt\"}\n    descriptions: {zh-Hans: \"media/a.vtt?x\"}"),
        ("media/a.vtt}", "\"media/a.vtt\"}\n    chapters: {zh-Hans: \"media/a.vtt#x\"}"),
        ("media/a.vtt}", "\"media/a.vtt\"}\n    signed: {csl: \"media/a.webm#t=1\"}"),
        ("media/a.vtt}", "\"media/a.vtt\"}\n    audio: \"media/a.webm#t=1\""),
    ] {
        let out = finds(
            &site(&RECORDING.replace(right, wrong)),
            &["error[media/file]: line ", " is more than the name of a file"],
        );
        assert!(
            out.contains("Write “media/a.webm” alone.") || out.contains("Write “media/a.vtt” alone."),
            "{out}"
        );
    }
    // A name that holds such a mark is a name, and so is one that is written as an address.
    let own = site(&RECORDING.replace("media/a.webm", "media/%E4%BC%9A%231.web%6D"));
    own.write("content/a/media/会#1.webm", WEBM);
    let page = build(&own);
    assert!(page.contains("<video "), "{page}");
    // On another host a moment of a film is an address as others.
    build(&site(&RECORDING.replace("media/a.webm", "\"https://example.net/film?x#t=3\"")));
}

#[test]
fn recordings_come_first_when_the_event_is_over() {
    for (today, is_over) in [("2026-09-14", false), ("2026-11-30", true)] {
        let site = site(RECORDING);
        let ran = curbcut(site.root(), &["build", "--out", "public", "--today", today]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        let page = site.page("a/index.html");
        let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
        assert_eq!(at("<h2 id=\"recordings\">") < at("<h2 id=\"event\">"), is_over, "{today}");
        assert_eq!(at("href=\"#recordings\"") < at("href=\"#why\""), is_over, "{today}");
        assert_eq!(page.matches("<h2 id=\"recordings\">").count(), 1);
    }
}

#[test]
fn a_film_is_no_address_to_write_or_call_to() {
    for address in ["mailto:a@example.org", "tel:+861012345678"] {
        let site = site(&RECORDING.replace("media/a.webm", &format!("\"{address}\"")));
        finds(&site, &["error[media/file]: line 8, column 12", "such as https://example.org/film"]);
    }
}

#[test]
fn a_film_that_is_none_by_its_first_bytes_is_found() {
    let site = site(RECORDING);
    for (bytes, said) in [
        ("", "nothing is in it"),
        ("<!DOCTYPE html><title>404</title>", "its first bytes are others"),
        ("影片以后再放", "its first bytes are others"),
        ("....ftypisom", "its first bytes are others"),
    ] {
        site.write("content/a/media/a.webm", bytes);
        finds(&site, &["error[media/file]: line 8, column 11: “media/a.webm” is no film or sound", said]);
    }
    site.write("content/a/media/a.webm", WEBM);
    finds(&site, &[]);
}
