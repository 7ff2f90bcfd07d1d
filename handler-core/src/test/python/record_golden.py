#!/usr/bin/env python3
"""Records what CPython's http.server answers, as golden transcripts.

    python3.13 record_golden.py                 record every scenario
    python3.13 record_golden.py paths listings  record these groups only
    python3.13 record_golden.py --check         compare with the recorded files, write nothing

Versions are recorded one after the other, each with its newest release: CPython 3.13.18 (tag v3.13.18), then 3.14.10 (v3.14.10), then
3.15.2 (v3.15.2). Of 3.14 and 3.15 only those answers are kept that differ from the version before, in the folder of that name. The
line "python:" has the release where older ones of the same version answer otherwise, else the version.

Each module in the package golden_scenarios is one group: it has a list EXCHANGES and, where it needs handler
classes that no other module has, a dictionary HANDLERS of name to class. Every handler has a port of the same name
in the Java package dev.gangway.contract.

A transcript is ASCII text. First come lines "name: value", then the sections "--- request", "--- response" and
"--- log". In the sections a line end of the file means nothing; the bytes are those of the lines joined, with these
escapes: \\r \\n \\t \\\\ \\xNN for a byte, \\{300*x} for a run of one byte, \\{server} and \\{date} for a value that
differs from run to run. In the log each line of the file is one line of the log, in UTF-8.
"""

import argparse
import contextlib
import importlib
import io
import mimetypes
import os
import pathlib
import pkgutil
import re
import shutil
import socket
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from http.server import HTTPServer

VERSIONS = [(3, 13), (3, 14), (3, 15)]
PYTHON = VERSIONS[0]
HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE.parent / "resources" / "dev" / "gangway" / "contract" / "golden"
RUN = 40  # a byte that repeats this often is written as a run
WAIT_SECONDS = 10


@dataclass(frozen=True)
class Exchange:
    """One connection: what the client sends, and which handler is to answer."""

    name: str
    request: bytes
    about: str = ""
    handler: str = "Files"
    protocol: str = "HTTP/1.0"
    fixture: str = "site"
    end: str = "half-close"  # or "open": the client never says that it has finished


def request(line, *fields, body=b""):
    """Joins a request line, field lines and a body; str is taken as Latin-1."""
    lines = [part if isinstance(part, bytes) else part.encode("latin-1") for part in (line, *fields)]
    return b"".join(part + b"\r\n" for part in lines) + b"\r\n" + body


# ---- the text form of bytes


def escape(data):
    """Writes bytes as the lines of a section."""
    lines, line = [], ""
    i = 0
    while i < len(data):
        byte = data[i]
        run = 1
        while i + run < len(data) and data[i + run] == byte:
            run += 1
        if run >= RUN:
            line += "\\{%d*%s}" % (run, escape_byte(byte))
            i += run
            continue
        line += escape_byte(byte)
        i += 1
        if byte == 10:
            lines.append(line)
            line = ""
    if line:
        lines.append(line)
    return [protect(text) for text in lines]


def escape_byte(byte):
    named = {9: "\\t", 10: "\\n", 13: "\\r", 92: "\\\\"}
    return named.get(byte) or (chr(byte) if 32 <= byte < 127 else "\\x%02x" % byte)


def protect(line):
    """Keeps a line from being taken for a section's title, or from losing a space at its end."""
    if line.startswith("---"):
        line = "\\x2d" + line[1:]
    return line[:-1] + "\\x20" if line.endswith(" ") else line


ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|\{(\d+)\*(?:\\x([0-9a-f]{2})|(\\.|.))\}|([rnt\\]))")
NAMED = {"r": b"\r", "n": b"\n", "t": b"\t", "\\": b"\\"}


def unescape(text):
    """Reads one line of escaped text."""
    out, at = b"", 0
    for match in ESCAPE.finditer(text):
        out += text[at : match.start()].encode("ascii")
        code, count, run_code, run_char, name = match.groups()
        if code:
            out += bytes([int(code, 16)])
        elif name:
            out += NAMED[name]
        elif run_code:
            out += bytes([int(run_code, 16)]) * int(count)
        else:
            out += (NAMED[run_char[1]] if len(run_char) == 2 else run_char.encode("ascii")) * int(count)
        at = match.end()
    return out + text[at:].encode("ascii")


# ---- the tree of files


