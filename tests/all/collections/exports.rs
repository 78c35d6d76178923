//! The public entries of a collection as files for other programs.

use std::path::Path;

use serde_json::{Value, json};

use super::{SHAPE, add, entry, site};
use crate::support::{Site, curbcut};

const FILES: [&str; 4] = ["entries.csv", "entries.json", "entries.jsonld", "schema.json"];

/// The lines of an entry beyond those that it must have.
const MORE: &str = "date: 2025-04-01\nchanged: 2025-05-02\npartner: 街道; 社区\nsource: https://example.net/a\nbudget: 12000.50 USD\n\
                    same-as: [https://example.net/41, 'https://example.com/p;q']\n";

/// A collection in two languages, with an entry that says all that the shape has.
fn full() -> Site {
    let site = site();
    let text = entry(MORE)
        .replace("title: 法律援助热线", "title: '=法律援助,热线'")
        .replace("[VN]", "[704, LA]")
        .replace("scope: public\n", "scope: public\n    until: 2099-03-02\n    evidence: letter-7\n  - by: LA\n    date: 2025-03-09\n    scope: public\n");
    add(&site, "good", &text);
    let english = "---\ntitle: 'A \"legal\" aid line'\nsummary: People can call. It is free.\nkind: entry\n---\n\nIt is open each day.\n";
    site.write("content/库/good/index.en.md", english);
    site.write(
        "content/库/good/easy-read.md",
        "---\ntitle: 打电话问法律\nabout: 这是易读版。\nmade-by: 甲\n---\n\n## 打电话\n\n大家可以打电话。\n",
    );
    site.write("content/库/_index.en.md", "---\ntitle: Repository\nsummary: What States did.\n---\n");
    site
}

fn built(site: &Site, arguments: &[&str]) {
    let ran = curbcut(site.root(), &[&["build"][..], arguments].concat());
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
}

fn json(site: &Site, file: &str) -> Value {
    serde_json::from_str(&site.page(&format!("库/{file}"))).unwrap()
}

#[test]
fn the_table_has_a_line_for_each_entry() {
    let site = full();
    add(&site, "plain", &entry(""));
    built(&site, &[]);
    let heads = "id,title,summary,title.en,summary.en,state,period,theme,partner,source,budget,date,changed,same-as,consent-of,consent-by,consent-date,consent-scope,\
                 consent-until,address,easy-read";
    let good = "good,\"=法律援助,热线\",人们可以打电话问法律问题。电话不要钱。,\"A \"\"legal\"\" aid line\",People can call. It is free.,VN; LA,\
                2024-03/2025-02,access,街道; 社区,https://example.net/a,12000.50 USD,2025-04-01,2025-05-02,https://example.net/41; https://example.com/p\\;q,VN; LA,VN; LA,\
                2025-03-02; 2025-03-09,public; public,\"2099-03-02; \",good/index.html,good/easy-read/index.html";
    let plain = "plain,法律援助热线,人们可以打电话问法律问题。电话不要钱。,,,VN,2024-03/2025-02,access,,,,,,,VN,VN,2025-03-02,public,,plain/index.html,";
    assert_eq!(site.page("库/entries.csv"), format!("\u{feff}{heads}\r\n{good}\r\n{plain}\r\n"));
}

