"""Directory listings of names that are hard to show."""

from record_golden import Exchange, request

FOLDERS = {
    "top": "/",
    "plain": "/plain/",
    "html": "/html/",
    "url": "/url/",
    "colon": "/colon/",
    "dots": "/dots/",
    "controls": "/controls/",
    "unicode": "/unicode/",
    "bytes": "/bytes/",
    "links": "/links/",
    "case": "/case/",
    "long": "/long/",
    "title-escaped": "/%3Ci%3E&%22'%2541%20%C3%A9/",
    "title-with-query": "/plain/?q=<script>alert(1)</script>&%3Cb%3E",
    "title-with-fragment": "/plain/#<b>",
    "title-with-up": "/plain/../plain/./",
    "title-with-slashes": "/plain///",
    "title-with-control": "/plain/?%00%0a%1b\x01",
    "title-with-bytes": "/bytes/?%FF",
    "title-with-surrogate": "/bytes/?%ED%B3%BF",
    "title-with-lone-surrogate": "/bytes/?%ED%A0%80",
    "title-latin-1-raw": "/plain/?caf\xe9",
    "title-percent": "/plain/?100%&%zz",
    "bytes-folder": "/bytes/%ED%B3%A9t%ED%B3%A9/",
    "bytes-file": "/bytes/%ED%B3%BF",
    "bytes-surrogate-file": "/bytes/%ED%B3%AD%ED%B2%A0%ED%B2%80",
    "links-to-dir": "/links/to-dir/",
    "links-to-itself": "/links/to-itself",
    "links-to-nowhere": "/links/to-nowhere",
    "newline-file": "/controls/new%0Aline",
    "unicode-file": "/unicode/%F0%9F%98%80",
    "colon-file": "/colon/%3Afirst",
}

EXCHANGES = [
    *(Exchange(name, request("GET %s HTTP/1.1" % path, "Host: x"), fixture="names") for name, path in FOLDERS.items()),
    Exchange("head-unicode", request("HEAD /unicode/ HTTP/1.1", "Host: x"), fixture="names"),
    Exchange("new-html", request("GET /html/ HTTP/1.1", "Host: x"), fixture="names", protocol="HTTP/1.1"),
]
