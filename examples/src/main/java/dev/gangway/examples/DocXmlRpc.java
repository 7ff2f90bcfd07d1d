package dev.gangway.examples;

import dev.gangway.examples.xmlrpc.DocXMLRPCRequestHandler;
import dev.gangway.examples.xmlrpc.SimpleXMLRPCDispatcher;
import dev.gangway.examples.xmlrpc.XMLRPCDocGenerator;

/** The same methods, with a page about them for browsers. */
public class DocXmlRpc extends DocXMLRPCRequestHandler {
    private static final SimpleXMLRPCDispatcher METHODS = XmlRpc.methods();
    private static final XMLRPCDocGenerator PAGE = page();

    public DocXmlRpc() {
        super(METHODS, PAGE);
    }

    private static XMLRPCDocGenerator page() {
        XMLRPCDocGenerator page = new XMLRPCDocGenerator(METHODS);
        page.serverTitle("Sums & \"more\"");
        page.serverName("Sums <1>");
        page.serverDocumentation(
                "Begin with add(1, 2).\n\n\tOr read PEP 8 at https://peps.python.org/ & think of self.care.");
        return page;
    }
}
