"""What is asked of the example handlers: for each module of legacy handlers, names and requests."""

import struct
import zlib

CRLF = b"\r\n"


def ask(line, *fields, body=b"", version="HTTP/1.1"):
    """Joins a request; a length is added where there is a body and no field says how long it is."""
    lines = [("%s %s" % (line, version)).encode("latin-1"), b"Host: x"]
    lines += [field.encode("latin-1") for field in fields]
    if body and not any(field.startswith(("Content-Length", "Transfer-Encoding")) for field in fields):
        lines.append(b"Content-Length: %d" % len(body))
    return CRLF.join(lines) + CRLF + CRLF + body


GET = ask("GET /")
FORM = "Content-Type: application/x-www-form-urlencoded"
PARTS = (
    b'--cut\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n'
    b'--cut\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\nContent-Type: x/y\r\n\r\n'
    b"\x00\r\n--cu\r\n\r\n--cut--\r\n"
)



def call(method, *values):
    """The XML of a call; a value is written as it is."""
    params = "".join("<param><value>%s</value></param>" % value for value in values)
    text = "<?xml version='1.0'?><methodCall><methodName>%s</methodName><params>%s</params></methodCall>" % (method, params)
    return text.encode("utf-8")


def rpc(method, *values, fields=()):
    return ask("POST /RPC2", "Content-Type: text/xml", *fields, body=call(method, *values))


def gzipped(data):
    """Compresses nothing, so that every version of zlib gives the same bytes (RFC 1952, RFC 1951 section 3.2.4)."""
    stored = struct.pack("<BHH", 1, len(data), len(data) ^ 0xFFFF) + data
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + stored + struct.pack("<LL", zlib.crc32(data), len(data))


def struct_of(**members):
    items = members.items()
    return "<struct>%s</struct>" % "".join("<member><name>%s</name><value>%s</value></member>" % item for item in items)


def array_of(*values):
    return "<array><data>%s</data></array>" % "".join("<value>%s</value>" % value for value in values)


GZIP = "Content-Encoding: gzip"
SUM = call("add", "<i4>2</i4>", "<int>40</int>")
CALLS = [
    struct_of(methodName="add", params=array_of("<int>1</int>", "<int>2</int>")),
    struct_of(methodName="fail", params=array_of("<int>7</int>")),
    struct_of(methodName="none", params=array_of()),
    struct_of(methodName="echo", params=array_of("a")),
]

