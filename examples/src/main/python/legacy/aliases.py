from http.server import BaseHTTPRequestHandler


class Aliases(BaseHTTPRequestHandler):
    def do_GET(self):
        data = ("%s %s\n" % (self.command, self.path)).encode("latin-1")
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_POST = do_PUT = do_GET
