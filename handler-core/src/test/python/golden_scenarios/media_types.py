"""Media types: a file for each suffix that matters."""

import pathlib

from record_golden import GOLDEN, Exchange, request, unescape
from urllib.parse import quote


def names():
    for line in pathlib.Path(GOLDEN, "fixtures", "types.txt").read_text("ascii").splitlines():
        if line.startswith("file | "):
            yield unescape(line.split(" | ")[1])


def row(name, title, handler="Files"):
    return Exchange(title, request("HEAD /%s HTTP/1.0" % quote(name)), handler=handler, fixture="types")


def title(name):
    text = name.decode("utf-8").replace("\xfc", "u").replace(" ", "-").replace("~", "tilde")
    text = text[5:] if text.startswith("file.") else "name-" + text.replace(".", "-dot-").strip("-")
    return text if text == text.lower() else text.lower() + "-upper"


EXCHANGES = [
    *(row(name, title(name)) for name in names()),
    row(b"file.txt", "own-txt", "OwnTypes"),
    row(b"file.md", "own-md", "OwnTypes"),
    row(b"file.GZ", "own-gz-upper", "OwnTypes"),
    row(b"file.html", "own-html", "OwnTypes"),
    row(b"nodot", "own-none", "OwnTypes"),
    row(b"file.tar.xz", "own-tar.xz", "OwnTypes"),
    row(b"file.html", "own-guess-text", "OwnGuess"),
    row(b"file.png", "own-guess-image", "OwnGuess"),
]
