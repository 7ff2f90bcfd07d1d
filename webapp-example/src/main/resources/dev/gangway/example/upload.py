import hashlib
from http.server import BaseHTTPRequestHandler


class Upload(BaseHTTPRequestHandler):
    def do_PUT(self):
        digest = hashlib.sha256()
        length = left = int(self.headers.get("Content-Length", 0))
        while left > 0:
            data = self.rfile.read(min(left, 65536))
            if not data:
                break
            digest.update(data)
            left -= len(data)
        content = b"%d bytes, SHA-256 %s\n" % (length - left, digest.hexdigest().encode("ascii"))
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_PUT
