//! Whole addresses: of pages, of their other versions, and of all pages together.

use super::{BOOK, built, is_there, site};
use crate::support::{Site, curbcut, places};

/// What the head of a page says of other addresses, line by line.
fn links(site: &Site, path: &str) -> Vec<String> {
    let page = site.page(path);
    let lines = page.lines().filter(|line| line.contains("rel=\"canonical\"") || line.contains("hreflang="));
    let head = lines.filter(|line| line.starts_with("<link"));
    let part = |line: &str, name: &str| {
        line.split_once(&format!(" {name}=\"")).map(|(_, rest)| rest.split('"').next().unwrap().to_owned())
    };
    head.map(|line| {
        let address = part(line, "href").unwrap().replace("https://example.org/%E6%96%87/", "/");
        format!("{} {address}", part(line, "hreflang").unwrap_or("canonical".to_owned()))
    })
    .collect()
}

#[test]
fn the_sitemap_names_every_page_once() {
    let site = site();
    built(&site);
    let sitemap = site.page("sitemap.xml");
    let read = roxmltree::Document::parse(&sitemap).unwrap();
    let name = ("http://www.sitemaps.org/schemas/sitemap/0.9", "loc");
    let named = read.descendants().filter(|node| node.has_tag_name(name));
    let mut named: Vec<&str> = named.filter_map(|node| node.text()).collect();
    named.sort_unstable();
    let mut pages = Vec::new();
    for entry in ignore::WalkBuilder::new(site.out()).standard_filters(false).build() {
        let path = entry.unwrap().into_path();
        let path = path.strip_prefix(site.out()).unwrap().to_str().unwrap().replace('\\', "/");
        if path.ends_with(".html") && path != "404.html" {
            pages.push(format!("https://example.org/%E6%96%87/{}", path.strip_suffix("index.html").unwrap()));
        }
    }
    pages.sort_unstable();
    assert_eq!(pages.len(), 13);
    assert_eq!(named, pages);
}

