package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.Reason;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerServer;
import dev.gangway.host.RequestInputStream;
import dev.gangway.http.HTTPMessage;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every documented member of {@code http.server} has its port: the name, public, with these types; hooks can be
 * overridden and shorter forms call the longest one.
 */
class DocumentedNamesTest {
    // * hook that may throw IOException   ! final   the rest may be overridden and throws nothing
    private static final String BASE = """
            InetSocketAddress clientAddress()
            HandlerServer server()
            HandlerConnection connection()
            boolean closeConnection()
            void closeConnection(boolean)
            String requestline()
            String command()
            String requestVersion()
            String path()
            void path(String)
            HTTPMessage headers()
            RequestInputStream rfile()
            void rfile(InputStream)
            OutputStream wfile()
            void wfile(OutputStream)
            List pendingHeaders()
            * boolean dispatch(String)
            String serverVersion()
            void serverVersion(String)
            String sysVersion()
            void sysVersion(String)
            String errorMessageFormat()
            void errorMessageFormat(String)
            String errorContentType()
            void errorContentType(String)
            String protocolVersion()
            void protocolVersion(String)
            String defaultRequestVersion()
            void defaultRequestVersion(String)
            Supplier messageClass()
            void messageClass(Supplier)
            Map responses()
            void responses(Map)
            Duration timeout()
            void timeout(Duration)
            * void setup()
            * void handle()
            * void finish()
            * void handleOneRequest()
            * boolean parseRequest()
            * boolean handleExpect100()
            *! void sendError(int)
            *! void sendError(int,String)
            * void sendError(int,String,String)
            *! void sendError(HTTPStatus)
            *! void sendError(HTTPStatus,String)
            *! void sendError(HTTPStatus,String,String)
            *! void sendResponse(int)
            * void sendResponse(int,String)
            *! void sendResponse(HTTPStatus)
            *! void sendResponse(HTTPStatus,String)
            *! void sendResponseOnly(int)
            * void sendResponseOnly(int,String)
            *! void sendResponseOnly(HTTPStatus)
            *! void sendResponseOnly(HTTPStatus,String)
            * void sendHeader(String,String)
            *! void sendHeader(String,long)
            * void endHeaders()
            * void flushHeaders()
            ! void logRequest()
            ! void logRequest(int)
            ! void logRequest(int,long)
            void logRequest(String,String)
            void logError(String,Object[])
            void logMessage(String,Object[])
            String versionString()
            ! String dateTimeString()
            String dateTimeString(Instant)
            String logDateTimeString()
            String addressString()
            boolean decodeChunked()
            void decodeChunked(boolean)
            *! void run(HandlerConnection)
            """;

    private static final String SIMPLE = """
            * void do_GET()
            * void do_HEAD()
            Path directory()
            void directory(Path)
            Map extensionsMap()
            void extensionsMap(Map)
            List indexPages()
            void indexPages(List)
            * InputStream sendHead()
            * InputStream listDirectory(Path)
            Path translatePath(String)
            String guessType(Path)
            * void copyfile(InputStream,OutputStream)
            """;

    private static final String CGI = """
            * void do_POST()
            * InputStream sendHead()
            List cgiDirectories()
            void cgiDirectories(List)
            CgiInfo cgiInfo()
            boolean isCgi()
            * void runCgi()
            boolean isExecutable(Path)
            boolean isPython(Path)
            """;

    private static final String MESSAGE = """
            String get(String)
            String get(String,String)
            List getAll(String)
            boolean contains(String)
            List items()
            List keys()
            List values()
            String getContentType()
            String getContentMaintype()
            String getContentSubtype()
            String getContentCharset()
            String getParam(String)
            String getBoundary()
            String getFilename()
            """;

    private static final String SERVER = """
            String serverName()
            int serverPort()
            Object attribute(String)
            void attribute(String,Object)
            void log(String)
            void handleError(HandlerConnection,Throwable)
            """;

