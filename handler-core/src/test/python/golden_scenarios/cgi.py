"""CGI scripts: what they are told, which path leads to which, and what becomes of what they print."""

from http.server import CGIHTTPRequestHandler

from record_golden import Exchange, request


class Scripts(CGIHTTPRequestHandler):
    """The CGI handler as it comes."""


class OwnDirectories(CGIHTTPRequestHandler):
    """Has scripts elsewhere."""

    cgi_directories = ["/docs", "/cgi-bin/sub"]


HANDLERS = {"Scripts": Scripts, "OwnDirectories": OwnDirectories}

ENV = "/cgi-bin/env.sh"

PATHS = {
    "hello": "/cgi-bin/hello.sh",
    "line-feeds": "/cgi-bin/lf.sh",
    "query": ENV + "?a=b&c=d",
    "query-words": ENV + "?one+two",
    "query-encoded": ENV + "?a=%2F%20+%3d",
    "query-empty": ENV + "?",
    "query-question-mark": ENV + "?a?b=c",
    "query-with-slash": ENV + "?a=/b/c",
    "path-info": ENV + "/one/two",
    "path-info-query": ENV + "/one/two?a=b",
    "path-info-slash": ENV + "/",
    "path-info-slash-at-end": ENV + "/one/",
    "path-info-encoded": ENV + "/a%20b%2Fc",
    "path-info-utf-8": ENV + "/caf%C3%A9",
    "path-info-latin-1": ENV + "/caf%E9",
    "path-info-raw": b"/cgi-bin/env.sh/caf\xe9",
    "path-info-dots": ENV + "/one/./two/../three",
    "path-info-slashes": ENV + "//one///two",
    "path-info-semicolon": ENV + "/a;b=c",
    "path-info-decoded-twice": ENV + "/a%2541",
    "arguments-none": "/cgi-bin/args.sh",
    "arguments-one": "/cgi-bin/args.sh?one",
    "arguments-plus": "/cgi-bin/args.sh?one+two",
    "arguments-encoded": "/cgi-bin/args.sh?a%20b%3Dc",
    "arguments-equals": "/cgi-bin/args.sh?a=b",
    "arguments-quotes": "/cgi-bin/args.sh?'\"$(id)`id`;&",
    "nested": "/cgi-bin/sub/inner.sh",
    "nested-path-info": "/cgi-bin/sub/inner.sh/one/two",
    "nested-deeper": "/cgi-bin/sub/deep/inner.sh/one",
    "nested-missing": "/cgi-bin/sub/missing.sh",
    "nested-directory": "/cgi-bin/sub",
    "nested-directory-slash": "/cgi-bin/sub/",
    "nested-empty": "/cgi-bin/empty/missing/one",
    "htbin": "/htbin/other.sh/one",
    "space": "/cgi-bin/a%20b.sh",
    "utf-8": "/cgi-bin/caf%C3%A9.sh",
    "letter-encoded": "/%63gi-bin/hello.sh",
    "slash-encoded": "/cgi-bin%2Fhello.sh",
    "slash-twice": "//cgi-bin//hello.sh",
    "dot": "/./cgi-bin/./hello.sh",
    "dot-dot": "/docs/../cgi-bin/hello.sh",
    "dot-dot-encoded": "/docs/%2e%2e/cgi-bin/hello.sh",
    "dot-dot-out": "/cgi-bin/../top.txt",
    "dot-dot-directory": "/cgi-bin/sub/..",
    "dot-dot-too-many": "/../top.txt",
    "dot-dot-too-many-script": "/cgi-bin/../../cgi-bin/hello.sh",
    "case": "/CGI-BIN/hello.sh",
    "case-script": "/cgi-bin/HELLO.SH",
    "directory": "/cgi-bin/",
    "directory-without-slash": "/cgi-bin",
    "directory-query": "/cgi-bin?a",
    "missing": "/cgi-bin/missing.sh",
    "missing-path-info": "/cgi-bin/missing.sh/one",
    "missing-quote": "/cgi-bin/it's.sh",
    "missing-control": "/cgi-bin/a%0D%0Ab",
    "missing-html": "/cgi-bin/<b>&",
    "missing-latin-1": "/cgi-bin/na%C3%AFve",
    "missing-beyond-latin-1": "/cgi-bin/%E2%82%AC",
    "missing-nul": "/cgi-bin/hello.sh%00",
    "missing-nul-path-info": "/cgi-bin/hello.sh/%00",
    "not-executable": "/cgi-bin/plain.txt",
    "not-executable-python": "/cgi-bin/plain.py",
    "not-executable-path-info": "/cgi-bin/plain.txt/one",
    "percent": "/cgi-bin/100%2525.sh",
    "question-mark-encoded": "/cgi-bin/args.sh%3Fone",
    "file": "/top.txt",
    "file-outside": "/docs/outside.sh",
    "listing": "/docs/",
    "listing-top": "/",
    "nph": "/cgi-bin/nph-own.sh",
    "status": "/cgi-bin/status.sh",
    "location": "/cgi-bin/location.sh",
    "fields": "/cgi-bin/fields.sh",
    "length": "/cgi-bin/length.sh",
    "length-too-long": "/cgi-bin/short.sh",
    "binary": "/cgi-bin/binary.sh",
    "big": "/cgi-bin/big.sh",
    "pieces": "/cgi-bin/pieces.sh",
    "silent": "/cgi-bin/silent.sh",
    "headless": "/cgi-bin/headless.sh",
    "open-head": "/cgi-bin/open-head.sh",
    "exit": "/cgi-bin/exit.sh",
    "killed": "/cgi-bin/killed.sh",
    "terminated": "/cgi-bin/terminated.sh",
}

