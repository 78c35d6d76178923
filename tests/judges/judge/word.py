"""Reads Word files as programs of others do: python-docx, and the schema and rules of Word by openxml-audit.

In:  files, each followed by the page that offers it, as arguments.
Out: a line of JSON for each: how many paragraphs, tables and pictures were read, and what is wrong.
Refused: nothing; a file that cannot be read has that as its fault.
"""

import json
import re
import sys
import unicodedata

import docx
import lxml.html
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
EAST_ASIAN = ("zh", "ja", "ko")
FROM_RIGHT = ("ar", "fa", "he", "ur", "ps", "ku", "dv", "yi")
# The parts of a page whose words are those of the text: what has an official number, the paragraphs and the cells.
OF_TEXT = "//main//*[@id and re:test(@id, '^(op|pp|p)-[0-9]')] | //main//td | //main//th"


def squeezed(words):
    """The letters and digits of words."""
    return "".join(c for c in unicodedata.normalize("NFC", words) if c.isalnum())


def is_from_right(words):
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in words)


def is_east_asian(words):
    return any("CJK UNIFIED" in unicodedata.name(c, "") for c in words)


def value(element, *path):
    """The value of an element below another."""
    for name in path:
        element = None if element is None else element.find(qn(name))
    return None if element is None else element.get(qn("w:val"), "")


def is_on(element, *path):
    return value(element, *path) not in (None, "0", "false", "off")


