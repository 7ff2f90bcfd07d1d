from http.server import BaseHTTPRequestHandler


class QuietDisconnects(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 5

    def setup(self):
        super().setup()
        self.served = 0

    def handle(self):
        try:
            super().handle()
        except ConnectionError:
            pass

    def do_GET(self):
        self.served += 1
        if self.path == "/gone":
            raise BrokenPipeError()
        data = b"request %d\n" % self.served
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def finish(self):
        self.log_message("%d served", self.served)
        super().finish()