#[test]
fn the_data_say_what_front_matter_says() {
    let site = full();
    built(&site, &["--base-url", "https://example.org/"]);
    let data = json(&site, "entries.json");
    let root = "https://example.org/%E5%BA%93";
    let entry = json!({
        "id": "good",
        "title": { "zh-Hans": "=法律援助,热线", "en": "A \"legal\" aid line" },
        "summary": { "zh-Hans": "人们可以打电话问法律问题。电话不要钱。", "en": "People can call. It is free." },
        "fields": {
            "state": ["VN", "LA"],
            "period": "2024-03/2025-02",
            "theme": ["access"],
            "partner": "街道; 社区",
            "source": "https://example.net/a",
            "budget": "12000.50 USD",
        },
        "date": "2025-04-01",
        "changed": "2025-05-02",
        "same-as": ["https://example.net/41", "https://example.com/p;q"],
        "consent-of": ["VN", "LA"],
        "consent": [
            { "by": "VN", "date": "2025-03-02", "scope": "public", "until": "2099-03-02" },
            { "by": "LA", "date": "2025-03-09", "scope": "public" },
        ],
        "address": {
            "zh-Hans": format!("{root}/good/"),
            "en": "https://example.org/en/%E5%BA%93/good/",
        },
        "easy-read": { "zh-Hans": format!("{root}/good/easy-read/") },
    });
    assert_eq!(data["entries"], json!([entry]));
    let collection = &data["collection"];
    assert_eq!(collection["title"], json!({ "zh-Hans": "资料库", "en": "Repository" }));
    let state = json!({
        "name": "state",
        "label": { "zh-Hans": "国家", "en": "State" },
        "type": "state",
        "many": true,
        "words": {
            "LA": { "zh-Hans": "老挝人民民主共和国", "en": "Lao People's Democratic Republic" },
            "VN": { "zh-Hans": "越南", "en": "Viet Nam" },
        },
    });
    assert_eq!(collection["fields"][0], state);
    assert_eq!(collection["fields"][2]["words"]["upr"]["zh-Hans"], "普遍定期审议");
    assert!(!site.page("库/entries.json").contains("letter-7"));
}

#[test]
fn what_schema_org_has_a_property_for_is_said_in_it() {
    let site = full();
    built(&site, &["--base-url", "https://example.org/"]);
    let feed = json(&site, "entries.jsonld");
    assert_eq!((&feed["@type"], &feed["inLanguage"]), (&json!("DataFeed"), &json!(["zh-Hans", "en"])));
    assert_eq!(feed["distribution"][0]["contentUrl"], "https://example.org/%E5%BA%93/entries.csv");
    let [entry, easy] = feed["dataFeedElement"].as_array().unwrap().as_slice() else { panic!("{feed}") };
    assert_eq!(entry["sameAs"], json!(["https://example.net/41", "https://example.com/p;q"]));
    assert_eq!(entry["spatialCoverage"][0]["identifier"][0]["value"], "VN");
    assert_eq!(entry["temporalCoverage"], json!(["2024-03/2025-02"]));
    assert_eq!(entry["contributor"][0]["name"], "街道; 社区");
    assert_eq!(entry["citation"], json!(["https://example.net/a"]));
    assert_eq!(entry["keywords"][0]["termCode"], "access");
    assert_eq!(easy["isBasedOn"]["@id"], entry["@id"]);
    assert!(!feed.to_string().contains("12000") && !feed.to_string().contains("2099"), "{feed}");
}

#[test]
fn the_schema_says_what_an_entry_may_say() {
    let site = full();
    built(&site, &[]);
    let schema = json(&site, "schema.json");
    assert_eq!(schema["required"], json!(["title", "summary", "kind", "state", "period"]));
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["properties"]["theme"]["title"], "主题");
    let choices = &schema["properties"]["theme"]["anyOf"][0]["oneOf"];
    assert_eq!(choices[1], json!({ "title": "无障碍", "enum": ["access"] }));
    let codes = schema["$defs"]["type:state"]["enum"].as_array().unwrap();
    // Without quotation marks a code of digits is a number.
    for code in [json!("VN"), json!("704"), json!(704), json!("004")] {
        assert!(codes.contains(&code), "{code}");
    }
    assert!(!codes.contains(&json!(4)) && schema["$defs"]["type:region"].is_null());
    // The other keys of every entry are known.
    for key in ["draft", "keywords", "consent", "same-as"] {
        assert!(!schema["properties"][key].is_null(), "{key}");
    }
}

