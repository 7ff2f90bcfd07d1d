import html
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs


class FormPost(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers["Content-Length"])
        form = parse_qs(self.rfile.read(length).decode("ascii"))
        page = "<p>Dear %s, you like %s.</p>\n" % (
            html.escape(form["name"][0]),
            html.escape(" and ".join(form.get("likes", ["nothing"]))),
        )
        data = page.encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
