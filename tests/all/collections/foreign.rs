//! Entries of other collections beside those of one.

use super::{SHAPE, add, entry, site};
use crate::support::{Site, curbcut};

/// A site whose collection names another one, with what that exports.
fn beside(file: &str, export: &str) -> Site {
    let site = site();
    let shape = format!(
        "{SHAPE}foreign:\n  - file: {file}\n    name: {{ zh: 邻居的资料库, en: The neighbour }}\n    address: https://neighbour.example/\n"
    );
    site.write("content/库/collection.yaml", shape);
    site.write(&format!("content/库/{file}"), export);
    site
}

/// What the collection of another site exports in this form.
fn export(file: &str) -> String {
    let other = site();
    other.replace("book.toml", "[book]", "[site]\nbase-url = \"https://neighbour.example/\"\n\n[book]");
    add(&other, "a", &entry("").replace("法律援助热线", "邻居的*热线*"));
    add(
        &other,
        "b",
        &entry("")
            .replace("法律援助热线", "到期的")
            .replace("scope: public", "scope: public\n    until: 2099-01-01"),
    );
    assert_eq!(curbcut(other.root(), &["build"]).code, 0);
    let export = std::fs::read_to_string(other.out().join("库").join(file)).unwrap();
    export.replace("2099-01-01", "2025-12-31")
}

