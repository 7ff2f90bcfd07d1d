import contextlib
import errno
import gzip
import http.client
import io
import itertools
import mimetypes
import operator
import os
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import zlib
from http.server import BaseHTTPRequestHandler, HTTPServer, HTTPStatus


class H(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        lines = sorted("%s=%s" % (k, v) for k, v in self.headers.items() if k != "Host")
        names = [name for name, value in sorted(self.headers.items())]
        pair = sorted(self.headers.items())[0]
        data = ("%s %s %s %s" % (self.path, lines, names, pair)).encode()
        self.send_response(200)
        if self.path == "/chunked":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n")
            return
        self.send_header("Content-Length", str(len(data)))
        self.send_header("X-Two", "a")
        self.send_header("X-Two", "b")
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self):
        data = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201, "Made")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[::-1])

    def log_message(self, *args):
        pass


def main(path):
    out = open(path, "w")

    def put(*values):
        out.write(" ".join(str(each) for each in values) + "\n")

    for fmt, values in [("<BhIq", (1, -2, 3, -4)), (">H", (513,)), ("!Q", (2 ** 63 - 1,)), ("=i3s?", (7, b"ab", True)),
                        ("@bi", (1, 2)), ("<fd", (0.5, 0.1)), ("2H", (1, 2)), ("c", (b"x",)), ("5p", (b"abc",))]:
        data = struct.pack(fmt, *values)
        put(fmt, data, struct.calcsize(fmt), struct.unpack(fmt, data))
    put(struct.unpack_from("<H", b"\x00\x01\x02", 1)[0])
    try:
        struct.pack("B", 256)
    except struct.error:
        put("struct.error")
    try:
        struct.unpack("I", b"abc")
    except struct.error as e:
        put(e)
    put(zlib.decompress(zlib.compress(b"abc" * 10)), zlib.crc32(b"abc"), zlib.adler32(b"abc"))
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb") as f:
        f.write(b"text" * 5)
    with gzip.GzipFile(fileobj=io.BytesIO(buffer.getvalue())) as f:
        put(f.read())
    with contextlib.closing(gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b"z")), mode="rb")) as f:
        put(f.read())
    pool = threading.BoundedSemaphore(2)
    with pool:
        put(pool.acquire(blocking=False), pool.acquire(False), pool.acquire(timeout=0.01))
    pool.release()
    try:
        pool.release()
    except ValueError as e:
        put(e)
    mine = threading.local()
    mine.x = 1
    elsewhere = []
    timer = threading.Timer(0.001, lambda name: elsewhere.append((name, hasattr(mine, "x"))), ["t"])
    timer.start()
    timer.join()
    put(mine.x, elsewhere)
    with tempfile.NamedTemporaryFile(suffix=".txt") as f:
        f.write(b"temp")
        f.flush()
        name = f.name
        put(os.path.getsize(name), name.endswith(".txt"))
    put(os.path.exists(name))
    receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver.bind(("127.0.0.1", 0))
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sender.sendto(b"datagram", receiver.getsockname())
    put(receiver.recvfrom(1024)[0])
    sender.close()
    receiver.close()
    waiting = socket.socket()
    waiting.bind(("127.0.0.1", 0))
    waiting.settimeout(0.05)
    waiting.listen(1)
    try:
        waiting.accept()
    except OSError:
        put("none came")
    waiting.close()
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(1)
    with socket.create_connection(listener.getsockname(), 5) as client:
        accepted, address = listener.accept()
        put(address == client.getsockname())
        client.sendall(b"over tcp")
        put(accepted.recv(100))
        accepted.close()
        put(client.recv(100))
    listener.close()
    put(sorted([("a", 2), ("b", 1)], key=operator.itemgetter(1)), mimetypes.types_map[".html"])
    with contextlib.suppress(ValueError, KeyError):
        int("x")
        put("not reached")
    put(list(itertools.chain([1], (2, 3), range(2))), errno.EPIPE, HTTPStatus.REQUEST_URI_TOO_LONG.value)
    p = subprocess.Popen(["sh", "-c", "cat; echo err >&2; exit 3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    put(p.communicate(b"in"), p.returncode, p.poll())
    p = subprocess.Popen("echo a; echo b", shell=True, stdout=subprocess.PIPE, universal_newlines=True)
    put([line.strip() for line in p.stdout], p.wait())
    server = HTTPServer(("127.0.0.1", 0), H)
    thread = threading.Thread(target=server.serve_forever)
    thread.daemon = True
    thread.start()
    conn = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    conn.request("GET", "/a?b=c", headers={"X-One": "1"})
    answer = conn.getresponse()
    put(answer.status, answer.reason, answer.version, answer.getheader("x-two"), answer.getheader("none", "no"), answer.read())
    conn.request("POST", "/p", b"abc")
    answer = conn.getresponse()
    put(answer.status, answer.reason, answer.read(2), answer.read(), answer.read())
    conn.request("GET", "/chunked")
    put(conn.getresponse().read())
    conn.close()
    server.shutdown()
    server.server_close()
    try:
        http.client.HTTPConnection("127.0.0.1:x")
    except http.client.HTTPException as e:
        put(e)
    out.close()


if __name__ == "__main__":
    main(sys.argv[1])
