//! Tables of raw HTML: how cells are set, rows that do not add up, and what cannot stand in cells.

use crate::support::{Site, curbcut};

fn site(text: &str) -> Site {
    let front = "---\ntitle: 费用\nsummary: 一张表。\nkind: page\n---\n\n";
    Site::new(&[("content/a/index.md", &[front, text].concat())])
}

const BEGIN: &str = "<table>\n<caption>费用</caption>\n<tr><th scope=\"col\">项目</th><th scope=\"col\">2024 年</th><th scope=\"col\">2025 年</th></tr>\n";

/// Lines of findings of this rule, as `line N: message`.
fn found(site: &Site, rule: &str) -> Vec<String> {
    let ran = curbcut(site.root(), &["check"]);
    let lines = ran.out.lines().filter(|line| line.contains(&format!("[{rule}]")));
    lines.map(str::to_owned).collect()
}

#[test]
fn align_of_cells_is_a_class_in_pages_and_books() {
    let text = format!(
        "{BEGIN}<tr align=\"right\"><th scope=\"row\" align=\"left\">坡道</th><td>90</td><td align=\"middle\">100</td></tr>\n</table>\n"
    );
    let site = site(&text);
    assert_eq!(found(&site, "markdown/refused-attribute").len(), 1);
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", built.findings);
    let page = site.page("a/index.html");
    for cell in ["<th scope=\"row\" class=\"start\">坡道", "<td class=\"end\">90", "<td class=\"end\">100"]
    {
        assert!(page.contains(cell), "{cell}: {page}");
    }
    assert!(!page.contains(" align="), "{page}");
}

#[test]
fn a_row_whose_cells_do_not_add_up_is_found_at_its_line() {
    let even = "<tr><th scope=\"row\" rowspan=\"2\">坡道</th><td>90</td><td>100</td></tr>\n<tr><td colspan=\"2\">200</td></tr>\n";
    assert_eq!(found(&site(&format!("{BEGIN}{even}</table>\n")), "html/uneven-rows"), [""; 0]);
    for (row, says) in [
        ("<tr><th scope=\"row\">道路</th><td>90</td></tr>", "2 columns, the table has 3"),
        ("<tr><th scope=\"row\">道路</th><td colspan=\"3\">90</td></tr>", "4 columns, the table has 3"),
        (
            "<tr><td rowspan=\"2\">道路</td><td>1</td><td>2</td></tr>\n<tr><td>3</td></tr>",
            "2 columns, the table has 3",
        ),
    ] {
        let told = found(&site(&format!("{BEGIN}{even}{row}\n</table>\n")), "html/uneven-rows");
        assert!(matches!(&told[..], [one] if one.contains(says)), "{row}: {told:?}");
        let line = 12 + row.matches('\n').count();
        assert!(told[0].contains(&format!("line {line},")), "{row}: {told:?}");
    }
}

#[test]
fn help_for_a_link_in_a_cell_names_what_works() {
    for cell in ["<a href=\"../b\">乙</a>", "[乙](index.md)", "90[^1]"] {
        let text = format!(
            "{BEGIN}<tr><th scope=\"row\">甲</th><td>{cell}</td><td>1</td></tr>\n</table>\n\n见[^1]。\n\n[^1]: 注。\n"
        );
        let out = curbcut(site(&text).root(), &["check"]).out;
        assert!(out.contains("below the table"), "{cell}: {out}");
    }
    // A paragraph below the table holds both.
    let text = format!(
        "{BEGIN}<tr><th scope=\"row\">甲</th><td>1</td><td>1</td></tr>\n</table>\n\n见[乙](index.md)[^1]。\n\n[^1]: 注。\n"
    );
    let ran = curbcut(site(&text).root(), &["check"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
}
