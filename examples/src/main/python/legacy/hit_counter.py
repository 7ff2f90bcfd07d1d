import threading
from http.server import BaseHTTPRequestHandler


class HitCounter(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        with self.server.lock:
            self.server.hits += 1
            hits = self.server.hits
        data = b"hit %d\n" % hits
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def configure(server):
    server.lock = threading.Lock()
    server.hits = 0
