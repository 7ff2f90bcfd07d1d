from http.server import SimpleHTTPRequestHandler


class ApiThenFiles(SimpleHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/api/"):
            return self.api()
        return super().do_GET()

    def api(self):
        data = b'{"api": "%s"}\n' % self.path[5:].encode("latin-1")
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