    private static final String CONNECTION = """
            InputStream rfile()
            OutputStream wfile()
            InetSocketAddress clientAddress()
            HandlerServer server()
            Duration timeout()
            * void timeout(Duration)
            boolean isSecure()
            InetSocketAddress localAddress()
            List peerCertificates()
            String mountPath()
            """;

    private static final String INPUT = """
            * byte[] readline()
            * byte[] readline(int)
            """;

    /** A class and one member that it must have. */
    record Member(Class<?> type, String declaration) {
        @Override
        public String toString() {
            return type.getSimpleName() + ": " + declaration;
        }
    }

    static final List<Member> MEMBERS = Stream.of(
                    of(BaseHTTPRequestHandler.class, BASE),
                    of(SimpleHTTPRequestHandler.class, SIMPLE),
                    of(HTTPMessage.class, MESSAGE),
                    of(HandlerServer.class, SERVER),
                    of(HandlerConnection.class, CONNECTION),
                    of(RequestInputStream.class, INPUT))
            .flatMap(List::stream)
            .toList();

    private static List<Member> of(Class<?> type, String lines) {
        return lines.lines().map(line -> new Member(type, line)).toList();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("MEMBERS")
    void isThere(Member member) {
        String wanted = member.declaration().replaceFirst("^[*!]+ ", "");
        List<Method> named = Arrays.stream(member.type().getMethods())
                .filter(method -> shown(method).equals(wanted))
                .toList();
        assertEquals(1, named.size(), () -> "methods of that name: " + methodsNamed(member.type(), wanted));
        Method method = named.get(0);
        String marks = member.declaration().replaceFirst("[A-Za-z].*", "").strip();
        assertEquals(marks.contains("!"), Modifier.isFinal(method.getModifiers()), "final");
        List<Class<?>> thrown = List.of(method.getExceptionTypes());
        assertEquals(marks.contains("*") ? List.of(IOException.class) : List.of(), thrown, "throws");
    }

    private static List<String> methodsNamed(Class<?> type, String wanted) {
        String name = wanted.replaceFirst(".* ", "").replaceFirst("\\(.*", "");
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .map(DocumentedNamesTest::shown)
                .toList();
    }

    private static String shown(Method method) {
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(","));
        return method.getReturnType().getSimpleName() + " " + method.getName() + "(" + parameters + ")";
    }

    @Test
    void areThereForScripts() {
        Class<?> type;
        try {
            type = Class.forName("dev.gangway.handler.CGIHTTPRequestHandler");
        } catch (ClassNotFoundException e) {
            Assumptions.abort("no CGI handler yet");
            return;
        }
        of(type, CGI).forEach(this::isThere);
    }

    @Test
    void attributesAreReadThroughTheirReaders() {
        BaseHTTPRequestHandler handler = new BaseHTTPRequestHandler() {
            @Override
            public String serverVersion() {
                return "Mine/1";
            }
        };
        handler.sysVersion("x");
        assertEquals("Mine/1 x", handler.versionString());
    }

    @Test
    void haveTheDocumentedDefaults() {
        SimpleHTTPRequestHandler files = new SimpleHTTPRequestHandler();
        BaseHTTPRequestHandler base = new BaseHTTPRequestHandler() {};
        assertTrue(base.serverVersion().matches("BaseHTTP/\\d+\\.\\d+(\\.\\d+)?"), base.serverVersion());
        assertTrue(files.serverVersion().matches("SimpleHTTP/\\d+\\.\\d+(\\.\\d+)?"), files.serverVersion());
        assertEquals("Java/" + Runtime.version().feature(), base.sysVersion());
        assertEquals("HTTP/1.0", base.protocolVersion());
        assertEquals("HTTP/0.9", base.defaultRequestVersion());
        assertEquals("text/html;charset=utf-8", base.errorContentType());
        assertEquals(
                new Reason("Not Found", "Nothing matches the given URI"),
                base.responses().get(404));
        assertEquals(62, base.responses().size());
        assertEquals(List.of("index.html", "index.htm"), files.indexPages());
        assertEquals("application/gzip", files.extensionsMap().get(".gz"));
        assertEquals(4, files.extensionsMap().size());
    }
}
