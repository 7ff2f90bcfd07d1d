import datetime
from xmlrpc.client import Binary, Fault
from xmlrpc.server import SimpleXMLRPCDispatcher, SimpleXMLRPCRequestHandler


def add(x, y):
    """Adds two numbers; see also echo(x) and RFC 1945."""
    return x + y


def echo(x=None):
    """Returns its argument."""
    return x


def date():
    return datetime.datetime(2023, 11, 14, 22, 13, 20)


def zeros(count):
    return Binary(bytes(count))


def fail(code):
    raise Fault(code, "as you like")


def long(count):
    return "x" * count


def register(dispatcher):
    for function in add, echo, date, zeros, fail, long:
        dispatcher.register_function(function)


class XmlRpc(SimpleXMLRPCRequestHandler):
    pass


def configure(server):
    """What SimpleXMLRPCServer has and HTTPServer has not."""
    dispatcher = SimpleXMLRPCDispatcher(allow_none=True)
    dispatcher.register_introspection_functions()
    dispatcher.register_multicall_functions()
    register(dispatcher)
    server._marshaled_dispatch = dispatcher._marshaled_dispatch
    server.logRequests = True
