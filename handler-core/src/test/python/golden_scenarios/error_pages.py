"""What send_error sends."""

from record_golden import Exchange, request

CODES = (100, 101, 200, 204, 205, 206, 304, 400, 403, 404, 405, 408, 410, 414, 416, 417, 418, 421, 422, 428, 429, 431,
         451, 500, 501, 502, 503, 504, 505, 511, 199, 299, 599, 799, 42, 999, 1000)  # fmt: skip

TEXTS = {
    "message": "/404/Gone%20fishing",
    "message-empty": "/404/",
    "message-html": "/404/%3Cb%3E&amp;%22quoted%22%20'single'",
    "message-percent": "/404/100%25%20%25(code)d",
    "message-latin-1": "/404/caf%C3%A9",
    "message-and-explain": "/404/Gone/To%20the%20%3Clake%3E",
    "explain-alone": "/404/-/Because%20%26%20why",
    "explain-empty": "/404/-/",
    "explain-unicode": "/404/-/%E2%82%AC%F0%9F%98%80",
    "explain-lines": "/404/-/one%0Atwo",
    "unknown-code-message": "/799/Odd/Very%20odd",
    "code-204-message": "/204/Nothing/here",
    "message-tab": "/404/a%09b",
    "message-control": "/404/a%01b%7F",
    "message-euro": "/404/%E2%82%AC",
    "message-newline": "/404/a%0D%0AX-Injected:%20b",
}


def row(name, path, handler="Errors", method="GET", version="1.1", **options):
    return Exchange(name, request("%s %s HTTP/%s" % (method, path, version), "Host: x"), handler=handler, **options)


EXCHANGES = [
    *(row("code-%d" % code, "/%d" % code) for code in CODES),
    *(row(name, path) for name, path in TEXTS.items()),
    row("head", "/404", method="HEAD"),
    row("head-204", "/204", method="HEAD"),
    row("post", "/404", method="POST"),
    row("0.9", "/404/Gone/away", version="0.9"),
    row("0.9-204", "/204", version="0.9"),
    row("new", "/404", protocol="HTTP/1.1"),
    row("new-304", "/304", protocol="HTTP/1.1"),
    row("status-enum", "/forbidden", "StatusErrors"),
    row("status-enum-message", "/teapot", "StatusErrors"),
    row("own-page", "/404/%3Cb%3E/why", "PlainTextErrors"),
    row("own-page-default", "/500", "PlainTextErrors"),
    row("own-page-unknown-method", "/", "PlainTextErrors", method="SPAM"),
    row("own-reason", "/404", "OwnReasons"),
    row("own-reason-unknown-code", "/799", "OwnReasons"),
    row("own-reason-lost", "/500", "OwnReasons"),
    row("own-reason-for-501", "/", "OwnReasons", method="SPAM"),
    row("own-send-error", "/404/x", "OwnErrors"),
    row("own-send-error-for-501", "/", "OwnErrors", method="SPAM"),
    Exchange("own-send-error-for-bad-version", request("GET / bogus"), handler="OwnErrors"),
]
