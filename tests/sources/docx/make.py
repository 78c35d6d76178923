#!/usr/bin/env python3
"""Writes the .docx files of this folder with python-docx and pandoc: `pip install -r requirements.txt`, then `./make.py`.

The parts that python-docx has no way to write, such as notes and tracked changes, are given as XML, as Word writes them.
The files are the same each time.
"""

import io
import os
import struct
import zipfile
import zlib
from pathlib import Path

import pypandoc
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

HERE = Path(__file__).parent
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def text(words):
    return words.replace("&", "&amp;").replace("<", "&lt;")


def r(words, *properties, tag="w:t"):
    """A run; `|` is a line break, a tab is a tab."""
    inner = ""
    for part in words.replace("\t", "\x00\t\x00").replace("|", "\x00|\x00").split("\x00"):
        if part == "\t":
            inner += "<w:tab/>"
        elif part == "|":
            inner += "<w:br/>"
        elif part:
            inner += f'<{tag} xml:space="preserve">{text(part)}</{tag}>'
    said = "".join(PROPERTIES.get(name, name) for name in properties)
    return f"<w:r><w:rPr>{said}</w:rPr>{inner}</w:r>"


PROPERTIES = {
    "bold": "<w:b/>",
    "italic": "<w:i/>",
    "underlined": '<w:u w:val="single"/>',
    "struck": "<w:strike/>",
    "raised": '<w:vertAlign w:val="superscript"/>',
    "lowered": '<w:vertAlign w:val="subscript"/>',
    "hidden": "<w:vanish/>",
    "rtl": "<w:rtl/>",
}


def lang(tag, kind="val"):
    return f'<w:lang w:{kind}="{tag}"/>'


def size(points):
    return f'<w:sz w:val="{points * 2}"/>'


def font(name):
    return f'<w:rFonts w:eastAsia="{name}"/>'


def p(*runs, style=None, num=None, mark="", more=""):
    """A paragraph; a string is a run. `num` is a list and a level."""
    runs = "".join(run if run.startswith("<") else r(run) for run in runs)
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        said += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    said += more + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p><w:pPr>{said}</w:pPr>{runs}</w:p>"


def cell(*content, span=1, merge=None):
    content = "".join(part if part.startswith("<") else p(part) for part in content) or p()
    merge = {None: "", "start": '<w:vMerge w:val="restart"/>', "more": "<w:vMerge/>"}[merge]
    span = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{content}</w:tc>"


def row(*cells, head=False, more=""):
    cells = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{'<w:tblHeader/>' if head else ''}{more}</w:trPr>{cells}</w:tr>"


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def ins(*runs):
    return f'<w:ins w:id="1" w:author="Somebody Secret">{"".join(runs)}</w:ins>'


def dele(*words):
    runs = "".join(r(one, tag="w:delText") for one in words)
    return f'<w:del w:id="2" w:author="Somebody Secret">{runs}</w:del>'


def note(number, kind="footnote"):
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def field(instruction, *result):
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{text(instruction)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + "".join(result) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(content, said=""):
    return f"<w:sdt><w:sdtPr>{said}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def level(at, form, shown, start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{shown}"/></w:lvl>'
    )


RESOLUTION = level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "(%3)")
CHINESE = (
    level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCountingThousand", "（%2）") + level(2, "decimal", "%3.")
)
ARTICLES = level(0, "chineseCountingThousand", "第%1条", more='<w:suff w:val="space"/>') + level(1, "decimalEnclosedCircleChinese", "%2")
OUTLINE = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3")
BULLETS = level(0, "bullet", "\uf0b7") + level(1, "bullet", "o")
UPPER = level(0, "upperRoman", "%1.") + level(1, "upperLetter", "%2.")


