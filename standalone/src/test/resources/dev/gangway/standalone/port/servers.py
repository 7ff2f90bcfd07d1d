import http.client
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler


class H(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"hello")

    def do_POST(self):
        self.send_error(409, None)

    def send_error(self, code, message=None):
        if message is None:
            message = "no " + str(code)
        super().send_error(code, message)

    def log_request(self, code="-", size="-"):
        super().log_request(code)

    def log_message(self, *args):
        lines.append(args[-1])


lines = []


class Files(SimpleHTTPRequestHandler):
    extensions_map = {"": "application/octet-stream"}
    extensions_map.update({".html": "text/html"})
    for ending in ["c", "h"]:
        extensions_map["." + ending] = "text/plain"

    def __init__(self, *args, directory=None, **kwargs):
        super().__init__(*args, directory=directory, **kwargs)

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(repr(sorted(self.extensions_map.items())).encode())
        self.wfile.write(repr(self.client_address[0]).encode())
        host, port = self.client_address
        self.wfile.write(str(self.client_address == (host, port)).encode())

    def log_message(self, *args):
        pass


def make(server_class=HTTPServer, handler_class=H, port=0):
    server_address = ("127.0.0.1", port)
    httpd = server_class(server_address, handler_class)
    return httpd


def main(path):
    httpd = make()
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    conn = http.client.HTTPConnection("127.0.0.1", httpd.server_address[1])
    conn.request("GET", "/")
    answer = conn.getresponse()
    with open(path, "w") as out:
        out.write("%d %s\n" % (answer.status, answer.read()))
        conn = http.client.HTTPConnection("127.0.0.1", httpd.server_address[1])
        conn.request("POST", "/", b"")
        answer = conn.getresponse()
        out.write("%d %s %s %s\n" % (answer.status, answer.reason, answer.read().count(b"no 409"), lines))
        files = HTTPServer(("127.0.0.1", 0), Files)
        threading.Thread(target=files.serve_forever, daemon=True).start()
        conn = http.client.HTTPConnection("127.0.0.1", files.server_address[1])
        conn.request("GET", "/")
        out.write("%s\n" % conn.getresponse().read())
        files.shutdown()
        files.server_close()
    httpd.shutdown()
    httpd.server_close()


if __name__ == "__main__":
    main(sys.argv[1])
