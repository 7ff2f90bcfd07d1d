import time
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit


class Events(BaseHTTPRequestHandler):
    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query)
        count = min(1000, int(query.get("count", ["10"])[0]))
        millis = min(10_000, int(query.get("millis", ["1000"])[0]))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        for number in range(1, count + 1):
            if number > 1:
                time.sleep(millis / 1000)
            now = datetime.now(timezone.utc).isoformat()
            self.wfile.write(b"id: %d\ndata: %s\n\n" % (number, now.encode("ascii")))
            self.wfile.flush()
