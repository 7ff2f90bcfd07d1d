from http.server import BaseHTTPRequestHandler


class OwnLog(BaseHTTPRequestHandler):
    def log_message(self, format, *args):
        super().log_message("[app] " + format, *args)

    def log_request(self, code="-", size="-"):
        if self.path != "/health":
            super().log_request(code, size)

    def do_GET(self):
        data = b"fine\n"
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.log_message("%s took %d bytes, %r, 100%%", self.address_string(), len(data), self.path)
