"""Writes the two tables of media types that handler-core bundles: suffix, space, type. The first is a class, the second a resource.

Run with CPython 3.13:  python3 handler-core/src/test/python/make_media_types.py path/to/mime-db/package
where the package is an unpacked release of https://github.com/jshttp/mime-db (npm pack mime-db).
"""

import json
import mimetypes
import pathlib
import sys

MAIN = pathlib.Path(__file__).resolve().parents[2] / "main"
FILES = pathlib.PurePosixPath("dev/gangway/handler/files")
RESOURCES = MAIN / "resources" / FILES
SOURCES = ["iana", "apache", "nginx", None]

# Where two registered types claim a suffix and the later one is what servers send.
PREFERRED = {"mpg4": "video/mp4", "mpp": "application/vnd.ms-project"}

# Suffixes that a registration names and mime-db does not list, or lists with an older, unregistered type.
REGISTERED = {
    "application/cbor": "cbor",
    "application/geopackage+sqlite3": "gpkg",
    "application/json-patch+json": "json-patch",
    "application/vnd.apache.parquet": "parquet",
    "application/vnd.chess-pgn": "pgn",
    "application/vnd.comicbook+zip": "cbz",
    "application/vnd.comicbook-rar": "cbr",
    "application/vnd.debian.binary-package": "deb ddeb udeb",
    "application/vnd.sqlite3": "sqlite sqlite3",
    "application/yaml": "yaml yml",
    "application/zstd": "zst",
    "audio/ac3": "ac3",
    "audio/flac": "flac",
    "audio/matroska": "mka",
    "video/matroska": "mkv",
    "video/matroska-3d": "mk3d",
}


def rank(suffix, media_type, entry):
    """The best is the least: not the type for anything, registered, in the standards tree, named early for the type."""
    faceted = media_type.split("/")[1].split(".")[0] in ("vnd", "prs", "x") or "/x-" in media_type
    return (
        PREFERRED.get(suffix) != media_type,
        media_type == "application/octet-stream",
        SOURCES.index(entry.get("source")),
        faceted,
        entry["extensions"].index(suffix),
        media_type,
    )


def write(name, header, types):
    with open(RESOURCES / name, "w", encoding="ascii", newline="\n") as file:
        for line in header:
            file.write(("# " + line).rstrip() + "\n")
        for suffix, media_type in sorted(types.items()):
            file.write(suffix + " " + media_type + "\n")


def write_class(name, types):
    """Replaces the table of a class, which stands between the quotes of a text block."""
    path = MAIN / "java" / FILES / name
    before, _, after = path.read_text(encoding="ascii").split('"""')
    lines = "".join("            " + suffix + " " + media_type + "\n" for suffix, media_type in sorted(types.items()))
    path.write_text(before + '"""\n' + lines + '            """' + after, encoding="ascii", newline="\n")


def main():
    if sys.version_info[:2] != (3, 13) or len(sys.argv) != 2:
        sys.exit(__doc__)
    write_class("PythonTypes.java", mimetypes._types_map_default)
    package = pathlib.Path(sys.argv[1])
    database = json.loads((package / "db.json").read_text())
    version = json.loads((package / "package.json").read_text())["version"]
    best = {}
    for media_type, entry in database.items():
        for suffix in entry.get("extensions", []):
            candidate = (rank(suffix, media_type, entry), media_type)
            best[suffix] = min(best.get(suffix, candidate), candidate)
    types = {"." + suffix: media_type for suffix, (_, media_type) in best.items()}
    for media_type, suffixes in REGISTERED.items():
        assert database[media_type]["source"] == "iana"
        types.update({"." + suffix: media_type for suffix in suffixes.split()})
    header = ["File name suffixes and registered media types, from mime-db " + version + " (https://github.com/jshttp/mime-db),",
              "one type for a suffix. Written by src/test/python/make_media_types.py. The licence of mime-db:", ""]
    header += (package / "LICENSE").read_text().splitlines()
    write("registered-types.txt", header, types)


if __name__ == "__main__":
    main()