REQUESTS = {
    "aliases": {"get": GET, "post": ask("POST /a"), "put": ask("PUT /b", body=b"unread"), "other": ask("DELETE /c")},
    "any_verb": {
        "propfind": ask("PROPFIND /"),
        "patch": ask("PATCH /"),
        "options": ask("OPTIONS *"),
        "get": GET,
        "lower-case": ask("patch /"),
    },
    "api_then_files": {"api": ask("GET /api/items"), "file": ask("GET /hello.txt"), "head": ask("HEAD /hello.txt")},
    "basic_auth": {
        "none": ask("GET /hello.txt"),
        "right": ask("GET /hello.txt", "Authorization: Basic dXNlcjpzZWNyZXQ="),
        "wrong": ask("GET /hello.txt", "Authorization: Basic dXNlcjpndWVzcw=="),
        "authhead": ask("AUTHHEAD /"),
    },
    "behind_a_proxy": {
        "direct": ask("GET /a"),
        "forwarded": ask("GET /a", "X-Forwarded-For: 203.0.113.7, 10.0.0.1", "X-Forwarded-Host: example.org"),
    },
    "captured_output": {"get": GET, "post": ask("POST /", body=b"one\ntwo\n")},
    "careful_upload": {
        "short": ask("PUT /", "Expect: 100-continue", body=b"0123456789"),
        "long": ask("PUT /", "Expect: 100-continue", "Content-Length: 11"),
        "unasked": ask("PUT /", body=b"abc"),
    },
    "catch_all": {"get": GET, "post": ask("POST /", body=b"x"), "made-up": ask("BREW /pot")},
    "chunked_upload": {
        "chunks": ask("POST /", "Transfer-Encoding: chunked", body=b"4\r\nWiki\r\n6;x=y\r\npedia \r\n0\r\n\r\n"),
        "length": ask("POST /", body=b"plain"),
        "then-another": ask("POST /", "Transfer-Encoding: chunked", body=b"1\r\na\r\n0\r\n\r\n") + ask("POST /", body=b"b"),
    },
    "class_attributes": {
        "text": ask("GET /hello.txt"),
        "unknown": ask("GET /data.bin"),
        "index": ask("GET /sub/"),
        "error": ask("GET /missing"),
    },
    "connection_counter": {"three": GET * 3, "one": GET},
    "cookie_visits": {
        "first": GET,
        "again": ask("GET /", "Cookie: visits=41; other=x"),
        "quoted": ask("GET /", 'Cookie: other="a; b"; visits="7"'),
    },
    "cors": {
        "file": ask("GET /hello.txt"),
        "missing": ask("GET /missing"),
        "redirect": ask("GET /sub"),
        "listing": ask("GET /sub/"),
        "not-modified": ask("GET /hello.txt", "If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT"),
        "preflight": ask("OPTIONS /api", "Origin: http://a", "Access-Control-Request-Headers: X-A"),
    },
    "doc_pages": {"page": ask("GET /a?b=c"), "style": ask("GET /pydoc.css"), "post": ask("POST /", body=b"x")},
    "doc_xml_rpc": {
        "page": GET,
        "missing": ask("GET /other"),
        "head": ask("HEAD /"),
        "call": ask("POST /", body=SUM),
    },
    "edited_head": {"file": ask("GET /hello.txt"), "missing": ask("GET /missing"), "head": ask("HEAD /hello.txt")},
    "events": {"three": GET},
    "form_post": {
        "full": ask("POST /", FORM, body=b"name=Jos%C3%A9+%3Cb%3E&likes=tea&likes=r%26b"),
        "blank-dropped": ask("POST /", FORM, body=b"name=Ann&likes="),
    },
    "fortune": {"get": GET},
    "four_steps": {"get": GET, "1.0": ask("GET /", version="HTTP/1.0"), "post": ask("POST /")},
    "gatekeeper": {
        "right": ask("GET /hello.txt"),
        "wrong": b"GET /hello.txt HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "malformed": ask("GET /a b"),
    },
    "guest_book": {"post-and-read": ask("POST /", body="zwölf".encode()) + GET, "read": GET},
    "hand_chunks": {"get": GET, "twice": GET * 2},
    "header_dump": {
        "many": ask("GET /", "User-Agent: test/1", "X-Tag: a", "x-debug: 1", "X-Tag: b", "Content-Type: Text/HTML; q=1"),
        "few": GET,
    },
    "hit_counter": {"two": GET * 2},
    "json_echo": {
        "sum": ask("POST /", body=b'{"numbers": [1, 2, 39]}'),
        "not-json": ask("POST /", body=b"{numbers"),
        "empty": ask("POST /"),
    },
    "json_replies": {"status": ask("GET /status"), "name": ask("GET /name"), "missing": GET},
    "motion_pictures": {"two": GET},
    "multipart_upload": {
        "parts": ask("POST /", "Content-Type: multipart/form-data; boundary=cut", body=PARTS),
        "quoted-boundary": ask("POST /", 'Content-Type: multipart/form-data; boundary="cut"', body=PARTS),
        "no-boundary": ask("POST /", "Content-Type: text/plain", body=b"x"),
    },
    "not_modified": {
        "full": GET,
        "head": ask("HEAD /"),
        "same": ask("GET /", "If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT"),
        "older": ask("GET /", "If-Modified-Since: Tue, 14 Nov 2023 22:13:19 GMT"),
        "nonsense": ask("GET /", "If-Modified-Since: yesterday"),
    },
    "own_errors": {
        "secret": ask("GET /secret"),
        "gone": ask("GET /gone"),
        "missing": ask("GET /lost"),
        "head": ask("HEAD /gone"),
        "method": ask("POST /"),
    },
    "own_log": {"get": ask("GET /a%20b"), "health": ask("GET /health"), "error": ask("POST /")},
    "own_scripts": {
        "front": GET,
        "path": ask("GET /scripts/front.sh/more/path?one+two"),
        "post": ask("POST /scripts/front.sh", "Content-Length: 0"),
        "missing": ask("GET /scripts/none.sh"),
        "folder": ask("GET /scripts/"),
        "put": ask("PUT /scripts/front.sh", body=b"x"),
        "file": ask("GET /hello.txt"),
    },
    "page_fallback": {"file": ask("GET /page.html"), "fallback": ask("GET /some/route"), "slash": ask("GET /sub/"), "file-slash": ask("GET /page.html/")},
    "plain_listing": {"listing": ask("GET /sub/"), "file": ask("GET /hello.txt"), "head": ask("HEAD /sub/")},
    "put_files": {
        "new": ask("PUT /new.dat", body=b"fresh\n") + ask("PUT /new.dat", body=b"again\n"),
        "read": ask("PUT /hello.txt", body=b"other\n") + ask("OPTIONS /"),
        "no-folder": ask("PUT /a/b.txt", body=b"x"),
        "folder": ask("PUT /sub/", body=b"x"),
        "outside": ask("PUT /../../sub/up.txt", body=b"x"),
    },
    "query_routes": {
        "hello": ask("GET /hello?name=J%C3%BCrgen+M.&name=second"),
        "no-name": ask("GET /hello?name="),
        "add": ask("GET /add?n=1&n=2&n=39"),
        "missing": ask("GET /else?where"),
    },
    "quiet_disconnects": {"two": ask("GET /a") + ask("GET /b"), "gone": ask("GET /a") + ask("GET /gone")},
    "range_files": {
        "part": ask("GET /hello.txt", "Range: bytes=7-11"),
        "whole": ask("GET /hello.txt"),
        "other": ask("GET /hello.txt", "Range: bytes=-3"),
        "beyond": ask("GET /hello.txt", "Range: bytes=50-60"),
        "missing": ask("GET /missing", "Range: bytes=0-1"),
        "slash": ask("GET /hello.txt/", "Range: bytes=0-1"),
    },
    "raw_status_line": {"get": GET},
    "read_all": {"put": ask("PUT /", body=b"a\nb\nc"), "empty": ask("PUT /")},
    "redirects": {"away": GET, "login": ask("GET /login"), "post": ask("POST /login")},
    "request_facts": {
        "two": ask("GET /a%20b?c=d") + ask("DELETE /last"),
        "1.0": ask("GET /old", version="HTTP/1.0"),
    },
    "shouting_files": {"text": ask("GET /hello.txt"), "head": ask("HEAD /page.html")},
    "silent": {"file": ask("GET /hello.txt"), "error": ask("GET /missing")},
    "socket_echo": {
        "echo": ask("GET /", "Connection: Upgrade", "Upgrade: echo") + b"one\ntwo\nbye\nunread\n",
        "no-upgrade": GET,
    },
    "teapot": {"get": GET},
    "tunnel": {
        "open": ask("CONNECT turn.example:443") + b"abc\ndef\n",
        "refused": ask("CONNECT turn.example:25"),
        "absolute": ask("GET http://example.org/a?b"),
    },
    "two_roots": {
        "first": ask("GET /hello.txt"),
        "second": ask("GET /v2/inner.txt"),
        "clean": ask("GET /page"),
        "missing": ask("GET /v2/none"),
    },
    "until_close": {"get": GET, "1.0": ask("GET /", version="HTTP/1.0")},
    "wsgi_apps": {
        "hello": ask("GET /hello"),
        "environ": ask("GET /environ?a=%20b&c", "X-Tag: one", "Accept: */*", "X-Tag: two", "Content-Type: a/b"),
        "encoded": ask("GET /%65nviron?", version="HTTP/1.0"),
        "parts": ask("GET /parts"),
        "write": ask("POST /write"),
        "input": ask("PUT /input", body=b"first line\nthe rest"),
        "redirect": ask("GET /redirect"),
        "nothing": ask("GET /nothing"),
        "broken": ask("GET /broken"),
        "rescued": ask("GET /rescued"),
        "errors": ask("GET /errors"),
        "missing": ask("BREW /pot"),
        "malformed": ask("GET /a b"),
    },
    "xml_rpc": {
        "add": ask("POST /", body=SUM),
        "double": rpc("add", "<double>0.1</double>", "<int>2</int>"),
        "large": rpc("add", "<int>2147483647</int>", "<int>1</int>"),
        "unicode": rpc("echo", "<string>\u20ac &lt;&amp;></string>"),
        "untyped": rpc("echo", " text "),
        "struct": rpc("echo", struct_of(a="<int>1</int>", b=array_of("<boolean>1</boolean>", "x", struct_of()))),
        "nil": rpc("echo", "<nil/>"),
        "no-argument": rpc("echo"),
        "date": rpc("date"),
        "date-back": rpc("echo", "<dateTime.iso8601>20231114T22:13:20</dateTime.iso8601>"),
        "binary": rpc("zeros", "<int>100</int>"),
        "no-bytes": rpc("zeros", "<int>0</int>"),
        "binary-back": rpc("echo", "<base64>AAEC/w==</base64>"),
        "fault": rpc("fail", "<int>42</int>"),
        "unknown": rpc("multiply", "<int>1</int>"),
        "bad-boolean": rpc("echo", "<boolean>2</boolean>"),
        "list-methods": rpc("system.listMethods"),
        "signature": rpc("system.methodSignature", "add"),
        "help": rpc("system.methodHelp", "add"),
        "no-help": rpc("system.methodHelp", "nothing"),
        "multicall": rpc("system.multicall", array_of(*CALLS)),
        "long": rpc("long", "<int>3000</int>"),
        "long-without-gzip": rpc("long", "<int>3000</int>", fields=("Accept-Encoding: deflate, gzip;q=0",)),
        "gzip": ask("POST /RPC2", GZIP, body=gzipped(SUM)),
        "gzip-malformed": ask("POST /RPC2", GZIP, body=SUM),
        "other-coding": ask("POST /RPC2", "Content-Encoding: br", body=SUM),
        "no-length": ask("POST /RPC2"),
        "missing": ask("POST /other", body=SUM),
        "get": GET,
    },
}
