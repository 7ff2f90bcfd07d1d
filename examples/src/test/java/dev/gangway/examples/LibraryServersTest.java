package dev.gangway.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.examples.pydoc.ServerThread;
import dev.gangway.examples.wsgiref.WSGIServer;
import dev.gangway.examples.xmlrpc.DocXMLRPCServer;
import dev.gangway.examples.xmlrpc.SimpleXMLRPCDispatcher;
import dev.gangway.examples.xmlrpc.SimpleXMLRPCServer;
import dev.gangway.examples.xmlrpc.XMLRPCDocGenerator;
import dev.gangway.standalone.HTTPServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The servers that Python's library makes of its handlers: each is started, asked, and stopped. */
class LibraryServersTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void simpleXmlRpcServerAnswersWhatIsRegistered() throws Exception {
        try (SimpleXMLRPCServer server = new SimpleXMLRPCServer(ANY_PORT)) {
            server.dispatcher().registerFunction(List::size, "count");
            String response = callOn(server, "count", "<param><value>a</value></param><param><value>b</value></param>");
            assertTrue(response.contains("<value><int>2</int></value>"), response);
        }
    }

    @Test
    void instanceAnswersWhereThereIsNoFunction() throws Exception {
        try (SimpleXMLRPCServer server = new SimpleXMLRPCServer(ANY_PORT)) {
            server.dispatcher().registerInstance((method, params) -> method + params);
            String response = callOn(server, "a.b", "<param><value><i4>1</i4></value></param>");
            assertTrue(response.contains("<value><string>a.b[1]</string></value>"), response);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    no XML,           'nonsense',                                                       xml.parsers.expat.ExpatError
                    another document, '<a/>',                                                           xmlrpc.client.ResponseError
                    a document type,  '<!DOCTYPE a [<!ENTITY b "c">]><methodCall><methodName>&b;</methodName></methodCall>', 'ValueError'
                    no number,        '<methodCall><methodName>a</methodName><params><param><value><int>x</int></value></param></params></methodCall>', ValueError
                    """)
    void malformedCallsAreFaults(String name, String call, String error) throws Exception {
        try (SimpleXMLRPCServer server = new SimpleXMLRPCServer(ANY_PORT)) {
            String response = postTo(server, call);
            assertTrue(response.contains("&lt;class '" + error + "'&gt;"), response);
        }
    }

    @Test
    void valuesInsideEachOtherAreBounded() throws Exception {
        try (SimpleXMLRPCServer server = new SimpleXMLRPCServer(ANY_PORT)) {
            server.dispatcher().registerFunction(values -> values.get(0), "echo");
            String allowed = callOn(server, "echo", "<param>" + nested(100) + "</param>");
            assertTrue(allowed.contains("<value><array><data>\n".repeat(100)), allowed);
            for (int depth : new int[] {101, 5000}) {
                String refused = callOn(server, "echo", "<param>" + nested(depth) + "</param>");
                assertTrue(refused.contains("RecursionError"), refused);
            }
        }
    }

    private static String nested(int depth) {
        return "<value><array><data>".repeat(depth) + "</data></array></value>".repeat(depth);
    }

    @Test
    void docXmlRpcServerShowsItsMethods() throws Exception {
        SimpleXMLRPCDispatcher methods = new SimpleXMLRPCDispatcher(false);
        methods.registerFunction(List::size, "count");
        try (HTTPServer server = new DocXMLRPCServer(ANY_PORT, methods, new XMLRPCDocGenerator(methods))) {
            String page = getFrom(server, "/");
            assertTrue(page.contains("<strong>count</strong></a>(...)"), page);
        }
    }

    @Test
    void wsgiServerRunsAnApplication() throws Exception {
        try (HTTPServer server = new WSGIServer(ANY_PORT, (environ, startResponse) -> {
            startResponse.start("200 OK", List.of(Map.entry("Content-Type", "text/plain")));
            return List.of(String.valueOf(environ.get("PATH_INFO")).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        })) {
            assertEquals("/a b", getFrom(server, "/a%20b"));
        }
    }

    @Test
    void pydocServerStopsWhenItIsToldTo() throws Exception {
        ServerThread thread = ServerThread.start(ANY_PORT, (url, type) -> url + " " + type);
        String url = thread.url();
        assertEquals("/index.html text/html", get(url + "index.html"));
        thread.stop();
        assertThrows(ConnectException.class, () -> get(url));
    }

    private String callOn(HTTPServer server, String method, String params) throws Exception {
        return postTo(
                server,
                "<methodCall><methodName>" + method + "</methodName><params>" + params + "</params></methodCall>");
    }

    private String postTo(HTTPServer server, String body) throws Exception {
        return during(
                server,
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.serverPort() + "/RPC2"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private String getFrom(HTTPServer server, String target) throws Exception {
        return during(
                server,
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.serverPort() + target))
                        .build());
    }

    private String during(HTTPServer server, HttpRequest request) throws Exception {
        Thread thread = new Thread(server::serveForever, "library server");
        thread.start();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } finally {
            server.shutdown();
            thread.join();
        }
    }

    private String get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