#[test]
fn what_another_collection_exports_is_shown_and_marked() {
    for (file, of) in [("foreign-neighbour.json", "entries.json"), ("foreign-neighbour.csv", "entries.csv")] {
        let site = beside(file, &export(of));
        let ran = curbcut(site.root(), &["build"]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        let page = site.page("库/index.html");
        let (own, theirs) = page.split_once("id=\"foreign-1\"").unwrap_or_else(|| panic!("{page}"));
        assert!(!own.contains("邻居的*热线*") && own.contains("1 条"), "{own}");
        assert!(theirs.contains("邻居的资料库") && theirs.contains("不是这里的"), "{theirs}");
        assert!(
            theirs.contains("<a href=\"https://neighbour.example/%E5%BA%93/a/\">邻居的*热线*</a>"),
            "{theirs}"
        );
        assert!(!page.contains("到期的"), "its consent is over");
        // What is theirs is theirs: it has no page, stands in no export and in no book.
        assert!(!site.out().join("库/a").exists() && !site.out().join("库").join(file).exists());
        assert!(!std::fs::read_to_string(site.out().join("库/entries.json")).unwrap().contains("邻居"));
    }
}

#[test]
fn a_row_that_does_not_say_it_is_public_is_not_shown() {
    let row = |id: &str, consent: &str| {
        format!(
            "{{\"id\": \"{id}\", \"title\": {{\"zh-Hans\": \"金丝雀 {id}\"}}, \"consent-of\": [\"VN\"]{consent}}}"
        )
    };
    let rows = [
        row("a", ""),
        row("b", ", \"consent\": []"),
        row("c", ", \"consent\": [{\"by\": \"VN\", \"date\": \"2025-01-01\", \"scope\": \"aggregate\"}]"),
        row(
            "d",
            ", \"consent\": [{\"by\": \"VN\", \"date\": \"2025-01-01\", \"scope\": \"public\"}, {\"by\": \"LA\", \"date\": \"2025-01-01\", \"scope\": \"none\"}]",
        ),
        row("e", ", \"consent\": [{\"by\": \"VN\", \"date\": \"2999-01-01\", \"scope\": \"public\"}]"),
        row("f", ", \"consent\": [{\"by\": \"VN\", \"scope\": \"public\"}]"),
        row("g", ", \"consent\": \"public\""),
        row("h", ", \"consent\": [{\"by\": \" \", \"date\": \"2025-01-01\", \"scope\": \"public\"}]"),
        row("good", ", \"consent\": [{\"by\": \"VN\", \"date\": \"2025-01-01\", \"scope\": \"public\"}]"),
    ];
    let site = beside("foreign-neighbour.json", &format!("[{}]", rows.join(",")));
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(!ran.out.contains("金丝雀"), "{}", ran.out);
    let page = site.page("库/index.html");
    assert!(page.contains("金丝雀 good"));
    assert_eq!(page.matches("金丝雀").count(), 1, "{page}");
}

#[test]
fn all_must_agree_whom_the_other_collection_asks() {
    let row = |id: &str, of: &str| {
        format!(
            "{{\"id\": \"{id}\", \"title\": \"金丝雀 {id}\"{of}, \"consent\": [{{\"by\": \"VN\", \"date\": \"2025-01-01\", \"scope\": \"public\"}}]}}"
        )
    };
    let rows = [
        row("unsaid", ""),
        row("two", ", \"consent-of\": [\"VN\", \"LA\"]"),
        row("words", ", \"consent-of\": \"LA\""),
        row("one", ", \"consent-of\": [\"704\"]"),
        row("nobody", ", \"consent-of\": \"nobody\""),
        row("blank", ", \"consent-of\": []"),
        row("empty", ", \"consent-of\": [\"\"]"),
        row("both", ", \"consent-of\": [\"nobody\", \"VN\"]"),
        row("unread", ", \"consent-of\": \"VN\"").replace("public", "publish"),
    ];
    let of_json = format!("[{}]", rows.join(","));
    let of_csv = "id,title,consent-of,consent-by,consent-date,consent-scope\none,金丝雀 one,704,VN,2025-01-01,public\n\
                  two,金丝雀 two,VN; LA,VN,2025-01-01,public\nnobody,金丝雀 nobody,nobody,VN,2025-01-01,public\n\
                  blank,金丝雀 blank,,VN,2025-01-01,public\nempty,金丝雀 empty,;,VN,2025-01-01,public\n";
    for (file, rows) in [("foreign-neighbour.json", of_json.as_str()), ("foreign-neighbour.csv", of_csv)] {
        let site = beside(file, rows);
        let ran = curbcut(site.root(), &["build"]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        let page = site.page("库/index.html");
        assert!(page.contains("金丝雀 one") && page.contains("金丝雀 nobody"), "{page}");
        assert_eq!(page.matches("金丝雀").count(), 2, "{page}");
        let checked = curbcut(site.root(), &["check"]);
        let counts = if file.ends_with(".json") { [2, 3, 2] } else { [1, 1, 1] };
        let whys = [
            "do not say whose consent is needed",
            "say nothing of consent that can be read",
            "are not public today",
        ];
        for (count, why) in counts.iter().zip(whys) {
            let said = format!("{count} of the entries here {why}, so they are not shown");
            assert!(checked.out.contains(&said), "{said}: {}", checked.out);
        }
    }
    // A table without the column says it of no entry.
    let site = beside("foreign-neighbour.csv", &of_csv.replace("consent-of", "of"));
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(!site.page("库/index.html").contains("金丝雀"));
    let checked = curbcut(site.root(), &["check"]);
    assert!(checked.out.contains("5 of the entries here do not say"), "{}", checked.out);
}

#[test]
fn an_address_that_is_none_is_no_link_and_words_stay_words() {
    let rows = "[{\"id\": \"a\", \"title\": \"<script>甲</script>\", \"consent-of\": \"nobody\", \"address\": \"javascript:alert(1)\", \"consent\": [{\"by\": \"VN\", \"date\": \"2025-01-01\", \"scope\": \"public\"}]}]";
    let site = beside("foreign-neighbour.json", rows);
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let page = site.page("库/index.html");
    assert!(page.contains("&lt;script&gt;甲") && !page.contains("javascript:"), "{page}");
}

#[test]
fn a_file_and_its_name_need_each_other() {
    let site = beside("foreign-neighbour.json", "[]");
    let at = site.root().join("content/库/foreign-neighbour.json");
    std::fs::rename(&at, at.with_file_name("foreign-neighbor.json")).unwrap();
    let ran = curbcut(site.root(), &["check"]);
    for expected in [
        "there is no file “foreign-neighbour.json” beside this one",
        "no collection names this file, so nothing of it is shown",
        "names “foreign-neighbour.json”; give the file that name",
    ] {
        assert!(ran.code == 1 && ran.out.contains(expected), "{expected}: {}", ran.out);
    }
    let site = beside("foreign-neighbour.json", "[");
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.code == 1 && ran.out.contains("this is no JSON from here on"), "{}", ran.out);
    let site = beside("neighbour.json", "[]");
    let ran = curbcut(site.root(), &["check"]);
    assert!(
        ran.code == 1 && ran.out.contains("“neighbour.json” is no name of a file such as"),
        "{}",
        ran.out
    );
}
