//! Transcripts: in the language of the page where there is one, readable, and never empty.

use super::recordings::{RECORDING, WEBM, finds};
use super::{build, event, words};
use crate::support::Site;

/// Captions as many write them: no marks at their ends, and lines where a sentence goes on.
const CHINESE: &str = "WEBVTT\n\n00:00.000 --> 00:02.000\n讨论会今天谈两件事\n\n00:02.000 --> 00:04.000\n第一是路\n第二是车。\n\n00:04.000 --> 00:05.000\n“谢谢”\n";
const ENGLISH: &str =
    "WEBVTT\n\n00:00.000 --> 00:02.000\nWe speak of\n\n00:02.000 --> 00:04.000\ntwo things\n";

fn site(more: &str) -> Site {
    let recording = RECORDING.replace("{zh-Hans: media/a.vtt}", "{zh-Hans: media/a.vtt, en: media/a.en.vtt}");
    Site::new(&[
        ("content/a/index.md", &event(&format!("{recording}{more}"))),
        (
            "content/a/index.en.md",
            "---\ntitle: A discussion\nkind: event\nsummary: People discuss. Everybody can come.\n---\n\nWords.\n",
        ),
        ("content/a/media/a.webm", WEBM),
        ("content/a/media/a.vtt", CHINESE),
        ("content/a/media/a.en.vtt", ENGLISH),
    ])
}

#[test]
fn captions_without_marks_at_their_ends_are_not_glued_together() {
    let site = site("");
    let page = words(&build(&site));
    let said = "讨论会今天谈两件事 第一是路 第二是车。“谢谢”";
    assert!(page.contains(said), "{page}");
    assert!(site.page("a/a.txt").contains(said), "{}", site.page("a/a.txt"));
    assert!(words(&site.page("en/a/index.html")).contains("We speak of two things"));
}

#[test]
fn a_page_with_captions_in_its_language_has_no_transcript_in_another() {
    let site = site("    transcript: transcript.md\n");
    site.write("content/a/transcript.md", "---\n---\n\n大家谈了两件事。\n");
    let page = build(&site);
    assert!(page.contains("大家谈了两件事。") && !page.contains("第一是路"), "{page}");
    for file in ["en/a/index.html", "en/a/a.txt"] {
        let english = site.page(file);
        assert!(
            !english.contains("大家谈了两件事") && words(&english).contains("We speak of two things"),
            "{file}: {english}"
        );
    }
    // Where nobody wrote captions in it, a transcript in another language is better than none.
    let recordings = site.read("content/a/index.md").replace(", en: media/a.en.vtt", "");
    site.write("content/a/index.md", recordings);
    build(&site);
    assert!(site.page("en/a/index.html").contains("大家谈了两件事。"));
}

#[test]
fn a_file_with_nothing_in_it_is_found() {
    let site = site(
        "    chapters: {zh-Hans: media/c.vtt}\n    descriptions: {zh-Hans: media/d.vtt}\n    transcript: transcript.md\n",
    );
    site.write("content/a/media/a.vtt", "WEBVTT\n");
    site.write("content/a/media/c.vtt", "WEBVTT 章节\n\nNOTE 还没有\n");
    site.write("content/a/media/d.vtt", "WEBVTT");
    site.write("content/a/transcript.md", "");
    let empty =
        "error[media/captions-format]: line 1, column 1: nothing is in this file below its first line";
    let ran = finds(
        &site,
        &[
            "content/a/media/a.vtt",
            "content/a/media/c.vtt",
            "content/a/media/d.vtt",
            empty,
            "nothing is in this transcript",
        ],
    );
    assert_eq!(ran.matches(empty).count(), 3, "{ran}");
    site.write("content/a/transcript.md", "---\n---\n\n<!-- 以后写 -->\n");
    finds(&site, &["nothing is in this transcript"]);
}
