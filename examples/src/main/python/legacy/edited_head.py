from http.server import SimpleHTTPRequestHandler


class EditedHead(SimpleHTTPRequestHandler):
    def send_response(self, code, message=None):
        self.status = code
        super().send_response(code, message)

    def send_header(self, keyword, value):
        if keyword.lower() == "last-modified":
            return
        super().send_header(keyword, value)

    def end_headers(self):
        lines = self._headers_buffer
        lines[:] = [line for line in lines if not line.startswith(b"Server:")]
        self.send_header("X-Status", str(int(self.status)))
        super().end_headers()
