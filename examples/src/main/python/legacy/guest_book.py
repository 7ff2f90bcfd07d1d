from http.server import BaseHTTPRequestHandler


def make_handler(book):
    class GuestBook(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            self.reply(200, "\n".join(book) + "\n")

        def do_POST(self):
            book.append(self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8"))
            self.reply(201, "%d entries\n" % len(book))

        def reply(self, code, text):
            data = text.encode("utf-8")
            self.send_response(code)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    return GuestBook


def handler():
    return make_handler(["first!"])
