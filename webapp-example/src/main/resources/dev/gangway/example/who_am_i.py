import base64
from http.server import BaseHTTPRequestHandler

GUEST = "Basic " + base64.b64encode(b"guest:gangway").decode("ascii")


class WhoAmI(BaseHTTPRequestHandler):
    def do_GET(self):
        user = "guest" if self.headers.get("Authorization") == GUEST else None
        if user is None and "?login" in self.path:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="Gangway example"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        text = "No user is logged in.\n" if user is None else user + " is logged in.\n"
        content = text.encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
