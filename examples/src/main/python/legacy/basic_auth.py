import base64
from http.server import SimpleHTTPRequestHandler

KEY = base64.b64encode(b"user:secret").decode("ascii")


class BasicAuth(SimpleHTTPRequestHandler):
    def do_AUTHHEAD(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="Files"')
        self.send_header("Content-Type", "text/html")
        self.end_headers()

    def do_GET(self):
        given = self.headers.get("Authorization")
        if given is None:
            self.do_AUTHHEAD()
            self.wfile.write(b"no auth header received\n")
        elif given == "Basic " + KEY:
            super().do_GET()
        else:
            self.do_AUTHHEAD()
            self.wfile.write(b"not you\n")
