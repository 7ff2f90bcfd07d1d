import http.client
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer


class H(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"hello")

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
    httpd.shutdown()
    httpd.server_close()


if __name__ == "__main__":
    main(sys.argv[1])
