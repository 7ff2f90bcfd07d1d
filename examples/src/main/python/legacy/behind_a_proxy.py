from http.server import BaseHTTPRequestHandler


class BehindAProxy(BaseHTTPRequestHandler):
    def address_string(self):
        forwarded = self.headers.get("X-Forwarded-For") if hasattr(self, "headers") else None
        return forwarded.split(",")[0].strip() if forwarded else super().address_string()

    def do_GET(self):
        host = self.headers.get("X-Forwarded-Host") or self.headers.get("Host")
        data = ("http://%s%s asked by %s\n" % (host, self.path, self.address_string())).encode("latin-1")
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
