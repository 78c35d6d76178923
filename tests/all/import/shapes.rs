//! Shapes of resolutions and reports that are met in the wild. What is not recognised for certain is never sealed, and lines are never
//! joined silently.

use curbcut::import::{ENOUGH, Imported};

use super::{ReadBack, imported, prove};

fn text(said: &str) -> Imported {
    let imported = imported("a.txt", said.as_bytes());
    prove(&imported);
    imported
}

fn body(imported: &Imported) -> &str {
    imported.markdown.split_once("\n---\n\n").unwrap().1.trim_end()
}

fn is_sealed(imported: &Imported) -> bool {
    imported.markdown.contains("\ndigest: ")
}

/// The lines that a finding, and no mere note, is about.
fn asked(imported: &Imported) -> Vec<u32> {
    let doubts = imported.findings.iter().filter(|finding| finding.severity != super::Severity::Note);
    doubts.map(|finding| finding.place.position().line).collect()
}

#[test]
fn headings_and_paragraphs_of_a_report_stand_apart_without_blank_lines() {
    for (said, want) in [
        (
            "A/HRC/53/25\n\n残疾人权利\n\n一、导言\n\n1.办事处收到来文。\n二、调查结果\n2.法律不同。\n三、结论\n3.各国应行动。\n",
            "## 一、导言\n\n1.办事处收到来文。\n\n## 二、调查结果\n\n2.法律不同。\n\n## 三、结论\n\n3.各国应行动。",
        ),
        (
            "A/HRC/53/25\n\nRights of persons\n\nI. Introduction\n1. The Office received replies.\nII. Findings\n2. Laws differ.\n",
            "## I. Introduction\n\n1\\. The Office received replies.\n\n## II. Findings\n\n2\\. Laws differ.",
        ),
    ] {
        let report = text(said);
        assert_eq!(body(&report), want);
        assert!(is_sealed(&report), "{:?}", report.findings);
    }
}

#[test]
fn short_lines_of_a_report_are_paragraphs_that_are_asked_about() {
    let zh = "A/HRC/53/25\n\n残疾人权利\n\n一、导言\n\n1. 办事处收到了所有国家关于标志的来文，并且把这些来文都放在了网站上。\n\n\
        表1\n各区域的法律\n区域法律\n非洲12\n\n2. 法律不同。\n";
    let report = text(zh);
    assert!(
        body(&report).contains("\n\n表1\n\n各区域的法律\n\n区域法律\n\n非洲12\n\n2\\. "),
        "{}",
        report.markdown
    );
    assert_eq!(asked(&report), [10, 11, 12]);
    assert!(!is_sealed(&report));
    let en = "A/HRC/53/25\n\nRights of persons\n\nSummary\nThe present report is submitted pursuant to resolution 49/12.\n\n\
        I. Introduction\n\n1. The Office received replies from all of the States.\n\nTable 1\nLaws by region\nRegion Laws\nAfrica 12\n\n\
        2. States:\n- Should act\n- Should pay\n\nAnnex\nList of submissions\n1. Albania\n2. Chad\n";
    let report = text(en);
    let body = body(&report);
    assert!(body.starts_with("## Summary\n\nThe present report is"), "{body}");
    assert!(body.contains("\n\nTable 1\n\nLaws by region\n\nRegion Laws\n\nAfrica 12\n\n"), "{body}");
    assert!(body.contains("\n\n\\- Should act\n\n\\- Should pay\n\n"), "{body}");
    assert!(body.ends_with("## Annex\n\nList of submissions\n\n1\\. Albania\n\n2\\. Chad"), "{body}");
    assert!(!is_sealed(&report));
}