FIELDS = {
    "accept": ["Accept: text/html, text/plain;q=0.5"],
    "accept-twice": ["Accept: text/html", "Accept: text/plain"],
    "user-agent": ["User-Agent: Test/1.0 (x)"],
    "user-agent-twice": ["User-Agent: one", "User-Agent: two"],
    "referer": ["Referer: http://x/y?z"],
    "cookie": ["Cookie: a=b; c=d"],
    "cookie-twice": ["Cookie: a=b", "Cookie: c=d"],
    "cookie-empty": ["Cookie:", "Cookie: c=d"],
    "other-fields": ["X-Own: own", "Host: somewhere", "Proxy: http://bad"],
    "content-type": ["Content-Type: text/html; charset=utf-8"],
    "content-type-odd": ["Content-Type: nonsense"],
    "field-latin-1": [b"User-Agent: caf\xe9"],
    "field-utf-8": [b"User-Agent: caf\xc3\xa9"],
    "authorization-basic": ["Authorization: Basic dXNlcjpwYXNz"],
    "authorization-basic-lower": ["Authorization: basic dXNlcjpwYXNz"],
    "authorization-colon": ["Authorization: Basic dXNlcjpwYTpzcw=="],
    "authorization-no-colon": ["Authorization: Basic dXNlcg=="],
    "authorization-no-padding": ["Authorization: Basic dXNlcjpw"],
    "authorization-bad-padding": ["Authorization: Basic dXNlcjpwY"],
    "authorization-not-base64": ["Authorization: Basic *dXNlcj*pwYXNz*"],
    "authorization-latin-1": ["Authorization: Basic 6Tpw"],
    "authorization-bearer": ["Authorization: Bearer abc"],
    "authorization-one-word": ["Authorization: Basic"],
    "authorization-three-words": ["Authorization: Digest a b"],
}


def post(path, body, *fields):
    return request("POST %s HTTP/1.0" % path, "Content-Length: %d" % len(body), *fields, body=body)


FORM = "Content-Type: application/x-www-form-urlencoded"

OTHERS = {
    "post": post("/cgi-bin/cat.sh", b"a=b&c=d", FORM),
    "post-variables": post(ENV + "?q=1", b"a=b", FORM),
    "post-empty": post("/cgi-bin/cat.sh", b"", FORM),
    "post-binary": post("/cgi-bin/cat.sh", bytes(range(256))),
    "post-big": post("/cgi-bin/cat.sh", b"y" * 200000),
    "post-no-length": request("POST /cgi-bin/cat.sh HTTP/1.0"),
    "post-half-read": post("/cgi-bin/head-of-body.sh", b"abcdef"),
    "post-not-read": post("/cgi-bin/hello.sh", b"abcdef"),
    "post-deaf": post("/cgi-bin/deaf.sh", b"abcdef"),
    "post-words": post("/cgi-bin/args.sh?one+two", b"x"),
    "post-missing": post("/cgi-bin/missing.sh", b"x"),
    "post-file": post("/top.txt", b""),
    "post-directory": post("/cgi-bin/", b""),
    "post-root": post("/", b""),
    "get-with-body": request("GET /cgi-bin/cat.sh HTTP/1.0", "Content-Length: 3", body=b"abc"),
    "head": request("HEAD /cgi-bin/hello.sh HTTP/1.0"),
    "head-missing": request("HEAD /cgi-bin/missing.sh HTTP/1.0"),
    "head-file": request("HEAD /top.txt HTTP/1.0"),
    "put": request("PUT /cgi-bin/hello.sh HTTP/1.0"),
    "options": request("OPTIONS /cgi-bin/hello.sh HTTP/1.0"),
    "simple": b"GET /cgi-bin/hello.sh\r\n",
    "simple-missing": b"GET /cgi-bin/missing.sh\r\n",
    "http-1-1-client": request("GET /cgi-bin/env.sh HTTP/1.1", "Host: x"),
}

EXCHANGES = [Exchange(name, request(
    b"GET %b HTTP/1.0" % (path if isinstance(path, bytes) else path.encode("latin-1"))
), handler="Scripts", fixture="scripts") for name, path in PATHS.items()]
EXCHANGES += [
    Exchange(name, request("GET %s HTTP/1.0" % ENV, *fields), handler="Scripts", fixture="scripts")
    for name, fields in FIELDS.items()
]
EXCHANGES += [Exchange(name, data, handler="Scripts", fixture="scripts") for name, data in OTHERS.items()]
EXCHANGES += [
    Exchange("own-directories", request("GET /docs/outside.sh HTTP/1.0"), handler="OwnDirectories", fixture="scripts"),
    Exchange("own-directories-nested", request("GET /cgi-bin/sub/inner.sh/one HTTP/1.0"), handler="OwnDirectories",
             fixture="scripts"),
    Exchange("own-directories-other", request("GET /top.txt HTTP/1.0"), handler="OwnDirectories", fixture="scripts"),
    Exchange("http-1-1", request("GET /cgi-bin/hello.sh HTTP/1.1", "Host: x", "Connection: close"), handler="Scripts",
             fixture="scripts", protocol="HTTP/1.1"),
    Exchange("http-1-1-length", request("GET /cgi-bin/length.sh HTTP/1.1", "Host: x"), handler="Scripts",
             fixture="scripts", protocol="HTTP/1.1"),
    Exchange("http-1-1-no-length", request("GET /cgi-bin/hello.sh HTTP/1.1", "Host: x"), handler="Scripts",
             fixture="scripts", protocol="HTTP/1.1"),
]
