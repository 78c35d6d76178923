"""Reads the exports of collections as programs of others do: CSV by Python's csv, JSON Schema by jsonschema.

In:  folders that have an entries.csv, as arguments.
Out: a line of JSON for each: how many entries it has, and what is wrong, each as [file, rule, message].
Refused: nothing; a file that cannot be read has that as what is wrong with it.
"""

import csv
import json
import pathlib
import re
import sys

from jsonschema import Draft202012Validator

# What stands on the cover of an entry and fits into cells, and which of it may have several values.
COVER = ("subtitle", "symbol", "number", "body", "author", "publisher", "edition", "keywords", "cover-lines", "authority")
SEVERAL = ("author", "keywords", "cover-lines")
BESIDE_FIELDS = ("consent-by", "consent-date", "consent-scope", "consent-until")


def values(cell):
    """The values of a cell that may have several."""
    found, value, signs = [], "", iter(cell)
    for sign in signs:
        if sign == "\\":
            value += next(signs, "")
        elif sign == ";":
            found.append(value.strip(" "))
            value = ""
        else:
            value += sign
    return found + [value.strip(" ")] if cell else []


def table(path):
    raw = path.read_bytes()
    if not raw.startswith(b"\xef\xbb\xbf"):
        yield None, ("no-mark", "The file does not begin with the mark of UTF-8.")
    text = raw.decode("utf-8-sig")
    if not text.endswith("\r\n"):
        yield None, ("line-end", "The last line does not end with CR LF.")
    rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
    for number, row in enumerate(rows):
        if len(row) != len(rows[0]):
            yield None, ("cells", f"Row {number + 1} has {len(row)} cells, and the first has {len(rows[0])}.")
    yield rows, None


def expected(entry, columns, many, main, others):
    """The cells that an entry of the JSON has in the table."""
    consents = entry["consent"]
    address = entry["address"]
    first = main if main in address else next(iter(address), None)
    easy = entry["easy-read"]
    cells = {"id": entry["id"], "same-as": entry["same-as"], "consent-of": entry.get("consent-of"), "address": address.get(first, "")}
    cells.update({day: entry.get(day, "") for day in ("date", "changed")})
    cells.update({key: entry.get(key, [] if key in SEVERAL else "") for key in COVER})
    cells["easy-read"] = easy.get(main, next(iter(easy.values()), ""))
    for key in ("title", "summary"):
        cells[key] = entry[key].get(main, "")
        cells.update({f"{key}.{lang}": entry[key].get(lang, "") for lang in others})
    for name, is_many in many.items():
        cells[name] = entry["fields"].get(name, [] if is_many else "")
    for column in BESIDE_FIELDS:
        cells[column] = [consent.get(column.removeprefix("consent-"), "") for consent in consents]
    return {column: cells.get(column) for column in columns}


def front_matter(entry, main):
    """What the front matter of an entry would be."""
    words = {key: entry[key].get(main) or next(iter(entry[key].values()), None) for key in ("title", "summary")}
    front = {key: value for key, value in words.items() if value is not None}
    days = {day: entry[day] for day in ("date", "changed") if day in entry}
    cover = {key: entry[key] for key in COVER if key in entry}
    return {**front, "kind": "entry", **entry["fields"], **days, **cover, "same-as": entry["same-as"], "consent": entry["consent"]}


def judge(folder):
    wrong = []
    say = lambda file, rule, message: wrong.append([file, rule, str(message)])
    read = {}
    for name in ("entries.json", "schema.json"):
        try:
            read[name] = json.loads((folder / name).read_text(encoding="utf-8"))
        except Exception as error:
            say(name, "unreadable", error)
    entries = read.get("entries.json", {}).get("entries", [])
    rows = []
    try:
        for found, fault in table(folder / "entries.csv"):
            rows = found or rows
            if fault:
                say("entries.csv", *fault)
    except Exception as error:
        say("entries.csv", "unreadable", error)
    # The language without a tag is the one that no column names.
    columns = rows[0] if rows else []
    others = [column.removeprefix("title.") for column in columns if column.startswith("title.")]
    langs = [lang for entry in entries for lang in entry["title"]]
    main = next((lang for lang in langs if lang not in others), None)
    fields = read.get("entries.json", {}).get("collection", {}).get("fields", [])
    many = {field["name"]: field["many"] for field in fields}
    lists = {name for name, is_many in many.items() if is_many} | {"same-as", "consent-of", *SEVERAL, *BESIDE_FIELDS}
    if rows and len(rows) - 1 != len(entries):
        say("entries.csv", "other-entries", f"The table has {len(rows) - 1} entries, the data have {len(entries)}.")
    for row, entry in zip(rows[1:], entries):
        wanted = expected(entry, columns, many, main, others)
        for column, cell in zip(columns, row):
            found = values(cell) if column in lists else cell
            # A single value that is missing is an empty cell.
            if found != wanted[column] and not (found == [] and wanted[column] in ([""], [])):
                say("entries.csv", "other-value", f"{entry['id']}, {column}: {found!r}, and the data have {wanted[column]!r}.")
    for row in rows[1:]:
        counts = {len(values(cell)) or 1 for column, cell in zip(columns, row) if column in BESIDE_FIELDS}
        if len(counts) > 1:
            say("entries.csv", "consents", f"{row[0]}: the columns of the consents have {sorted(counts)} values.")
    ids = [entry["id"] for entry in entries]
    if len(set(ids)) != len(ids):
        say("entries.json", "same-id", "Two entries have one id.")
    for entry in entries:
        for consent in entry["consent"]:
            if consent.get("scope") != "public" or "evidence" in consent:
                say("entries.json", "not-public", f"{entry['id']}: {consent}")
    try:
        schema = read["schema.json"]
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        for entry in entries:
            for error in validator.iter_errors(front_matter(entry, main)):
                say("entries.json", "not-of-schema", f"{entry['id']}: {error.json_path}: {error.message[:200]}")
    except KeyError:
        pass
    except Exception as error:
        say("schema.json", "no-schema", re.sub(r"\s+", " ", str(error))[:300])
    return {"entries": len(entries), "wrong": wrong}


for name in sys.argv[1:]:
    print(json.dumps(judge(pathlib.Path(name))))
