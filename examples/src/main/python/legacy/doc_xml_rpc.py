from xmlrpc.server import DocXMLRPCRequestHandler, SimpleXMLRPCDispatcher, XMLRPCDocGenerator

from . import xml_rpc


class DocXmlRpc(DocXMLRPCRequestHandler):
    pass


class Documented(SimpleXMLRPCDispatcher, XMLRPCDocGenerator):
    def __init__(self):
        SimpleXMLRPCDispatcher.__init__(self, allow_none=True)
        XMLRPCDocGenerator.__init__(self)


def configure(server):
    """What DocXMLRPCServer has and HTTPServer has not."""
    dispatcher = Documented()
    xml_rpc.register(dispatcher)
    dispatcher.set_server_title('Sums & "more"')
    dispatcher.set_server_name("Sums <1>")
    dispatcher.set_server_documentation(
        "Begin with add(1, 2).\n\n\tOr read PEP 8 at https://peps.python.org/ & think of self.care."
    )
    server._marshaled_dispatch = dispatcher._marshaled_dispatch
    server.generate_html_documentation = dispatcher.generate_html_documentation
    server.logRequests = True
