from http.server import BaseHTTPRequestHandler


class SocketEcho(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.headers.get("Upgrade", "").lower() != "echo":
            self.send_error(426)
            return
        self.send_response(101)
        self.send_header("Upgrade", "echo")
        self.send_header("Connection", "Upgrade")
        self.end_headers()
        self.close_connection = True
        while True:
            line = self.rfile.readline()
            if not line or line == b"bye\n":
                return
            self.wfile.write(b"> " + line)
            self.wfile.flush()
