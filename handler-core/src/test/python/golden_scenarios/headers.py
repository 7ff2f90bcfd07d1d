"""Header sections: limits, odd lines, and what a handler reads from them."""

from record_golden import Exchange, request


def row(name, *fields, about="", body=b"", handler="Echo", line="GET / HTTP/1.1", **options):
    return Exchange(name, request(line, "Host: x", *fields, body=body), about, handler=handler, **options)


def count(number):
    return ["X-%d: %d" % (i, i) for i in range(1, number)]  # and Host


def sized(size):
    return "X: " + "a" * (size - len("X: \r\n"))


EXCHANGES = [
    row("none-but-host"),
    row("order-and-case-kept", "B: 1", "a: 2", "B: 3", "C-D: 4"),
    row("empty-value", "X:", "Y: "),
    row("no-space-after-colon", "X:y"),
    row("spaces-around-value", "X:   y  ", "Y:\tz\t"),
    row("colon-in-value", "X: a:b:c"),
    row("latin-1-value", "X: caf\xe9 \xa0\x85"),
    row("c0-in-value", "X: a\x01\x1f\x7fb"),
    row("vertical-tab-in-value", "X: a\x0bb\x0cc"),
    row("separators-in-value", "X: a\x1cb\x1dc\x1ed"),
    row("next-line-in-value", "X: a\x85Y: b"),
    row("latin-1-name", "\xe9t\xe9: y"),
    row("odd-token-name", "!#$%&'*+-.^_`|~: y"),
    row("slash-in-name", "a/b: y"),
    row("continuation", "X: a", " b", "Y: c"),
    row("continuation-by-tab", "X: a", "\tb"),
    row("continuation-first", about="a line that continues nothing", line="GET / HTTP/1.1\r\n X: a"),
    row("no-colon", "X: a", "no colon here", "Y: b"),
    row("no-name", ": a", "Y: b"),
    row("space-before-colon", "X : a", "Y: b"),
    row("space-in-name", "X Y: a", "Z: b"),
    row("nul-in-value", "X: a\x00b"),
    row("nul-in-name", "X\x00: a"),
    row("bare-cr-in-value", "X: a\rY: b"),
    row("bare-cr-at-end", "X: a\r"),
    row("from-line", "From x", "Y: b", about="as at the start of a mailbox"),
    Exchange("bare-lf-ends", b"GET / HTTP/1.1\nHost: x\nX: a\n\n", handler="Echo"),
    Exchange("no-host", b"GET / HTTP/1.1\r\n\r\n", handler="Echo"),
    Exchange("new-no-host", b"GET / HTTP/1.1\r\n\r\n", handler="Echo", protocol="HTTP/1.1"),
    Exchange("new-no-host-1.0", b"GET / HTTP/1.0\r\n\r\n", handler="Echo", protocol="HTTP/1.1"),
    row("new-two-hosts", "Host: y", protocol="HTTP/1.1"),
    row("two-hosts", "Host: y"),
    row("fields-99", *count(99), handler="Files", line="GET /hello.txt HTTP/1.1", about="99 fields"),
    row("fields-100", *count(100), handler="Files", line="GET /hello.txt HTTP/1.1", about="100 fields"),
    row("fields-101", *count(101), handler="Files", line="GET /hello.txt HTTP/1.1", about="101 fields"),
    row("fields-200", *count(200), handler="Files", line="GET /hello.txt HTTP/1.1", about="200 fields"),
    row("fields-101-new", *count(101), handler="Files", line="GET /hello.txt HTTP/1.1", protocol="HTTP/1.1"),
    row("line-65535", sized(65535), handler="Files", line="GET /hello.txt HTTP/1.1", about="with its CR LF"),
    row("line-65536", sized(65536), handler="Files", line="GET /hello.txt HTTP/1.1", about="with its CR LF"),
    row("line-65537", sized(65537), handler="Files", line="GET /hello.txt HTTP/1.1", about="with its CR LF"),
    row("line-65537-new", sized(65537), handler="Files", line="GET /hello.txt HTTP/1.1", protocol="HTTP/1.1"),
    row("line-too-long-0.9", sized(65537), handler="Files", line="GET /hello.txt HTTP/0.9"),
    row("read-by-name", "X: one", "x: two", "Content-Type: text/html; charset=UTF-8; q=1", handler="Words"),
    row("read-when-absent", handler="Words"),
    row("read-multipart", 'Content-Type: Multipart/Form-Data; boundary="a b"', handler="Words"),
    row("read-disposition", 'Content-Disposition: attachment; filename="a b.txt"', handler="Words"),
    row("read-malformed-type", "Content-Type: nonsense", handler="Words"),
    row("read-type-with-many-slashes", "Content-Type: a/b/c; charset=x", handler="Words"),
    row("read-quoted-parameter", r'Content-Type: a/b; q="x\"y"; charset="ISO-8859-1"', handler="Words"),
    row("read-encoded-filename", "Content-Disposition: inline; filename*=utf-8''na%C3%AFve", handler="Words"),
    row("read-empty-parameter", "Content-Type: a/b; q; charset=", handler="Words"),
    row("read-name-in-type", "Content-Type: image/png; name=pic.png", handler="Words"),
    row("own-message-class", "X-Word: loud", handler="Shouting"),
    row("own-message-class-connection", "Connection: keep-alive", handler="Shouting", protocol="HTTP/1.1"),
]
