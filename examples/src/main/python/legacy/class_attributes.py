from http.server import SimpleHTTPRequestHandler


class ClassAttributes(SimpleHTTPRequestHandler):
    server_version = "Attic/2.1"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    index_pages = ("welcome.html",)
    extensions_map = {"": "application/octet-stream", ".txt": "text/plain; charset=utf-8"}
