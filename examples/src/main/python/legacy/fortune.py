import subprocess
from http.server import BaseHTTPRequestHandler


class Fortune(BaseHTTPRequestHandler):
    def do_GET(self):
        done = subprocess.run(["echo", "a", "fortune"], capture_output=True)
        self.send_response(200 if done.returncode == 0 else 500)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(done.stdout)))
        self.end_headers()
        self.wfile.write(done.stdout)