#[test]
fn versions_name_each_other_by_whole_addresses() {
    let site = site();
    site.write("content/jue-yi/easy-read.en.md", "---\ntitle: Write a report\nabout: This is the easy-read version.\nbased-on: A/1\n---\n\n## Report {covers=op-1}\n\nPeople write a report.\n");
    built(&site);
    let languages = ["zh-Hans /jue-yi/", "en /en/jue-yi/", "x-default /jue-yi/"];
    let of_official = |own: &str, easy: &str| {
        let own = [format!("canonical {own}"), easy.to_owned()];
        own.into_iter().chain(languages.map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(
        links(&site, "jue-yi/index.html"),
        of_official("/jue-yi/", "zh-Hans-simple /jue-yi/easy-read/")
    );
    assert_eq!(
        links(&site, "en/jue-yi/index.html"),
        of_official("/en/jue-yi/", "en-simple /en/jue-yi/easy-read/")
    );
    let easy = [
        "canonical /en/jue-yi/easy-read/",
        "en /en/jue-yi/",
        "zh-Hans-simple /jue-yi/easy-read/",
        "en-simple /en/jue-yi/easy-read/",
        "x-default /jue-yi/easy-read/",
    ];
    assert_eq!(links(&site, "en/jue-yi/easy-read/index.html"), easy);
    assert_eq!(links(&site, "index.html"), ["canonical /", "zh-Hans /", "en /en/", "x-default /"]);
    // A page that stands in one language has no others.
    assert_eq!(links(&site, "xiao-xi/yi/index.html"), ["canonical /xiao-xi/yi/"]);
}

#[test]
fn crawlers_are_told_at_the_root_of_a_host_alone() {
    let site = site();
    built(&site);
    assert!(!is_there(&site, "robots.txt"), "it would stand below a path, where no crawler asks for it");
    for base in ["https://example.org", "https://example.org/"] {
        site.write("book.toml", format!("{BOOK}[site]\nbase-url = \"{base}\"\n"));
        built(&site);
        assert_eq!(
            site.page("robots.txt"),
            "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"
        );
    }
    // What the author wrote stays.
    site.write("content/robots.txt", "User-agent: a\nDisallow: /\n");
    site.write(
        "book.toml",
        format!("{BOOK}[site]\nbase-url = \"https://example.org/\"\nfiles = [\"robots.txt\"]\n"),
    );
    built(&site);
    assert_eq!(site.page("robots.txt"), "User-agent: a\nDisallow: /\n");
}

#[test]
fn without_an_address_there_are_none_and_one_note_says_so() {
    let site = site();
    built(&site);
    let lists = ["sitemap.xml", "feed.atom", "xiao-xi/feed.atom", "catalogue.json", "en/catalogue.json"];
    lists.iter().for_each(|list| assert!(is_there(&site, list), "{list}"));
    site.write("book.toml", BOOK);
    let again = built(&site);
    let notes: Vec<_> =
        places(&again.findings).into_iter().filter(|note| note.contains("base-url")).collect();
    assert_eq!(notes, ["book.toml:1:1 config/no-base-url"]);
    lists.iter().for_each(|list| assert!(!is_there(&site, list), "{list}"));
    let pages = site.pages();
    for part in ["rel=\"canonical\"", "x-default", "feed.atom", "catalogue.json", "og:url"] {
        assert!(!pages.contains(part), "{part}");
    }
    // What needs no address stays: links that are seen from the page, and what the page is.
    let links = links(&site, "jue-yi/index.html");
    assert_eq!(links, ["zh-Hans-simple easy-read/index.html", "en ../en/jue-yi/index.html"]);
    assert!(site.page("jue-yi/index.html").contains("\"@type\":\"Legislation\",\"name\":"));
    // One that is given for a build is enough.
    let options = curbcut::site::Build { base_url: Some("https://example.org/".into()), ..site.options(&[]) };
    let given = curbcut::site::build(&options).unwrap();
    assert!(!places(&given.findings).concat().contains("base-url"));
    assert!(is_there(&site, "sitemap.xml") && is_there(&site, "robots.txt"));
}

#[test]
fn a_version_that_is_not_there_is_a_dead_link() {
    let site = Site::copy_of("tests/sites/small");
    let base = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/base.html")).unwrap();
    let more = |href: &str| {
        let link =
            format!("<link rel=\"alternate\" hreflang=\"fr\" href=\"{href}\" title=\"français\">\n</head>");
        base.replacen("</head>", &link, 1)
    };
    for (href, dead) in [
        ("https://example.org/site/fr/", true),
        ("https://example.org/site/en/", false),
        ("https://example.org/site/en/?a#b", false),
        // The address of another site, though it begins alike.
        ("https://example.org/sites/fr/", false),
        ("https://example.com/site/fr/", false),
    ] {
        site.write("templates/base.html", more(href));
        let told = places(&site.build().findings).concat();
        assert_eq!(told.contains("html/dead-link"), dead, "{href}: {told}");
    }
}

#[test]
fn nothing_takes_the_names_of_these_files() {
    let site = site();
    let named = |path: &str| {
        let ran = curbcut(site.root(), &["check"]);
        assert_eq!(ran.code, 1, "{path}: {}", ran.out);
        assert!(ran.out.contains("content/same-address"), "{path}: {}", ran.out);
    };
    for path in ["sitemap.xml", "xiao-xi/feed.atom", "en/catalogue.json"] {
        site.write(&format!("content/{path}"), "甲");
        let settings = site.read("book.toml");
        site.write("book.toml", format!("{settings}files = [\"{path}\"]\n"));
        named(path);
        site.write("book.toml", settings);
        std::fs::remove_file(site.root().join("content").join(path)).unwrap();
    }
    site.write("content/Feed.atom/index.md", super::UNDATED);
    named("Feed.atom");
}

#[test]
fn what_a_build_does_not_make_stays() {
    let site = site();
    site.write("book.toml", format!("{BOOK}[site]\nbase-url = \"https://example.org/\"\n"));
    built(&site);
    let lists = ["sitemap.xml", "feed.atom", "catalogue.json", "robots.txt"];
    let before = lists.map(|list| site.page(list));
    for only in [["text"], ["site"], ["epub"]] {
        assert!(site.build_only(&only).report.is_some());
        assert_eq!(lists.map(|list| site.page(list)), before, "{only:?}");
    }
    // Who takes the address away takes all of them.
    site.write("book.toml", BOOK);
    built(&site);
    lists.iter().for_each(|list| assert!(!is_there(&site, list), "{list}"));
}