def build_fixture(name, root):
    """Builds the tree that golden/fixtures/NAME.txt describes. Fields are separated by " | ", paths are escaped.

    file | PATH | MTIME IN SECONDS | CONTENT     dir | PATH     link | PATH | TARGET     script | PATH | CONTENT
    """
    for line in (GOLDEN / "fixtures" / (name + ".txt")).read_text("ascii").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, *fields = line.split(" | ")
        path = os.path.join(os.fsencode(root), unescape(fields[0]))
        if kind == "dir":
            os.makedirs(path, exist_ok=True)
        elif kind == "link":
            os.symlink(unescape(fields[1]), path)
        elif kind == "script":
            with open(path, "wb") as file:
                file.write(b"#!/bin/sh\n" + unescape(fields[1]))
            os.chmod(path, 0o755)
            os.utime(path, (1700000000, 1700000000))
        elif kind == "file":
            with open(path, "wb") as file:
                file.write(unescape(fields[2]) if len(fields) > 2 else b"")
            nanos = int(fields[1].replace(".", "").ljust(len(fields[1].split(".")[0]) + 9, "0"))
            os.utime(path, ns=(nanos, nanos))
        else:
            raise ValueError(line)


# ---- the recording


class RecordingServer(HTTPServer):
    """Serves one connection and keeps what its handler raised."""

    raised = ""
    timeout = WAIT_SECONDS

    def handle_error(self, request, client_address):
        self.raised = sys.exc_info()[0].__name__


def record(exchange, handler, root):
    """Returns the response, the lines of the log, and the name of the exception that the handler raised, or ''."""
    os.chdir(root)
    bound = type(handler.__name__, (handler,), {"protocol_version": exchange.protocol})
    log = io.StringIO()
    with RecordingServer(("127.0.0.1", 0), bound) as server, contextlib.redirect_stderr(log):
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        with socket.create_connection(server.server_address, timeout=WAIT_SECONDS) as client:
            with contextlib.suppress(OSError):  # the server may have closed before
                client.sendall(exchange.request)
                if exchange.end == "half-close":
                    client.shutdown(socket.SHUT_WR)
            response = b""
            with contextlib.suppress(ConnectionResetError):
                while data := client.recv(65536):
                    response += data
        thread.join()
        return response, log.getvalue().split("\n")[:-1], server.raised


SERVER = re.compile(rb"^Server: (?:(?:Base|Simple|CGI)HTTP|WSGIServer)(?:/\S+)? C?Python/\S+\r$", re.M)
DATE = re.compile(rb"^Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r$", re.M)
LOG_DATE = re.compile(r"^(\S+ - - )\[\d\d/\w{3}/\d{4} \d\d:\d\d:\d\d\]")


def transcript(exchange, response, log, raised):
    """Writes an exchange as text."""
    meta = {
        "about": exchange.about,
        "handler": exchange.handler,
        "protocol": exchange.protocol,
        "fixture": exchange.fixture,
        "end": exchange.end,
        "raised": raised,
        "python": "%d.%d" % PYTHON,
    }
    lines = ["%s: %s" % item for item in meta.items() if item[1]]
    lines += ["--- request", *escape(exchange.request)]
    response = SERVER.sub(b"Server: \0server\0\r", DATE.sub(b"Date: \0date\0\r", response))
    lines += ["--- response"]
    lines += [re.sub(r"\\x00(server|date)\\x00", r"\\{\1}", line) for line in escape(response)]
    lines += ["--- log"]
    for line in log:
        dated = LOG_DATE.sub("\\1[\0date\0]", line)
        lines.append("".join(escape(dated.encode("utf-8"))).replace("\\x00date\\x00", "\\{date}"))
    return "\n".join(lines) + "\n"


def groups():
    """Finds the scenario modules: a dictionary of group name to exchanges, and one of handler name to class."""
    exchanges, handlers = {}, {}
    package = importlib.import_module("golden_scenarios")
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda found: found.name):
        if module.name == "cgi" and PYTHON >= (3, 15):
            continue  # which has no CGIHTTPRequestHandler
        loaded = importlib.import_module("golden_scenarios." + module.name)
        handlers.update(getattr(loaded, "HANDLERS", {}))
        if hasattr(loaded, "EXCHANGES"):
            exchanges[module.name.replace("_", "-")] = loaded.EXCHANGES
    return exchanges, handlers


# ---- the files of the versions

