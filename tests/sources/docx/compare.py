#!/usr/bin/env python3
"""Compares what curbcut and pandoc read in the .docx and .odt files of these folders: `./compare.py path/to/curbcut`, after `pip install -r requirements.txt`.

Prints, for each file, the letters that pandoc reads and curbcut neither writes nor lists as left out. Pandoc is no part of the tests:
it says a note twice that is marked twice, and does not read UTF-16.
"""

import collections
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pypandoc

HERE = Path(__file__).parent


def letters(text: str) -> collections.Counter:
    return collections.Counter(c for c in text if c.isalpha())


with tempfile.TemporaryDirectory() as folder:
    for file in sorted([*HERE.glob("*.docx"), *HERE.parent.glob("odt/*.odt")]):
        command = [Path(sys.argv[1]).resolve(), "import", "--force", file]
        said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
        index = Path(folder, re.search(r"-> (\S+/index\S*\.md)", said).group(1))
        try:
            theirs = pypandoc.convert_file(str(file), "plain", extra_args=["--wrap=none", "--track-changes=accept"])
        except RuntimeError as error:
            print(f"{file.name}: pandoc cannot read it: {str(error).splitlines()[0]}")
            continue
        lost = letters(theirs) - letters(index.read_text() + said)
        print(f"{file.name}: {''.join(lost.elements()) or 'nothing is lost'}")