class File:
    def __init__(self, path, page):
        self.path, self.page = path, page
        self.wrong = []
        self.file = docx.Document(path)
        self.body = self.file.element.body
        styles = self.file.styles.element
        self.defaults = styles.find(qn("w:docDefaults")).find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
        self.base_from_right = is_on(self.file.styles["Normal"].element, "w:pPr", "w:bidi")
        self.parts = [self.body]
        self.parts += [part.element for part in self.stories()]

    def stories(self):
        """The notes, as python-docx has no name for them."""
        from docx.oxml import parse_xml

        for relation in self.file.part.rels.values():
            if relation.reltype.endswith("/footnotes"):
                yield type("Story", (), {"element": parse_xml(relation.target_part.blob)})

    def say(self, rule, message):
        self.wrong.append([rule, message])

    def judge(self):
        self.properties()
        self.headings()
        for part in self.parts:
            for picture in part.iter(qn("wp:docPr")):
                is_decoration = any(found.get("val") == "1" for found in picture.iter(DECORATIVE))
                if not picture.get("descr", "").strip() and not is_decoration:
                    self.say("no-alternative", f"The picture “{picture.get('name')}” has no alternative text and is no decoration.")
            for run in part.iter(qn("w:r")):
                self.run(run)
        self.tables()
        self.numbers()
        self.places()
        self.foot()
        self.words()

    def properties(self):
        said = self.file.core_properties
        titles = [p.text for p in self.file.paragraphs if p.style.name == "Title"]
        if not said.title.strip():
            self.say("no-title", "The file says no title.")
        elif [" ".join(title.split()) for title in titles] != [said.title]:
            self.say("no-title", f"The paragraphs in the style Title are {titles}, and the file says “{said.title}”.")
        if not said.language.strip() or self.defaults is None or not self.defaults.get(qn("w:val")):
            self.say("no-language", "The file says no language, or not that of its words.")
        elif said.language.split("-")[0] != self.defaults.get(qn("w:val")).split("-")[0]:
            self.say("no-language", f"The file says {said.language}, and its words are in {self.defaults.get(qn('w:val'))}.")

    def headings(self):
        before = 0
        for paragraph in self.file.paragraphs:
            found = re.fullmatch(r"Heading (\d)", paragraph.style.name)
            if not found:
                continue
            level = int(found[1])
            if level > before + 1:
                self.say("heading-order", f"“{paragraph.text[:40]}” has level {level} after {before}.")
            if not paragraph.text.strip():
                self.say("heading-order", "A heading has no words.")
            before = level

    def run(self, run):
        words = "".join(text.text or "" for text in run.findall(qn("w:t")))
        said = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        said = self.defaults if said is None else said

        def lang(name):
            return "" if said is None else said.get(qn(name), "")

        if is_from_right(words):
            if not is_on(run, "w:rPr", "w:rtl"):
                self.say("direction", f"“{words[:40]}” is not marked as written from the right.")
            if not lang("w:bidi").startswith(FROM_RIGHT):
                self.say("other-language", f"“{words[:40]}” is in no language from the right, but “{lang('w:bidi')}”.")
        if is_east_asian(words) and not lang("w:eastAsia").startswith(EAST_ASIAN):
            self.say("other-language", f"“{words[:40]}” is in no East Asian language, but “{lang('w:eastAsia')}”.")

    def tables(self):
        for table in self.body.iter(qn("w:tbl")):
            rows = table.findall(qn("w:tr"))
            if not is_on(rows[0], "w:trPr", "w:tblHeader"):
                self.say("no-head", "The first row of a table is not marked as its head.")
            if any(not is_on(row, "w:trPr", "w:cantSplit") for row in rows):
                self.say("torn-row", "A row of a table may be torn in two.")
            from_right = self.base_from_right
            first = next(iter(table.iter(qn("w:p"))))
            direction = value(first, "w:pPr", "w:bidi")
            from_right = from_right if direction is None else direction not in ("0", "false")
            if is_on(table, "w:tblPr", "w:bidiVisual") != from_right:
                self.say("direction", "The columns of a table do not run as its words do.")

    def numbers(self):
        """Official numbers are typed: only signs are counted, but for lists of easy-read versions."""
        if self.path.endswith("-easy-read.docx"):
            return
        numbering = self.file.part.numbering_part.element
        forms = {n.get(qn("w:numId")): value(n, "w:abstractNumId") for n in numbering.findall(qn("w:num"))}
        signs = {
            a.get(qn("w:abstractNumId"))
            for a in numbering.findall(qn("w:abstractNum"))
            if all(value(level, "w:numFmt") == "bullet" for level in a.findall(qn("w:lvl")))
        }
        for paragraph in self.file.paragraphs:
            number = value(paragraph._p, "w:pPr", "w:numPr", "w:numId")
            if number is not None and forms.get(number) not in signs:
                self.say("counted-number", f"The number of “{paragraph.text[:40]}” is counted anew by a word processor.")

    def places(self):
        there = {place.get(qn("w:name")) for part in self.parts for place in part.iter(qn("w:bookmarkStart"))}
        for part in self.parts:
            wanted = [link.get(qn("w:anchor")) for link in part.iter(qn("w:hyperlink"))]
            fields = [field.get(qn("w:instr")).split() for field in part.iter(qn("w:fldSimple"))]
            wanted += [field[1] for field in fields if field[0] == "NOTEREF"]
            for name in wanted:
                if name and name not in there:
                    self.say("dead-link", f"A link leads to “{name}”, which is no place of the file.")

    def foot(self):
        foot = self.file.sections[-1].footer._element
        if not any("PAGE" in field.get(qn("w:instr")) for field in foot.iter(qn("w:fldSimple"))):
            self.say("no-page-number", "The pages have no numbers.")

    def words(self):
        said = squeezed("".join(text.text or "" for part in self.parts for text in part.iter(qn("w:t"))))
        page = lxml.html.parse(self.page)
        for mark in page.xpath("//*[@role='doc-noteref' or contains(@class, 'beside') or contains(@class, 'permalink') or contains(@class, 'page-break') or contains(@class, 'follow-up')]"):
            mark.drop_tree()
        for part in page.xpath(OF_TEXT, namespaces={"re": "http://exslt.org/regular-expressions"}):
            pieces = [squeezed(piece) for piece in part.itertext()]
            lost = [piece for piece in pieces if piece not in said]
            if lost:
                self.say("lost-words", f"The page says “{lost[0][:60]}”, and the file does not.")


validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
for name, page in zip(sys.argv[1::2], sys.argv[2::2]):
    said = {"paragraphs": 0, "tables": 0, "pictures": 0, "wrong": []}
    try:
        said["wrong"] += [["invalid", str(error)] for error in validator.validate(name).errors]
        read = File(name, page)
        read.judge()
        said["wrong"] += read.wrong
        said["paragraphs"] = len(read.file.paragraphs)
        said["tables"] = len(read.file.tables)
        said["pictures"] = len(read.file.inline_shapes)
    except Exception as error:  # Whatever stops the reader is what is wrong with the file.
        said["wrong"].append(["unreadable", f"{type(error).__name__}: {error}"])
    print(json.dumps(said))
