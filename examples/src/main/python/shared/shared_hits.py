"""A counter in Valkey or Redis: shared_hits.py PORT redis://localhost:6379. Needs the package redis (Debian: python3-redis)."""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import redis


class SharedHits(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        try:
            self.reply(self.server.store.incr("hits"))
        except redis.RedisError:
            self.send_error(503, None, "The store cannot be reached")

    def do_GET(self):
        try:
            self.reply(int(self.server.store.get("hits") or 0))
        except redis.RedisError:
            self.send_error(503, None, "The store cannot be reached")

    def reply(self, hits):
        data = b"hit %d\n" % hits
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


if __name__ == "__main__":
    server = ThreadingHTTPServer(("localhost", int(sys.argv[1])), SharedHits)
    server.store = redis.Redis.from_url(sys.argv[2])
    server.serve_forever()
