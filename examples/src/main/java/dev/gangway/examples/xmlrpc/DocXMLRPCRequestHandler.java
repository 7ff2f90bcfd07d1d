package dev.gangway.examples.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** Answers calls, and GET with a page about the methods ("xmlrpc.server: DocXMLRPCRequestHandler"). */
public class DocXMLRPCRequestHandler extends SimpleXMLRPCRequestHandler {
    private static final String CSS = """
            body { font-family: sans-serif; }
            table.heading { background: #7799ee; width: 100%; }
            table.section { width: 100%; }
            .functions-decor { background: #eeaa77; }
            """;

    private final XMLRPCDocGenerator generator;

    /**
     * Makes a handler.
     *
     * @param dispatcher answers the calls
     * @param generator writes the page
     */
    public DocXMLRPCRequestHandler(SimpleXMLRPCDispatcher dispatcher, XMLRPCDocGenerator generator) {
        super(dispatcher);
        this.generator = generator;
    }

    public void do_GET() throws IOException {
        if (!isRpcPathValid()) {
            report404();
            return;
        }
        boolean css = path().endsWith(".css");
        byte[] response = (css ? CSS : generator.generateHtmlDocumentation()).getBytes(UTF_8);
        sendResponse(200);
        sendHeader("Content-Type", (css ? "text/css" : "text/html") + "; charset=UTF-8");
        sendHeader("Content-length", response.length);
        endHeaders();
        wfile().write(response);
    }
}
