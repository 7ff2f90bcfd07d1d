package dev.gangway.examples.xmlrpc;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the documentation of an XML-RPC server ("xmlrpc.server: XMLRPCDocGenerator"). */
public final class XMLRPCDocGenerator {
    private final SimpleXMLRPCDispatcher dispatcher;
    private String serverName = "XML-RPC Server Documentation";
    private String serverDocumentation = "This server exports the following methods through the XML-RPC protocol.";
    private String serverTitle = "XML-RPC Server Documentation";

    /**
     * Makes a generator.
     *
     * @param dispatcher knows the methods
     */
    public XMLRPCDocGenerator(SimpleXMLRPCDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Sets the title of the page ("set_server_title"). */
    public void serverTitle(String serverTitle) {
        this.serverTitle = serverTitle;
    }

    /** Sets the heading of the page ("set_server_name"). */
    public void serverName(String serverName) {
        this.serverName = serverName;
    }

    /** Sets the text below the heading ("set_server_documentation"). */
    public void serverDocumentation(String serverDocumentation) {
        this.serverDocumentation = serverDocumentation;
    }

    /** Returns a page of HTML about all methods ("generate_html_documentation"). */
    public String generateHtmlDocumentation() {
        Map<String, String> links = new LinkedHashMap<>();
        for (String method : dispatcher.systemListMethods()) {
            links.put(method, "#-" + method);
        }
        ServerHTMLDoc documenter = new ServerHTMLDoc(links);
        StringBuilder methods = new StringBuilder();
        for (String method : links.keySet()) {
            methods.append(
                    documenter.docroutine(method, dispatcher.argstring(method), dispatcher.systemMethodHelp(method)));
        }
        return documenter.page(serverTitle, documenter.docserver(serverName, serverDocumentation, methods.toString()));
    }
}
