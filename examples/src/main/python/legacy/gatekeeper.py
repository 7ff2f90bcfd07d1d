from http.server import SimpleHTTPRequestHandler


class Gatekeeper(SimpleHTTPRequestHandler):
    def parse_request(self):
        if not super().parse_request():
            return False
        if self.headers.get("Host", "").split(":")[0] not in ("localhost", "x"):
            self.send_error(421, "Wrong host")
            return False
        return True
