#!/usr/bin/env python3
"""Writes the .odt files of this folder with odfpy and pandoc: `pip install -r requirements.txt`, then `./make.py`.

What these programs have no way to write, such as tracked changes, is given as XML, as LibreOffice writes it.
The files are the same each time.
"""

import io
import os
import struct
import zipfile
import zlib
from pathlib import Path

import pypandoc
from odf import style, table, text
from odf.opendocument import OpenDocumentText

HERE = Path(__file__).parent

SPACES = " ".join(
    f'xmlns:{prefix}="{"urn:oasis:names:tc:opendocument:xmlns:" + name + ":1.0"}"'
    for prefix, name in [
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("form", "form"), ("manifest", "manifest"), ("meta", "meta"),
        ("chart", "chart"),
    ]
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:math="http://www.w3.org/1998/Math/MathML"'
KIND = "application/vnd.oasis.opendocument.text"


def png(shade):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + bytes([shade, 90, 200]) * 8 for _ in range(8))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def pack(name, parts):
    """The same archive each time."""
    with zipfile.ZipFile(HERE / f"{name}.odt", "w") as archive:
        for part, data in parts:
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if part == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)


def repack(name, data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    pack(name, [(info.filename, archive.read(info)) for info in archive.infolist() if "Thumbnails" not in info.filename])


def written(name, body, automatic="", common="", masters="", parts=(), title=""):
    """A file of the XML that LibreOffice writes."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    content = f'{head}<office:document-content {SPACES} office:version="1.3"><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text text:use-soft-page-breaks="true">{body}</office:text></office:body></office:document-content>'
    styles = f'{head}<office:document-styles {SPACES} office:version="1.3"><office:styles>{common}</office:styles><office:master-styles>{masters}</office:master-styles></office:document-styles>'
    meta = f'{head}<office:document-meta {SPACES}><office:meta><dc:title>{title}</dc:title><dc:creator>Secret Author</dc:creator></office:meta></office:document-meta>'
    files = ["content.xml", "styles.xml", "meta.xml", *(part for part, _ in parts)]
    entries = "".join(f'<manifest:file-entry manifest:full-path="{file}" manifest:media-type=""/>' for file in files)
    manifest = f'{head}<manifest:manifest {SPACES} manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>{entries}</manifest:manifest>'
    pack(name, [("mimetype", KIND), ("content.xml", content), ("styles.xml", styles), ("meta.xml", meta), *parts, ("META-INF/manifest.xml", manifest)])


def p(words, name="Standard"):
    return f'<text:p text:style-name="{name}">{words}</text:p>'


def h(level, words, name=None):
    return f'<text:h text:style-name="{name or f"Heading_20_{level}"}" text:outline-level="{level}">{words}</text:h>'


def note(kind, words, number, label=""):
    label = f' text:label="{label}"' if label else ""
    return f'<text:note text:id="n{number}" text:note-class="{kind}"><text:note-citation{label}>{number}</text:note-citation><text:note-body><text:p text:style-name="Footnote">{words}</text:p></text:note-body></text:note>'


def cell(words, more=""):
    return f'<table:table-cell office:value-type="string"{more}>{p(words, "Table_20_Contents")}</table:table-cell>'


COVERED = "<table:covered-table-cell/>"


def items(*inner, more=""):
    return f"<text:list{more}>" + "".join(f"<text:list-item>{item}</text:list-item>" for item in inner) + "</text:list>"


def common(language, country, asian=("zh", "CN"), number=True):
    words = f'<style:text-properties fo:font-size="12pt" style:font-size-asian="12pt" style:font-size-complex="12pt" fo:language="{language}" fo:country="{country}" style:language-asian="{asian[0]}" style:country-asian="{asian[1]}" style:language-complex="ar" style:country-complex="EG"/>'
    styles = f'<style:default-style style:family="paragraph">{words}</style:default-style><style:style style:name="Standard" style:family="paragraph"/>'
    for name, parent in [("Heading", "Standard"), ("Title", "Heading"), ("Subtitle", "Heading"), ("Caption", "Standard"), ("Illustration", "Caption"), ("Table", "Caption"), ("Quotations", "Standard"), ("Footnote", "Standard"), ("Table_20_Contents", "Standard")]:
        bold = '<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/>' if parent == "Heading" else ""
        styles += f'<style:style style:name="{name}" style:display-name="{name.replace("_20_", " ")}" style:family="paragraph" style:parent-style-name="{parent}">{bold}</style:style>'
    for level in (1, 2):
        styles += f'<style:style style:name="Heading_20_{level}" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="{level}"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>'
    forms = [("一, 二, 三, ...", "", "、"), ("一, 二, 三, ...", "（", "）")] if language == "zh" else [("I", "", "."), ("A", "", ".")]
    levels = "".join(f'<text:outline-level-style text:level="{at + 1}" style:num-format="{form}" style:num-prefix="{before}" style:num-suffix="{after}"/>' for at, (form, before, after) in enumerate(forms) if number)
    styles += f'<text:outline-style style:name="Outline">{levels}</text:outline-style>'
    styles += '<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" text:start-numbering-at="document"/><text:notes-configuration text:note-class="endnote" style:num-format="i" text:start-value="0"/>'
    return styles


AUTOMATIC = (
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>'
    '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T3" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T4" style:family="text"><style:text-properties fo:language="fr" fo:country="FR"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" fo:font-size="16pt" style:font-size-asian="16pt"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/><text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="①, ②, ③, ..."/><text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'
    '<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="甲, 乙, 丙, ..." style:num-suffix="、" text:start-value="2"/></text:list-style>'
)

MASTERS = '<style:master-page style:name="Standard"><style:header><text:p>{header}</text:p></style:header><style:footer><text:p>{footer} <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>'


def reports():
    """Reports as LibreOffice writes them."""
    for lang, w in {
        "zh": dict(country="CN", title="无障碍车站年度报告", one="背景", two="措施", three="乘客", text="所有人都能进站，也能独自换乘。", more="详见《公约》第九条。", end="尾注的出处。", table="各站情况", station="车站", lift="电梯", ramp="坡道", both="全部", picture="车站入口的照片", detail="台阶旁有一条坡道", caption="图 1：入口", hidden="内部说明", comment="请核对数字", gone="旧的规定", new="新的规定", header="年度报告", footer="第", box="方框里的话", place="见前文", quote="没有我们的参与，不要做与我们有关的决定。", form="姓名", toc="目录", ruby=("坡", "pō"), foreign="Bonjour tout le monde ici"),
        "en": dict(country="GB", title="Annual report on accessible stations", one="Background", two="Measures", three="Passengers", text="All people can enter a station, and change trains alone.", more="See article 9 of the Convention.", end="The source of the endnote.", table="State of the stations", station="Station", lift="Lifts", ramp="Ramps", both="All of them", picture="Photograph of an entrance", detail="A ramp stands beside the steps", caption="Figure 1: the entrance", hidden="Internal remark", comment="Check this number", gone="the old rule", new="the new rule", header="Annual report", footer="Page", box="Words in a box", place="see above", quote="Nothing about us without us.", form="Name", toc="Contents", ruby=("ramp", "sign"), foreign="Bonjour tout le monde ici"),
    }.items():
        caption = f'<draw:frame draw:name="f1"><draw:text-box>{p(f"""<draw:frame draw:name="i1"><draw:image xlink:href="Pictures/entrance.png"/><svg:title>{w["picture"]}</svg:title><svg:desc>{w["detail"]}</svg:desc></draw:frame><text:line-break/>{w["caption"]}""", "Illustration")}</draw:text-box></draw:frame>'
        body = (
            f'<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:deletion><office:change-info><dc:creator>Secret Editor</dc:creator><dc:date>2043-01-01T00:00:00</dc:date></office:change-info>{p(w["gone"])}</text:deletion></text:changed-region><text:changed-region xml:id="c2" text:id="c2"><text:insertion><office:change-info><dc:creator>Secret Editor</dc:creator><dc:date>2043-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>'
            + p(w["title"], "Title")
            + f'<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title>{p(w["toc"])}</text:index-title>{p(w["one"] + "<text:tab/>1", "Contents_20_1")}</text:index-body></text:table-of-content>'
            + h(1, f'<text:bookmark-start text:name="start"/>{w["one"]}<text:bookmark-end text:name="start"/>')
            + p(f'{w["text"]}{note("footnote", w["more"], 1)} <text:span text:style-name="T1">{w["two"]}</text:span>\n   {w["three"]}<text:s text:c="2"/>x<text:span text:style-name="T3">2</text:span>{note("endnote", w["end"], 2)}')
            + p(f'<text:a xlink:href="https://example.org/a">{w["lift"]}</text:a>, <text:bookmark-ref text:ref-name="start" text:reference-format="text">{w["place"]}</text:bookmark-ref><text:span text:style-name="T2">{w["hidden"]}</text:span><office:annotation><dc:creator>Secret Reader</dc:creator><dc:date>2043-01-01T00:00:00</dc:date><text:p>{w["comment"]}</text:p></office:annotation>')
            + p(f'{w["text"]}<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>{w["new"]}<text:change-end text:change-id="c2"/>')
            + h(2, w["two"])
            + items(p(w["lift"]) + items(p(w["ramp"]) + items(p(w["one"]), p(w["two"])), p(w["station"])), p(w["three"]), more=' xml:id="list1" text:style-name="L1"')
            + p(w["text"])
            + items(p(w["both"]), more=' text:continue-list="list1" text:style-name="L1"')
            + items(p(w["lift"]) + items(p(w["both"])), p(w["ramp"]), more=' text:style-name="L2"')
            + items(p(w["lift"]), p(w["ramp"]), more=' text:style-name="L3"')
            + p(w["quote"], "Quotations")
            + "<text:soft-page-break/>"
            + h(1, w["three"])
            + p(w["table"], "Table")
            + '<table:table table:name="t1"><table:table-column table:number-columns-repeated="3"/><table:table-header-rows><table:table-row>'
            + cell(w["station"], ' table:number-rows-spanned="2"') + cell(w["both"], ' table:number-columns-spanned="2"') + COVERED + "</table:table-row><table:table-row>" + COVERED + cell(w["lift"]) + cell(w["ramp"])
            + "</table:table-row></table:table-header-rows>"
            + "".join(f"<table:table-row>{cell(name)}{cell(str(a))}{cell(str(b))}</table:table-row>" for name, a, b in [("A", 2, 3), ("B", 11, 0)])
            + "</table:table>"
            + p(caption)
            + p(f'<draw:frame><draw:text-box>{p(w["box"])}</draw:text-box></draw:frame>{w["three"]}')
            + p(w["place"], "P1")
            + p(f'<text:ruby><text:ruby-base>{w["ruby"][0]}</text:ruby-base><text:ruby-text>{w["ruby"][1]}</text:ruby-text></text:ruby> <text:span text:style-name="T4">{w["foreign"]}</text:span> <draw:frame><draw:object xlink:href="./Object 1"/><svg:title>E=mc</svg:title></draw:frame> <draw:frame><draw:object xlink:href="./Object 2"/><svg:desc>{w["lift"]} 2043</svg:desc></draw:frame>')
            + f'<text:section text:name="s1" text:display="none">{p(w["hidden"])}</text:section>'
            + p(f'{w["text"]}<text:soft-page-break/>{w["more"]}{note("footnote", w["quote"], 3, "*")}')
        )
        parts = [
            ("Pictures/entrance.png", png(40)),
            ("Object 1/content.xml", f'<math:math {SPACES}><math:semantics><math:mrow><math:mi>E</math:mi><math:mo>=</math:mo><math:mi>m</math:mi></math:mrow><math:annotation>E = m</math:annotation></math:semantics></math:math>'),
            ("Object 2/content.xml", f'<office:document-content {SPACES}><office:body><office:chart><chart:chart/></office:chart></office:body></office:document-content>'),
        ]
        written(f"report-{lang}", body, AUTOMATIC, common(lang, w["country"]), MASTERS.format(header=w["header"], footer=w["footer"]), parts, w["title"])


def resolutions():
    """Resolutions whose paragraphs the program counts."""
    for lang, country, head, preamble, one, subs, two in [
        ("zh", "CN", ["A/HRC/RES/98/6", "人权理事会", "98/6. 车站的标志", "人权理事会，"], ["回顾《残疾人权利公约》" + note("footnote", "联合国，《条约汇编》，第2515卷。", 1) + "，"], "请各国：", ["写短句；", "画标志；"], "决定继续处理此事。"),
        ("en", "GB", ["A/HRC/RES/98/6", "Human Rights Council", "98/6. Signs of stations", "The Human Rights Council,"], ["Recalling the Convention on the Rights of Persons with Disabilities," + note("footnote", "United Nations, Treaty Series, vol. 2515.", 1)], "Requests States:", ["To write short sentences;", "To draw signs;"], "Decides to remain seized of the matter."),
    ]:
        body = "".join(p(words) for words in head + preamble)
        body += items(p(one) + items(*(p(words) for words in subs)), p(two), more=' text:style-name="R"')
        form = ("一, 二, 三, ...", "（", "）") if lang == "zh" else ("a", "(", ")")
        levels = f'<text:list-style style:name="R"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="{form[0]}" style:num-prefix="{form[1]}" style:num-suffix="{form[2]}"/></text:list-style>'
        written(f"resolution-{lang}", body, levels, common(lang, country, number=False))


def by_odfpy():
    """Files of odfpy."""
    for lang, country, words in [("zh", "CN", ["车站名单", "车站", "所有人都能进站。", "电梯", "坡道"]), ("en", "US", ["List of stations", "Stations", "All people can enter a station.", "Lifts", "Ramps"])]:
        title, one, said, lift, ramp = words
        doc = OpenDocumentText()
        heading = style.Style(name="Heading 1", family="paragraph", defaultoutlinelevel="1")
        heading.addElement(style.TextProperties(fontweight="bold", fontweightasian="bold", language=lang, country=country, languageasian=lang, countryasian=country))
        doc.styles.addElement(heading)
        doc.styles.addElement(style.Style(name="Title", family="paragraph"))
        doc.text.addElement(text.P(stylename="Title", text=title))
        doc.text.addElement(text.H(outlinelevel=1, stylename=heading, text=one))
        doc.text.addElement(text.P(text=said))
        numbers = text.ListStyle(name="N")
        numbers.addElement(text.ListLevelStyleNumber(level="1", numformat="i", numsuffix=")"))
        doc.automaticstyles.addElement(numbers)
        lists = text.List(stylename=numbers)
        for item in (lift, ramp):
            entry = text.ListItem()
            entry.addElement(text.P(text=item))
            lists.addElement(entry)
        doc.text.addElement(lists)
        cells = table.Table(name="t")
        cells.addElement(table.TableColumn(numbercolumnsrepeated=2))
        for row in [(lift, ramp), ("2", "3")]:
            line = table.TableRow()
            for item in row:
                box = table.TableCell()
                box.addElement(text.P(text=item))
                line.addElement(box)
            cells.addElement(line)
        doc.text.addElement(cells)
        out = io.BytesIO()
        doc.write(out)
        data = out.getvalue()
        repack(f"odfpy-{lang}", data)


PANDOC = """---
title: {title}
---

# {one}

{words}[^1]

- {two}
- {three}

    1. {one}
    2. {two}

1. {three}
2. {one}

> {words}

| {two} | {three} |
|-------|---------|
| **{one}** | *{two}* |

: {three}

## {two}

{words} [{three}](https://example.org/{{x}}) `{one}` ~~{two}~~ H~2~O x^2^

{three}
:   {words}

[^1]: {words}
"""


def by_pandoc():
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    for lang, tag, title, one, two, three, words in [
        ("zh", "zh-CN", "各站的标志", "标志", "坡道", "电梯", "所有人都能进站。"),
        ("en", "en-GB", "Signs of stations", "Signs", "Ramps", "Lifts", "All people can enter a station."),
        ("fr", "fr-FR", "Les gares", "Panneaux", "Rampes", "Ascenseurs", "Tout le monde peut entrer dans la gare."),
        ("ar", "ar-EG", "المحطات", "علامات", "منحدرات", "مصاعد", "يمكن للجميع دخول المحطة."),
    ]:
        markdown = PANDOC.format(title=title, one=one, two=two, three=three, words=words)
        out = HERE / "pandoc.tmp.odt"
        pypandoc.convert_text(markdown, "odt", format="markdown", outputfile=str(out), extra_args=["-M", f"lang={tag}"])
        repack(f"pandoc-{lang}", out.read_bytes())
        out.unlink()


if __name__ == "__main__":
    for make in (reports, resolutions, by_odfpy, by_pandoc):
        make()
