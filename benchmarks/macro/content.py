"""The directory that every subject serves."""

import random

SIZES = {"1k": 1024, "100k": 100 * 1024, "10m": 10 * 1024 * 1024}
ENTRIES = 1000


def make(scratch):
    """Makes the files, always the same ones, and returns the directory."""
    tree = scratch / "tree"
    (tree / "listing").mkdir(parents=True)
    bytes_of = random.Random(7).randbytes
    for name, size in SIZES.items():
        (tree / name).write_bytes(bytes_of(size))
    for number in range(ENTRIES):
        (tree / "listing" / f"file-{number:04}.txt").write_bytes(b"")
    scripts = tree / "cgi-bin"
    scripts.mkdir()
    script = scripts / "hello.sh"
    script.write_text("#!/bin/sh\nprintf 'Content-Type: text/plain\\r\\nContent-Length: 13\\r\\n\\r\\nHello, World!'\n")
    script.chmod(0o755)
    scratch.chmod(0o755)
    return tree


def is_right(workload, body, tree):
    """Whether a body is what a workload should give, byte for byte where there is only one right answer."""
    if workload.kind in ("file", "once"):
        return body == (tree / workload.path.lstrip("/")).read_bytes()
    if workload.kind == "listing":
        return all(b"file-%04d.txt" % n in body for n in range(ENTRIES))
    return body == b"Hello, World!"
