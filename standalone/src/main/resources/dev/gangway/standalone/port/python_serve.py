# Serves one handler class of a module, for `gangway port --verify`: FILE CLASS PORT
import os
import sys

path, name, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
sys.argv = [path]
sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
module = {'__name__': 'legacy', '__file__': path}
with open(path, 'rb') as file:
    exec(compile(file.read(), path, 'exec'), module)
try:
    from http.server import HTTPServer
    from socketserver import ThreadingMixIn
except ImportError:
    from BaseHTTPServer import HTTPServer
    from SocketServer import ThreadingMixIn


class Server(ThreadingMixIn, HTTPServer):
    daemon_threads = True


Server(('127.0.0.1', port), module[name]).serve_forever()