OTHERS = {"fixtures", "examples"} | {"%d.%d" % version for version in VERSIONS}
RELEASE = re.compile(r"^python: ([0-9.]+)\n", re.M)


def folder_of(version):
    """Returns where the answers of a version lie."""
    return GOLDEN if version == VERSIONS[0] else GOLDEN / ("%d.%d" % version)


def known(name, before=None):
    """Returns what is recorded of an exchange for this version, or for the nearest one before it; None if nothing is."""
    for version in reversed(VERSIONS[: VERSIONS.index(PYTHON) + (0 if before else 1)]):
        file = folder_of(version) / (name + ".txt")
        if file.exists():
            return file.read_text("ascii")
    return None


def released(text):
    """Returns the release that a transcript is from, as numbers."""
    return tuple(map(int, RELEASE.search(text).group(1).split(".")))


def same(one, other):
    return other is not None and RELEASE.sub("", one) == RELEASE.sub("", other)


def write(name, text):
    """Writes a transcript where it says something new."""
    file = folder_of(PYTHON) / (name + ".txt")
    if PYTHON != VERSIONS[0] and same(text, known(name, before=PYTHON)):
        file.unlink(missing_ok=True)
        return
    old = file.read_text("ascii") if file.exists() else None
    if same(text, old):
        return
    if old is not None or PYTHON != VERSIONS[0]:
        text = RELEASE.sub("python: %d.%d.%d\n" % sys.version_info[:3], text)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "ascii", newline="\n")


def write_index():
    """Lists the names: all of them, and for a later version those where it or we answer otherwise than before."""
    for version in VERSIONS:
        folder = folder_of(version)
        ours = GOLDEN / "differences" / folder.name
        roots = [folder] if version == VERSIONS[0] else [folder, ours]
        files = [file for root in roots for file in root.glob("*/*.txt")]
        index = sorted({"%s/%s" % (file.parent.name, file.stem) for file in files if file.parent.name not in OTHERS})
        if index:
            (folder / "index.txt").write_text("".join(name + "\n" for name in index), "ascii", newline="\n")


def main():
    global PYTHON
    parser = argparse.ArgumentParser(description="Record golden transcripts from CPython's http.server.")
    parser.add_argument("--check", action="store_true", help="compare with the recorded files, write nothing")
    parser.add_argument("--index", action="store_true", help="write the lists of names, record nothing")
    parser.add_argument("groups", nargs="*", help="which groups (default: all)")
    options = parser.parse_args()
    PYTHON = sys.version_info[:2]
    if options.index:
        write_index()
        return 0
    if PYTHON not in VERSIONS:
        parser.error("needs Python " + ", ".join("%d.%d" % version for version in VERSIONS))
    if sys.getfilesystemencoding() != "utf-8":
        parser.error("needs a UTF-8 locale")
    os.environ["TZ"] = "UTC"
    time.tzset()
    mimetypes.knownfiles.clear()  # not what this machine's files say
    mimetypes.init()
    sys.path.insert(0, str(HERE))
    sys.modules["record_golden"] = sys.modules["__main__"]
    exchanges, handlers = groups()
    changed = 0
    with tempfile.TemporaryDirectory() as temporary:
        os.chmod(temporary, 0o755)  # where this runs as root, scripts run as somebody else
        built = {}
        for group, rows in exchanges.items():
            if options.groups and group not in options.groups:
                continue
            names = [row.name for row in rows]
            if len(names) != len(set(names)):
                parser.error("twice in %s: %s" % (group, {name for name in names if names.count(name) > 1}))
            if not options.check:
                for file in (folder_of(PYTHON) / group).glob("*.txt"):
                    if file.stem not in names:
                        file.unlink()
            for row in rows:
                if row.fixture not in built:
                    built[row.fixture] = os.path.join(temporary, row.fixture)
                    os.mkdir(built[row.fixture])
                    build_fixture(row.fixture, built[row.fixture])
                name = "%s/%s" % (group, row.name)
                text = transcript(row, *record(row, handlers[row.handler], built[row.fixture]))
                if not options.check:
                    write(name, text)
                    continue
                stored = known(name)
                if stored is None or (released(stored) <= sys.version_info[:3] and not same(text, stored)):
                    changed += 1
                    print("differs: %s" % name)
            print("%4d %s" % (len(rows), group))
        os.chdir("/")
    if not options.check:
        write_index()
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
