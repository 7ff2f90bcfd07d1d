"""Persistent connections, pipelining, Connection and Expect."""

from record_golden import Exchange, request

ECHO = {"handler": "Echo"}
NEW = {"protocol": "HTTP/1.1"}


def get(path, *fields, version="1.1", **options):
    return request("GET %s HTTP/%s" % (path, version), "Host: x", *fields, **options)


def pair(name, *fields, version="1.1", **options):
    """Two requests, the first with these fields; it shows whether the connection stays."""
    options = {**ECHO, **NEW, **options}
    return Exchange(name, get("/1", *fields, version=version) + get("/2", "Connection: close"), **options)


def post(path, body, *fields, method="POST"):
    length = "Content-Length: %d" % len(body)
    return request("%s %s HTTP/1.1" % (method, path), "Host: x", length, *fields, body=body)


EXCHANGES = [
    pair("new-default"),
    pair("new-close", "Connection: close"),
    pair("new-close-upper-case", "Connection: CLOSE"),
    pair("new-close-in-a-list", "Connection: TE, close"),
    pair("new-close-and-keep-alive", "Connection: close, keep-alive"),
    pair("new-close-twice", "Connection: keep-alive", "Connection: close"),
    pair("new-close-first-of-two", "Connection: close", "Connection: keep-alive"),
    pair("new-close-spaces", "Connection:   close  "),
    pair("new-keep-alive", "Connection: keep-alive"),
    pair("new-keep-alive-upper-case", "Connection: Keep-Alive"),
    pair("new-upgrade", "Connection: Upgrade", "Upgrade: h2c"),
    pair("new-nonsense", "Connection: nonsense"),
    pair("new-empty", "Connection:"),
    pair("new-1.0-default", version="1.0"),
    pair("new-1.0-keep-alive", "Connection: keep-alive", version="1.0"),
    pair("new-1.0-keep-alive-upper-case", "Connection: Keep-Alive", version="1.0"),
    pair("new-1.0-keep-alive-in-a-list", "Connection: TE, keep-alive", version="1.0"),
    pair("new-1.0-close", "Connection: close", version="1.0"),
    pair("new-0.9-keep-alive", "Connection: keep-alive", version="0.9"),
    pair("new-1.2-default", version="1.2"),
    pair("old-default", protocol="HTTP/1.0"),
    pair("old-keep-alive", "Connection: keep-alive", protocol="HTTP/1.0"),
    pair("old-1.0-keep-alive", "Connection: keep-alive", protocol="HTTP/1.0", version="1.0"),
    Exchange("pipeline-five", b"".join(get("/%d" % i) for i in range(5)), **ECHO, **NEW),
    Exchange("pipeline-ten-files", b"".join(get("/hello.txt") for _ in range(10)), **NEW),
    Exchange("pipeline-mixed-files", get("/hello.txt") + get("/sub") + get("/sub/") + get("/big.bin")
             + get("/index-html/"), **NEW),
    Exchange("pipeline-heads", request("HEAD /hello.txt HTTP/1.1", "Host: x") + request("HEAD /sub/ HTTP/1.1", "Host: x")
             + request("HEAD /sub HTTP/1.1", "Host: x") + get("/hello.txt"), **NEW),
    Exchange("pipeline-not-modified", get("/hello.txt", "If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT")
             + get("/hello.txt"), "a 304 has no length and keeps the connection", **NEW),
    Exchange("pipeline-ends-at-error", get("/hello.txt") + get("/missing") + get("/hello.txt"),
             "send_error closes", **NEW),
    Exchange("pipeline-ends-at-head-error", request("HEAD /missing HTTP/1.1", "Host: x") + get("/hello.txt"), **NEW),
    Exchange("pipeline-ends-at-501", request("SPAM / HTTP/1.1", "Host: x") + get("/hello.txt"), **NEW),
    Exchange("pipeline-ends-at-bad-version", get("/hello.txt") + request("GET / bogus") + get("/hello.txt"), **NEW),
    Exchange("pipeline-ends-at-0.9", get("/1") + b"GET /2\r\n" + get("/3"), "the fields of /3 are read for /2", **ECHO,
             **NEW),
    Exchange("pipeline-empty-line-between", get("/1") + b"\r\n" + get("/2"), **ECHO, **NEW),
    Exchange("pipeline-empty-lines-between", get("/1") + b"\r\n\r\n\n" + get("/2"), **ECHO, **NEW),
    Exchange("pipeline-then-half-a-request", get("/1") + b"GET /2 HT", **ECHO, **NEW),
    Exchange("pipeline-bare-lf", b"GET /1 HTTP/1.1\nHost: x\n\nGET /2 HTTP/1.1\nHost: x\n\n", **ECHO, **NEW),
    Exchange("pipeline-bodies", post("/1", b"one") + post("/2", b"two", method="PUT") + get("/3"), **ECHO, **NEW),
    Exchange("pipeline-body-like-a-request", post("/1", get("/inner")) + get("/2"), **ECHO, **NEW),
    Exchange("pipeline-empty-body", post("/1", b"") + get("/2"), **ECHO, **NEW),
    Exchange("pipeline-instance-is-kept", get("/1") + get("/2"), "counts per connection", handler="Greeting", **NEW),
    Exchange("life-cycle-old", get("/1"), handler="Greeting"),
    Exchange("pipeline-unread-body", post("/no-read", b"GET /x HTTP/1.1\r\n\r\n") + get("/length"),
             "CPython takes the body for a request", handler="Idioms", **NEW),
    Exchange("old-unread-body", post("/no-read", b"unread"), handler="Idioms"),
    Exchange("handler-closes", get("/close") + get("/length"), handler="Idioms", **NEW),
    Exchange("handler-sets-close", get("/close-connection") + get("/length"), handler="Idioms", **NEW),
    Exchange("handler-keeps-1.0", get("/keep-alive", version="1.0") + get("/length", version="1.0"), handler="Idioms",
             **NEW),
    Exchange("handler-keeps-old", get("/keep-alive") + get("/length"), handler="Idioms"),
    Exchange("handler-sets-keep-1.0", get("/keep-connection", version="1.0") + get("/length", version="1.0"),
             handler="Idioms", **NEW),
    Exchange("refused-by-parse-request", get("/shut") + get("/open"), handler="OneWord", **NEW),
    Exchange("passed-by-parse-request", get("/open") + get("/shut"), handler="OneWord", **NEW),
    Exchange("expect", post("/", b"body", "Expect: 100-continue"), **ECHO, **NEW),
    Exchange("expect-upper-case", post("/", b"body", "Expect: 100-Continue"), **ECHO, **NEW),
    Exchange("expect-old-protocol", post("/", b"body", "Expect: 100-continue"), **ECHO),
    Exchange("expect-1.0", request("POST / HTTP/1.0", "Content-Length: 4", "Expect: 100-continue", body=b"body"),
             **ECHO, **NEW),
    Exchange("expect-1.2", request("POST / HTTP/1.2", "Host: x", "Content-Length: 4", "Expect: 100-continue",
                                   body=b"body"), **ECHO, **NEW),
    Exchange("expect-without-body", get("/", "Expect: 100-continue"), **ECHO, **NEW),
    Exchange("expect-something-else", post("/", b"body", "Expect: something"), **ECHO, **NEW),
    Exchange("expect-pipelined", post("/1", b"a", "Expect: 100-continue") + post("/2", b"b", "Expect: 100-continue"),
             **ECHO, **NEW),
    Exchange("expect-unknown-method", post("/", b"", "Expect: 100-continue", method="SPAM"), **ECHO, **NEW),
    Exchange("expect-refused", post("/", b"body", "Expect: 100-continue"), handler="Refusing", **NEW),
    Exchange("expect-refused-by-close", post("/", b"", "Expect: 100-continue") + get("/2"), handler="Refusing", **NEW),
    Exchange("expect-refused-quietly", post("/", b"", "Expect: 100-continue") + get("/2"),
             "the connection stays", handler="RefusingQuietly", **NEW),
    Exchange("expect-refused-old-protocol", post("/", b"body", "Expect: 100-continue"), handler="Refusing"),
]  # fmt: skip
