import io
from http.server import BaseHTTPRequestHandler


class CapturedOutput(BaseHTTPRequestHandler):
    def do_GET(self):
        client, self.wfile = self.wfile, io.BytesIO()
        self.page()
        page, self.wfile = self.wfile.getvalue(), client
        self.send_response(200)
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def do_POST(self):
        self.rfile = io.BytesIO(self.rfile.read(int(self.headers["Content-Length"])).upper())
        self.do_GET()

    def page(self):
        self.wfile.write(b"a page of unknown length\n")
        if self.command == "POST":
            self.wfile.write(self.rfile.readline())
