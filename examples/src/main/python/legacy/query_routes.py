from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlparse


class QueryRoutes(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlparse(self.path)
        query = parse_qs(url.query)
        if url.path == "/hello":
            self.reply(200, "Hello, %s!\n" % query.get("name", ["world"])[0])
        elif url.path == "/add":
            self.reply(200, "%d\n" % sum(int(n) for n in query.get("n", [])))
        else:
            self.reply(404, "Nothing at %s\n" % url.path)

    def reply(self, code, text):
        data = text.encode("utf-8")
        self.send_response(code)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
