import json
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs

NOTES = ["Handlers run anywhere."]


class Notes(BaseHTTPRequestHandler):
    max_notes = 10

    def do_GET(self):
        self.reply(200)

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        if length > 10_000:
            self.send_error(413)
            return
        text = self.rfile.read(length).decode("utf-8")
        form = {}
        if self.headers.get_content_type() == "application/x-www-form-urlencoded":
            form = parse_qs(text, keep_blank_values=True)
        if "remove" in form:
            if form["remove"][0] in NOTES:
                NOTES.remove(form["remove"][0])
            self.reply(200)
        elif len(NOTES) >= self.max_notes:
            self.send_error(409, "Too many notes")
        else:
            NOTES.append(form.get("text", [text])[0])
            self.reply(201)

    def do_DELETE(self):
        NOTES.clear()
        self.reply(200)

    def reply(self, code):
        content = (json.dumps(NOTES, ensure_ascii=False) + "\n").encode("utf-8")
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
