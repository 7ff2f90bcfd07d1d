from http.server import CGIHTTPRequestHandler


class OwnScripts(CGIHTTPRequestHandler):
    cgi_directories = ["/scripts"]

    def do_GET(self):
        if self.path == "/":
            self.path = "/scripts/front.sh"
        super().do_GET()
