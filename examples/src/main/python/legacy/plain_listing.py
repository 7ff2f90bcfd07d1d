import io
import os
from http.server import SimpleHTTPRequestHandler


class PlainListing(SimpleHTTPRequestHandler):
    def list_directory(self, path):
        lines = ["%s %d\n" % (entry.name, entry.stat().st_size) for entry in os.scandir(path) if entry.is_file()]
        data = "".join(sorted(lines)).encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)
