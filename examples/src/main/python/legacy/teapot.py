from http.server import BaseHTTPRequestHandler


class Teapot(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(418, "Short and stout")
        self.send_header("Content-Length", "0")
        self.end_headers()
