from http.server import BaseHTTPRequestHandler


class HeaderDump(BaseHTTPRequestHandler):
    def do_GET(self):
        lines = ["%s=%s" % (name, value) for name, value in self.headers.items()]
        lines.append("agent: " + (self.headers["User-Agent"] or "nobody"))
        lines.append("debug: " + ("yes" if "X-Debug" in self.headers else "no"))
        lines.append("tags: " + ",".join(self.headers.get_all("X-Tag", [])))
        lines.append("type: " + self.headers.get_content_type())
        data = ("\n".join(lines) + "\n\n" + str(self.headers)).encode("latin-1")
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=iso-8859-1")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
