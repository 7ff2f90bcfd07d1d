from http.server import BaseHTTPRequestHandler


class MultipartUpload(BaseHTTPRequestHandler):
    """Splits the parts by hand, line by line, as old upload servers do."""

    def do_POST(self):
        boundary = self.headers.get_boundary()
        if boundary is None:
            self.send_error(400, "No boundary")
            return
        boundary = b"--" + boundary.encode("ascii")
        report = b""
        line = self.rfile.readline()
        while line.startswith(boundary) and not line.startswith(boundary + b"--"):
            disposition = b""
            line = self.rfile.readline()
            while line.strip():
                if line.lower().startswith(b"content-disposition:"):
                    disposition = line.split(b":", 1)[1].strip()
                line = self.rfile.readline()
            size = 0
            line = self.rfile.readline()
            while line and not line.startswith(boundary):
                size += len(line)
                line = self.rfile.readline()
            report += disposition + b": %d\n" % (size - 2)
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(report)
