//! Collections: one shape for all entries, and nothing of an entry that was not agreed to.

mod book;
mod consent;
mod exports;
mod facets;
mod foreign;
mod matching;
mod reports;
mod rows;
mod shape;

use crate::support::Site;

/// The shape of the collections in these tests.
const SHAPE: &str = "\
consent-of: state
sort: [-period, title]
fields:
  - name: state
    label: { zh: 国家, en: State }
    type: state
    many: true
    required: true
    facet: true
  - name: period
    label: { zh: 时间, en: Period }
    type: period
    required: true
    facet: true
  - name: theme
    label: { zh: 主题, en: Theme }
    type: choice
    many: true
    facet: true
    choices:
      upr: { zh: 普遍定期审议, en: Universal Periodic Review }
      access: { zh: 无障碍, en: Accessibility }
  - name: partner
    label: { zh: 合作方, en: Partner }
    type: organisation
  - name: source
    label: { zh: 来源, en: Source }
    type: link
  - name: budget
    label: { zh: 预算, en: Budget }
    type: money
";

/// A site with an empty collection.
fn site() -> Site {
    let site = Site::new(&[
        (
            "content/库/_index.md",
            "---\ntitle: 资料库\nsummary: 各国做过的事。\ncollection: collection.yaml\n---\n",
        ),
        ("content/库/collection.yaml", SHAPE),
    ]);
    add(&site, "good", &entry(""));
    site
}

fn add(site: &Site, folder: &str, text: &str) {
    site.write(&format!("content/库/{folder}/index.md"), text);
}

/// An entry that may be published, with more lines of front matter.
fn entry(more: &str) -> String {
    format!(
        "---\ntitle: 法律援助热线\nsummary: 人们可以打电话问法律问题。电话不要钱。\nkind: entry\nstate: [VN]\nperiod: 2024-03/2025-02\n\
         theme: [access]\nconsent:\n  - by: VN\n    date: 2025-03-02\n    scope: public\n{more}---\n\n热线每天都开。\n"
    )
}

/// The same with a line of it in other words.
fn entry_with(from: &str, to: &str) -> String {
    let text = entry("");
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replace(from, to)
}
