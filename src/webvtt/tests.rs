use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Track {
    // As a file is read: without the mark that some editors put before it.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    Track::read(&Arc::new(Source::new("content/a/a.vtt", text)))
}

fn found(text: &str) -> Vec<String> {
    let told = |finding: &Finding| {
        let at = finding.place.position();
        format!("{}:{} {} {}", at.line, at.column, finding.rule, finding.message)
    };
    read(text).findings.iter().map(told).collect()
}

const GOOD: &str = "WEBVTT 开幕\n\nNOTE 一个例子\n\n1\n00:01.000 --> 00:03.500 align:start\n<v 主持人>各位好，\n欢迎来到这里。\n\n\
    00:00:03.500 --> 00:00:06.000\n<v.loud 主持人>请坐。</v>\n<v 代表>谢谢。\n";

#[test]
fn cues_have_times_speakers_and_words() {
    let track = read(GOOD);
    assert!(track.findings.is_empty(), "{:?}", found(GOOD));
    let passage =
        |speaker: &str, words: &str| Passage { speaker: Some(speaker.to_owned()), words: words.to_owned() };
    assert_eq!(
        track.cues,
        [
            Cue {
                start: 1000, end: 3500, passages: vec![passage("主持人", "各位好，欢迎来到这里。")]
            },
            Cue {
                start: 3500,
                end: 6000,
                passages: vec![passage("主持人", "请坐。"), passage("代表", "谢谢。")]
            },
        ]
    );
}

#[test]
fn line_ends_and_marks_of_any_system_are_read_alike() {
    let track = read(GOOD);
    for other in [GOOD.replace('\n', "\r\n"), GOOD.replace('\n', "\r"), format!("\u{FEFF}{GOOD}")] {
        let read = read(&other);
        assert_eq!(read.cues, track.cues, "{other:?}");
        assert!(read.findings.is_empty(), "{other:?}");
        assert_eq!(read.digest(), track.digest());
    }
}

#[test]
fn markup_and_references_are_read_as_viewers_see_them() {
    let words = |text: &str| -> Vec<String> {
        let said = cue_text::passages(text).into_iter();
        said.map(|passage| format!("{}: {}", passage.speaker.unwrap_or_default(), passage.words)).collect()
    };
    assert_eq!(words("<b>甲</b><i>乙</i> &amp; <c.red>丙</c>"), [": 甲乙 & 丙"]);
    assert_eq!(words("1 &lt; 2 &#x4E59;&nbsp;&unknown; &"), [": 1 < 2 乙 &unknown; &"]);
    assert_eq!(words("<00:01.000>一<00:02.000>二"), [": 一二"]);
    assert_eq!(words("<ruby>汉<rt>hàn</rt></ruby>"), [": 汉(hàn)"]);
    assert_eq!(words("<v A &amp; B>Hello\nthere</v> <v B>"), ["A & B: Hello there"]);
    assert_eq!(words("a < b"), [": a < b"]);
    assert_eq!(words(" \n "), [""; 0]);
}

#[test]
fn what_is_no_webvtt_is_named_with_its_line() {
    assert_eq!(found(""), ["1:1 media/captions-format the file does not begin with “WEBVTT”"]);
    assert_eq!(found("webvtt\n\n")[0], "1:1 media/captions-format the file does not begin with “WEBVTT”");
    let sub_rip = read("1\r\n00:00:01,000 --> 00:00:02,000\r\n好\r\n");
    assert!(sub_rip.findings[0].help.starts_with("This is SubRip"), "{:?}", sub_rip.findings);
    let lost = "WEBVTT\n\n00:01.000 --> 00:02.000\n第一行\n\n第二行\n第三行\n";
    assert_eq!(
        found(lost),
        ["6:1 media/captions-format these lines belong to no caption, so nobody sees them"]
    );
    let empty = "WEBVTT\n\n00:01.000 --> 00:02.000\n\n";
    assert_eq!(found(empty), ["3:1 media/captions-format this caption has no words"]);
    let style = "WEBVTT\n\nSTYLE\n::cue { background: url(https://example.org/a.png) }\n\n00:01.000 --> 00:02.000\n好\n";
    assert_eq!(found(style), ["3:1 media/captions-format captions have a style of their own"]);
}