#[test]
fn the_page_offers_the_files_in_each_language() {
    let site = full();
    // Texts may lead to them, too.
    site.write(
        "content/库/good/index.en.md",
        "---\ntitle: A line\nsummary: People can call. It is free.\nkind: entry\n---\n\nSee [the table](../entries.csv).\n",
    );
    built(&site, &[]);
    let page = site.page("库/index.html");
    for link in [
        "<a href=\"entries.csv\" type=\"text/csv\">下载表格（CSV）</a>",
        "<a href=\"entries.json\" type=\"application/json\">下载数据（JSON）</a>",
        "<a href=\"entries.jsonld\" type=\"application/ld+json\">下载关联数据（JSON-LD）</a>",
        "<a href=\"schema.json\" type=\"application/schema+json\">下载字段说明（JSON Schema）</a>",
    ] {
        assert!(page.contains(link), "{link} in {page}");
    }
    let english = site.page("en/库/index.html");
    assert!(
        english.contains("href=\"../../%E5%BA%93/entries.csv\" type=\"text/csv\">Download the table (CSV)"),
        "{english}"
    );
    assert!(!site.page("库/by/state/vn/index.html").contains("entries.csv"));
    assert!(!site.out().join("en/库/entries.csv").exists());
    let text = site.page("en/库/good/index.html");
    assert!(text.contains("<a href=\"../../../%E5%BA%93/entries.csv\">the table</a>"), "{text}");
}

#[test]
fn the_same_sources_give_the_same_bytes_on_any_day() {
    let site = full();
    for number in 0..40 {
        add(&site, &format!("e-{number}"), &entry(&format!("partner: 机构 {number}\n")));
    }
    let read = |folder: &Path| FILES.map(|file| std::fs::read(folder.join("库").join(file)).unwrap());
    built(&site, &["--out", "one", "--today", "2026-11-30"]);
    built(&site, &["--out", "two", "--today", "2027-03-05"]);
    assert!(read(&site.root().join("one")) == read(&site.root().join("two")));
}

#[test]
fn a_collection_without_public_entries_has_files_without_entries() {
    let site = site();
    add(&site, "good", &entry("").replace("scope: public", "scope: none"));
    built(&site, &[]);
    assert_eq!(site.page("库/entries.csv").lines().count(), 1);
    assert_eq!(json(&site, "entries.json")["entries"], json!([]));
    assert_eq!(json(&site, "entries.jsonld")["dataFeedElement"], json!([]));
}

#[test]
fn the_names_of_the_files_are_taken() {
    // Tables of entries have the names of two of them: they are read, and not published.
    for name in ["entries.jsonld", "schema.json"] {
        let site = site();
        site.write(&format!("content/库/{name}"), "甲");
        let link = format!("collection.yaml\n---\n\n[文件]({name})\n");
        site.replace("content/库/_index.md", "collection.yaml\n---\n", &link);
        let ran = curbcut(site.root(), &["check"]);
        let told = format!(
            "error[content/same-address]: its address is taken: the site makes a file “库/{name}” of its own"
        );
        assert!(ran.code == 1 && ran.out.contains(&told), "{}", ran.out);
    }
    for name in FILES {
        let site = site();
        add(&site, name, &entry(""));
        let ran = curbcut(site.root(), &["check"]);
        let told = format!("the site makes a file “库/{name}” of its own at this address");
        assert!(ran.code == 1 && ran.out.contains(&told), "{}", ran.out);
    }
}

