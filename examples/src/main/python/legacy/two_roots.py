import os
from http.server import SimpleHTTPRequestHandler


class TwoRoots(SimpleHTTPRequestHandler):
    def translate_path(self, path):
        if path.startswith("/v2/"):
            return super().translate_path("/sub" + path[3:])
        translated = super().translate_path(path)
        if not os.path.exists(translated) and os.path.exists(translated + ".html"):
            return translated + ".html"
        return translated
