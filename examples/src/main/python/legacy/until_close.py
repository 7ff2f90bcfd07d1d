from http.server import BaseHTTPRequestHandler


class UntilClose(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        for number in range(1, 4):
            self.wfile.write(("line %d of many\n" % number).encode("utf-8"))
