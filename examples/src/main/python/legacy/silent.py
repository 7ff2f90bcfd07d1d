from http.server import SimpleHTTPRequestHandler


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass
