package dev.gangway.porting;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's {@code http.client.HTTPConnection}: requests to another server, with the header fields that CPython sends. */
public class HTTPConnection implements AutoCloseable {
    private final String host;
    private final int port;
    private final int defaultPort;
    private final double timeout;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private String method = "GET";

    /** Makes a connection to {@code host} or {@code host:port}; nothing is sent yet. */
    public HTTPConnection(String host) {
        this(host, Keywords.NONE);
    }

    /** Makes a connection to a port. */
    public HTTPConnection(String host, @Nullable Object port) {
        this(host, Keywords.of("port", port));
    }

    /** Makes a connection to a port, with {@code timeout=seconds}. */
    public HTTPConnection(String host, @Nullable Object port, Keywords keywords) {
        this(host, keywords.and(Map.of("port", port == null ? 0L : port)));
    }

    /** Makes a connection, with {@code port} and {@code timeout=seconds}. */
    public HTTPConnection(String host, Keywords keywords) {
        this(host, keywords, 80);
    }

    HTTPConnection(String host, Keywords keywords, int defaultPort) {
        int colon = host.lastIndexOf(':');
        boolean named = colon > host.lastIndexOf(']') && colon >= 0;
        Object given = keywords.get("port");
        this.defaultPort = defaultPort;
        boolean without = given == null || Ported.asLong(given) == 0;
        String number = named ? host.substring(colon + 1) : "";
        if (named && without && !number.matches("\\d{0,5}")) {
            throw new HTTPException("nonnumeric port: " + Python.repr(number));
        }
        this.port = !without ? (int) Ported.asLong(given) : number.isEmpty() ? defaultPort : Integer.parseInt(number);
        String name = named && without ? host.substring(0, colon) : host;
        this.host = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        Object limit = keywords.get("timeout");
        this.timeout = limit == null ? 0 : Ported.asDouble(limit);
    }

    /** Returns {@code connection.host}. */
    public String host() {
        return host;
    }

    /** Returns {@code connection.port}. */
    public long port() {
        return port;
    }

    /** Does {@code connection.set_debuglevel(level)}: nothing. */
    public void setDebuglevel(long level) {}

    /** Does {@code connection.connect()}. */
    public void connect() throws IOException {
        Socket made = new Socket();
        made.setTcpNoDelay(true);
        try {
            made.connect(new InetSocketAddress(host, port), (int) (1000 * timeout));
            made.setSoTimeout((int) (1000 * timeout));
            Socket ready = ready(made, host, port);
            in = new BufferedInputStream(ready.getInputStream());
            socket = ready;
        } catch (IOException e) {
            made.close();
            throw e;
        }
    }

    Socket ready(Socket connected, String name, int at) throws IOException {
        return connected;
    }

    /** Does {@code connection.request(method, url)}. */
    public void request(String method, String url) throws IOException {
        request(method, url, null, Map.of());
    }

    /** Does {@code connection.request(method, url, body)}. */
    public void request(String method, String url, @Nullable Object body) throws IOException {
        request(method, url, body, Map.of());
    }

    /** Does {@code connection.request(method, url, …)} with {@code body} and {@code headers}. */
    public void request(String method, String url, Keywords keywords) throws IOException {
        request(method, url, keywords.get("body"), keywords.get("headers"));
    }

    /** Does {@code connection.request(method, url, body, headers=…)}. */
    public void request(String method, String url, @Nullable Object body, Keywords keywords) throws IOException {
        request(method, url, body, keywords.get("headers"));
    }

    /** Does {@code connection.request(method, url, body, headers)}. */
    public void request(String method, String url, @Nullable Object body, @Nullable Object headers) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        if (headers instanceof dev.gangway.http.HTTPMessage message) {
            message.items().forEach(field -> fields.put(field.getKey(), field.getValue()));
        } else if (headers != null) {
            Dicts.dict(headers).forEach((name, value) -> fields.put(Python.str(name), text(value)));
        }
        byte[] content =
                body == null ? null : body instanceof String text ? Str.encode(text, "latin-1") : Bytes.of(body);
        boolean hasHost = fields.keySet().stream().anyMatch(name -> name.equalsIgnoreCase("host"));
        boolean hasCoding = fields.keySet().stream().anyMatch(name -> name.equalsIgnoreCase("accept-encoding"));
        boolean hasLength = fields.keySet().stream()
                .anyMatch(
                        name -> name.equalsIgnoreCase("content-length") || name.equalsIgnoreCase("transfer-encoding"));
        begin(method, url, hasHost, hasCoding);
        if (!hasLength
                && (content != null
                        || java.util.Set.of("PATCH", "POST", "PUT").contains(method.toUpperCase(Locale.ROOT)))) {
            putheader("Content-Length", String.valueOf(content == null ? 0 : content.length));
        }
        for (Map.Entry<String, String> field : fields.entrySet()) {
            putheader(field.getKey(), field.getValue());
        }
        endheaders(content);
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : Python.str(value);
    }

    /** Does {@code connection.putrequest(method, url)}. */
    public void putrequest(String method, String url) throws IOException {
        begin(method, url, false, false);
    }

    /** Does {@code connection.putrequest(method, url, skip_host=…, skip_accept_encoding=…)}. */
    public void putrequest(String method, String url, Keywords keywords) throws IOException {
        begin(method, url, keywords.truth("skip_host"), keywords.truth("skip_accept_encoding"));
    }

    private void begin(String verb, String url, boolean skipHost, boolean skipCoding) throws IOException {
        method = verb;
        head.reset();
        line(verb + " " + (url.isEmpty() ? "/" : url) + " HTTP/1.1");
        if (!skipHost) {
            String name = host.contains(":") ? "[" + host + "]" : host;
            putheader("Host", port == defaultPort ? name : name + ":" + port);
        }
        if (!skipCoding) {
            putheader("Accept-Encoding", "identity");
        }
    }

    private void line(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new ValueError("Invalid header value " + Python.repr(text));
        }
        head.writeBytes((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Does {@code connection.putheader(name, value)}. */
    public void putheader(String name, @Nullable Object value) {
        line(name + ": " + text(value));
    }

    /** Does {@code connection.endheaders()}. */
    public void endheaders() throws IOException {
        endheaders(null);
    }

    /** Does {@code connection.endheaders(body)}. */
    public void endheaders(byte @Nullable [] body) throws IOException {
        head.writeBytes(new byte[] {'\r', '\n'});
        byte[] all = head.toByteArray();
        head.reset();
        if (socket == null) {
            connect();
        }
        send(all);
        if (body != null) {
            send(body);
        }
    }

    /** Does {@code connection.send(data)}. */
    public void send(byte[] data) throws IOException {
        if (socket == null) {
            connect();
        }
        Socket open = socket;
        if (open != null) {
            OutputStream out = open.getOutputStream();
            out.write(data);
            out.flush();
        }
    }

    /** Returns {@code connection.getresponse()}. */
    public HTTPResponse getresponse() throws IOException {
        InputStream from = in;
        if (from == null) {
            throw new HTTPException("Idle");
        }
        return new HTTPResponse(from, method, this);
    }

    /** Does {@code connection.close()}. */
    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            open.close();
        }
    }
}
