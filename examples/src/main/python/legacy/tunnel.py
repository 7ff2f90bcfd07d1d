from http.server import BaseHTTPRequestHandler


class Tunnel(BaseHTTPRequestHandler):
    """Answers CONNECT with a line-turning service of its own, and absolute targets with what they name."""

    def do_CONNECT(self):
        if not self.path.endswith(":443"):
            self.send_error(403, "Only port 443")
            return
        self.wfile.write(b"HTTP/1.1 200 Connection Established\r\n\r\n")
        self.close_connection = True
        for line in self.rfile:
            self.wfile.write(line.rstrip(b"\n")[::-1] + b"\n")

    def do_GET(self):
        data = ("would fetch %s\n" % self.path).encode("latin-1")
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
