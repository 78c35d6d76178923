//! What pages and the catalogue say of the accessibility of a book is what the book says.

use serde_json::{Value, json};

use super::{built, described, site};
use crate::books::opened::Opened;
use crate::support::Site;

/// What the package document of a book says, in the form of a page and in that of a catalogue.
fn of_book(site: &Site, path: &str) -> [Value; 2] {
    let book = Opened::of(site, path);
    let said = |property: &str| book.metadata(&format!("schema:{property}"));
    let sufficient: Vec<Vec<String>> = said("accessModeSufficient")
        .iter()
        .map(|modes| modes.split(',').map(str::to_owned).collect())
        .collect();
    let lists: Vec<Value> =
        sufficient.iter().map(|modes| json!({ "@type": "ItemList", "itemListElement": modes })).collect();
    let (modes, features, hazards) =
        (said("accessMode"), said("accessibilityFeature"), said("accessibilityHazard"));
    let summary = said("accessibilitySummary").concat();
    assert!(!modes.is_empty() && features.len() > 3 && !summary.is_empty(), "{path}");
    let page = json!({
        "accessMode": modes, "accessModeSufficient": lists, "accessibilityFeature": features,
        "accessibilityHazard": hazards, "accessibilitySummary": summary,
    });
    let catalogue = json!({
        "accessMode": modes, "accessModeSufficient": sufficient, "feature": features, "hazard": hazards,
        "summary": summary,
    });
    [page, catalogue]
}

#[test]
fn pages_and_catalogue_say_what_books_say() {
    let site = Site::copy_of("tests/sites/small");
    built(&site);
    let catalogue: Value = serde_json::from_str(&site.page("catalogue.json")).unwrap();
    let publications = catalogue["publications"].as_array().unwrap();
    let books = [
        ("index.html", "xiao-wang-zhan.epub"),
        ("bao-gao/yi/index.html", "bao-gao/yi/yi.epub"),
        ("jue-yi/index.html", "jue-yi/jue-yi.epub"),
        ("jue-yi/easy-read/index.html", "jue-yi/jue-yi-easy-read.epub"),
        ("wen-jian/index.html", "wen-jian/wen-jian.epub"),
    ];
    assert_eq!(publications.len(), books.len());
    for (publication, (page, path)) in publications.iter().zip(books) {
        let url = format!("https://example.org/site/{path}");
        let [of_page, of_catalogue] = of_book(&site, path);
        assert_eq!(publication["links"][0]["href"], *url, "{path}");
        assert_eq!(publication["links"][0]["size"], std::fs::metadata(site.out().join(path)).unwrap().len());
        assert_eq!(publication["metadata"]["accessibility"], of_catalogue, "{path}");
        let described = described(&site, page);
        let file = described["encoding"].as_array().unwrap().iter().find(|file| file["contentUrl"] == *url);
        let file = file.unwrap_or_else(|| panic!("{page} does not name {path}")).as_object().unwrap();
        let claims = of_page.as_object().unwrap();
        for (name, value) in claims {
            assert_eq!(file.get(name), Some(value), "{path}: {name}");
        }
    }
    // Of a plain text nothing is counted, so nothing is claimed.
    let described = described(&site, "jue-yi/index.html");
    let text = &described["encoding"][1];
    assert_eq!((&text["encodingFormat"], &text["accessMode"]), (&json!("text/plain"), &Value::Null));
}

#[test]
fn a_catalogue_says_what_its_books_are() {
    let site = site();
    built(&site);
    let catalogue: Value = serde_json::from_str(&site.page("catalogue.json")).unwrap();
    let root = "https://example.org/%E6%96%87";
    assert_eq!(catalogue["metadata"]["title"], "决议");
    assert_eq!(catalogue["metadata"]["numberOfItems"], 5);
    assert_eq!(
        catalogue["links"][0],
        json!({ "rel": "self", "href": format!("{root}/catalogue.json"), "type": "application/opds+json" })
    );
    let find = |name: &str| {
        let books = catalogue["publications"].as_array().unwrap();
        let ending = format!("/{name}");
        books.iter().find(|book| book["links"][0]["href"].as_str().unwrap().ends_with(&ending)).unwrap()
    };
    let official = &find("jue-yi/jue-yi.epub")["metadata"];
    assert_eq!(official["title"], "52/8. 关于 <无障碍> & \"易读\" 的决议");
    assert_eq!((&official["author"], &official["publisher"]), (&json!(["人权理事会"]), &json!(["编写组"])));
    assert_eq!((&official["published"], &official["language"]), (&json!("2023-04-03"), &json!("zh-Hans")));
    let easy = find("jue-yi-easy-read.epub");
    let picture =
        |book: &Value| book["images"][0]["href"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let pictures = [picture(find("jue-yi/jue-yi.epub")), picture(easy)];
    assert_eq!(pictures, ["book.png", "book-easy-read.png"]);
    pictures.iter().for_each(|picture| assert!(super::is_there(&site, &format!("assets/{picture}"))));
    assert_eq!(easy["metadata"]["author"], json!(["易读组"]));
    assert_eq!(easy["links"][1]["href"], format!("{root}/jue-yi/easy-read/"));
    let english: Value = serde_json::from_str(&site.page("en/catalogue.json")).unwrap();
    assert_eq!(english["metadata"]["title"], "Texts & <more>");
    assert_eq!(english["publications"].as_array().unwrap().len(), 2);
    // Without books there is none, and no page leads to one.
    let settings = site.read("book.toml");
    site.write("book.toml", format!("{settings}\n[epub]\ndocuments = false\ncollections = false\n"));
    built(&site);
    assert!(!super::is_there(&site, "catalogue.json"));
    assert!(!site.page("index.html").contains("catalogue.json"));
}

#[test]
fn a_long_catalogue_is_read_page_by_page() {
    let site = site();
    for number in 0..130 {
        let text = super::UNDATED.replace("没有日期", &format!("文件 {number}"));
        site.write(&format!("content/w{number:03}/index.md"), text);
    }
    built(&site);
    let read = |path: &str| -> Value { serde_json::from_str(&site.page(path)).unwrap() };
    let (first, second) = (read("catalogue.json"), read("catalogue-2.json"));
    let leads = |catalogue: &Value| -> Vec<String> {
        let links = catalogue["links"].as_array().unwrap().iter();
        let said =
            |link: &Value, key: &str| link[key].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        links.map(|link| format!("{} {}", said(link, "rel"), said(link, "href"))).collect()
    };
    assert_eq!(
        leads(&first),
        [
            "self catalogue.json",
            "alternate ",
            "first catalogue.json",
            "next catalogue-2.json",
            "last catalogue-2.json"
        ]
    );
    assert_eq!(
        leads(&second),
        [
            "self catalogue-2.json",
            "alternate ",
            "first catalogue.json",
            "previous catalogue.json",
            "last catalogue-2.json"
        ]
    );
    let count = |catalogue: &Value| catalogue["publications"].as_array().unwrap().len();
    assert_eq!((count(&first), count(&second), &second["metadata"]["numberOfItems"]), (100, 35, &json!(135)));
}
