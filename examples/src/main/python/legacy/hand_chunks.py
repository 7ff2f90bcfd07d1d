from http.server import BaseHTTPRequestHandler


class HandChunks(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for word in ("one ", "two ", "three\n"):
            self.write_chunk(word.encode("ascii"))
        self.write_chunk(b"")

    def write_chunk(self, data):
        self.wfile.write(b"%X\r\n" % len(data) + data + b"\r\n")
