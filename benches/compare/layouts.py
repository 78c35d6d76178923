"""Writes the documents of `corpus` in the folder layout of each tool.

In:  documents and an empty folder. Out: a site that the tool builds: the same Markdown for all, each with its own front
matter, its own form of links, and a plain page and a plain list as templates where the tool brings none.

Alone:  python3 benches/compare/layouts.py TOOL COUNT FOLDER
"""

import pathlib
import shutil
import sys

from corpus import FIGURE, PICTURE, Text, name, texts

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


def put(path: pathlib.Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def suffix(number: int) -> str:
    return ".en" if number % 2 else ""


def curbcut(root: pathlib.Path, documents: list[Text]) -> None:
    put(root / "book.toml", '[book]\ntitle = "测量用的文件"\nlanguage = "zh-Hans"\ndescription = "用来测量速度的文件。"\n\n'
        '[languages.en]\ntitle = "Documents to measure with"\ndescription = "Documents to measure speed with."\n')
    put(root / "content" / PICTURE, FIGURE)
    for text in documents:
        body = text.markdown(lambda other: f"../{name(other)}/index{suffix(other)}.md", f"/{PICTURE}")
        front = f"title: '{text.title}'\nkind: document\ndate: 2026-01-15\nsummary: {text.summary}\n"
        put(root / "content" / text.name / f"index{suffix(text.number)}.md", f"---\n{front}---\n\n{body}")


def curbcut_collections(root: pathlib.Path, documents: list[Text]) -> None:
    """One book of all documents of a language, as the other tools make one; none of each document."""
    curbcut(root, documents)
    with (root / "book.toml").open("a", encoding="utf-8") as book:
        book.write("\n[epub]\ndocuments = false\n")


PAGE = """<!doctype html>
<html lang="{lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
<body><header><a href="/">Home</a></header>
<main><h1>{title}</h1>
{content}</main>
</body>
</html>
"""


def hugo(root: pathlib.Path, documents: list[Text]) -> None:
    put(root / "hugo.toml", 'baseURL = "https://example.org/"\ntitle = "Documents"\n'
        'disableKinds = ["taxonomy", "term", "rss", "sitemap", "section", "404", "robotsTXT"]\n')
    single = PAGE.format(lang="{{ .Params.lang }}", title="{{ .Title }}", content="<p>{{ .Params.summary }}</p>\n{{ .Content }}")
    listed = '<ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>\n{{ end }}</ul>'
    put(root / "layouts/single.html", single)
    put(root / "layouts/home.html", PAGE.format(lang="zh-Hans", title="{{ .Title }}", content=listed))
    put(root / "static" / PICTURE, FIGURE)
    for text in documents:
        body = text.markdown(lambda other: f"/{name(other)}/", f"/{PICTURE}")
        front = f"title: '{text.title}'\ndate: 2026-01-15\nsummary: {text.summary}\nlang: {text.lang}\n"
        put(root / "content" / f"{text.name}.md", f"---\n{front}---\n\n{body}")


def zola(root: pathlib.Path, documents: list[Text]) -> None:
    put(root / "config.toml", 'base_url = "https://example.org"\ntitle = "Documents"\ncompile_sass = false\n'
        "build_search_index = false\ngenerate_feeds = false\ngenerate_sitemap = false\ngenerate_robots_txt = false\n")
    single = PAGE.format(lang="{{ page.extra.lang }}", title="{{ page.title }}",
                         content="<p>{{ page.description }}</p>\n{{ page.content | safe }}")
    listed = '<ul>{% for page in section.pages %}<li><a href="{{ page.permalink }}">{{ page.title }}</a></li>\n{% endfor %}</ul>'
    put(root / "templates/page.html", single)
    put(root / "templates/index.html", PAGE.format(lang="zh-Hans", title="Documents", content=listed))
    put(root / "content/_index.md", '+++\ntitle = "Documents"\nsort_by = "title"\n+++\n')
    put(root / "static" / PICTURE, FIGURE)
    for text in documents:
        body = text.markdown(lambda other: f"@/{name(other)}.md", f"/{PICTURE}")
        front = (f"title = '{text.title}'\ndate = 2026-01-15\ndescription = '{text.summary}'\n"
                 f"[extra]\nlang = '{text.lang}'\n")
        put(root / "content" / f"{text.name}.md", f"+++\n{front}+++\n\n{body}")


def chapters(root: pathlib.Path, documents: list[Text]) -> None:
    """One file a document and the list of them: what mdBook, mdbook-epub and pandoc read."""
    lines = ["# Summary", ""]
    put(root / "src" / PICTURE, FIGURE)
    for text in documents:
        lines.append(f"- [{text.title}]({text.name}.md)")
        body = text.markdown(lambda other: f"{name(other)}.md", PICTURE)
        put(root / "src" / f"{text.name}.md", f"# {text.title}\n\n{text.summary}\n\n{body}")
    put(root / "src/SUMMARY.md", "\n".join(lines) + "\n")


def mdbook(root: pathlib.Path, documents: list[Text]) -> None:
    chapters(root, documents)
    put(root / "book.toml", '[book]\ntitle = "Documents"\nlanguage = "zh-Hans"\nauthors = ["Nobody"]\n\n'
        "[output.html]\n[output.html.search]\nenable = false\n[output.html.print]\nenable = false\n")


def mdbook_epub(root: pathlib.Path, documents: list[Text]) -> None:
    chapters(root, documents)
    put(root / "book.toml", '[book]\ntitle = "Documents"\nlanguage = "zh-Hans"\nauthors = ["Nobody"]\n\n[output.epub]\n')


def pandoc(root: pathlib.Path, documents: list[Text]) -> None:
    chapters(root, documents)
    (root / "src/SUMMARY.md").unlink()
    # Pandoc joins the files; notes of one name in two of them would be one note.
    for text in documents:
        file = root / "src" / f"{text.name}.md"
        put(file, file.read_text(encoding="utf-8").replace("[^", f"[^{text.number}-").replace("{#part", f"{{#p{text.number}"))
    put(root / "meta.yaml", "title: Documents\nlang: zh-Hans\nauthor: Nobody\n")


def copies(root: pathlib.Path, count: int) -> None:
    """This repository's own site, its resolutions `count` times: texts with easy-read versions."""
    shutil.copytree(REPOSITORY / "content", root / "content")
    shutil.copy(REPOSITORY / "book.toml", root / "book.toml")
    for folder in sorted((REPOSITORY / "content").glob("a-hrc-res-*")):
        for number in range(1, count):
            shutil.copytree(folder, root / "content" / f"{folder.name}-{number:04}")


LAYOUTS = {"curbcut": curbcut, "curbcut-collections": curbcut_collections, "hugo": hugo, "zola": zola, "mdbook": mdbook,
           "mdbook-epub": mdbook_epub, "pandoc": pandoc}

if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in [*LAYOUTS, "copies"]:
        sys.exit(f"usage: layouts.py {'|'.join([*LAYOUTS, 'copies'])} COUNT FOLDER")
    where, wanted = pathlib.Path(sys.argv[3]), int(sys.argv[2])
    if sys.argv[1] == "copies":
        copies(where, wanted)
    else:
        LAYOUTS[sys.argv[1]](where, texts(wanted))
