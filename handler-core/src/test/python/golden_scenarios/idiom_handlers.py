"""A handler that answers in each of the ways found in old programs, by path."""

from http.server import BaseHTTPRequestHandler


class Idioms(BaseHTTPRequestHandler):
    """One idiom for each path."""

    def do_GET(self):
        getattr(self, "answer_" + self.path.split("?")[0].strip("/").replace("-", "_"))()

    do_POST = do_HEAD = do_GET

    def answer_four_steps(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(b"hi")

    def answer_length(self):
        data = b"counted"
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def answer_reason(self):
        self.send_response(418, "Short and stout")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_empty_reason(self):
        self.send_response(200, "")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_latin_reason(self):
        self.send_response(200, "Tr\xe8s bien")
        self.send_header("X-Name", "caf\xe9")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_odd_code(self):
        self.send_response(799)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_redirect(self):
        self.send_response(302)
        self.send_header("Location", "/login")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_cookies(self):
        self.send_response(200)
        self.send_header("Set-Cookie", "a=1; Path=/")
        self.send_header("Set-Cookie", "b=2; HttpOnly")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_raw_head(self):
        self.wfile.write(b"HTTP/1.1 200 Connection Established\r\nX-Raw: yes\r\nContent-Length: 3\r\n\r\nraw")

    def answer_raw_pieces(self):
        self.wfile.write(b"HTTP/1.1 20")
        self.wfile.write(b"0 OK\r\nContent-")
        self.wfile.flush()
        self.wfile.write(b"Length: 6\r\n\r")
        self.wfile.write(b"\npieces")

    def answer_raw_after(self):
        self.send_response(200)
        self.flush_headers()
        self.wfile.write(b"X-Raw: behind\r\nContent-Length: 2\r\n\r\nok")

    def answer_chunks(self):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in (b"first ", b"second"):
            self.wfile.write(b"%X\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")

    def answer_multipart(self):
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        self.end_headers()
        for part in (b"one", b"two"):
            self.wfile.write(b"--frame\r\n")
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", len(part))
            self.end_headers()
            self.wfile.write(part + b"\r\n")

    def answer_events(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for number in range(3):
            self.wfile.write(b"data: %d\n\n" % number)
            self.wfile.flush()

    def answer_response_only(self):
        self.send_response_only(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_response_only_message(self):
        self.send_response_only(202, "Later")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_interim(self):
        self.send_response_only(103)
        self.send_header("Link", "</style.css>; rel=preload")
        self.end_headers()
        self.answer_length()

    def answer_flush_early(self):
        self.send_response(200)
        self.flush_headers()
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"early")

    def answer_flush_nothing(self):
        self.flush_headers()
        self.answer_length()

    def answer_204(self):
        self.send_response(204)
        self.end_headers()

    def answer_304(self):
        self.send_response(304)
        self.send_header("ETag", '"x"')
        self.end_headers()

    def answer_close(self):
        self.send_response(200)
        self.send_header("Connection", "close")
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"last")

    def answer_close_connection(self):
        self.close_connection = True
        self.answer_length()

    def answer_keep_alive(self):
        self.send_response(200)
        self.send_header("Connection", "keep-alive")
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"more")

    def answer_keep_connection(self):
        self.close_connection = False
        self.answer_length()

    def answer_lower_case_names(self):
        self.send_response(200)
        self.send_header("content-length", "2")
        self.send_header("x-mixed-CASE", "a b  c")
        self.send_header("X-Empty", "")
        self.end_headers()
        self.wfile.write(b"ok")

    def answer_nothing(self):
        pass

    def answer_raises(self):
        raise ValueError("on purpose")

    def answer_raises_late(self):
        self.send_response(200)
        self.send_header("Content-Length", "10")
        self.end_headers()
        self.wfile.write(b"half")
        raise ValueError("on purpose")

    def answer_auth(self):
        if self.headers.get("Authorization") != "Basic dTpw":
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="x"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.answer_length()

    def answer_upload(self):
        data = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[::-1])

    def answer_lines(self):
        first = self.rfile.readline()
        limited = self.rfile.readline(3)
        rest = self.rfile.readline()
        data = b"|".join((first, limited, rest))
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def answer_no_read(self):
        self.answer_length()

    def answer_error_after_head(self):
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.send_error(500, "Changed my mind")

    def answer_error_twice(self):
        self.send_error(404)
        self.send_error(500)


HANDLERS = {"Idioms": Idioms}
