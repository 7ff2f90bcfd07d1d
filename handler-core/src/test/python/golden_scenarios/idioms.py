"""What handlers of old programs do."""

from record_golden import Exchange, request

PATHS = (
    "four-steps", "length", "reason", "empty-reason", "latin-reason", "odd-code", "redirect", "cookies", "raw-head",
    "raw-pieces", "raw-after", "chunks", "multipart", "events", "response-only", "response-only-message", "interim",
    "flush-early", "flush-nothing", "204", "304", "close", "keep-alive", "lower-case-names", "nothing", "raises",
    "raises-late", "auth", "error-after-head", "error-twice",
)  # fmt: skip
NEW_PATHS = (
    "four-steps", "length", "reason", "redirect", "raw-head", "raw-pieces", "raw-after", "chunks", "multipart", "events",
    "response-only", "interim", "flush-early", "204", "304", "nothing", "raises", "raises-late", "keep-alive",
    "error-after-head", "error-twice",
)  # fmt: skip
NEXT = request("GET /length HTTP/1.1", "Host: x")


def ask(path, *fields, method="GET", body=b"", version="1.1"):
    return request("%s /%s HTTP/%s" % (method, path, version), "Host: x", *fields, body=body)


def row(name, data, **options):
    options.setdefault("handler", "Idioms")
    return Exchange(name, data, **options)


EXCHANGES = [
    *(row(path, ask(path)) for path in PATHS),
    *(row("new-" + path, ask(path) + NEXT, protocol="HTTP/1.1") for path in NEW_PATHS),
    row("1.0-to-new", ask("four-steps", version="1.0"), protocol="HTTP/1.1"),
    row("0.9-four-steps", b"GET /four-steps\r\n"),
    row("0.9-flush-early", b"GET /flush-early\r\n"),
    row("0.9-raw-head", b"GET /raw-head\r\n"),
    row("0.9-204", b"GET /204\r\n"),
    row("head-length", ask("length", method="HEAD"), about="the handler writes a body all the same"),
    row("new-head-length", ask("length", method="HEAD") + NEXT, protocol="HTTP/1.1",
        about="the handler writes a body all the same"),
    row("auth-given", ask("auth", "Authorization: Basic dTpw")),
    row("upload", ask("upload", "Content-Length: 5", method="POST", body=b"12345")),
    row("new-upload", ask("upload", "Content-Length: 5", method="POST", body=b"12345") + NEXT, protocol="HTTP/1.1"),
    row("upload-short", ask("upload", "Content-Length: 9", method="POST", body=b"12345"),
        about="the connection ends in the body"),
    row("upload-no-length", ask("upload", method="POST"), about="int(None) raises TypeError"),
    row("lines", ask("lines", "Content-Length: 13", method="POST", body=b"one\ntwothree\n")),
    row("lines-no-line-end", ask("lines", "Content-Length: 5", method="POST", body=b"a\nbcd")),
    row("versions", ask("a"), handler="Versions"),
    row("version-string", ask("a"), handler="OwnVersionString"),
    row("log-everything", ask("a"), handler="LogEverything"),
    row("log-control-characters", ask("a\x1b[2J\x7f\x9b\\x"), handler="Echo"),
    row("log-quotes", ask("a\"b'c"), handler="Echo"),
    row("log-latin-1", ask("caf\xe9\xad"), handler="Echo"),
]  # fmt: skip
