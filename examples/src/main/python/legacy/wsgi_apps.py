import re
import sys
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

TEXT = [("Content-Type", "text/plain")]
SHOWN = re.compile(r"HTTP_.*|REQUEST_METHOD|QUERY_STRING|CONTENT_.*|SCRIPT_NAME|PATH_INFO|wsgi\.url_scheme")


def hello(environ, start_response):
    start_response("200 OK", TEXT[:])
    return [b"hello\n"]


def environ(environ, start_response):
    lines = ["%s=%s\n" % item for item in sorted(environ.items()) if SHOWN.fullmatch(item[0])]
    start_response("200 OK", TEXT[:])
    return ["".join(lines).encode("latin-1")]


def parts(environ, start_response):
    start_response("200 OK", TEXT[:])
    return iter([b"one\n", b"two\n", b"three\n"])


def write(environ, start_response):
    write = start_response("200 OK", TEXT[:])
    write(b"written, ")
    return [b"returned\n"]


def input(environ, start_response):
    length = int(environ["CONTENT_LENGTH"])
    first = environ["wsgi.input"].readline(length)
    rest = environ["wsgi.input"].read(length - len(first))
    start_response("201 Created", [("X-First", str(len(first)))])
    return [rest]


def redirect(environ, start_response):
    start_response(
        "302 Found",
        [("Location", "http://example.org/"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("Content-Length", "0")],
    )
    return []


def nothing(environ, start_response):
    start_response("200 OK", TEXT[:])
    return []


def broken(environ, start_response):
    raise RuntimeError("broken")


def rescued(environ, start_response):
    start_response("200 OK", TEXT[:])
    try:
        raise OSError("no data")
    except OSError:
        start_response("503 No Data", TEXT[:], sys.exc_info())
        return [b"later\n"]


class Closing:
    def __init__(self, log):
        self.log = log

    def __iter__(self):
        return iter([b"open\n"])

    def close(self):
        self.log.write("closed\n")


def errors(environ, start_response):
    start_response("200 OK", TEXT[:])
    return Closing(environ["wsgi.errors"])


APPLICATIONS = {"/" + app.__name__: app for app in (hello, environ, parts, write, input, redirect, nothing, broken, rescued, errors)}


def route(environ, start_response):
    application = APPLICATIONS.get(environ["PATH_INFO"])
    if application is None:
        start_response("404 Not Here", TEXT[:])
        return [b"no application\n"]
    return application(environ, start_response)


class Errors:
    """Logs lines; of a traceback, the message alone."""

    def __init__(self, handler):
        self.handler = handler

    def write(self, text):
        if text.strip() and not text.startswith(("Traceback", " ")):
            self.handler.log_error("%s", text.rstrip().split(": ")[-1])

    def flush(self):
        pass


class WsgiApps(WSGIRequestHandler):
    def get_stderr(self):
        return Errors(self)


def configure(server):
    """What make_server does."""
    WSGIServer.setup_environ(server)
    server.get_app = lambda: route
