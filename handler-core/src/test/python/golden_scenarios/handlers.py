"""The handler classes that more than one group uses. Each has a Java port of the same name."""

import urllib.parse
from http import HTTPStatus
from http.client import HTTPMessage
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler


class Files(SimpleHTTPRequestHandler):
    """The file handler as it comes."""


class Echo(BaseHTTPRequestHandler):
    """Answers with what it was asked."""

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        lines = [
            "requestline %s" % self.requestline,
            "command %s" % self.command,
            "path %s" % self.path,
            "request_version %s" % self.request_version,
            "close_connection %s" % str(self.close_connection).lower(),
        ]
        lines += ["header %s=%s" % item for item in self.headers.items()]
        lines += ["body %s" % body.decode("latin-1")]
        self.reply("".join(line + "\n" for line in lines).encode("latin-1"))

    def reply(self, data):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=iso-8859-1")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = do_GET

    def do_get(self):
        self.reply(b"lower case\n")

    def do_M_SEARCH(self):
        self.reply(b"with an underscore\n")


class Errors(BaseHTTPRequestHandler):
    """Answers /CODE, /CODE/MESSAGE and /CODE/MESSAGE/EXPLAIN with send_error; - stands for None."""

    def do_GET(self):
        code, *words = self.path[1:].split("/")
        texts = [None if word == "-" else urllib.parse.unquote(word) for word in words]
        self.send_error(int(code), *texts)

    do_HEAD = do_POST = do_GET


class StatusErrors(BaseHTTPRequestHandler):
    """Sends errors by HTTPStatus."""

    def do_GET(self):
        if self.path == "/teapot":
            self.send_error(HTTPStatus.IM_A_TEAPOT, "Short and stout")
        else:
            self.send_error(HTTPStatus.FORBIDDEN)


class PlainTextErrors(Errors):
    """Has its own error page."""

    error_message_format = "%(code)d|%(code)s|%(message)s|%(explain)s|100%%\n"
    error_content_type = "text/plain"


class OwnReasons(Errors):
    """Has its own table of reasons."""

    responses = {404: ("Lost", "Try elsewhere"), 799: ("Odd", "Not a code of HTTP")}


class OwnErrors(Errors):
    """Overrides send_error, then asks the original."""

    def send_error(self, code, message=None, explain=None):
        super().send_error(code, "Own: %s" % message, explain)


class Refusing(Echo):
    """Refuses Expect: 100-continue."""

    def handle_expect_100(self):
        self.send_error(417)
        return False


