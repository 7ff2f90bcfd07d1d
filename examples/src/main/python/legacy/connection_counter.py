from http.server import BaseHTTPRequestHandler


class ConnectionCounter(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    count = 0

    def do_GET(self):
        self.count += 1
        data = b"%d on this connection\n" % self.count
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
