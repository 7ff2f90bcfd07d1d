from http.server import BaseHTTPRequestHandler


class CarefulUpload(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def handle_expect_100(self):
        if int(self.headers.get("Content-Length", 0)) > 10:
            self.send_error(413, "Ten bytes are enough")
            return False
        return super().handle_expect_100()

    def do_PUT(self):
        data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(201)
        self.send_header("Content-Length", "0")
        self.send_header("X-Got", data.decode("ascii"))
        self.end_headers()