#[test]
fn what_is_read_back_gives_the_same_files() {
    let site = full();
    add(&site, "lines", &entry("partner: |\n  第一行\n\n  \"第三行\"\n"));
    add(&site, "signs", &entry("partner: '+41; \\ -1, @甲'\n").replace("[access]", "[upr, access]"));
    add(&site, "good/part", &entry("").replace("法律援助热线", "它的一部分"));
    add(&site, "refused", &entry("").replace("scope: public", "scope: none"));
    let cover =
        "subtitle: 第二版\nauthor: [甲; 乙, 丙]\npublisher: 某机构\nkeywords: [法律, 电话]\nedition: 2\n";
    add(&site, "cover", &entry(cover));
    site.write(
        "content/库/cover/index.en.md",
        "---\ntitle: A line\nsummary: People can call. It is free.\nkind: entry\nsubtitle: The second\nkeywords: [law, 'a; b']\n---\n\nDaily.\n",
    );
    let parts = "session: {name: 第五十八届会议}\nagenda-item: {number: '3', title: 增进}\ncover-lines: |\n  第一行\n  第二行\nconsent-of: 法律援助处\n";
    let agreed = "consent:\n  - {by: 法律援助处, date: 2025-03-02, scope: public}\n";
    add(&site, "parts", &entry(parts).replace("consent:\n", agreed));
    built(&site, &[]);
    let table = site.page("库/entries.csv");
    let columns = ",changed,subtitle,subtitle.en,session,agenda-item,author,publisher,edition,keywords,keywords.en,cover-lines,same-as,";
    assert!(table.contains(columns), "{table}");
    assert!(table.contains(",第二版,The second,,,甲\\; 乙; 丙,某机构,2,法律; 电话,law; a\\; b,,"), "{table}");
    let parts = r#","{""name"":""第五十八届会议""}","{""number"":""3"",""title"":""增进""}","#;
    assert!(table.contains(parts), "{table}");
    assert!(table.contains(",第一行; 第二行,,VN; 法律援助处,"), "{table}");
    let entries = &json(&site, "entries.json")["entries"];
    let of_cover = entries.as_array().unwrap().iter().find(|entry| entry["id"] == "cover").unwrap();
    assert_eq!(of_cover["keywords.en"], json!(["law", "a; b"]));
    let made: Vec<String> = FILES.iter().map(|file| site.page(&format!("库/{file}"))).collect();
    for (table, name) in made.iter().zip(["entries.csv", "entries.json"]) {
        let again = full();
        for file in ["index.md", "index.en.md"] {
            std::fs::remove_file(again.root().join("content/库/good").join(file)).unwrap();
        }
        again.write(&format!("content/库/{name}"), table);
        built(&again, &[]);
        for (file, made) in FILES.iter().zip(&made) {
            assert_eq!(again.page(&format!("库/{file}")), *made, "{file} of {name}");
        }
    }
}

/// What is offered and asked for has parts, which JSON alone can hold.
#[test]
fn offers_and_requests_are_exported_and_read_back() {
    let needs =
        format!("{SHAPE}needs: {{easy-read: {{zh: 易读版, en: Easy-read versions}}, training: 培训}}\n");
    let notices = "offers:\n  - need: easy-read\n    languages: [zh, vi]\n    region: '030'\n    period: 2026/2027\n    \
                   contact: {role: {zh: 联络员, en: Focal point}, mail: office@example.org}\n    note: 一年两次\n\
                   requests:\n  - need: training\n    contact: {role: 联络员, mail: office@example.org}\n";
    let site = full();
    site.write("content/库/collection.yaml", &needs);
    add(&site, "both", &entry(notices));
    built(&site, &[]);
    let both = &json(&site, "entries.json")["entries"][0];
    let offer = json!({
        "need": "easy-read",
        "languages": ["zh", "vi"],
        "region": "030",
        "period": "2026/2027",
        "contact": { "role": { "zh": "联络员", "en": "Focal point" }, "mail": "office@example.org" },
        "note": "一年两次",
    });
    let request =
        json!({ "need": "training", "contact": { "role": "联络员", "mail": "office@example.org" } });
    assert_eq!((&both["offers"], &both["requests"]), (&json!([offer]), &json!([request])), "{both}");
    assert_eq!(json(&site, "entries.json")["entries"][1].get("offers"), None);
    let again = full();
    for file in ["index.md", "index.en.md"] {
        std::fs::remove_file(again.root().join("content/库/good").join(file)).unwrap();
    }
    again.write("content/库/collection.yaml", &needs);
    again.write("content/库/entries.json", site.page("库/entries.json"));
    built(&again, &[]);
    assert_eq!(again.page("库/entries.json"), site.page("库/entries.json"));
    assert_eq!(again.page("库/match/index.html"), site.page("库/match/index.html"));
}

