import json
from http.server import BaseHTTPRequestHandler


class JsonReplies(BaseHTTPRequestHandler):
    def _send(self, code, data, kind="application/json"):
        if isinstance(data, str):
            data = data.encode("utf-8")
        self.send_response(code)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        if self.path == "/status":
            self._send(200, json.dumps({"ok": True}))
        elif self.path == "/name":
            self._send(200, "Gr\u00fc\u00dfe", "text/plain; charset=utf-8")
        else:
            self._send(404, json.dumps({"error": "not found"}))
