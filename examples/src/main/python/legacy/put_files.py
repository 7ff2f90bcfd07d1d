import os
from http.server import SimpleHTTPRequestHandler


class PutFiles(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_PUT(self):
        path = self.translate_path(self.path)
        if os.path.isdir(path):
            self.send_error(405, "PUT needs a file name")
            return
        if not os.path.isdir(os.path.dirname(path)):
            self.send_error(409, "No such folder")
            return
        length = int(self.headers["Content-Length"])
        created = not os.path.exists(path)
        with open(path, "wb") as file:
            file.write(self.rfile.read(length))
        self.send_response(201 if created else 204)
        if created:
            self.send_header("Content-Length", "0")
        self.end_headers()
