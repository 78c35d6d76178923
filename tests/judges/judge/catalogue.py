"""Reads OPDS 2 catalogues as the apps of the Palace Project do.

In:  files, as arguments.
Out: a line of JSON for each: how many publications it lists, and what is wrong in it.
Refused: nothing; a file that cannot be read has that as its error.
"""

import json
import sys

from webpub_manifest_parser.opds2 import OPDS2FeedParserFactory

for name in sys.argv[1:]:
    try:
        read = OPDS2FeedParserFactory().create().parse_file(name)
        said = {"publications": len(read.root.publications or []), "errors": [str(error.error_message) for error in read.errors]}
    except Exception as error:  # Whatever stops the reader is what is wrong with the file.
        said = {"publications": 0, "errors": [f"{type(error).__name__}: {error}"]}
    print(json.dumps(said))
