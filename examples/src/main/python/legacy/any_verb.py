from http.server import BaseHTTPRequestHandler


class AnyVerb(BaseHTTPRequestHandler):
    def do_PROPFIND(self):
        body = b'<?xml version="1.0"?><multistatus xmlns="DAV:"/>'
        self.send_response(207)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_PATCH(self):
        self.send_response(204)
        self.end_headers()

    def do_OPTIONS(self):
        self.send_response(200)
        self.send_header("Allow", "OPTIONS, PATCH, PROPFIND")
        self.send_header("Content-Length", "0")
        self.end_headers()