#[test]
fn broken_lines_of_a_report_are_joined() {
    let line = "许多国家在车站里用大字写明方向，并且用图画说明出口和电梯在哪里，";
    let zh = format!(
        "A/HRC/53/25\n\n残疾人权利\n\n一、导言\n\n1. 办事处收到来文。\n\n2. {line}\n{line}\n{line}\n人们都看得懂。\n三个国家没有回答。\n"
    );
    let report = text(&zh);
    assert!(
        body(&report).contains(&format!("2\\. {line}{line}{line}人们都看得懂。\n\n三个国家")),
        "{}",
        report.markdown
    );
    let en = "A/HRC/53/25\n\nRights of persons\n\nI. Introduction and all that must be said of it before the report can\nbegin\n\n\
        1. The Office received replies from all of the States that it had asked\nfor them, and put all of these replies on its site.\n\n2. Laws differ.\n";
    let report = text(en);
    assert!(body(&report).contains("asked for them, and put"), "{}", report.markdown);
    assert!(
        body(&report)
            .starts_with("## I. Introduction and all that must be said of it before the report can begin\n")
    );
    assert!(is_sealed(&report), "{:?}", report.findings);
}

#[test]
fn a_table_of_contents_is_left_out_where_its_first_line_comes_again() {
    for said in [
        "A/HRC/53/25\n\n残疾人权利\n\n目录\n\n一、导言 ........ 3\n\n二、结果 ........ 4\n\n一、导言\n\n1. 收到来文。\n\n二、结果\n\n2. 法律不同。\n",
        "A/HRC/53/25\n\n残疾人权利\n\n目 录\n一、导言\n二、结果\n\n一、导言\n\n1. 收到来文。\n\n二、结果\n\n2. 法律不同。\n",
        "A/HRC/53/25\n\nRights of persons\n\nContents\n\nI. Introduction 3\n\nII. Findings 4\n\nI. Introduction\n\n1. Replies came.\n\nII. Findings\n\n2. Laws differ.\n",
    ] {
        let report = text(said);
        let headings: Vec<_> = body(&report).lines().filter(|line| line.starts_with('#')).collect();
        assert_eq!(headings.len(), 2, "{}", report.markdown);
        assert!(report.dropped.iter().filter(|it| it.reason.contains("table of contents")).count() == 3);
        assert!(is_sealed(&report), "{:?}", report.findings);
    }
    // Where the text has other headings, its lines are paragraphs, and no headings.
    let other = text(
        "A/HRC/53/25\n\n残疾人权利\n\n目录\n\n一、导言 ........ 3\n\n二、结果 ........ 4\n\n一、引言\n\n1. 收到来文。\n\n2. 法律不同。\n",
    );
    assert!(body(&other).contains("\n\n一、导言 ........ 3\n\n"), "{}", other.markdown);
    assert!(body(&other).contains("\n\n## 一、引言\n\n"), "{}", other.markdown);
    assert_eq!(asked(&other), [7, 9]);
}

#[test]
fn numbers_and_words_at_line_ends_are_kept_and_asked_about() {
    for (said, want, lines) in [
        (
            "98/6. 标志\n\n人权理事会，\n\n回顾费用为1,\n000美元，占3.\n5%，\n\n1. 决定。\n",
            "回顾费用为1,000美元，占3. 5%，",
            vec![6, 7],
        ),
        (
            "98/6. Signs\n\nThe Human Rights Council,\n\nRecalling costs of 1,\n000 dollars,\n\n1. Decides.\n",
            "Recalling costs of 1,000 dollars,",
            vec![6],
        ),
        (
            "98/6. Signs\n\nThe Human Rights Council,\n\nRecalling inter\u{AD}\nnational law,\n\n1. Decides.\n",
            "Recalling inter\u{AD}national law,",
            vec![],
        ),
    ] {
        let resolution = text(said);
        assert!(body(&resolution).contains(want), "{}", resolution.markdown);
        let cut = resolution.findings.iter().filter(|it| it.message.starts_with("a line ends inside"));
        let cut: Vec<_> = cut.map(|it| it.place.position().line).collect();
        assert_eq!(cut, lines);
        assert_eq!(is_sealed(&resolution), lines.is_empty(), "{:?}", resolution.findings);
    }
}

