#!/usr/bin/env python3
"""Records what the legacy example handlers answer, as transcripts in the form of record_golden.py.

    record_examples.py               record all, beside the stored transcripts' tests
    record_examples.py --into DIR    write them to another folder: DIR/NAME.txt
"""

import argparse
import importlib
import os
import pathlib
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parents[2]
CORE = EXAMPLES.parent / "handler-core" / "src" / "test" / "python"
STORED = HERE.parent / "resources" / "dev" / "gangway" / "contract" / "golden" / "examples"
FIXTURE = HERE.parent / "resources" / "dev" / "gangway" / "contract" / "golden"

sys.path[:0] = [str(CORE), str(HERE), str(EXAMPLES / "src" / "main" / "python")]

import record_golden  # noqa: E402
from example_requests import REQUESTS  # noqa: E402


def class_name(module):
    return "".join(word.capitalize() for word in module.split("_"))


def handler_class(module):
    """The class of the module's name, or what its function handler() makes."""
    return module.handler() if hasattr(module, "handler") else getattr(module, class_name(module.__name__.split(".")[-1]))


def build_fixture(folder):
    """Builds the files of the examples. Where this runs as root, scripts run as somebody else, who has to get there."""
    record_golden.build_fixture("examples", folder)
    folder = os.path.abspath(folder)
    for path in (folder, os.path.dirname(folder), os.path.dirname(os.path.dirname(folder))):
        if not os.stat(path).st_mode & 0o001:
            os.chmod(path, 0o755)


def main():
    parser = argparse.ArgumentParser(description="Record what the legacy example handlers answer.")
    parser.add_argument("--into", type=pathlib.Path, help="write to this folder")
    options = parser.parse_args()
    folder = options.into or STORED
    os.environ["TZ"] = "UTC"
    time.tzset()
    record_golden.mimetypes.knownfiles.clear()
    record_golden.mimetypes.init()
    record_golden.GOLDEN = FIXTURE
    record_golden.PYTHON = sys.version_info[:2]
    for old in folder.glob("*.txt"):
        old.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    plain_server = record_golden.RecordingServer
    names = []
    for name, requests in sorted(REQUESTS.items()):
        module = importlib.import_module("legacy." + name)
        server = type("Server", (plain_server,), {})
        if hasattr(module, "configure"):
            server.server_activate = lambda self, configure=module.configure: (configure(self), self.socket.listen())
        record_golden.RecordingServer = server
        for case, request in requests.items():
            handler = handler_class(module)
            exchange = record_golden.Exchange(
                case, request, handler=class_name(name), protocol=handler.protocol_version, fixture="examples"
            )
            with tempfile.TemporaryDirectory() as root:
                build_fixture(root)
                text = record_golden.transcript(exchange, *record_golden.record(exchange, handler, root))
                os.chdir("/")
            names.append(name.replace("_", "-") + "." + case)
            (folder / (names[-1] + ".txt")).write_text(text, "ascii", newline="\n")
    (folder / "index.txt").write_text("".join(name + "\n" for name in sorted(names)), "ascii", newline="\n")
    print("%d exchanges, %d handlers" % (len(names), len(REQUESTS)))


if __name__ == "__main__":
    main()
