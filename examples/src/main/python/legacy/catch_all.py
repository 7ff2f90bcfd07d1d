from http.server import BaseHTTPRequestHandler


class CatchAll(BaseHTTPRequestHandler):
    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.mock
        raise AttributeError(name)

    def mock(self):
        data = ("mock of %s\n" % self.command).encode("latin-1")
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
