import time
from http.server import BaseHTTPRequestHandler


class Events(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        for number in range(3):
            self.wfile.write(b"id: %d\ndata: tick\n\n" % number)
            self.wfile.flush()
            time.sleep(0.01)
