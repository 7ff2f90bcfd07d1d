from http.server import BaseHTTPRequestHandler


class OwnErrors(BaseHTTPRequestHandler):
    error_message_format = "<h1>%(code)d</h1><p>%(message)s</p><p>%(explain)s, 100%% sure</p>\n"
    error_content_type = "text/html"

    def do_GET(self):
        if self.path == "/secret":
            self.send_error(403, "Keep <out>")
        elif self.path == "/gone":
            self.send_error(410, explain="It was here once")
        else:
            self.send_error(404)

    do_HEAD = do_GET

    def send_error(self, code, message=None, explain=None):
        if code == 404:
            message = "No " + self.path
        super().send_error(code, message, explain)
