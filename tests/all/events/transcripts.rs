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

#[test]
fn each_recording_has_a_transcript_of_its_own_and_each_transcript_a_recording() {
    let second = "  - {title: 下午, file: media/a.webm, language: zh-Hans, captions: {zh-Hans: media/a.vtt}, transcript: NAME}\n";
    let two = |name: &str| {
        let site = site(&format!("    transcript: transcript-1.md\n{}", second.replace("NAME", name)));
        site.write("content/a/transcript-1.md", "---\n---\n\n上午谈了两件事。\n");
        site.write("content/a/transcript-2.md", "---\n---\n\n下午谈了一件事。\n");
        site
    };
    let right = two("transcript-2.md");
    right.write("content/a/transcript-2.en.md", "---\n---\n\nOne thing in the afternoon.\n");
    assert!(!finds(&right, &["media/stale-transcript"]).contains("media/file"));
    let page = build(&right);
    assert!(page.find("上午谈了两件事").unwrap() < page.find("下午谈了一件事").unwrap());
    assert!(right.page("en/a/index.html").contains("One thing in the afternoon."));
    finds(
        &two("transcript-1.md"),
        &[
            "content/a/index.md",
            "“transcript-1.md” is the transcript of another recording too",
            "content/a/transcript-2.md",
            "no recording names this transcript, so it is on no page",
            "Write “transcript: transcript-2.md” at its recording in content/a/index.md",
        ],
    );
    right.write("content/a/transcript.en.md", "---\n---\n\nWords.\n");
    finds(&right, &["content/a/transcript.en.md", "no recording names this transcript"]);
}

#[test]
fn sentences_of_the_page_are_in_its_language_and_words_of_captions_in_theirs() {
    let recording = RECORDING.replace("{zh-Hans: media/a.vtt}", "{zh-Hans: media/a.vtt}\n    signed: {csl: media/a.webm}\n    audio: media/a.wav\n    chapters: {zh-Hans: media/c.vtt}\n    descriptions: {zh-Hans: media/d.vtt}");
    let site = Site::new(&[
        (
            "book.toml",
            "[book]\ntitle = \"书\"\nlanguage = \"zh-Hans\"\n\n[site]\nbase-url = \"https://example.org/\"\n",
        ),
        ("content/a/index.md", &event(&recording)),
        (
            "content/a/index.en.md",
            "---\ntitle: A discussion\nkind: event\nsummary: People discuss. Everybody can come.\n---\n\nWords.\n",
        ),
        ("content/a/media/a.webm", WEBM),
        ("content/a/media/a.wav", "RIFF....WAVEfmt "),
        ("content/a/media/a.vtt", CHINESE),
        ("content/a/media/c.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\n开始\n"),
        ("content/a/media/d.vtt", "WEBVTT\n\n00:06.000 --> 00:07.000\n大家走了。\n"),
    ]);
    build(&site);
    let page = site.page("en/a/index.html");
    for said in [
        "<figcaption id=\"player-1\" lang=\"zh-Hans\">上午</figcaption>",
        "<figcaption id=\"player-1-csl\">Recording 1 (Chinese Sign Language)</figcaption>",
        "<h4>Chapters: Recording 1</h4>",
        "Transcript: Recording 1</h4>",
        "<i class=\"seen\"><b>To be seen: </b><span lang=\"zh-Hans\">大家走了。</span></i>",
        "<dt>Captions</dt><dd>Simplified Chinese</dd>",
        "<dt>Spoken language</dt><dd>Chinese</dd>",
        "Listen to the sound alone: Recording 1",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(site.page("a/index.html").contains("上午（中国手语）"));
    // A plain text has no players: it says what there is, and where.
    let text = site.page("a/a.txt");
    for said in [
        "说的语言：中文",
        "字幕：简体中文",
        "画面说明：简体中文",
        "手语版：中国手语",
        "在这个活动的网页上看或听：上午",
        "在这个活动的网页上看：上午（中国手语）",
        "只听声音：上午",
        "https://example.org/a/#recording-1",
        "https://example.org/a/media/a.wav",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}
