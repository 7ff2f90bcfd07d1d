"""The directory that every subject serves."""

import gzip
import random
import subprocess

SIZES = {"1k": 1024, "100k": 100 * 1024, "10m": 10 * 1024 * 1024}
ENTRIES = 1000

# A site as leaderboards of static servers have it: twenty files, of which the texts have compressed siblings.
SITE = {
    "index.html": 8, "about.html": 5, "app.js": 180, "vendor.js": 300, "router.js": 30, "helpers.js": 15, "analytics.js": 12,
    "layout.css": 25, "theme.css": 20, "reset.css": 4, "components.css": 60, "print.css": 2, "logo.svg": 3, "sprite.svg": 70,
    "manifest.json": 2, "regular.woff2": 22, "bold.woff2": 24, "hero.webp": 120, "thumb-1.webp": 12, "thumb-2.webp": 14,
}  # KiB
COMPRESSED = ("html", "js", "css", "svg", "json")


def make(scratch):
    """Makes the files, always the same ones, and returns the directory."""
    tree = scratch / "tree"
    (tree / "listing").mkdir(parents=True)
    bytes_of = random.Random(7).randbytes
    for name, size in SIZES.items():
        (tree / name).write_bytes(bytes_of(size))
    for number in range(ENTRIES):
        (tree / "listing" / f"file-{number:04}.txt").write_bytes(b"")
    make_site(tree / "site", bytes_of)
    scripts = tree / "cgi-bin"
    scripts.mkdir()
    script = scripts / "hello.sh"
    script.write_text("#!/bin/sh\nprintf 'Content-Type: text/plain\\r\\nContent-Length: 13\\r\\n\\r\\nHello, World!'\n")
    script.chmod(0o755)
    scratch.chmod(0o755)
    return tree


def make_site(site, bytes_of):
    site.mkdir()
    words = [bytes_of(n % 9 + 2).hex().encode() for n in range(2000)]
    choose = random.Random(8).choices
    for name, size in SITE.items():
        file = site / name
        if name.rpartition(".")[2] not in COMPRESSED:
            file.write_bytes(bytes_of(size * 1024))
            continue
        text = b" ".join(choose(words, k=size * 1024 // 8))[:size * 1024]
        file.write_bytes(text)
        (site / f"{name}.gz").write_bytes(gzip.compress(text, 9))
        subprocess.run(["brotli", "--keep", "--quality=11", file], check=True)


def is_right(workload, path, body, tree):
    """Whether a body is what a workload should give, byte for byte where there is only one right answer."""
    if workload.kind == "site":
        file = tree / path.lstrip("/")
        sibling = file.with_name(file.name + ".br")
        return body == (sibling if sibling.exists() else file).read_bytes()
    if workload.kind in ("file", "once"):
        return body == (tree / workload.path.lstrip("/")).read_bytes()
    if workload.kind == "listing":
        return all(b"file-%04d.txt" % n in body for n in range(ENTRIES))
    return body == b"Hello, World!"
