import re
from http.server import BaseHTTPRequestHandler

ZEROS = bytes(65536)


class Download(BaseHTTPRequestHandler):
    def do_GET(self):
        if not re.fullmatch(r"/\d{1,15}", self.path, re.ASCII):
            self.send_error(404, "Ask for a number of bytes, /1000 for example")
            return
        left = int(self.path[1:])
        self.send_response(200)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", str(left))
        self.end_headers()
        while left > 0:
            self.wfile.write(ZEROS[: min(left, len(ZEROS))])
            left -= len(ZEROS)
