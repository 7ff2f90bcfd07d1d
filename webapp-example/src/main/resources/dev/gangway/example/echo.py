import base64
import hashlib
import struct
from http.server import BaseHTTPRequestHandler

CLOSE, PING, PONG = 8, 9, 10


class Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        key = self.headers.get("Sec-WebSocket-Key")
        if key is None:
            self.send_error(426, "Open this address as a WebSocket")
            return
        accept = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode("ascii"))
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(accept.digest()).decode("ascii"))
        self.end_headers()
        while self.echo():
            pass
        self.close_connection = True

    def echo(self):
        head = self.rfile.read(2)
        if len(head) < 2 or head[1] < 0x80:
            return False  # the client has gone, or breaks the rule that its frames are masked
        opcode = head[0] & 0x0F
        length = head[1] & 0x7F
        if length > 125:
            length = int.from_bytes(self.rfile.read(2 if length == 126 else 8), "big")
        if length > 1 << 20:
            self.send(0x80 | CLOSE, b"\x03\xf1")  # 1009: the message is too big
            return False
        mask = self.rfile.read(4)
        payload = bytes(b ^ mask[i % 4] for i, b in enumerate(self.rfile.read(length)))
        if opcode != PONG:
            self.send(0x80 | PONG if opcode == PING else head[0], payload)
        return opcode != CLOSE

    def send(self, first, payload):
        n = len(payload)
        if n < 126:
            head = struct.pack("!BB", first, n)
        elif n < 1 << 16:
            head = struct.pack("!BBH", first, 126, n)
        else:
            head = struct.pack("!BBQ", first, 127, n)
        self.wfile.write(head + payload)
