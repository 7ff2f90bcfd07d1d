from http.server import BaseHTTPRequestHandler


class Redirects(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/login":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<form method=post>")
        else:
            self.send_response(302)
            self.send_header("Location", "/login")
            self.end_headers()

    def do_POST(self):
        self.send_response(303)
        self.send_header("Location", "http://example.org/welcome")
        self.end_headers()
