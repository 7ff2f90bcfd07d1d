from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>A form</title></head>
<body>
<form method="post" action="form">
<label>Name <input name="name"></label> <button>Send</button>
</form>
</body>
</html>
"""


class Form(BaseHTTPRequestHandler):
    def do_GET(self):
        self.reply("text/html; charset=utf-8", PAGE)

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        if length > 10_000:
            self.send_error(413)
            return
        fields = parse_qs(self.rfile.read(length).decode("utf-8"), keep_blank_values=True)
        name = fields.get("name", [""])[0]
        self.reply("text/plain; charset=utf-8", "Hello, " + (name.strip() and name or "stranger") + ".\n")

    def reply(self, content_type, text):
        body = text.encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
