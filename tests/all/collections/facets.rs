//! The entries of a collection by their values.

use super::{add, entry, site};
use crate::support::curbcut;

#[test]
fn there_is_a_page_for_each_value_and_for_each_pair_with_two_entries() {
    let site = site();
    add(&site, "laos", &entry("").replace("[VN]", "[VN, LA]").replace("by: VN\n    date: 2025-03-02\n    scope: public", "by: VN\n    date: 2025-03-02\n    scope: public\n  - by: LA\n    date: 2025-03-02\n    scope: public"));
    add(&site, "upr", &entry("").replace("[access]", "[upr]").replace("2024-03/2025-02", "2026"));
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", built.findings);
    let whole = site.page("库/index.html");
    for words in [
        "<caption>资料库</caption>",
        "3 条",
        "<a href=\"by/state/vn/index.html\">越南</a> <span class=\"aside\">3 条</span>",
        "<a href=\"by/state/la/index.html\">老挝人民民主共和国</a> <span class=\"aside\">1 条</span>",
        "<a href=\"by/period/2024/index.html\">2024 年</a> <span class=\"aside\">2 条</span>",
        "<a href=\"by/theme/upr/index.html\">普遍定期审议</a> <span class=\"aside\">1 条</span>",
    ] {
        assert!(whole.contains(words), "{words} in {whole}");
    }
    // The newest first, as the shape says.
    assert!(whole.find("upr/index.html\">法律").unwrap() < whole.find("good/index.html\">法律").unwrap());
    let vietnam = site.page("库/by/state/vn/index.html");
    assert!(vietnam.contains("资料库：越南") && !vietnam.contains("<a href=\"../../theme/access/index.html"));
    assert!(
        vietnam.contains("theme/access/index.html\">无障碍</a> <span class=\"aside\">2 条</span>"),
        "{vietnam}"
    );
    let pair = site.page("库/by/state/vn/theme/access/index.html");
    assert!(pair.contains("<caption>资料库：越南、无障碍</caption>") && pair.contains("2 条"), "{pair}");
    assert!(!site.out().join("库/by/state/la/theme").exists(), "one entry");
    // The home page leads to the collection and lists no entry.
    let home = site.page("index.html");
    assert!(home.contains("href=\"%E5%BA%93/index.html\"") && !home.contains("法律援助热线"), "{home}");
}

#[test]
fn a_long_list_stands_on_several_pages_and_a_facet_of_many_values_ends() {
    let site = site();
    for number in 0..230 {
        add(
            &site,
            &format!("e-{number}"),
            &entry(&format!("partner: 机构 {number}\n")).replace("法律援助", &format!("第 {number} 条")),
        );
    }
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(site.page("库/list/3/index.html").contains("资料库（第 3 页）"));
    assert!(site.page("库/by/state/vn/list/3/index.html").contains("资料库：越南（第 3 页）"));
}
