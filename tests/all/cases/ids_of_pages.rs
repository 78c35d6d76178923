//! Headings whose words look like the ids that pages make.

use crate::support::Site;
use crate::support::curbcut;

const FRONT: &str = "---\ntitle: A test document\nkind: document\ndate: 2026-01-15\nsummary: This is a test. It has two sentences.\n---\n\n";
const BOOK: &str =
    "[book]\ntitle = \"Test site\"\nauthors = [\"Team\"]\nlanguage = \"en\"\ndescription = \"Test.\"\n";

fn built(files: &[(&str, &str)]) -> Site {
    let site = Site::new(&[("book.toml", BOOK)]);
    files.iter().for_each(|(path, text)| site.write(path, text));
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    site
}

#[test]
fn a_heading_gives_way_to_paragraphs_notes_marks_and_printed_pages() {
    let text = "The accounts are in order.[^1] They are again.[^1][](page:3)\n\n## Note 1\n\nText.\n\n## P 1\n\nText.\n\n\
        ## Mark 1\n\nText.\n\n## Mark 1 2\n\nText.\n\n## Page 3\n\nText.\n\n## Page 4\n\nText.\n\n## Op-ed\n\nText.\n\n[^1]: See the annex.\n";
    let site = built(&[("content/a/index.md", &format!("{FRONT}{text}"))]);
    let page = site.page("a/index.html");
    for id in [
        "section-note-1",
        "section-p-1",
        "section-mark-1",
        "section-mark-1-2",
        "section-page-3",
        "page-4",
        "op-ed",
    ] {
        assert!(page.contains(&format!("<h2 id=\"{id}\"")), "{id}: {page}");
    }
    for id in ["note-1", "p-1", "mark-1", "mark-1-2", "page-3"] {
        assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn a_heading_of_a_list_gives_way_to_the_list() {
    let site = built(&[
        ("content/a/index.md", &format!("{FRONT}Text.\n")),
        (
            "content/index.md",
            "---\ntitle: Home\n---\n\n## Documents\n\nText.\n\n## Pages\n\n## Sections\n\n## Entries\n\n## Facets\n\nText.\n",
        ),
    ]);
    for id in ["documents", "pages", "sections", "entries", "facets"] {
        assert!(site.page("index.html").contains(&format!("<h2 id=\"{id}-2\"")), "{id}");
    }
}

#[test]
fn an_id_that_an_author_gives_and_the_page_has_is_found_at_the_heading() {
    let easy = "---\ntitle: Test\nabout: This is an easy-read text.\n---\n\n## One {#words}\n\nIt is good.\n\n## Two {#word-1}\n\nIt is good.\n";
    let site = Site::new(&[
        ("book.toml", BOOK),
        ("content/a/index.md", &format!("{FRONT}Text.[](page:3)\n\n## Three {{#page-3}}\n\nText.\n")),
        ("content/a/easy-read.md", easy),
    ]);
    let ran = curbcut(site.root(), &["check", "--format", "github"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    for place in
        ["content/a/easy-read.md,line=6,", "content/a/easy-read.md,line=10,", "content/a/index.md,line=10,"]
    {
        let found = format!("::error file={place}col=1,title=markdown/id-taken::");
        assert!(ran.out.contains(&found), "{found}: {}", ran.out);
    }
}
