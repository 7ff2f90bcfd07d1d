import os
from http.server import SimpleHTTPRequestHandler


class PageFallback(SimpleHTTPRequestHandler):
    def do_GET(self):
        if not os.path.exists(self.translate_path(self.path)):
            self.path = "/hello.txt"
        super().do_GET()
