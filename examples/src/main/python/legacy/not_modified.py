import calendar
import email.utils
from http.server import BaseHTTPRequestHandler

CHANGED = 1700000000


class NotModified(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    body = b"a report that seldom changes\n"

    def do_HEAD(self):
        self.send_report(head=True)

    def do_GET(self):
        self.send_report(head=False)

    def send_report(self, head):
        since = email.utils.parsedate(self.headers.get("If-Modified-Since"))
        if since is not None and calendar.timegm(since) >= CHANGED:
            self.send_response(304)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", len(self.body))
        self.send_header("Last-Modified", self.date_time_string(CHANGED))
        self.end_headers()
        if not head:
            self.wfile.write(self.body)