#[test]
fn a_number_and_a_title_are_read_without_a_full_stop() {
    let after = "\n\n人权理事会，\n\n回顾决议，\n\n1.欢迎；\n\n2.决定。\n";
    for (title, cover) in [
        ("44/11人权与工商企业", "A/HRC/RES/44/11\n"),
        ("44/11 人权与工商企业", "联合国 A/HRC/RES/44/11\n大会\n"),
        ("第44/11号决议  人权与工商企业", "联 合 国 A/HRC/RES/44/11\n大 会\n人 权 理 事 会\n"),
        ("44/11\n人权与工商企业", "A/HRC/RES/44/11\n议程项目3\n"),
        ("44/11人权与工商企业", ""),
        ("44/11 人权与工商企业", ""),
    ] {
        let resolution = text(&format!("{cover}\n{title}{after}"));
        let front = ReadBack::of(&resolution.markdown).front;
        for (key, want) in [("title", "人权与工商企业"), ("number", "44/11"), ("symbol", "A/HRC/RES/44/11")]
        {
            assert_eq!(front[key], want, "{cover}{title}");
        }
        assert_eq!(resolution.slug, "a-hrc-res-44-11");
        // Only the symbol says for certain that it is the number.
        assert_eq!(is_sealed(&resolution), !cover.is_empty(), "{:?}", resolution.findings);
        let points: u32 = resolution.ledger.signs().iter().map(|sign| sign.points).sum();
        assert!(points >= ENOUGH);
    }
    let en = text(
        "United Nations A/HRC/RES/44/11\n\n44/11 Business and rights\n\nThe Human Rights Council,\n\nRecalling,\n\n1. Asks.\n",
    );
    let front = ReadBack::of(&en.markdown).front;
    assert_eq!((&front["title"], &front["number"]), (&"Business and rights".into(), &"44/11".into()));
    // A fraction is no number of a resolution.
    for said in [
        "24/7 支持\n\n打电话。\n\n1. 这样做。\n\n2. 那样做。\n",
        "24/7 Support\n\nCall us.\n\n1. Do this.\n\n2. Do that.\n",
    ] {
        let other = text(said);
        assert!(other.markdown.contains("\nkind: document\n") && other.ledger.signs().is_empty());
    }
}

#[test]
fn a_draft_without_a_number_says_what_was_not_found() {
    let draft = text("议程项目3\n促进人权\n\n关于标志的决议\n\n人权理事会，\n\n回顾决议，\n\n1. 决定。\n");
    let front = ReadBack::of(&draft.markdown).front;
    assert_eq!(front["title"], "关于标志的决议");
    assert_eq!(front["agenda-item"]["title"], "促进人权");
    assert!(draft.findings.iter().any(|it| it.message.ends_with("number, symbol")), "{:?}", draft.findings);
}

#[test]
fn a_line_of_adoption_with_a_mark_is_one() {
    for said in [
        "A/HRC/RES/44/11\n大会\n人权理事会\n议程项目3\n\n人权理事会2020年7月16日通过的决议*\n\n44/11. 标志\n\n人权理事会，\n\n1. 决定。\n",
        "A/HRC/RES/44/11\nGeneral Assembly\nHuman Rights Council\nAgenda item 3\n\nResolution adopted by the Human Rights Council on 16 July 2020*\n\n\
         44/11. Signs\n\nThe Human Rights Council,\n\n1. Decides.\n",
    ] {
        let resolution = text(said);
        let front = ReadBack::of(&resolution.markdown).front;
        assert!(front["adopted"].as_str().is_some_and(|said| said.ends_with('*')), "{}", resolution.markdown);
        assert_eq!(front["date"], "2020-07-16");
        assert!(!is_sealed(&resolution));
    }
}

