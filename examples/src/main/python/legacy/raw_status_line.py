from http.server import BaseHTTPRequestHandler


class RawStatusLine(BaseHTTPRequestHandler):
    def do_GET(self):
        self.wfile.write(b"HTTP/1.0 200 All Is Well\r\n")
        self.wfile.write(b"Content-Type: text/plain\r\nContent-Length: 4\r\n\r\n")
        self.wfile.write(b"raw\n")
