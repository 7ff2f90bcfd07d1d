# Serves one handler class of a module, for `gangway port --verify`: FILE CLASS PORT
import os
import sys

try:
    import socketserver
    from http.server import HTTPServer
except ImportError:
    import SocketServer as socketserver
    from BaseHTTPServer import HTTPServer

path, name, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
sys.argv = [path]
sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
module = {'__name__': 'legacy', '__file__': path}
bind = socketserver.TCPServer.__init__
serve = socketserver.BaseServer.serve_forever


class Started(BaseException):
    """The module starts its own server when it is imported, and is read up to there."""


def unbound(server, address, handler, bind_and_activate=True):
    bind(server, address, handler, False)


def started(server, *args, **keywords):
    raise Started()


socketserver.TCPServer.__init__ = unbound
socketserver.BaseServer.serve_forever = started
try:
    with open(path, 'rb') as file:
        exec(compile(file.read(), path, 'exec'), module)
except Started:
    pass
finally:
    socketserver.TCPServer.__init__ = bind
    socketserver.BaseServer.serve_forever = serve


class Server(socketserver.ThreadingMixIn, HTTPServer):
    daemon_threads = True


def found():
    if name in module:
        return module[name]
    for value in list(module.values()):
        if isinstance(getattr(value, name, None), type):
            return getattr(value, name)
    raise SystemExit('there is no class ' + name + ' in ' + path)


Server(('127.0.0.1', port), found()).serve_forever()
