from http.server import BaseHTTPRequestHandler


class RequestFacts(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        text = "%s|%s|%s|%s|%s\n" % (
            self.requestline,
            self.command,
            self.path,
            self.request_version,
            self.client_address[0],
        )
        data = text.encode("latin-1")
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        if self.path == "/last":
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)

    do_DELETE = do_GET
