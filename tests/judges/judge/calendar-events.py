"""Reads calendars as programs do: the Python package icalendar.

In:  files, as arguments.
Out: a line of JSON for each: its events with what is read of them, and what is wrong in it.
Refused: nothing; a file that cannot be read has that as its error.
"""

import json
import sys

from icalendar import Calendar

NEEDED = ("UID", "DTSTAMP", "DTSTART", "SUMMARY")


def event(read):
    """What is read of an event, and what is wrong in it."""
    errors = [f"{name}: {said}" for name, said in read.errors]
    errors += [f"an event has no {name}" for name in NEEDED if not str(read.get(name, "")).strip()]
    days = [read[name].dt for name in ("DTSTART", "DTEND") if name in read]
    return {
        "uid": str(read.get("UID", "")),
        "summary": str(read.get("SUMMARY", "")),
        "url": str(read.get("URL", "")),
        "backwards": len(days) == 2 and not days[0] < days[1],
    }, errors


for name in sys.argv[1:]:
    said = {"events": [], "errors": []}
    try:
        with open(name, "rb") as file:
            calendar = Calendar.from_ical(file.read())
        said["errors"] += [f"{name}: {wrong}" for name, wrong in calendar.errors]
        said["errors"] += [f"the calendar has no {name}" for name in ("VERSION", "PRODID") if name not in calendar]
        for read in calendar.walk("VEVENT"):
            found, errors = event(read)
            said["events"].append(found)
            said["errors"] += errors
    except Exception as error:  # Whatever stops the reader is what is wrong with the file.
        said["errors"].append(f"{type(error).__name__}: {error}")
    print(json.dumps(said))
