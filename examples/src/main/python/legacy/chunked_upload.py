from http.server import BaseHTTPRequestHandler


class ChunkedUpload(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def read_chunked(self):
        data = b""
        while True:
            size = int(self.rfile.readline().split(b";")[0], 16)
            data += self.rfile.read(size)
            self.rfile.readline()
            if size == 0:
                return data

    def do_POST(self):
        if self.headers.get("Transfer-Encoding") == "chunked":
            data = self.read_chunked()
        else:
            data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