class RefusingQuietly(Echo):
    """Refuses Expect: 100-continue with an answer that keeps the connection."""

    def handle_expect_100(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="x"')
        self.send_header("Content-Length", "0")
        self.end_headers()
        return False


class Cors(SimpleHTTPRequestHandler):
    """Overrides end_headers, the most common override of all."""

    def end_headers(self):
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


class NoServerHeader(SimpleHTTPRequestHandler):
    """Overrides send_header to drop a field and rename another."""

    def send_header(self, keyword, value):
        if keyword == "Server":
            return
        super().send_header("X-Modified" if keyword == "Last-Modified" else keyword, value)


class Remembering(SimpleHTTPRequestHandler):
    """Overrides send_response to add a field behind the status."""

    def send_response(self, code, message=None):
        super().send_response(code, message)
        self.send_header("X-Status", str(int(code)))


class Pending(SimpleHTTPRequestHandler):
    """Reads and edits the lines that are not yet sent."""

    def end_headers(self):
        lines = self._headers_buffer
        lines[:] = [line for line in lines if not line.lower().startswith(b"last-modified:")]
        lines.insert(1, b"X-Pending: %d\r\n" % len(lines))
        super().end_headers()


class OwnIndex(SimpleHTTPRequestHandler):
    """Has its own index pages."""

    index_pages = ("default.html", "home.html")


class OwnTypes(SimpleHTTPRequestHandler):
    """Has its own suffixes."""

    extensions_map = {"": "text/x-none", ".txt": "text/x-own", ".MD": "text/x-upper", ".gz": "x/gz"}


class OwnGuess(SimpleHTTPRequestHandler):
    """Overrides guess_type."""

    def guess_type(self, path):
        guess = super().guess_type(path)
        return guess + "; charset=utf-8" if guess.startswith("text/") else guess


class OwnRoot(SimpleHTTPRequestHandler):
    """Overrides translate_path: everything is below sub."""

    def translate_path(self, path):
        return super().translate_path("/sub" + path)


class OwnListing(SimpleHTTPRequestHandler):
    """Overrides list_directory."""

    def list_directory(self, path):
        self.send_error(403, "No listing")
        return None


class UpperCopy(SimpleHTTPRequestHandler):
    """Overrides copyfile."""

    def copyfile(self, source, outputfile):
        outputfile.write(source.read().upper())


class OwnHead(SimpleHTTPRequestHandler):
    """Overrides send_head for one path."""

    def send_head(self):
        if self.path == "/secret":
            self.send_error(403)
            return None
        return super().send_head()


class Fallback(SimpleHTTPRequestHandler):
    """Answers an API, and an application of one page, else files."""

    def do_GET(self):
        if self.path.startswith("/api/"):
            data = b"{}"
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
            return
        if "." not in self.path:
            self.path = "/page.html"
        super().do_GET()


class CatchAll(BaseHTTPRequestHandler):
    """Answers every method but NONE (Python: __getattr__; Java: dispatch)."""

    def __getattr__(self, name):
        if name.startswith("do_") and name != "do_NONE":
            return self.answer
        raise AttributeError(name)

    def answer(self):
        data = ("any %s\n" % self.command).encode("latin-1")
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Versions(Echo):
    """Has its own server and system version."""

    server_version = "Mine/1.0"
    sys_version = "(any)"


class OwnVersionString(Echo):
    """Overrides version_string."""

    def version_string(self):
        return "nginx"


class OwnDates(SimpleHTTPRequestHandler):
    """Overrides the writing of dates and of the client's address."""

    def date_time_string(self, timestamp=None):
        return "now" if timestamp is None else "then"

    def log_date_time_string(self):
        return "today"

    def address_string(self):
        return "somebody"


class Silent(SimpleHTTPRequestHandler):
    """Logs nothing."""

    def log_message(self, format, *args):
        pass


class OwnLog(SimpleHTTPRequestHandler):
    """Overrides log_request and log_error."""

    def log_request(self, code="-", size="-"):
        self.log_message("request %s %s", int(code), size)

    def log_error(self, format, *args):
        self.log_message("error: " + format, *args)


class LogEverything(Echo):
    """Logs by hand."""

    def do_GET(self):
        self.log_request()
        self.log_request(200, 17)
        self.log_request("abc", "def")
        self.log_message("plain")
        self.log_message("%s and %d and 100%%", "text", 7)
        self.log_message("%s", "new\nline, tab\t, escape\x1b, delete\x7f, c1\x9b, back\\slash, é")
        self.log_error("code %d, message %s", 404, "x")
        self.reply(b"logged\n")


class OldDefault(Echo):
    """Answers a request line that it cannot read with a head."""

    default_request_version = "HTTP/1.0"


class OneWord(BaseHTTPRequestHandler):
    """Overrides parse_request to refuse paths."""

    def parse_request(self):
        if not super().parse_request():
            return False
        if self.path != "/open":
            self.send_error(403, "Closed")
            return False
        return True

    def do_GET(self):
        self.send_response(204)
        self.end_headers()


class Greeting(Echo):
    """Overrides handle, setup and finish."""

    def setup(self):
        super().setup()
        self.count = 0

    def handle(self):
        self.wfile.write(b"hello\n")
        super().handle()

    def handle_one_request(self):
        self.count += 1
        super().handle_one_request()

    def finish(self):
        self.wfile.write(b"bye after %d\n" % self.count)
        super().finish()


class ShoutingMessage(HTTPMessage):
    """A message class of its own."""

    def get(self, name, failobj=None):
        value = super().get(name, failobj)
        return value.upper() if isinstance(value, str) else value


class Shouting(BaseHTTPRequestHandler):
    """Uses its own message class."""

    MessageClass = ShoutingMessage

    def do_GET(self):
        data = str(self.headers.get("X-Word", "none")).encode("latin-1")
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Words(BaseHTTPRequestHandler):
    """Answers questions about its headers."""

    def do_GET(self):
        headers = self.headers
        lines = [
            "x=%s" % headers.get("x"),
            "X by index=%s" % headers["X"],
            "missing=%s" % headers.get("missing", "default"),
            "all=%s" % ",".join(headers.get_all("x", [])),
            "in=%s" % str("x" in headers).lower(),
            "keys=%s" % ",".join(headers.keys()),
            "values=%s" % "|".join(headers.values()),
            "length=%d" % len(headers),
            "type=%s" % headers.get_content_type(),
            "maintype=%s" % headers.get_content_maintype(),
            "subtype=%s" % headers.get_content_subtype(),
            "charset=%s" % headers.get_content_charset(),
            "boundary=%s" % headers.get_boundary(),
            "param q=%s" % headers.get_param("q"),
            "filename=%s" % headers.get_filename(),
        ]
        data = "".join(line + "\n" for line in lines).replace("=None\n", "=null\n").encode("latin-1")
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


HANDLERS = {
    handler.__name__: handler
    for handler in (
        Files, Echo, Errors, StatusErrors, PlainTextErrors, OwnReasons, OwnErrors, Refusing, RefusingQuietly, Cors,
        NoServerHeader, Remembering, Pending, OwnIndex, OwnTypes, OwnGuess, OwnRoot, OwnListing, UpperCopy, OwnHead,
        Fallback, CatchAll, Versions, OwnVersionString, OwnDates, Silent, OwnLog, LogEverything, OldDefault, OneWord,
        Greeting, Shouting, Words,
    )
}  # fmt: skip
