from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler


class CookieVisits(BaseHTTPRequestHandler):
    def do_GET(self):
        cookies = SimpleCookie(self.headers.get("Cookie"))
        visits = int(cookies["visits"].value) + 1 if "visits" in cookies else 1
        answer = SimpleCookie()
        answer["visits"] = str(visits)
        answer["visits"]["path"] = "/"
        answer["visits"]["max-age"] = 3600
        answer["visits"]["httponly"] = True
        answer["theme"] = "dark"
        self.send_response(200)
        for morsel in answer.values():
            self.send_header("Set-Cookie", morsel.OutputString())
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(b"visit %d\n" % visits)