#[test]
fn an_entry_leads_to_the_same_entry_elsewhere() {
    let site = full();
    built(&site, &[]);
    let links = "<a href=\"https://example.net/41\" data-print=\"\">example.net/41</a>、\
                 <a href=\"https://example.com/p;q\" data-print=\"\">example.com/p;q</a>";
    let page = site.page("库/good/index.html");
    assert!(page.contains(&format!("<dt>别的资料库里的同一条</dt><dd>{links}</dd>")), "{page}");
    assert!(page.contains("\"sameAs\":[\"https://example.net/41\",\"https://example.com/p;q\"]"), "{page}");
    // What its file in the main language says holds in all languages.
    let english = site.page("en/库/good/index.html");
    assert!(
        english.contains("<dt>The same entry elsewhere</dt><dd><a href=\"https://example.net/41\""),
        "{english}"
    );
    // An entry that stands in no collection has other databases, too.
    let alone = Site::new(&[(
        "content/a/index.md",
        "---\ntitle: 通知\nsummary: 有一个会。请来参加。\nkind: entry\nsame-as: https://example.net/1\n---\n\n会在五点开。\n",
    )]);
    built(&alone, &[]);
    assert!(
        alone
            .page("a/index.html")
            .contains("<dd><a href=\"https://example.net/1\" data-print=\"\">example.net/1</a></dd>")
    );
}

#[test]
fn an_address_elsewhere_that_is_none_is_told_where_it_stands() {
    for (written, at, message) in [
        (
            "ftp://example.net/a",
            "12:10",
            "“ftp://example.net/a” is no address of the web, such as https://example.org/a",
        ),
        ("[https://example.net/1, 41]", "12:34", "“41” is no address of the web"),
        (
            "[https://example.net/1, https://example.net/1]",
            "12:34",
            "“https://example.net/1” stands here a second time",
        ),
        ("https://example.net/a b", "12:10", "“https://example.net/a b” is no address of the web"),
    ] {
        let site = site();
        add(&site, "good", &entry(&format!("same-as: {written}\n")));
        let ran = curbcut(site.root(), &["check", "--format", "json"]);
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        let told: Vec<String> = report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| {
                format!(
                    "{}:{} {} {}",
                    finding["line"],
                    finding["column"],
                    finding["rule"].as_str().unwrap(),
                    finding["message"].as_str().unwrap()
                )
            })
            .collect();
        let wanted = format!("{at} front-matter/wrong-value {message}");
        assert!(told.iter().any(|told| told.starts_with(&wanted)), "{wanted}\n{told:#?}");
    }
    // No collection can have a field of this name.
    let site = site();
    site.write("content/库/collection.yaml", SHAPE.replace("name: source", "name: same-as"));
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.out.contains("every entry has a key “same-as” already"), "{}", ran.out);
}

#[test]
fn several_links_of_a_field_are_links() {
    let site = site();
    site.replace("content/库/collection.yaml", "    type: link\n", "    type: link\n    many: true\n");
    add(&site, "good", &entry("source: [https://example.net/a, http://example.net/b]\n"));
    built(&site, &[]);
    let page = site.page("库/good/index.html");
    let links = "<dd><a href=\"https://example.net/a\" data-print=\"\">example.net/a</a>、<a href=\"http://example.net/b\" data-print=\"\">";
    assert!(page.contains(links), "{page}");
}

#[test]
fn the_files_grow_with_the_number_of_entries_alone() {
    let bytes = |count: usize| {
        let site = site();
        let heads = "id,title,summary,state,period,consent-by,consent-date,consent-scope";
        let row = |number: usize| {
            format!(
                "{number:04},热线 {number:04},人们可以打电话。电话不要钱。,VN,2024,VN,2025-03-02,public\r\n"
            )
        };
        let rows: String = (0..count).map(row).collect();
        site.write("content/库/entries-2024.csv", format!("{heads}\r\n{rows}"));
        let ran = curbcut(site.root(), &["build", "--only", "site"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        FILES.map(|file| site.page(&format!("库/{file}")).len())
    };
    let (some, half, whole) = (bytes(0), bytes(150), bytes(300));
    for at in 0..FILES.len() {
        assert_eq!(whole[at] - half[at], half[at] - some[at], "{}", FILES[at]);
    }
}