#[test]
fn wrong_backward_and_overlapping_times_are_named_with_their_place() {
    let cue = |times: &str| format!("WEBVTT\n\n00:10.000 --> 00:20.000\n一\n\n{times}\n二\n");
    let one = |times: &str| -> String {
        let found = found(&cue(times));
        assert_eq!(found.len(), 1, "{times}: {found:?}");
        found[0].clone()
    };
    assert_eq!(one("00:30.000 --> 00:25.000"), "6:1 media/captions-times this caption ends before it begins");
    assert_eq!(one("00:30.000 --> 00:30.000"), "6:1 media/captions-times this caption ends before it begins");
    assert_eq!(
        one("00:05.000 --> 00:06.000"),
        "6:1 media/captions-times this caption begins at 0:05, before the one above it"
    );
    assert_eq!(
        one("00:15.000 --> 00:25.000"),
        "6:1 media/captions-overlap this caption begins at 0:15, while the one above it still stands"
    );
    assert_eq!(one("00:30,000 --> 00:31.000"), "6:1 media/captions-times “00:30,000” is no time of WebVTT");
    assert_eq!(one("00:30.000 --> 00:71.000"), "6:15 media/captions-times “00:71.000” is no time of WebVTT");
    assert_eq!(one("0:30.0 --> 00:31.000"), "6:1 media/captions-times “0:30.0” is no time of WebVTT");
    assert_eq!(one("00:30.000 -->"), "6:14 media/captions-times “” is no time of WebVTT");
    assert_eq!(found(&cue("00:20.000 --> 100:00:00.000 line:0")), [""; 0]);
}

#[test]
fn a_transcript_has_a_paragraph_for_each_speaker_and_pause() {
    let captions = read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 甲>你好，\n\n00:02.000 --> 00:03.000\n<v 甲>各位。\n\n00:03.000 --> 00:04.000\n<v 乙>Good\n\n\
         00:04.000 --> 00:05.000\n<v 乙>morning.\n\n00:20.000 --> 00:21.000\n<v 乙>再见。\n\n00:21.000 --> 00:22.000\n（掌声）\n",
    );
    let descriptions = read("WEBVTT\n\n00:00.000 --> 00:01.000\n会场\n\n00:30.000 --> 00:31.000\n灯灭了\n");
    let said = |paragraph: Paragraph| {
        let speaker =
            if paragraph.describes { "*".to_owned() } else { paragraph.speaker.unwrap_or_default() };
        format!("{} {speaker}: {}", clock(paragraph.start), paragraph.words)
    };
    let made: Vec<String> = transcript(&captions, Some(&descriptions)).into_iter().map(said).collect();
    assert_eq!(
        made,
        [
            "0:00 *: 会场",
            "0:01 甲: 你好，各位。",
            "0:03 乙: Good morning.",
            "0:20 乙: 再见。",
            "0:21 : （掌声）",
            "0:30 *: 灯灭了"
        ]
    );
}

#[test]
fn the_digest_is_of_who_says_what_and_not_of_times() {
    let digest = |text: &str| read(&format!("WEBVTT\n\n{text}\n")).digest();
    let first = digest("00:01.000 --> 00:02.000\n<v 甲>你好");
    assert_eq!(first, digest("00:05.000 --> 00:06.000\n<v 甲>你好"));
    assert_ne!(first, digest("00:01.000 --> 00:02.000\n<v 乙>你好"));
    assert_ne!(first, digest("00:01.000 --> 00:02.000\n<v 甲>您好"));
}

#[test]
fn a_large_file_is_read_in_linear_time() {
    // Of each a few megabytes: what takes the square of that would not end.
    let many = "00:01.000 --> 00:02.000\n<v 甲>&amp;<b>x</b>\n\n".repeat(60_000);
    for body in
        [many, "<".repeat(3_000_000), "&".repeat(3_000_000), "a\n".repeat(1_000_000), "-->\n".repeat(300_000)]
    {
        let track = read(&format!("WEBVTT\n\n00:00.000 --> 00:01.000\n{body}"));
        assert!(track.findings.len() <= MOST);
        transcript(&track, Some(&track));
    }
}

proptest! {
    #[test]
    fn what_is_in_the_cues_is_in_the_transcript(pieces in proptest::collection::vec(proptest::sample::select(vec![
        "\n", "\n\n", "\r\n", "\r", "00:01.000 --> 00:02.000\n", "00:02.000 --> 00:01.000\n", "01:00:00.000 --> 01:00:01.000 line:0\n",
        "-->", "<v 甲>", "<v 乙>", "</v>", "<v", "<b>", "</b>", "<rt>", "</rt>", "<", ">", "&amp;", "&", "&#x4E59;", "&lt;v x&gt;", "NOTE ",
        "STYLE\n", "WEBVTT", "你好", "。", "words", " ", "\t", "，", "\u{FEFF}", "é",
    ]), 0..60)) {
        let track = read(&format!("WEBVTT\n\n00:00.000 --> 00:00.500\n{}", pieces.concat()));
        let letters = |words: &str| -> String { words.chars().filter(|c| !c.is_whitespace()).collect() };
        let said: String = track.cues.iter().flat_map(|cue| &cue.passages).map(|passage| letters(&passage.words)).collect();
        let written: String = transcript(&track, None).iter().map(|paragraph| letters(&paragraph.words)).collect();
        prop_assert_eq!(said, written);
        for finding in &track.findings {
            prop_assert!(finding.place.position().line >= 1);
        }
    }
}
