"""Requests whose end is in doubt: Content-Length and Transfer-Encoding."""

from record_golden import Exchange, request

CHUNKS = b"4\r\nbody\r\n0\r\n\r\n"
NEXT = request("GET /length HTTP/1.1", "Host: x", "Connection: close")


def row(name, *fields, body=b"body", about="", version="1.1", handler="Idioms", path="/no-read", protocol="HTTP/1.1"):
    return Exchange(
        name,
        request("POST %s HTTP/%s" % (path, version), "Host: x", *fields, body=body) + NEXT,
        about,
        handler=handler,
        protocol=protocol,
    )


EXCHANGES = [
    row("length-unread", "Content-Length: 4"),
    row("length-read", "Content-Length: 4", path="/upload"),
    row("length-zero", "Content-Length: 0", body=b"", path="/upload"),
    row("length-leading-zeros", "Content-Length: 0004", path="/upload"),
    row("length-twice-equal", "Content-Length: 4", "Content-Length: 4", path="/upload"),
    row("length-twice-different", "Content-Length: 4", "Content-Length: 5"),
    row("length-list-equal", "Content-Length: 4, 4"),
    row("length-negative", "Content-Length: -1"),
    row("length-plus", "Content-Length: +4"),
    row("length-words", "Content-Length: four"),
    row("length-empty", "Content-Length:"),
    row("length-hexadecimal", "Content-Length: 0x4"),
    row("length-underscore", "Content-Length: 1_0"),
    row("length-superscript", "Content-Length: \xb2"),
    row("length-of-twenty-digits", "Content-Length: 99999999999999999999"),
    row("length-with-space", "Content-Length: 4 4"),
    row("length-space-before-colon", "Content-Length : 4"),
    row("length-old-bad", "Content-Length: bad", protocol="HTTP/1.0"),
    row("chunked", "Transfer-Encoding: chunked", body=CHUNKS),
    row("chunked-upper-case", "Transfer-Encoding: Chunked", body=CHUNKS),
    row("chunked-and-length", "Transfer-Encoding: chunked", "Content-Length: 4", body=CHUNKS),
    row("chunked-twice", "Transfer-Encoding: chunked, chunked", body=CHUNKS),
    row("chunked-in-two-fields", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked", body=CHUNKS),
    row("chunked-not-last", "Transfer-Encoding: chunked, gzip", body=CHUNKS),
    row("chunked-after-gzip", "Transfer-Encoding: gzip, chunked", body=CHUNKS),
    row("chunked-1.0", "Transfer-Encoding: chunked", body=CHUNKS, version="1.0"),
    row("coding-unknown", "Transfer-Encoding: spam", body=CHUNKS),
    row("coding-identity", "Transfer-Encoding: identity", body=b""),
    row("coding-empty", "Transfer-Encoding:", body=b""),
    row("coding-malformed", "Transfer-Encoding: ch(unked", body=CHUNKS),
    row("coding-quoted", 'Transfer-Encoding: "chunked"', body=CHUNKS),
    row("chunk-size-malformed", "Transfer-Encoding: chunked", body=b"zz\r\nbody\r\n0\r\n\r\n"),
]