#[test]
fn columns_of_a_cover_are_known_behind_one_blank() {
    for (said, body, title) in [
        (
            "联合国 A/HRC/53/25\n大会 Distr.: General\n2023年5月1日\nChinese\nOriginal: English\n\n人权理事会\n第五十三届会议\n\n残疾人权利\n\n一、导言\n\n1. 收到来文。\n",
            "人权理事会",
            "残疾人权利",
        ),
        (
            "United Nations A/HRC/53/25\nGeneral Assembly Distr.: General\n1 May 2023\nOriginal: English\n\nHuman Rights Council\nFifty-third session\n\nRights of persons\n\nI. Introduction\n\n1. Replies came.\n",
            "Human Rights Council",
            "Rights of persons",
        ),
    ] {
        let report = text(said);
        let front = ReadBack::of(&report.markdown).front;
        for (key, want) in [("symbol", "A/HRC/53/25"), ("body", body), ("title", title)] {
            assert_eq!(front[key], want, "{said}");
        }
        assert_eq!(front["distribution"]["type"], "General");
        assert!(report.markdown.contains("\n## "), "{}", report.markdown);
    }
}

#[test]
fn what_has_too_few_signs_is_a_plain_document_and_not_sealed() {
    for said in [
        "A/HRC/53/25\n\n残疾人权利\n\n办事处收到来文。\n",
        "A/HRC/53/25\n\nRights of persons\n\nReplies came.\n",
    ] {
        let report = text(said);
        let told = report.findings.iter().find(|it| it.message.contains("2 of 5 points: symbol (2)"));
        assert_eq!(told.map(|it| it.place.position().line), Some(1), "{:?}", report.findings);
        assert!(!is_sealed(&report) && report.ledger.signs().is_empty());
    }
}

#[test]
fn numbers_after_whole_paragraphs_begin_anew() {
    let resolution = text(
        "98/6. 标志\n\n人权理事会，\n\n1. 请；\n1. 又请；\n3. 跳号；\n\n附件\n\n准则\n\n第一条\n\n1. 甲。\n\n第二条\n\n1. 乙。\n",
    );
    let body = body(&resolution);
    assert!(body.contains("1. 请；\n\n1. 又请；\n\n3. 跳号；"), "{body}");
    assert!(body.ends_with("第一条\n\n1. 甲。\n\n第二条\n\n1. 乙。"), "{body}");
    assert!(asked(&resolution).contains(&7));
    assert!(
        resolution.easy_read.contains("\n## {covers=annex}\n")
            || resolution.easy_read.matches("## {covers=").count() == 4,
        "{}",
        resolution.easy_read
    );
    let resolution = text(
        "98/6. Signs\n\nThe Human Rights Council,\n\n1. Decides.\n\nAnnex\n\nRules\n\nArticle 1\n\n1. One.\n\nArticle 2\n\n1. None.\n",
    );
    assert!(self::body(&resolution).ends_with("Article 2\n\n1. None."), "{}", resolution.markdown);
    assert!(resolution.easy_read.contains("\n## {covers=annex}\n"), "{}", resolution.easy_read);
}

#[test]
fn a_vote_may_begin_with_its_numbers() {
    for said in [
        "98/6. 标志\n\n人权理事会，\n\n1. 决定。\n\n2040年3月1日\n第3次会议\n[以20票赞成、2票反对、1票弃权获得通过。]\n",
        "98/6. Signs\n\nThe Human Rights Council,\n\n1. Decides.\n\n1 March 2040\n\n[Adopted by 20 votes to 2, with 1 abstention.]\n",
    ] {
        let counts = &ReadBack::of(&text(said).markdown).front["vote"]["counts"];
        assert_eq!(
            (&counts["in-favour"], &counts["against"], &counts["abstaining"]),
            (&20.into(), &2.into(), &1.into())
        );
    }
}

#[test]
fn numbers_of_pages_at_page_breaks_are_left_out() {
    let plain =
        text("标志\n\n第一段说到这里就完了。\n\u{c}2\n\n第二段说到这里也完了。\n\u{c}A/77/2\n3\n第三段。\n");
    assert_eq!(body(&plain), "第一段说到这里就完了。\n\n第二段说到这里也完了。\n\n第三段。");
    let plain = text("Signs\n\nThe first paragraph.\n\u{c}7\n\nThe second paragraph.\n");
    assert!(body(&plain).contains("\n\n7\n\n"), "{}", plain.markdown);
}