def picture(shade, width=40, height=24):
    """A PNG of one grey."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([shade]) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


class File:
    """A file as it is made."""

    def __init__(self, lang=None):
        self.document = Document()
        self.document.element.body.clear_content()
        self.part = self.document.part
        self.abstract, self.lists = [], []
        self.pictures = 0
        if lang:
            tags = dict(pair.split("=") for pair in lang.split())
            said = self.document.styles.element.find(".//{*}rPrDefault//{*}lang")
            for kind, tag in tags.items():
                said.set(f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{kind}", tag)

    def add(self, *blocks):
        body = self.document.element.body
        for block in blocks:
            for element in parse_xml(f"<w:body {NS}>{block}</w:body>"):
                body.insert(len(body) - 1, element)
        return self

    def other(self, name, kind, content_type, xml):
        part = Part(PackURI(f"/word/{name}"), WML + content_type, xml.encode(), self.part.package)
        self.part.relate_to(part, RT.__dict__[kind])
        return self

    def notes(self, kind="footnote", **notes):
        """Notes by their ids: `n2="words"`; words that begin with `<` are paragraphs."""
        said = "".join(
            f'<w:{kind} w:id="{name[1:]}">'
            + (words if words.startswith("<") else p(f"<w:r><w:{kind}Ref/></w:r>", r(" " + words)))
            + f"</w:{kind}>"
            for name, words in notes.items()
        )
        ends = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        xml = f"<w:{kind}s {NS}>{ends}{said}</w:{kind}s>"
        return self.other(f"{kind}s.xml", kind.upper() + "S", f"{kind}s+xml", xml)

    def comments(self, *words):
        said = "".join(
            f'<w:comment w:id="{at}" w:author="Somebody Secret" w:initials="S">{p(one)}</w:comment>' for at, one in enumerate(words)
        )
        return self.other("comments.xml", "COMMENTS", "comments+xml", f"<w:comments {NS}>{said}</w:comments>")

    def list(self, levels, start=None, style=None, same_as=None, more=""):
        """A list, and its id."""
        number = len(self.lists) + 1
        if same_as is None:
            self.abstract.append(f'<w:abstractNum w:abstractNumId="{number}">{more}{levels}</w:abstractNum>')
        begins = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
        definition = same_as or number
        self.lists.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{begins}</w:num>')
        return number

    def style(self, name, more="", run="", based="Normal", id=None):
        id = id or name.replace(" ", "")
        self.document.styles.element.append(
            parse_xml(
                f'<w:style {NS} w:type="paragraph" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>'
                f'<w:basedOn w:val="{based}"/><w:pPr>{more}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
            )
        )
        return id

    def image(self, shade=120, said="", kind="inline", bytes=None, name=None, link=None):
        """A drawing; `said` are the attributes of its properties."""
        self.pictures += 1
        if link:
            relation = self.part.rels.get_or_add_ext_rel(RT.IMAGE, link)
            source = f'r:link="{relation}"'
        else:
            part = Part(
                PackURI(f"/word/media/{name or f'image{self.pictures}.png'}"),
                "image/png",
                picture(shade) if bytes is None else bytes,
                self.part.package,
            )
            source = f'r:embed="{self.part.relate_to(part, RT.IMAGE)}"'
        return (
            f'<w:r><w:drawing><wp:{kind}><wp:extent cx="9" cy="9"/><wp:docPr id="{self.pictures}" name="Picture {self.pictures}" {said}</wp:docPr>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip {source}/></pic:blipFill><pic:spPr/></pic:pic>'
            f"</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
        )

    def link(self, target, *runs):
        return f'<w:hyperlink r:id="{self.part.rels.get_or_add_ext_rel(RT.HYPERLINK, target)}">{"".join(runs)}</w:hyperlink>'

    def save(self, name, change=None):
        if self.lists:
            numbering = self.part.numbering_part.element
            for child in list(numbering):
                numbering.remove(child)
            for one in self.abstract + self.lists:
                numbering.append(parse_xml(one.replace(" ", f" {NS} ", 1)))
        out = io.BytesIO()
        self.document.save(out)
        pack(name, out.getvalue(), change)


def pack(name, bytes, change=None):
    """Writes an archive with the same bytes each time; `change` may change the parts."""
    with zipfile.ZipFile(io.BytesIO(bytes)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    # What nothing reads only makes the files large.
    parts = {entry: part for entry, part in parts.items() if not entry.startswith(("docProps/thumb", "word/theme", "word/stylesWithEffects"))}
    if change:
        parts = change(parts)
    with zipfile.ZipFile(HERE / f"{name}.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in sorted(parts):
            archive.writestr(zipfile.ZipInfo(entry, (2026, 1, 1, 0, 0, 0)), parts[entry], zipfile.ZIP_DEFLATED, 9)


def by_pandoc(name, markdown, lang):
    out = HERE / "pandoc.tmp.docx"
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    pypandoc.convert_text(markdown, "docx", format="markdown", outputfile=str(out), extra_args=["-M", f"lang={lang}"])
    bytes = out.read_bytes()
    out.unlink()
    pack(name, bytes)


def resolutions():
    file = File("eastAsia=zh-CN")
    ops = file.list(RESOLUTION)
    file.add(
        table(row(cell("联合国"), cell(p("A/HRC/RES/98/6"))), row(cell("大会"), cell(p("Distr.: General"), p("20 July 2043"), p("Chinese"), p("Original: English")))),
        p("人权理事会"),
        p("第九十八届会议"),
        p("2043 年 6 月 22 日至 7 月 14 日"),
        p("议程项目 3"),
        p("增进和保护所有人权——公民权利、政治权利、经济、社会及文化权利，包括发展权"),
        p("人权理事会 2043 年 7 月 13 日通过的决议"),
        p(r("98/6. 车站的标志", "bold")),
        p(r("人权理事会", "italic"), "，"),
        p(r("回顾", "italic"), "《残疾人权利公约》", note(2), "和以往各项决议，"),
        p(r("欢迎", "italic"), "特别报告员的报告", note(3), "，"),
        p("请各国：", num=(ops, 0)),
        p("写短句；", num=(ops, 1)),
        p("用常用词；", num=(ops, 1)),
        p("不用缩写；", num=(ops, 2)),
        p("说明难词；", num=(ops, 2)),
        p("请高级专员在第一百届会议上提交报告；", num=(ops, 0)),
        p("决定继续处理此案。", num=(ops, 0)),
        p("第 37 次会议", more='<w:jc w:val="right"/>'),
        p("2043 年 7 月 13 日"),
        p("[未经表决获得通过。]"),
    ).notes(n2="联合国，《条约汇编》，第 2515 卷，第 44910 号。", n3="A/HRC/98/12。").save("resolution-zh")

    file = File()
    ops = file.list("", more='<w:numStyleLink w:val="Paragraphs"/>')
    real = file.list(RESOLUTION, more='<w:styleLink w:val="Paragraphs"/>')
    file.document.styles.element.append(
        parse_xml(f'<w:style {NS} w:type="numbering" w:styleId="Paragraphs"><w:name w:val="Paragraphs"/><w:pPr><w:numPr><w:numId w:val="{real}"/></w:numPr></w:pPr></w:style>')
    )
    op = file.style("Operative", more=f'<w:numPr><w:numId w:val="{ops}"/></w:numPr>')
    file.add(
        p("Human Rights Council"),
        p("Ninety-eighth session"),
        p("22 June–14 July 2043"),
        p("Agenda item 3"),
        p("Promotion and protection of all human rights, civil, political, economic, social and cultural rights, including the right to development"),
        p("Resolution adopted by the Human Rights Council on 13 July 2043"),
        p(r("98/12. Plain language in stations", "bold")),
        p(r("The Human Rights Council", "italic"), ","),
        p(r("Recalling", "italic"), " the Convention on the Rights of Persons with Disabilities,", note(2)),
        p(r("Calls upon", "italic"), " States:", style=op),
        p("To write in short sentences;", num=(ops, 1)),
        p("To explain hard words;", num=(ops, 1)),
        p(r("Requests", "italic"), " the High Commissioner to report to the Council at its hundredth session;", style=op),
        p(r("Decides", "italic"), " to remain seized of the matter.", style=op),
        p("37th meeting"),
        p("13 July 2043"),
        p("[Adopted without a vote.]"),
    ).notes(n2="United Nations, Treaty Series, vol. 2515, No. 44910.").save("resolution-en")


    file = File("eastAsia=zh-CN")
    ops = file.list(level(0, "decimal", "%1.") + level(1, "chineseCountingThousand", "（%2）") + level(2, "decimalEnclosedCircle", "%3"))
    annex, bullets = file.list(level(0, "decimal", "%1.")), file.list(BULLETS)
    file.add(
        p("人权理事会"), p("98/7. 车站"), p("人权理事会，"), p("回顾《公约》，"),
        p("请各国：", num=(ops, 0)), p("写短句；", num=(ops, 1)), p("甲；", num=(ops, 2)), p("乙；", num=(ops, 1)), p("附注；", num=(bullets, 0)),
        p("决定结束。", num=(ops, 0)),
        p("附件"), p("标志", style="Heading1"), p("大。", num=(annex, 0)), p("颜色清楚。", num=(bullets, 0)),
    ).save("resolution-lists-zh")


def reports():
    file = File("val=en-US eastAsia=zh-CN")
    chapters, articles, outline = file.list(CHINESE), file.list(ARTICLES), file.list(OUTLINE)
    file.add(
        p("2043 年车站无障碍报告", style="Title"),
        p("交通局", style="Subtitle"),
        p("总则", style="Heading1", num=(chapters, 0)),
        p("目的", style="Heading2", num=(chapters, 1)),
        p("本报告说明各站的标志，依据《残疾人权利公约》", note(2), "和", note(3), "有关法规。"),
        p("范围", style="Heading2", num=(chapters, 1)),
        p("全市 12 个车站，", r("不含", "bold"), "公共汽车站。水用 H", r("2", "lowered"), "O 表示，面积用 m", r("2", "raised"), " 表示。"),
        p("各站应当设标志。", num=(articles, 0)),
        p("标志要大；", num=(articles, 1)),
        p("颜色要清楚。", num=(articles, 1)),
        p("各站应当设坡道。", num=(articles, 0)),
        p("数据", style="Heading1", num=(chapters, 0)),
        p("第一项", num=(outline, 0)),
        p("第一项之一", num=(outline, 1)),
        p("第一项之二", num=(outline, 1)),
        p("第二项", num=(outline, 0)),
        p("第二项之一", num=(outline, 1)),
        p("表1 各站的坡道", style="Caption"),
        table(row("车站", "坡道", head=True), row("东站", "2"), row("西站", "3")),
        p(file.image(said='descr="柱形图：东站 2 个坡道，西站 3 个">')),
        p("图1 坡道数目", style="Caption"),
        p("结论", style="Heading1", num=(chapters, 0)),
        p("见", file.link("https://example.org/zh", r("网站")), "。"),
    ).notes(n2="联合国大会第 61/106 号决议。", n3=p("<w:r><w:footnoteRef/></w:r>", r("第一段。")) + p("第二段。")).save("report-zh")

    file = File()
    outline, bullets, roman = file.list(OUTLINE), file.list(BULLETS), file.list(UPPER)
    file.add(
        p("Annual report on stations", style="Title"),
        p("2043", style="Title"),
        p("Introduction", style="Heading1", num=(roman, 0)),
        p("This report was written on ", field(" DATE \\@ \"d MMMM yyyy\" ", r("13 July 2043")), ".", note(2)),
        p("Aims", style="Heading2", num=(roman, 1)),
        p("There are two aims:"),
        p("ramps at ", r("every", "italic"), " station", num=(bullets, 0)),
        p("lifts where ramps are too steep", num=(bullets, 0)),
        p("with voice", num=(bullets, 1)),
        p("with light", num=(bullets, 1)),
        p("toilets", num=(bullets, 0)),
        p("Method", style="Heading2", num=(roman, 1)),
        p("Count the stations.", num=(outline, 0)),
        p("Count the doors.", num=(outline, 1)),
        p("Count the steps.", num=(outline, 1)),
        p("Ask the people.", num=(outline, 0)),
        p("Results", style="Heading1", num=(roman, 0)),
        '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:bookmarkStart w:id="1" w:name="_Ref42"/>' + r("All numbers") + '<w:bookmarkEnd w:id="1"/></w:p>',
        p("See ", '<w:hyperlink w:anchor="_Ref42">' + r("All numbers") + "</w:hyperlink>", " and ", '<w:hyperlink w:anchor="nowhere">' + r("another place") + "</w:hyperlink>", "."),
        p("Write to ", file.link("mailto:stations@example.org", r("stations@example.org")), " or see ", file.link("https://example.org/a(b)?c=d&e=f", r("our "), r("site", "bold")), "."),
        p("Run ", file.link("javascript:alert(1)", r("this")), " or ", file.link("file:///C:/secret.docx", r("that")), "."),
        p(field(' HYPERLINK "https://example.org/field" ', r("A link as a field")), "; ", '<w:fldSimple w:instr=" REF x "><w:r><w:t>a reference</w:t></w:r></w:fldSimple>', "."),
        p("What the ministry said:", note(1, "endnote")),
        p("Signs help all.", style="Quote"),
    ).notes(n2="The first of two notes.").notes("endnote", n1="The endnote, with a * star and [brackets].").save("report-en")

    file = File("val=fr-FR eastAsia=zh-CN")
    letters = file.list(level(0, "lowerLetter", "%1)") + level(1, "decimal", "%2)"))
    file.add(
        p("Ministère des transports"),
        p("Rapport sur l’accessibilité des gares", style="Title"),
        p("Généralités", style="Heading1"),
        p("Les droits de l’homme\u00a0: «\u00a0l’égalité\u00a0», la dignité et l’accès à tous les lieux publics.", note(2)),
        p("dans les gares\u00a0;", num=(letters, 0)),
        p("dans les rues\u00a0;", num=(letters, 0)),
        p("de la ville.", num=(letters, 1)),
        p(r("The ministry wrote this sentence in English.", lang("en-GB")), style="Quote"),
        p("Le mot ", r("Barrierefreiheit", lang("de-DE")), " est allemand, et 无障碍 est chinois."),
        p("Chiffres", style="Heading1"),
        p("Tableau 1\u00a0: Rampes", style="Caption"),
        table(row("Gare", "Rampes", head=True), row("Gare de l’Est", "2"), row("Gare du Nord", "3|dont 1 neuve")),
    ).notes(n2="Nations Unies, Recueil des Traités, vol. 2515.").save("report-fr")

    file = File("val=en-US bidi=ar-SA")
    letters = file.list(level(0, "arabicAlpha", "(%1)") + level(1, "decimal", "%2-"))
    bidi = "<w:bidi/>"
    ar = lambda words, *more: r(words, "rtl", *more)
    file.add(
        p(ar("تقرير عن إمكانية الوصول إلى المحطات"), style="Title", more=bidi),
        p(ar("مقدمة"), style="Heading1", more=bidi),
        p(ar("حقوق الأشخاص ذوي الإعاقة هي حقوق الإنسان، وفقا للاتفاقية"), note(2), ar("."), more=bidi),
        p(ar("في المحطات؛"), num=(letters, 0), more=bidi),
        p(ar("في الشوارع."), num=(letters, 0), more=bidi),
        p(ar("وقالت الوزارة: "), r("Signs help all of us here.", lang("en-US")), more=bidi),
        p(ar("الجدول 1: المنحدرات"), style="Caption", more=bidi),
        table(row(cell(p(ar("المحطة"))), cell(p(ar("العدد"))), head=True), row(cell(p(ar("الشرق"))), cell(p(ar("٢"))))),
    ).notes(n2=p("<w:r><w:footnoteRef/></w:r>", ar(" مجموعة المعاهدات، المجلد 2515."))).save("report-ar")


def numbers():
    file = File("eastAsia=zh-CN")
    first = file.list(level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)"))
    again = file.list("", start=1, same_as=first)
    legal = file.list(level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", more="<w:isLgl/>") + level(2, "decimal", "%3)", more='<w:lvlRestart w:val="0"/>'))
    circled = file.list(level(0, "decimalEnclosedCircle", "%1", more='<w:suff w:val="nothing"/>') + level(1, "ideographTraditional", "%2、"))
    odd = file.list(level(0, "ordinalText", "%1:"))
    nine = file.list(level(0, "decimal", "%1.", start=9) + level(1, "upperLetter", "%2."))
    file.add(
        p("编号", style="Title"),
        p("一", num=(first, 0)), p("一之一", num=(first, 1)), p("一之二", num=(first, 1)), p("二", num=(first, 0)), p("二之一", num=(first, 1)),
        p("重新开始", num=(again, 0)), p("接着数", num=(again, 0)), p("第一个列表也接着数", num=(first, 0)),
        p("没有编号", num=(0, 0)),
        p("总则", num=(legal, 0)), p("条", num=(legal, 1)), p("项", num=(legal, 2)), p("条", num=(legal, 1)), p("项接着数", num=(legal, 2)), p("分则", num=(legal, 0)), p("条", num=(legal, 1)),
        p("圆圈", num=(circled, 0)), p("天干", num=(circled, 1)), p("圆圈", num=(circled, 0)),
        p("英文序数", num=(odd, 0)),
        p("九", num=(nine, 0)), p("", num=(nine, 0)), p("十一，前一个是空的", num=(nine, 0)),
        p("2043 年不是编号。"), p("1. 这是打出来的字。"),
    ).save("numbers-zh")

    # The style of a heading may hold the list, and the list the style.
    file = File()
    heads = file.list(
        level(0, "decimal", "Part %1", more='<w:pStyle w:val="Heading1"/>') + level(1, "decimal", "%1.%2", more='<w:pStyle w:val="Heading2"/>')
    )
    for name in ("Heading1", "Heading2"):
        for style in file.document.styles.element:
            if style.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId") == name:
                style.find("{*}pPr").append(parse_xml(f'<w:numPr {NS}><w:numId w:val="{heads}"/></w:numPr>'))
    paragraphs = file.list(level(0, "decimal", "%1."))
    file.add(
        p("Numbers in styles", style="Title"),
        p("Aims", style="Heading1"), p("First", style="Heading2"), p("Para.", num=(paragraphs, 0)), p("Second", style="Heading2"), p("Para.", num=(paragraphs, 0)),
        p("Means", style="Heading1"), p("Without a number", style="Heading2", num=(0, 0)), p("Third", style="Heading2"), p("Para.", num=(paragraphs, 0)),
        p("Too deep", style="Heading9"),
    ).save("numbers-en")


def looks():
    file = File("eastAsia=zh-CN")
    body = lambda words: p(r(words, font("仿宋"), size(16)))
    file.add(
        p(r("关于做好车站无障碍工作的通知", font("小标宋"), size(22))),
        body("各车站：根据有关规定，现就做好车站无障碍工作通知如下。"),
        p(r("一、总体要求", font("黑体"), size(16))),
        body("要让所有人都能进站、买票、上车，并且看得懂标志和通知。"),
        p(r("（一）标志", font("楷体"), size(16))),
        body("标志要大，颜色要清楚。"),
        p(r("二、工作安排", font("黑体"), size(16))),
        body("一、二、三号站先做。"),
        body("1.今年完成。"),
        p(r("交通局", "bold", font("仿宋"), size(16))),
    ).save("looks-zh")

    file = File()
    file.add(
        p(r("Guidance on signs", size(20))),
        p(r("Why signs matter", "bold", size(14))),
        p("All people use signs, and many people read nothing else in a station all day long."),
        p(r("Colours", "bold")),
        p("Use ", r("dark", "bold"), " letters on a light ground, and never the other way round."),
        p(r("A sentence in bold is no heading.", "bold")),
        p(r("How to begin", "bold", size(14))),
        p("Begin at the door."),
    ).save("looks-en")


def changes():
    file = File("eastAsia=zh-CN")
    ops = file.list(RESOLUTION)
    moved = '<w:moveFrom w:id="5" w:author="Somebody Secret">' + r("搬走的话。") + "</w:moveFrom>"
    arrived = '<w:moveTo w:id="5" w:author="Somebody Secret">' + r("搬走的话。") + "</w:moveTo>"
    file.add(
        p("修订", style="Title"),
        p("各国", dele("可以"), ins(r("应当")), "写短句。"),
        p(r("没有改的"), moved),
        p(arrived),
        p("这一段", mark='<w:del w:id="7" w:author="Somebody Secret"/>'),
        p("和这一段成了一段。"),
        p(dele("整段删去。"), mark='<w:del w:id="7" w:author="Somebody Secret"/>', num=(ops, 0)),
        p("第一项", num=(ops, 0)),
        p(ins(r("加上的第二项")), num=(ops, 0), mark='<w:ins w:id="8" w:author="Somebody Secret"/>'),
        p("第三项", num=(ops, 0)),
        p("删去的注", '<w:del w:id="2" w:author="Somebody Secret">' + note(2) + "</w:del>", "和留下的注", note(3), "。"),
        p("有批注的话", '<w:r><w:commentReference w:id="0"/></w:r>', "。"),
        table(row("站名", "数目", head=True), row(cell(p(dele("东站"))), cell(p(dele("2"))), more='<w:del w:id="9" w:author="Somebody Secret"/>'), row("西站", "3")),
        p("结尾", dele("处")),
    ).notes(n2="没有了的注。", n3="还在的注。").comments("请核对这里。", "没有位置的批注。").save("changes-zh")

    file = File()
    file.add(
        p("Tracked changes", style="Title"),
        p("States ", dele("may "), ins(r("shall ")), "write ", ins(r("short "), r("clear", "bold")), " sentences", dele(" and", " long words"), "."),
        p("Moved: ", '<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2" w:author="Somebody Secret">' + r("old place") + '</w:moveFrom><w:moveFromRangeEnd w:id="1"/>', '<w:moveTo w:id="3" w:author="Somebody Secret">' + r("new place") + "</w:moveTo>"),
        p(ins(r("A whole new paragraph, with a "), dele("deleted "), r("word in it."))),
        p("A link in a change: ", ins(file.link("https://example.org/new", r("new")))),
        p("Commented", '<w:commentRangeStart w:id="0"/>', " words", '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>', " here."),
        p("Formatted", '<w:r><w:rPr><w:b/><w:rPrChange w:id="4" w:author="Somebody Secret"><w:rPr/></w:rPrChange></w:rPr><w:t xml:space="preserve"> anew</w:t></w:r>', "."),
        p("The end ", mark='<w:del w:id="7" w:author="Somebody Secret"/>'),
    ).comments("Is this right? Ask <legal>.").save("changes-en")


def hidden():
    file = File("eastAsia=zh-CN")
    file.style("Secret", run="<w:vanish/>")
    section = file.document.sections[0]
    section.header.paragraphs[0].text = "内部文件"
    section.footer.paragraphs[0].text = "第 1 页"
    contents = (
        '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("公开\t2") + "</w:p>" + p("秘密\t3", style="TOC1") + '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    file.add(
        p("隐藏的文字", style="Title"),
        control(contents),
        p("公开", style="Heading1"),
        p("看得见", r("看不见", "hidden"), "的话。"),
        p("整段看不见。", style="Secret"),
        p(r("样式藏起来的字又露出来。", '<w:vanish w:val="0"/>'), style="Secret"),
        p('<w:r><w:rPr><w:webHidden/></w:rPr><w:t>网页上才藏。</w:t></w:r>'),
    ).save("hidden-zh")

    file = File()
    section = file.document.sections[0]
    section.header.paragraphs[0].text = "DRAFT – not for circulation"
    section.footer.paragraphs[0].text = "Page 1 of 2"
    file.add(p("Hidden words", style="Title"), p("Seen ", r("unseen ", "hidden"), "seen."), p(r("Nothing but this.", "hidden")), p("End.")).save("hidden-en")


def boxes():
    file = File("eastAsia=zh-CN")
    modern = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="9" name="Box"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>'
        + p("框里第一段。") + p("框里第二段。")
        + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        + p("框里第一段。") + p("框里第二段。")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p("旧框。") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    unknown = (
        '<mc:AlternateContent><mc:Choice Requires="future"><w:r><w:t>将来的字</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>现在的字</w:t></w:r></mc:Fallback></mc:AlternateContent>'
    )
    file.add(p("文本框", style="Title"), p("框外。", modern), p("还有", old, "。"), p("两种写法：", unknown, "。")).save("boxes-zh")


def controls():
    file = File()
    box = control('<w:r><w:t>☒</w:t></w:r>', '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>')
    form = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    ruby = '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>ㄧˋ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>易</w:t></w:r></w:rubyBase></w:ruby></w:r>'
    sym = lambda f, c: f'<w:r><w:sym w:font="{f}" w:char="{c}"/></w:r>'
    math = "<m:oMath><m:r><m:t>E</m:t></m:r><m:r><m:t>=mc²</m:t></m:r></m:oMath>"
    file.add(
        p("Controls and signs", style="Title"),
        control(p("A paragraph in a control.") + control(p("One in two controls."))),
        p("Ministry of ", control(r("Transport")), ", ", control(r("Click here"), "<w:showingPlcHdr/>"), " ", box, " yes ", form, " no"),
        table(row("A", "B", head=True), control(row("row in a control", control(cell("cell in a control")))), row(cell(control(p("paragraph in a control"))), "x")),
        p("Signs: ", sym("Symbol", "F061"), sym("Wingdings", "F0FE"), sym("Wingdings", "F001"), '<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>operate</w:t><w:softHyphen/><w:t>d</w:t></w:r>'),
        p("A line|and the next; ", ruby, " is easy. ", math),
        p('<w:smartTag><w:r><w:t>Smart</w:t></w:r></w:smartTag><w:r><w:t xml:space="preserve"> tag,  two  blanks </w:t></w:r><w:r><w:t>  trimmed  </w:t></w:r>'),
        p(r("ab", "bold"), r("cd", "bold", "italic"), r("(e)", "bold"), "f ", r("struck", "struck"), " ", r("x", "underlined"), "!", note(2)),
        p("*not* _emphasis_ <b> &amp; [^1] #1"),
        p("- no item"), p("# no heading"), p("| no | table |"), p("Set {#a}", style="Heading1"), p("C#", style="Heading1"),
    ).notes(n2="1. Not a list.").save("controls-en")


def tables():
    file = File("eastAsia=zh-CN")
    file.add(
        p("表格", style="Title"),
        p("表1 合并的单元格", style="Caption"),
        table(
            row(cell("车站", merge="start"), cell("数目", span=2), head=True),
            row(cell("", merge="more"), cell("2042 年"), cell("2043 年"), head=True),
            row(cell(p(r("东站", "bold"))), cell(p("2", note(2))), "3"),
            row(cell(p(r("西站", "bold"))), cell("共 5", span=2)),
            row(cell("藏着", merge="start"), "甲", "乙"),
            row(cell("盖住的字", merge="more"), "丙 <丁>"),
        ),
        p("中间的话。", note(3)),
        p("没有标出表头的表："),
        table(row("站名", "标志"), row("东|站", cell(p("一"), p("二")))),
        p("框：", note(2)),
        table(row(cell(p("只有一格。"), p("是框。")))),
        table(row("甲", "乙", head=True), row(cell(p("外"), table(row("里一", "里二"), row("里三", "里四"))), "外二")),
    ).notes(n2="表里的注。", n3="正文的注。").save("tables-zh")

    file = File()
    bullets = file.list(BULLETS)
    file.add(
        p("Tables", style="Title"),
        table(row("Name", "Number | of doors", head=True), row(cell(p(r("East", "bold"))), cell(p("first", num=(bullets, 0)), p("second", num=(bullets, 0)))), row(cell(), cell(p("see ", file.link("https://example.org", r("site")), note(2))))),
        p("Table 1. Doors", style="Caption"),
        p("Text between."),
        p("Table 2: Merged", style="Caption"),
        table(row(cell("Head", span=2), head=True), row(cell(p("a ", file.link("https://example.org/lost", r("link")))), cell(p("b", note(3)), p(r("it", "italic"), " is")))),
        p("After.", note(4)),
    ).notes(n2="In a plain table.", n3="In a merged table.", n4="In the text.").save("tables-en")


def pictures():
    file = File()
    decorative = (
        'descr="not said"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    old = lambda id: f'<w:r><w:pict><v:shape alt="A map in the old form"><v:imagedata r:id="{id}"/></v:shape></w:pict></w:r>'
    with_link = file.image(90, 'descr="A door">')
    old_part = Part(PackURI("/word/media/Karte Nord.PNG"), "image/png", picture(40), file.part.package)
    chart = '<w:r><w:drawing><wp:inline><wp:docPr id="77" name="c" descr="Doors by year"/><a:graphic><a:graphicData uri="c"><c:chart r:id="rIdX"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    file.add(
        p(file.image(200, 'descr="Emblem of the ministry">')),
        p("Pictures", style="Title"),
        p("In a line ", with_link, " of words."),
        p(file.image(10, "title='A ramp with a \"sign\"'>", kind="anchor")),
        p("Figure 1: The ramp \"East\"", style="Caption"),
        p(file.image(20, 'descr="Two lifts">')),
        p("Figure 2: ", r("Both", "italic"), " lifts", note(2), style="Caption"),
        p(file.image(30, ">")),
        p(file.image(40, decorative)),
        p(old(file.part.relate_to(old_part, RT.IMAGE))),
        p(file.image(said='descr="A drawing in EMF">', bytes=b"\x01\0\0\0 EMF", name="image9.emf")),
        p(file.image(said='descr="A photo elsewhere">', link="https://example.org/photo.png")),
        p(chart),
        p(file.image(200, 'descr="The emblem again">')),
        table(row("A", "B", head=True), row(cell(p(file.image(50, 'descr="In a cell">'))), "x")),
    ).notes(n2="Of the note.").save("pictures-en")

    file = File("eastAsia=zh-CN")
    file.add(
        p("图片", style="Title"),
        p("图在下面。"),
        p(file.image(77, 'descr="一条坡道通向东站的门">')),
        p("图1：东站的坡道", style="Caption"),
        p("说明。", file.image(78, 'descr="一个[箭头]">')),
    ).save("pictures-zh", lambda parts: {name: part for name, part in parts.items() if "image2" not in name})


def pages():
    file = File()
    end = "<w:r><w:lastRenderedPageBreak/></w:r>"
    hard = '<w:r><w:br w:type="page"/></w:r>'
    roman = '<w:sectPr><w:pgNumType w:fmt="lowerRoman" w:start="1"/></w:sectPr>'
    arabic = '<w:pgNumType %s w:start="1"/>' % nsdecls("w")
    file.add(
        p("Pages", style="Title"),
        p("Foreword on the first page", end, " and the second."),
        p("End of the foreword.", more=roman),
        p(end, "First page of the text.", hard),
        p(end, "Second", style="Heading1"),
        p("A ", r("bold ", "bold"), '<w:r><w:rPr><w:b/></w:rPr><w:lastRenderedPageBreak/><w:t>break</w:t></w:r>', "."),
        p("See ", file.link("https://example.org", r("a link "), end, r("over two pages")), "."),
        p(end),
        p("After an empty page."),
        table(row(cell("Head", span=2), head=True), row(cell(p(end, "a")), "b")),
        p("Under the table."),
    )
    file.document.element.body[-1].append(parse_xml(arabic))
    file.save("pages-en")
    file = File("eastAsia=zh-CN")
    file.add(p("分页", style="Title"), p("第一页。", hard), p("第二页。")).save("pages-zh")


def bare():
    """Only a main part, of another name, with another prefix, in the strict form."""

    def change(parts):
        main = parts["word/document.xml"].decode()
        main = main.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
        main = main.replace("<w:", "<x:").replace("</w:", "</x:").replace(" w:", " x:").replace("xmlns:w=", "xmlns:x=")
        rels = parts["_rels/.rels"].decode().replace("word/document.xml", "main/text2.xml")
        types = parts["[Content_Types].xml"].decode().replace("/word/document.xml", "/main/text2.xml")
        return {"[Content_Types].xml": types.encode(), "_rels/.rels": rels.encode(), "main/text2.xml": main.encode("utf-16")}

    file = File()
    change_encoding = lambda parts: {
        name: part.replace(b"encoding='UTF-8'", b"").replace(b'encoding="UTF-8"', b"") if name.endswith(".xml") else part for name, part in parts.items()
    }
    file.add(p("只有正文", style="Title"), p("没有样式，也没有编号。", num=(3, 0)), p("完。", note(2)))
    file.save("bare-zh", lambda parts: change(change_encoding(parts)))


def acts():
    file = File("eastAsia=zh-CN")
    lists = file.list(level(0, "chineseCounting", "第%1章") + level(1, "chineseCounting", "第%2条", more='<w:lvlRestart w:val="0"/>') + level(2, "chineseCounting", "（%3）"))
    file.add(
        p(r("青石县盲道管理规定", "bold")),
        p("（2025年1月8日青石县人民政府公布）"),
        p("总则", num=(lists, 0)),
        p("为了让看不见的人安全行走，制定本规定。", num=(lists, 1)),
        p("本规定所称盲道，包括：", num=(lists, 1)),
        p("人行道上的盲道；", num=(lists, 2)),
        p("车站里的盲道。", num=(lists, 2)),
        p("室内的盲道，参照本规定。"),
        p("管理", num=(lists, 0)),
        p("任何人不得占用盲道。", note(2), num=(lists, 1)),
        p("第三条之一　占用盲道的，应当立即移开。"),
        p("本规定自2025年2月1日起施行。", num=(lists, 1)),
    ).notes(n2="2026年修改。").save("acts-zh")

    file = File("val=en-GB")
    file.add(
        p("Tactile Paving Act", style="Title"),
        p("Part 1 – General", style="Heading1"),
        p("Section 1. Purpose", style="Heading2"),
        p("This Act lets people who do not see walk safely."),
        p("Section 2. Meaning", style="Heading2"),
        p("(1) Tactile paving is paving that can be felt."),
        p("(2) It includes:"),
        p("(a) Paving at a crossing;"),
        p("(b) Paving in a station."),
        p("Part 2 – Duties", style="Heading1"),
        p("Section 3. Free paving", style="Heading2"),
        p("Nobody shall block tactile paving.", note(2)),
        p("Section 3A. Removal", style="Heading2"),
        p("What blocks it is removed at once."),
        p("Section 4. [Repealed]", style="Heading2"),
    ).notes(n2="Amended in 2026.").save("acts-en")

    file = File("eastAsia=zh-CN")
    file.add(
        p("云岭省轮椅通行办法", style="Title"),
        p(r("第一条", "bold"), r("　轮椅可以通行的地方，应当有标志。")),
        p(r("第二条", "bold"), r("　标志应当清楚：")),
        p("（一）字大；"),
        p("（二）颜色分明。"),
        p(r("第三条　", "bold"), r("本办法由省人民政府解释。")),
    ).save("acts-looks-zh")


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


def pandoc():
    for lang, tag, title, one, two, three, words in [
        ("zh", "zh-CN", "各站的标志", "标志", "坡道", "电梯", "所有人都能进站。"),
        ("en", "en-GB", "Signs of stations", "Signs", "Ramps", "Lifts", "All people can enter a station."),
        ("fr", "fr-FR", "Les gares", "Panneaux", "Rampes", "Ascenseurs", "Tout le monde peut entrer dans la gare."),
        ("ar", "ar-EG", "المحطات", "علامات", "منحدرات", "مصاعد", "يمكن للجميع دخول المحطة."),
    ]:
        by_pandoc(f"pandoc-{lang}", PANDOC.format(title=title, one=one, two=two, three=three, words=words), tag)


if __name__ == "__main__":
    for make in (resolutions, reports, numbers, looks, changes, hidden, boxes, controls, tables, pictures, pages, bare, acts, pandoc):
        make()
