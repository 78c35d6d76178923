//! Documents that a body of the United Nations issued and that are no resolutions: their covers and their headings.

use super::{ReadBack, imported, prove};

const REPORT: &str = "联合国                                      A/98/500\n\n大会                              Distr.: General\n\
    \x20                                 2043年8月2日\n                                  Chinese\n\
    \x20                                 Original: English\n\n第九十八届会议\n临时议程项目 70\n促进标志\n\n\
    车站里的简明标志\n\n秘书长的报告\n\n摘要\n\n本报告说明各国在标志方面做了什么。\n\n一. 导言\n\n\
    1. 大会第97/1号决议请秘书长报告标志的情况。\n\n二. 车站里的标志\n\nA. 大字\n\n2. 许多国家用大字。\n\n\
    1. 图画\n\n3. 图画有用。\n\n附件\n\n国家名单\n";

#[test]
fn a_report_has_its_cover_in_the_front_matter_and_its_headings_by_their_labels() {
    let report = imported("a.txt", REPORT.as_bytes());
    prove(&report);
    assert_eq!(report.slug, "a-98-500");
    let front = ReadBack::of(&report.markdown).front;
    for (key, want) in [
        ("title", "车站里的简明标志"),
        ("subtitle", "秘书长的报告"),
        ("kind", "document"),
        ("symbol", "A/98/500"),
        ("body", "大会"),
    ] {
        assert_eq!(front[key], want, "{key}");
    }
    assert_eq!(front["session"]["name"], "第九十八届会议");
    assert_eq!(front["agenda-item"]["number"], "临时议程项目 70");
    assert_eq!(front["agenda-item"]["title"], "促进标志");
    assert_eq!(front["distribution"]["date"], "2043年8月2日");
    assert_eq!(front["cover-lines"][0], "联合国");
    let body = report.markdown.split_once("---\n\n").unwrap().1;
    let headings: Vec<_> = body.lines().filter(|line| line.starts_with('#')).collect();
    let want = ["## 摘要", "## 一. 导言", "## 二. 车站里的标志", "### A. 大字", "#### 1. 图画", "## 附件"];
    assert_eq!(headings, want);
    assert!(body.contains("\n1\\. 大会第97/1号决议"), "{body}");
}

#[test]
fn an_english_report_a_decision_and_a_letter_keep_their_titles() {
    let report = "United Nations                                               A/98/500\n\n\
        General Assembly                         Distr.: General\n                                         2 August 2043\n\n\
        Ninety-eighth session\nItem 70 of the provisional agenda\nPromotion of signs\n\nPlain signs\nin stations\n\n\
        Report of the Secretary-General\n\nI. Introduction\n\n1. The Assembly asked for this report.\n";
    let decision = "联合国    A/HRC/DEC/98/115\n\n大会    Distr.: General\n2041年10月13日\nChinese\nOriginal: English\n\n\
        人权理事会\n第九十八届会议\n2041年9月13日至10月11日\n议程项目3\n\n人权理事会2041年10月11日通过的决定\n\n\
        98/115. 车站标志小组讨论会\n\n人权理事会2041年10月11日第45次会议决定通过以下案文：\n\n\
        “人权理事会，\n\n决定举行一次小组讨论会。”\n";
    let letter = "S/2043/12\n\nLetter dated 3 January 2043 from the Permanent Representative of A\n\n\
        I have the honour to transmit a note on signs.\n";
    for (text, title, body) in [
        (report, "Plain signs in stations", Some("General Assembly")),
        (decision, "车站标志小组讨论会", Some("人权理事会")),
        (letter, "Letter dated 3 January 2043 from the Permanent Representative of A", None),
    ] {
        let document = imported("a.txt", text.as_bytes());
        prove(&document);
        let front = ReadBack::of(&document.markdown).front;
        assert_eq!(front["title"], title);
        assert_eq!(front["body"].as_str(), body);
    }
    let front = ReadBack::of(&imported("a.txt", decision.as_bytes()).markdown).front;
    assert_eq!((&front["number"], &front["session"]["start"]), (&"98/115".into(), &"2041-09-13".into()));
    assert_eq!(front["cover-lines"].as_sequence().map(Vec::len), Some(3), "{front:?}");
}

#[test]
fn a_text_with_a_symbol_in_a_sentence_has_no_cover() {
    let text = "标志\n\n本文谈 A/HRC/RES/52/8 号决议。\n\n大会\n\n第二段。\n";
    let document = imported("a.txt", text.as_bytes());
    assert!(document.markdown.starts_with("---\ntitle: 标志\n"), "{}", document.markdown);
}

/// Without blank lines what the lines say tells title, subtitle and text apart, and the text is not sealed.
#[test]
fn a_report_without_blank_lines_has_its_text_under_its_title() {
    let zh = "联合国 A/HRC/58/99\n人权理事会\n第五十八届会议\n议程项目3\n增进和保护所有人权——公民权利、政治权利、\n经济、社会及文化权利\n街道无障碍\n\
              特别报告员的报告\n摘要\n本报告讲街道。\n一. 导言\n1. 特别报告员访问了十个城市。\n2. 访问用了两个星期。\n";
    let en = "Human Rights Council\nFifty-eighth session\nAgenda item 3\nPromotion and protection of all rights\nA/HRC/58/99\nAccess to streets\n\
              Report of the Special Rapporteur\nSummary\nThis report is about streets.\nI. Introduction\n1. She visited ten cities.\n2. It took two weeks.\n";
    for (text, title, subtitle, item) in [
        (
            zh,
            "街道无障碍",
            "特别报告员的报告",
            "增进和保护所有人权——公民权利、政治权利、经济、社会及文化权利",
        ),
        (en, "Accesstostreets", "ReportoftheSpecialRapporteur", "Promotionandprotectionofallrights"),
    ] {
        let imported = imported("a.txt", text.as_bytes());
        let front = ReadBack::of(&imported.markdown);
        assert_eq!((front.field("title"), front.field("subtitle")), (title.into(), subtitle.into()));
        assert_eq!(front.front["agenda-item"]["title"].as_str().unwrap().replace(' ', ""), item);
        assert!(
            imported.findings.iter().any(|finding| finding.message.contains("no blank line parts this line"))
        );
        assert!(!imported.markdown.contains("digest:"));
        assert_eq!(imported.markdown.matches("\n## ").count(), 2, "{}", imported.markdown);
    }
}

/// A heading that may be one is never joined in silence.
#[test]
fn a_heading_behind_a_quotation_with_a_note_is_told() {
    let text = "A/HRC/56/27\nHuman Rights Council\nFifty-sixth session\nAgenda item 2\n\nAccess to voting\n\nReport of the High Commissioner\n\nI. Introduction\n\
                1. The Council asked for a report.\n2. The Committee noted that:\n“States parties should abolish all restrictions.”1\nII. Barriers\n\
                3. Many polling stations have no ramp.\n\n1 CRPD/C/GC/5.\n";
    let report = imported("a.txt", text.as_bytes());
    prove(&report);
    let is_apart = report.markdown.contains("\n## II. Barriers\n");
    assert!(is_apart || !report.markdown.contains("digest:"), "{}", report.markdown);
}
