from http.server import BaseHTTPRequestHandler


class ReadAll(BaseHTTPRequestHandler):
    def do_PUT(self):
        data = self.rfile.read()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(b"%d bytes, %d lines\n" % (len(data), data.count(b"\n")))
