# The part of the web application that Python's own classes have too: files, listings and scripts.
from functools import partial
from http.server import CGIHTTPRequestHandler, ThreadingHTTPServer


class Scripts(CGIHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    cgi_directories = ["/cgi-bin"]


if __name__ == "__main__":
    handler = partial(Scripts, directory="WEB-INF/scripts")
    with ThreadingHTTPServer(("127.0.0.1", 8000), handler) as server:
        server.serve_forever()
